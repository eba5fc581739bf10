package proof

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/parser"
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
	before = b.earlier(before)
	read := func(f *report.File) (*profile.Form, error) {
		return b.library.Bind(parser.Parse(report.NewFile(f.Name, f.Src))), nil
	}
	var files []*rules.FileResult
	for _, f := range [...]*report.File{report.NewFile(b.name, b.text), report.NewFile("before/"+b.name, before)} {
		form, err := read(f)
		if err != nil {
			return false
		}
		files = append(files, b.checker.Report(form, nil))
	}
	b.checker.Set(files, nil, read, nil)
	result := b.checker.Finish(files)
	for i := range result.Diagnostics {
		if d := &result.Diagnostics[i]; d.Rule == l.Rule && d.Span.File.Name == b.name {
			return true
		}
	}
	return false
}

// earlier makes the form one of the year before: as titles, texts and front
// matter write years.
func (b *bench) earlier(text string) string {
	now, before := strconv.Itoa(b.form.Year()), strconv.Itoa(b.form.Year()-1)
	return strings.NewReplacer(now+"年", before+"年", "year: "+now, "year: "+before).Replace(text)
}
