package profile

// Growth is a figure that reports like to compare with last year's in words.
// The figure is one of the sums: reports count differently.
type Growth struct {
	ID     string     `toml:"id"`
	Name   string     `toml:"name"` // for messages
	Table  string     `toml:"table"`
	Column string     `toml:"column"`
	Sums   [][]string `toml:"sums"` // row ids
	Basis  string     `toml:"basis"`

	// Numbers are the figures of each sum.
	Numbers [][]int `toml:"-"`
}

func (p *Profile) compileGrowth(i int) error {
	g := &p.Growths[i]
	if g.ID == "" || g.Name == "" || g.Basis == "" || len(g.Sums) == 0 {
		return fault("id、name、sums、basis 都要写", "id, name, sums and basis are required")
	}
	for _, rows := range g.Sums {
		var numbers []int
		for _, row := range rows {
			ref := Ref{Table: g.Table, Row: row, Column: g.Column}
			n := p.Figure(ref)
			if n < 0 {
				return fault("没有这个数：%v", "no figure %v", ref)
			}
			numbers = append(numbers, n)
		}
		g.Numbers = append(g.Numbers, numbers)
	}
	return nil
}
