package profile

// SectionNamed returns the index of the section that a name means, -1 for
// none: its id, or its heading with or without the ordinal, as the form has it
// or in an accepted variant.
func (p *Profile) SectionNamed(name string) int {
	if i := p.Section(name); i >= 0 {
		return i
	}
	for i := range p.Sections {
		if hasLabel(p.Sections[i].Labels, name) {
			return i
		}
	}
	return -1
}

// hasLabel reports whether one of the labels is the name, but for ordinal,
// blanks and width.
func hasLabel(labels []string, name string) bool {
	want := key(name)
	for _, label := range labels {
		if key(label) == want {
			return true
		}
	}
	return false
}
