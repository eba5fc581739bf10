package mutation

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// cellOperators change one figure of a table, or exchange two.
func cellOperators() []Operator {
	one, ten := report.Int(1), report.Int(10)
	return []Operator{
		{"cell", "plus 1", eachFigure(func(f figure) (report.Number, bool) { return f.cell.Value.Add(one), true })},
		{"cell", "minus 1", eachFigure(func(f figure) (report.Number, bool) { return f.cell.Value.Sub(one), true })},
		{"cell", "times 10", eachFigure(func(f figure) (report.Number, bool) { return f.cell.Value.Mul(ten), true })},
		{"cell", "two digits exchanged", eachFigure(exchangedDigits)},
		{"cell", "half added", eachFigure(withHalf)},
		{"cell", "sign changed", eachFigure(func(f figure) (report.Number, bool) { return f.cell.Value.Neg(), true })},
		{"cell", "set to 0", eachFigure(func(figure) (report.Number, bool) { return report.Number{}, true })},
		{"cell", "blanked", blankFigures},
		{"cell", "dashed", dashFigures},
		{"cell", "in words", wordFigures},
		{"cell", "unit added", unitAdded},
		{"cell", "in full width", eachForm(fullWidth, "cell-form")},
		{"cell", "0 put before", eachForm(func(s string) string { return "0" + s }, "cell-form")},
		{"cell", "comma put in", eachForm(thousands, "cell-form")},
		{"cell", "exchanged with next row", exchangeFigures(1, 0)},
		{"cell", "exchanged with next column", exchangeFigures(0, 1)},
	}
}

// eachFigure gives every figure another value.
func eachFigure(to func(figure) (report.Number, bool)) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, f := range b.figures() {
			if value, ok := to(f); ok && !value.Equal(f.cell.Value) {
				all = append(all, b.fault([]change{f.to(value)}))
			}
		}
		return all
	}
}

// exchangedDigits exchanges the first two digits that differ, but for a 0 in
// front.
func exchangedDigits(f figure) (report.Number, bool) {
	digits := []byte(f.cell.Value.String())
	for i := 1; i < len(digits); i++ {
		if digits[i-1] != digits[i] && digits[i-1] >= '0' && (digits[i] > '0' || i > 1) {
			digits[i-1], digits[i] = digits[i], digits[i-1]
			return report.ParseNumber(string(digits))
		}
	}
	return report.Number{}, false
}

func withHalf(f figure) (report.Number, bool) {
	return report.ParseNumber(f.cell.Value.String() + ".5")
}

// blankFigures takes every figure out. A blank counts as 0. A row that lost
// its last figure may have lost any.
func blankFigures(b *Base) (all []Mutation) {
	for _, f := range b.figures() {
		m := b.fault([]change{{f, "", report.Number{}}}, "cell-blank", "row-ragged")
		if b.isLast(f) {
			m.Places = append(m.Places, b.wholeRow(f))
		}
		all = append(all, m)
	}
	return all
}

// isLast reports whether the figure is the last one of its line.
func (b *Base) isLast(f figure) bool {
	source := b.bound.Tables[f.table].Rows[f.row].Source
	return report.SameCell(&source.Cells[len(source.Cells)-1], f.cell)
}

func (b *Base) wholeRow(f figure) Place {
	s := b.bound.Tables[f.table].Rows[f.row].Source.Span
	return Place{s.Start, s.End - len(f.cell.Text)}
}

// dashFigures puts a dash in place of every figure; it counts as 0, too.
func dashFigures(b *Base) (all []Mutation) {
	for _, f := range b.figures() {
		for _, dash := range [...]string{"/", "—", "无"} {
			all = append(all, b.fault([]change{{f, dash, report.Number{}}}, "cell-dash"))
		}
	}
	return all
}

// wordFigures makes words of every figure. They do not count.
func wordFigures(b *Base) (all []Mutation) {
	for _, f := range b.figures() {
		text := "约" + f.cell.Text
		all = append(all, b.with(b.bound.Profile.Place(b.ref(f))+" → "+text, []string{"cell-not-number"}, replace(f.cell.Span, text)))
	}
	return all
}

// unitAdded writes a unit behind every figure that has none.
func unitAdded(b *Base) (all []Mutation) {
	for _, f := range b.figures() {
		if f.cell.Unit == "" {
			all = append(all, b.fault([]change{{f, f.cell.Text + "件", f.cell.Value}}))
		}
	}
	return all
}

// eachForm writes every figure in another way. A unit that stands in the cell
// already stays.
func eachForm(write func(string) string, rule string) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, f := range b.figures() {
			was := f.cell.Value.String()
			if now := write(was); now != was && f.cell.Unit == "" && was[0] != '-' {
				all = append(all, b.fault([]change{{f, now, f.cell.Value}}, rule))
			}
		}
		return all
	}
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + '０'
		}
		return r
	}, s)
}

func thousands(s string) string {
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// exchangeFigures exchanges every figure with another one of its table, so
// many rows and columns away.
func exchangeFigures(rows, columns int) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, f := range b.figures() {
			def := b.def(f)
			if f.row+rows >= len(def.Rows) || f.column+columns >= len(def.Columns) {
				continue
			}
			g := b.figure(f.table, f.row+rows, f.column+columns)
			if !f.cell.Value.Equal(g.cell.Value) {
				all = append(all, b.fault([]change{
					{f, g.cell.Text, g.cell.Value},
					{g, f.cell.Text, f.cell.Value},
				}))
			}
		}
		return all
	}
}
