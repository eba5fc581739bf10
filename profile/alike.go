package profile

// Alike says what must not be the same as in another report.
type Alike struct {
	// Percent is, by section, from how much likeness on its text is taken to
	// be copied. Other sections may be the same every year.
	Percent map[string]int `toml:"percent"`
	Basis   string         `toml:"basis"`
}

func (p *Profile) compileAlike() error {
	for id, percent := range p.Alike.Percent {
		if p.Section(id) < 0 {
			return fault("没有章节「%s」", "no section %q", id)
		}
		if percent < 1 || percent > 100 {
			return fault("章节「%s」的 %d 不在 1 到 100 之间", "section %q: %d percent is not from 1 to 100", id, percent)
		}
	}
	return nil
}
