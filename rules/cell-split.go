package rules

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-split.md
var cellSplitPage string

var cellSplit = Rule{
	Name:     "cell-split",
	Title:    Message{"一个数拆成两格", "figure split over two cells"},
	Family:   Cells,
	Severity: Error,
	Since:    "0.1.0",
	Page:     cellSplitPage,
	Check:    checkCellSplit,
}

// checkCellSplit reports a row with one figure too many that adds up when two
// neighbours are read as one: text recognition splits figures.
func checkCellSplit(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		for j := range len(t.Rows) + len(t.Groups) {
			if !t.At(j).Ragged {
				continue
			}
			if s, ok := p.splitFigure(t, j); ok {
				p.Flag(p.splitFinding(t, j, s))
			}
		}
	}
}

// split is one figure in two cells.
type split struct {
	first, second *report.Cell
	whole         report.Number
}

// splitFigure looks for the only pair of neighbours that, read as one figure,
// makes the sums of a row right.
func (p *Pass) splitFigure(t *profile.BoundTable, row int) (found split, ok bool) {
	cells, n := figuresOf(t.At(row)), len(t.Def.Columns)
	if len(cells) != n+1 || t.Def.Layout == profile.Flat {
		return split{}, false
	}
	values := make([]report.Number, 0, n)
	for i := range n {
		s, readable := asOne(cells[i], cells[i+1])
		if !readable {
			continue
		}
		values = values[:0]
		for j, c := range cells {
			switch j {
			case i:
				values = append(values, s.whole)
			case i + 1:
			default:
				values = append(values, c.Value)
			}
		}
		if p.addsUp(t, row, values) {
			if ok {
				return split{}, false
			}
			found, ok = s, true
		}
	}
	return found, ok
}

// figuresOf returns the figures of a row in reading order, nil when there is
// anything else in it.
func figuresOf(r *profile.BoundRow) (cells []*report.Cell) {
	for _, c := range slices.Concat(r.Cells, r.Surplus) {
		if c == nil || c.Kind != report.Figure {
			return nil
		}
		cells = append(cells, c)
	}
	slices.SortFunc(cells, func(a, b *report.Cell) int { return a.Span.Start - b.Span.Start })
	return cells
}

// asOne reads two cells as one figure.
func asOne(a, b *report.Cell) (split, bool) {
	if a.Value.IsZero() || a.Form&^report.Surplus != 0 || b.Form&^report.Surplus != 0 {
		return split{}, false
	}
	whole, ok := report.ParseNumber(a.Text + b.Text)
	return split{a, b, whole}, ok
}

// addsUp reports whether the row satisfies its identities with the values, and
// has one.
func (p *Pass) addsUp(t *profile.BoundTable, row int, values []report.Number) (ok bool) {
	sum := func(terms []profile.Term) (total report.Number) {
		for _, term := range terms {
			total = total.Add(values[term.Column])
		}
		return total
	}
	equations := p.Form.Profile.Equations()
	for i := range equations {
		e := &equations[i]
		if &p.Form.Tables[e.Table] != t || e.Identity.Over != profile.Rows || e.Identity.Relation != profile.Equal || e.Left[0].Rows[0] != row {
			continue
		}
		if !sum(e.Left).Equal(sum(e.Right)) {
			return false
		}
		ok = true
	}
	return ok
}

func (p *Pass) splitFinding(t *profile.BoundTable, row int, s split) Diagnostic {
	name := figureCell{table: t, row: row}
	at := s.first.Span
	at.End = s.second.Span.End
	return Diagnostic{
		Item:     t.Def.ID,
		AtMost:   p.encouraged(t.Def),
		Span:     at,
		Ref:      profile.Ref{Table: t.Def.ID, Row: name.rowID()},
		Expected: s.whole.String(),
		Actual:   s.first.Text + " | " + s.second.Text,
		Message: Message{
			fmt.Sprintf("「%s」一行的「%s」「%s」两格应为一个数 %s：合并后个数和合计都对", name.rowName(), s.first.Text, s.second.Text, s.whole),
			fmt.Sprintf("%s and %s in row %s should be one figure, %s: then the row has the right number of figures and adds up", s.first.Text, s.second.Text, name.rowName(), s.whole),
		},
		Label: Message{"应为 " + s.whole.String(), "should be " + s.whole.String()},
		Help:  Message{"对照原表，把两格合并为一格", "compare with the original and make one cell of the two"},
		Basis: p.basis(t.Def.Name),
	}
}
