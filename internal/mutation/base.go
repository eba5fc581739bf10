package mutation

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

// Base is a clean report: a filled-in form with its tables in some shape.
type Base struct {
	Name  string // disclosure-2021/wide
	Text  string
	ID    string // of the format
	shape shape.Shape
	form  *profile.Form // the filled-in form as it stands in testdata
	bound *profile.Form // the Text
}

// Bases returns each form in the shapes that people keep reports in: written
// by hand, converted with spans lost, and with spans kept.
func Bases() (all []*Base) {
	for _, id := range [...]string{"disclosure-2021", "disclosure-2019"} {
		for _, s := range [...]shape.Shape{shape.Narrow, shape.Wide, shape.HTML} {
			b := &Base{Name: id + "/" + string(s), ID: id, shape: s, form: bind(testdata.Form(id))}
			b.Text = shape.Rewrite(b.form, s)
			b.bound = bind(b.Text)
			all = append(all, b)
		}
	}
	return all
}

func bind(src string) *profile.Form {
	return profile.Standard().Bind(parser.Parse(report.NewFile("report.md", src)))
}

// edit puts text in place of the bytes [start, end) of a base. Its marks
// become the places of the mutation.
type edit struct {
	start, end int
	text       string
}

// replace is the edit that puts text in place of a span, as the fault.
func replace(s report.Span, text string) edit { return edit{s.Start, s.End, marked(text)} }

// insert is the edit that puts text before the byte at, as the fault.
func insert(at int, text string) edit { return edit{at, at, marked(text)} }

// point marks a span as a place without a change to it.
func point(s report.Span) edit { return edit{s.Start, s.End, marked(s.Text())} }

// points marks spans as places.
func points(spans ...report.Span) (edits []edit) {
	for _, s := range spans {
		edits = append(edits, point(s))
	}
	return edits
}

// with returns the mutation that edits make of the base. Of edits in one
// place the first counts.
func (b *Base) with(what string, rules []string, edits ...edit) Mutation {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	var text strings.Builder
	at := 0
	for _, e := range edits {
		if e.start < at {
			continue
		}
		text.WriteString(b.Text[at:e.start])
		text.WriteString(e.text)
		at = e.end
	}
	text.WriteString(b.Text[at:])
	m := Mutation{What: what, Rules: rules}
	m.Text, m.Places = unmark(text.String())
	return m
}
