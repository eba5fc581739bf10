package fix

import (
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

// amounts are the figures of all tables of a report, in reading order.
type amounts []amount

type amount struct {
	value report.Number
	text  string
	line  int
}

// figures returns the figures of a report. They outlive it.
func figures(r *report.Report) (all amounts) {
	for _, t := range r.Tables {
		for i := range t.Rows {
			for j := range t.Rows[i].Cells {
				if c := &t.Rows[i].Cells[j]; c.Kind == report.Figure {
					all = append(all, amount{c.Value, c.Text, c.Span.Position().Line})
				}
			}
		}
	}
	return all
}

// FigureError is a fix that would have changed a figure.
type FigureError struct {
	Line   int    // of the figure before the change
	Figure string // as it was written
}

// Error implements error.
func (e *FigureError) Error() string {
	return fmt.Sprintf("line %d: a fix would change the figure %s", e.Line, e.Figure)
}

// lost returns an error when one of the figures is not in the report any
// more. There may be new ones between them: those of a table that could not
// be read before, or a 0 for a blank that was asked for.
func (before amounts) lost(r *report.Report) error {
	after := figures(r)
	for _, b := range before {
		i := 0
		for i < len(after) && after[i].value.Cmp(b.value) != 0 {
			i++
		}
		if i == len(after) {
			return &FigureError{b.line, b.text}
		}
		after = after[i+1:]
	}
	return nil
}
