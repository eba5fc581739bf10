package mutation

import (
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// statement is a figure that the text gives.
type statement struct {
	ref   profile.Ref // the figure of the tables that it repeats; zero for none
	value report.Number
	place report.Span
}

// repeats returns the figures of the tables that the text of a form repeats,
// in the order in which it does. What it gives besides is no figure of a table.
func repeats(form string) []profile.Ref {
	carried := []profile.Ref{
		{Table: "applications", Row: "new", Column: "sum"},
		{Table: "applications", Row: "carried-in", Column: "sum"},
		{Table: "applications", Row: "total", Column: "sum"},
		{Table: "applications", Row: "carried-out", Column: "sum"},
	}
	if form == "disclosure-2019" {
		return append([]profile.Ref{{Table: "regulations", Row: "normative", Column: "made"}}, carried...)
	}
	return append([]profile.Ref{
		{Table: "regulations", Row: "normative", Column: "issued"},
		{Table: "regulations", Row: "normative", Column: "repealed"},
	}, carried...)
}

// statements returns the counts and amounts in the text of the base, in order.
func (b *Base) statements() (all []statement) {
	refs := repeats(b.ID)
	for i := range b.bound.Report.Blocks {
		prose := b.bound.Report.Blocks[i].Prose
		report.EachNumeral(prose.Text, func(at, size int, n report.Number) bool {
			if unit := report.MeasureAt(prose.Text[at+size:]); unit == "件" || unit == "元" {
				s := statement{value: n, place: prose.Slice(at, at+size)}
				if len(all) < len(refs) {
					s.ref = refs[len(all)]
				}
				all = append(all, s)
			}
			return true
		})
	}
	return all
}

// verify reports a statement that does not give the figure that it is said to
// repeat.
func (b *Base) verify() error {
	all := b.statements()
	for i, ref := range repeats(b.ID) {
		cell := b.bound.Cell(ref)
		if i >= len(all) || cell == nil || !cell.Value.Equal(all[i].value) {
			return fmt.Errorf("%s: the text does not give %s where it is said to", b.Name, b.bound.Profile.Place(ref))
		}
	}
	return nil
}
