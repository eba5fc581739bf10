package profile

import (
	"slices"
)

// Continuity says which figures go on from last year's report: in each column,
// or in each row, those of Left add up to those of Right in the same report
// together with those of Prior in last year's.
type Continuity struct {
	ID    string   `toml:"id"`
	Rule  string   `toml:"rule"` // the rule that reports it
	Table string   `toml:"table"`
	Over  Over     `toml:"over"`
	Left  []string `toml:"left"` // row ids over columns, column ids over rows; the first is the figure meant
	Right []string `toml:"right"`
	Prior []string `toml:"prior"`
	// Formats are those of last year's report that the figures go on from;
	// only the same one if empty.
	Formats []string `toml:"formats"`
	Basis   string   `toml:"basis"`
}

// The rules that report a continuity.
const (
	CarryRule = "carry-mismatch" // what is carried over
	StockRule = "stock-mismatch" // what there is, with this year's changes
)

// Link is one instance of a continuity: for one column, or for one row.
type Link struct {
	*Continuity
	Item        string // "carried/sum"
	Left, Right []int  // figures of this report

	own   *Profile
	prior []int // figures of last year's report of the same format
}

// In returns the figures of last year's report, which has the format p. One
// that the format does not have is -1.
func (l *Link) In(p *Profile) []int {
	if p == l.own {
		return l.prior
	}
	numbers := make([]int, len(l.prior))
	for i, n := range l.prior {
		numbers[i] = p.Figure(l.own.FigureRef(n))
	}
	return numbers
}

// Links returns every instance of every continuity.
func (p *Profile) Links() []Link { return p.links }

// GoesOn reports whether the figures go on from a report of the format prior.
func (c *Continuity) GoesOn(own, prior *Profile) bool {
	if len(c.Formats) == 0 {
		return own == prior
	}
	return slices.ContainsFunc(c.Formats, prior.Is)
}

// checkFormats holds that what figures go on from is known.
func (l *Library) checkFormats() error {
	for _, own := range l.Profiles() {
		for i := range own.links {
			for _, id := range own.links[i].Formats {
				prior := l.profile(id)
				if prior == nil {
					return fault("%s：continuity「%s」：没有格式「%s」", "%s: continuity %q: no format %q", own.ID, own.links[i].ID, id)
				}
				if slices.Contains(own.links[i].In(prior), -1) {
					return fault("%s：continuity「%s」：%s 没有这个数", "%s: continuity %q: %s has no such figure", own.ID, own.links[i].Item, id)
				}
			}
		}
	}
	return nil
}

func (p *Profile) compileContinuity(i int) error {
	c := &p.Continuities[i]
	t := p.Table(c.Table)
	switch {
	case t == nil:
		return fault("没有表「%s」", "no table %q", c.Table)
	case c.Rule == "" || c.Basis == "":
		return fault("rule、basis 都要写", "rule and basis are required")
	case c.Rule != CarryRule && c.Rule != StockRule:
		return fault("rule「%s」不是 %s 或 %s", "rule %q is neither %q nor %q", c.Rule, CarryRule, StockRule)
	case len(c.Left) == 0 || len(c.Prior) == 0:
		return fault("left、prior 都要写", "left and prior are required")
	case c.Over != Columns && c.Over != Rows:
		return fault("over「%s」不是 %s 或 %s", "over %q is neither %q nor %q", c.Over, Columns, Rows)
	}
	for _, instance := range t.instances(c.Over) {
		l := Link{Continuity: c, Item: c.ID + "/" + instance, own: p}
		for _, id := range c.Left {
			l.Left = append(l.Left, p.Figure(t.across(c.Over, id, instance)))
		}
		for _, id := range c.Right {
			l.Right = append(l.Right, p.Figure(t.across(c.Over, id, instance)))
		}
		for _, id := range c.Prior {
			l.prior = append(l.prior, p.Figure(t.across(c.Over, id, instance)))
		}
		p.links = append(p.links, l)
	}
	for _, id := range slices.Concat(c.Left, c.Right, c.Prior) {
		if p.Figure(t.across(c.Over, id, t.instances(c.Over)[0])) < 0 {
			return fault("没有这个 %s「%s」，在表「%s」中", "no %s %q in table %q", c.Over.other(), id, t.ID)
		}
	}
	return nil
}

// instances returns the ids of the columns, or of the rows.
func (t *Table) instances(over Over) (ids []string) {
	if over == Rows {
		for i := range t.Rows {
			ids = append(ids, t.Rows[i].ID)
		}
		return ids
	}
	for i := range t.Columns {
		ids = append(ids, t.Columns[i].ID)
	}
	return ids
}

// across names the figure where an instance crosses id: the row id of a
// column, the column id of a row.
func (t *Table) across(over Over, id, instance string) Ref {
	if over == Rows {
		return Ref{Table: t.ID, Row: instance, Column: id}
	}
	return Ref{Table: t.ID, Row: id, Column: instance}
}

// other names what crosses the instances.
func (o Over) other() string {
	if o == Rows {
		return "column"
	}
	return "row"
}
