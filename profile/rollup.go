package profile

import (
	"github.com/gouji-lint/gouji/report"
)

// Rollup says which figures a government's report adds up from the reports
// of its members.
type Rollup struct {
	ID    string   `toml:"id"`
	Table string   `toml:"table"`
	Rows  []string `toml:"rows"` // all if empty
	// Relation is how the report relates to the sum when every member is
	// known: equal if empty, or at least where members may count a case twice.
	Relation Relation `toml:"relation"`
	// Rounding is how far each member may be off because it rounds: "0.01".
	Rounding string `toml:"rounding"`
	Basis    string `toml:"basis"`

	// Figures are the figures meant, by number, in order.
	Figures []int `toml:"-"`
	// Slack is Rounding as a number.
	Slack report.Number `toml:"-"`
}

func (p *Profile) compileRollup(i int) error {
	r := &p.Rollups[i]
	t := p.Table(r.Table)
	switch {
	case t == nil:
		return fault("没有表「%s」", "no table %q", r.Table)
	case r.ID == "" || r.Basis == "":
		return fault("id、basis 都要写", "id and basis are required")
	case r.Relation != Equal && r.Relation != AtLeast:
		return fault("relation「%s」不是空的，也不是 %s", "relation %q is neither empty nor %q", r.Relation, AtLeast)
	}
	if r.Rounding != "" {
		var ok bool
		if r.Slack, ok = report.ParseNumber(r.Rounding); !ok {
			return fault("rounding「%s」不是数", "rounding %q is no number", r.Rounding)
		}
	}
	rows := r.Rows
	if len(rows) == 0 {
		rows = t.instances(Rows)
	}
	for _, id := range rows {
		row := t.Row(id)
		if row < 0 {
			return fault("没有行「%s」，在表「%s」中", "no row %q in table %q", id, t.ID)
		}
		for column := range t.Columns {
			r.Figures = append(r.Figures, t.Figure(row, column))
		}
	}
	return nil
}
