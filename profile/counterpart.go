package profile

import (
	"strings"
)

// Counterpart says that a figure stands in the report of another family, too,
// of the same organ and year.
type Counterpart struct {
	ID     string   `toml:"id"`
	Table  string   `toml:"table"`
	Row    string   `toml:"row"`
	Column string   `toml:"column"`
	Family string   `toml:"family"`
	Equals []string `toml:"equals"` // any of these sums: table/row/column + table/row/column
	Basis  string   `toml:"basis"`

	// Sums are Equals, taken apart.
	Sums [][]Ref `toml:"-"`
}

// Ref returns the figure as rules name it.
func (c *Counterpart) Ref() Ref { return Ref{Table: c.Table, Row: c.Row, Column: c.Column} }

func (p *Profile) compileCounterparts() error {
	for i := range p.Counterparts {
		c := &p.Counterparts[i]
		if err := c.compile(p); err != nil {
			return within("counterpart", c.ID, err)
		}
	}
	return nil
}

func (c *Counterpart) compile(p *Profile) error {
	switch {
	case c.ID == "" || c.Family == "" || c.Basis == "" || len(c.Equals) == 0:
		return fault("id、family、equals、basis 都要写", "id, family, equals and basis are required")
	case c.Family == p.Family:
		return fault("「%s」就是本格式自己的 family", "%q is the family of the profile itself", c.Family)
	case p.Figure(c.Ref()) < 0:
		return fault("没有这个数：%s/%s/%s", "no figure %s/%s/%s", c.Table, c.Row, c.Column)
	}
	for _, text := range c.Equals {
		var sum []Ref
		for part := range strings.SplitSeq(text, "+") {
			ids := strings.Split(strings.TrimSpace(part), "/")
			if len(ids) != 3 {
				return fault("「%s」不是 表/行/列 之和", "%q is no sum of table/row/column", text)
			}
			sum = append(sum, Ref{ids[0], ids[1], ids[2]})
		}
		c.Sums = append(c.Sums, sum)
	}
	return nil
}

// checkCounterparts holds that the figures of counterparts are those of a
// format of the library.
func (l *Library) checkCounterparts() error {
	for _, p := range l.All() {
		for i := range p.Counterparts {
			c := &p.Counterparts[i]
			of := l.ofFamily(c.Family)
			if of == nil {
				return within("counterpart", c.ID, fault("没有 family「%s」", "no family %q", c.Family))
			}
			if err := c.known(of); err != nil {
				return within("counterpart", c.ID, err)
			}
		}
	}
	return nil
}

// known holds that some format of the family has every figure.
func (c *Counterpart) known(of *Library) error {
	for i, sum := range c.Sums {
		for _, ref := range sum {
			has := false
			for _, p := range of.Profiles() {
				has = has || p.Figure(ref) >= 0
			}
			if !has {
				return fault("「%s」：%s 的格式都没有这个数 %s/%s/%s", "%q: no format of %s has the figure %s/%s/%s", c.Equals[i], c.Family, ref.Table, ref.Row, ref.Column)
			}
		}
	}
	return nil
}
