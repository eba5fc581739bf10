package proof

import (
	"strconv"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// continuities puts a report of the year before beside the form, in which a
// figure that goes on is wrong. At most one value of it is right: one of two
// is wrong.
func (b *bench) continuities() (all []Clause) {
	links := b.form.Profile.Links()
	for i := range links {
		l := &links[i]
		c := Clause{Kind: Continuities, ID: l.Item, Name: l.Basis}
		cell := b.form.Cell(b.form.Profile.FigureRef(l.In(b.form.Profile)[0]))
		if c.Absent = cell == nil || cell.Kind != report.Figure || !l.GoesOn(b.form.Profile, b.form.Profile); !c.Absent {
			c.Fires = b.breaksYear(l, cell, 1) || b.breaksYear(l, cell, 2)
		}
		all = append(all, c)
	}
	return all
}

// breaksYear reports whether a rule says that the figures do not go on when
// one of the year before is so much larger.
func (b *bench) breaksYear(l *profile.Link, cell *report.Cell, more int64) bool {
	before, _ := b.broken(edit{cell.Span, cell.Value.Add(report.Int(more)).String() + cell.Unit})
	read := func(f *report.File) (*profile.Form, error) {
		form := b.bind(f.Src, func(m *report.Meta) {
			if f.Name != b.name {
				m.Year = report.Fact{Value: strconv.Itoa(b.form.Year() - 1), Origin: report.FromMatter, Span: m.Year.Span}
			}
		})
		form.Report.File.Name = f.Name
		return form, nil
	}
	var files []*rules.FileResult
	for _, f := range [...]*report.File{report.NewFile(b.name, b.text), report.NewFile("before/"+b.name, before)} {
		form, err := read(f)
		if err != nil {
			return false
		}
		files = append(files, b.checker.Report(form, nil))
	}
	b.checker.Set(files, nil, read)
	result := b.checker.Finish(files)
	for i := range result.Diagnostics {
		if d := &result.Diagnostics[i]; d.Rule == l.Rule && d.Span.File.Name == b.name {
			return true
		}
	}
	return false
}
