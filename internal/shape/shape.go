// Package shape writes the tables of a report in the shapes that people and
// converters give them. Tests use it: the same figures must read the same in
// all of them.
package shape

import (
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Shape is a way to write down a table with spans.
type Shape string

// The shapes. Pipe tables have no spans: each writer loses them in its way.
const (
	Wide   Shape = "wide"   // an empty header row, blanks for spans
	Flat   Shape = "flat"   // one header row with a label for each column, blanks for spans
	Narrow Shape = "narrow" // one header row, one column of labels
	Shift  Shape = "shift"  // spans ignored, so that rows are shifted left and padded
	Mirror Shape = "mirror" // the text of a span repeated
	HTML   Shape = "html"   // an HTML table with its spans
)

// All returns every shape.
func All() []Shape { return []Shape{Wide, Flat, Narrow, Shift, Mirror, HTML} }

// Figures gives the text of a cell, "" for a blank one.
type Figures func(profile.Ref) string

// Of returns the figures of a report as they are written.
func Of(f *profile.Form) Figures {
	return func(ref profile.Ref) string {
		if c := f.Cell(ref); c != nil {
			return c.Text
		}
		return ""
	}
}

// Rewrite returns the text of a report with its statutory tables in another
// shape. It holds the same figures.
func Rewrite(f *profile.Form, s Shape) string { return Report(f, s, Of(f)) }

// Report is Rewrite with other figures.
func Report(f *profile.Form, s Shape, figures Figures) string {
	return rewrite(f, s, figures, func(_ string, g Grid) Grid { return g })
}

// Altered is Rewrite with a change to the table of each section before it is
// written: a row less, two columns exchanged.
func Altered(f *profile.Form, s Shape, change func(section string, g Grid) Grid) string {
	return rewrite(f, s, Of(f), change)
}

func rewrite(f *profile.Form, s Shape, figures Figures, change func(section string, g Grid) Grid) string {
	src := f.Report.File.Src
	var b strings.Builder
	at, written := 0, map[string]bool{}
	for _, table := range f.Report.Tables {
		section := sectionOf(f, table)
		if section == "" {
			continue
		}
		b.WriteString(src[at:table.Span.Start])
		if !written[section] {
			b.WriteString(change(section, layout(f.Profile, section, s, figures)).write(s))
			written[section] = true
		}
		at = table.Span.End
	}
	b.WriteString(src[at:])
	return b.String()
}

// sectionOf returns the section whose figures a table of the document holds.
func sectionOf(f *profile.Form, table *report.Table) string {
	for i := range f.Tables {
		for _, source := range f.Tables[i].Sources {
			if source == table {
				return f.Tables[i].Def.Section
			}
		}
	}
	return ""
}

// Section writes the tables of a section.
func Section(p *profile.Profile, section string, s Shape, figures Figures) string {
	return layout(p, section, s, figures).write(s)
}

// layout lays out the tables of a section, one below the other.
func layout(p *profile.Profile, section string, s Shape, figures Figures) (g Grid) {
	for i := range p.Tables {
		t := &p.Tables[i]
		switch {
		case t.Section != section:
		case t.Layout == profile.Flat:
			g = sideBySide(t, s, figures)
		case len(t.Columns) > clauseWidth-1:
			g = labelled(t, s, figures)
		default:
			g = append(g, clause(t, figures)...)
		}
	}
	return g
}
