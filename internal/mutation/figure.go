package mutation

import (
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// figure is a figure of the tables.
type figure struct {
	table, row, column int
	cell               *report.Cell
}

// figures returns the figures of the base in the order of the form.
func (b *Base) figures() (all []figure) {
	for t := range b.bound.Tables {
		table := &b.bound.Tables[t]
		for r := range table.Def.Rows {
			for k := range table.Def.Columns {
				all = append(all, b.figure(t, r, k))
			}
		}
	}
	return all
}

func (b *Base) figure(table, row, column int) figure {
	return figure{table, row, column, b.bound.Tables[table].Cell(row, column)}
}

func (f figure) is(o figure) bool {
	return f.table == o.table && f.row == o.row && f.column == o.column
}

func (b *Base) ref(f figure) profile.Ref { return b.bound.Tables[f.table].Ref(f.row, f.column) }

// column returns the definition of the figure's column.
func (b *Base) column(f figure) *profile.Column {
	return &b.def(f).Columns[f.column]
}

// change is a figure with something else in its place.
type change struct {
	figure
	text  string
	value report.Number
}

// to returns the change of a figure to another value. The unit in the cell
// stays.
func (f figure) to(value report.Number) change {
	return change{f, value.String() + f.cell.Unit, value}
}

// contradiction is what in the report a change of figures goes against.
type contradiction struct {
	rules  []string
	broken []*profile.Equation
	said   []statement   // what the text says of figures that no sum contradicts
	twins  []report.Span // the labels of rows with the same figures
}

// contradicts works out what the report says otherwise. It asks the format
// and the statements below, never a rule.
func (b *Base) contradicts(changes []change) (c contradiction) {
	for i := range b.bound.Profile.Equations() {
		e := &b.bound.Profile.Equations()[i]
		if b.concerns(e, changes) && !b.holds(e, changes) {
			c.broken = append(c.broken, e)
			c.add(e.Identity.Rule)
		}
	}
	if len(changes) > 1 && slices.ContainsFunc(c.broken, isExact) {
		c.rules = append(c.rules, profile.DefaultRule) // each of two wrong figures may be named
	}
	if !slices.ContainsFunc(c.broken, isExact) {
		c.said = b.denied(changes)
		for range c.said {
			c.rules = append(c.rules, "prose-mismatch")
		}
	}
	for _, change := range changes {
		c.rules = append(c.rules, b.impossible(change)...)
	}
	for _, d := range b.bound.Profile.Distincts {
		if len(changes) > 1 && b.ref(changes[0].figure).Table == d.Table && b.identical(d, changes) {
			c.rules = append(c.rules, "rows-identical")
			c.twins = append(c.twins, b.labelsOf(d)...)
		}
	}
	return c
}

// labelsOf returns the labels of rows that count different things.
func (b *Base) labelsOf(d profile.Distinct) (spans []report.Span) {
	for i := range b.bound.Tables {
		if t := &b.bound.Tables[i]; t.Def.ID == d.Table {
			for _, row := range d.Rows {
				spans = append(spans, t.Rows[t.Def.Row(row)].Label.Span)
			}
		}
	}
	return spans
}

// identical reports whether two rows that count different things have the
// same figures after the changes.
func (b *Base) identical(d profile.Distinct, changes []change) bool {
	table := slices.IndexFunc(b.bound.Profile.Tables, func(t profile.Table) bool { return t.ID == d.Table })
	def := &b.bound.Profile.Tables[table]
	for k := range def.Columns {
		first := b.value(b.figure(table, def.Row(d.Rows[0]), k), changes)
		if !first.Equal(b.value(b.figure(table, def.Row(d.Rows[1]), k), changes)) {
			return false
		}
	}
	return true
}

// isExact reports whether the identity of an equation tells what a figure
// should be.
func isExact(e *profile.Equation) bool { return e.Identity.Relation == profile.Equal }

// denied returns what the text says of the figures and is so no more. Where the
// table itself shows that a figure is wrong, the text is not what is wrong.
func (b *Base) denied(changes []change) (all []statement) {
	for _, s := range b.statements() {
		for _, change := range changes {
			if s.ref == b.ref(change.figure) && !change.value.Equal(s.value) {
				all = append(all, s)
			}
		}
	}
	return all
}

func (c *contradiction) add(rule string) {
	if !slices.Contains(c.rules, rule) {
		c.rules = append(c.rules, rule)
	}
}

// impossible returns the rules that a figure breaks all by itself or beside
// the row that counts something else.
func (b *Base) impossible(c change) (rules []string) {
	column := b.column(c.figure)
	if c.value.Sign() < 0 && !column.Signed {
		rules = append(rules, "cell-negative")
	}
	if _, _, _, unit := report.ReadFigure(c.text); unit != "" && column.Unit != "*" && unit != c.cell.Unit {
		rules = append(rules, "cell-unit")
	}
	if c.value.Decimals() > 0 && !column.Decimal {
		rules = append(rules, "cell-fraction")
	}
	if fee := b.bound.Profile.Fee; fee != nil && b.ref(c.figure) == fee.Takings.Ref() && c.value.IsZero() {
		rules = append(rules, "fee-unreported")
	}
	return rules
}

func (b *Base) concerns(e *profile.Equation, changes []change) bool {
	return slices.ContainsFunc(changes, func(c change) bool {
		return slices.ContainsFunc(b.members(e), c.is)
	})
}

// members returns the figures of an equation.
func (b *Base) members(e *profile.Equation) (all []figure) {
	for _, t := range slices.Concat(e.Left, e.Right) {
		for _, row := range t.Rows {
			all = append(all, b.figure(e.Table, row, t.Column))
		}
	}
	return all
}

// holds reports whether the equation is satisfied after the changes.
func (b *Base) holds(e *profile.Equation, changes []change) bool {
	off := b.sum(e, e.Left, changes).Sub(b.sum(e, e.Right, changes))
	return off.IsZero() || e.Identity.Relation == profile.AtLeast && off.Sign() > 0
}

func (b *Base) sum(e *profile.Equation, terms []profile.Term, changes []change) (sum report.Number) {
	for _, t := range terms {
		for _, row := range t.Rows {
			sum = sum.Add(b.value(b.figure(e.Table, row, t.Column), changes))
		}
	}
	return sum
}

// value returns a figure after the changes.
func (b *Base) value(f figure, changes []change) report.Number {
	for _, c := range changes {
		if c.is(f) {
			return c.value
		}
	}
	return f.cell.Value
}

// fault makes the mutation in which the figures are changed, with the rules
// that speak of how the cell is written besides.
func (b *Base) fault(changes []change, written ...string) Mutation {
	c := b.contradicts(changes)
	var edits []edit
	what := ""
	for _, f := range changes {
		edits = append(edits, replace(f.cell.Span, f.text))
		what += fmt.Sprintf("%s %s → %q ", b.bound.Profile.Place(b.ref(f.figure)), f.cell.Text, f.text)
	}
	edits = append(edits, points(b.suspects(c, changes)...)...)
	m := b.with(what, append(c.rules, written...), edits...)
	if len(m.Rules) == 0 {
		m.Unseen = writtenOnce
	}
	return m
}

// writtenOnce is why a figure may be anything.
const writtenOnce = "只写了一次，没有别处可核对"

// suspects returns the places beside the changed cells where a finding is
// right. A figure that stands in two sums can be told from the others in
// them, so that there are none. When one sum alone fails, or when two figures
// changed at once, each figure of those sums may be the wrong one; and when
// the text says otherwise, the text may be wrong.
func (b *Base) suspects(c contradiction, changes []change) (spans []report.Span) {
	if len(changes) > 1 || len(c.broken) == 1 {
		for _, e := range c.broken {
			for _, f := range b.members(e) {
				spans = append(spans, f.cell.Span)
			}
		}
	}
	for _, s := range c.said {
		spans = append(spans, s.place)
	}
	return append(spans, c.twins...)
}
