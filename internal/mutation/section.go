package mutation

import (
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// sectionOperators change the parts of the document.
func sectionOperators() []Operator {
	return []Operator{
		{"section", "left out", eachSection(1, sectionLeftOut)},
		{"section", "emptied", eachSection(1, sectionEmptied)},
		{"section", "doubled", eachSection(1, sectionDoubled)},
		{"section", "exchanged with next", eachSection(2, sectionsExchanged)},
	}
}

// part is a section of the document, by its place in the form.
type part struct {
	*Base
	n    int
	head report.Span // the line of the heading
	body report.Span // what stands below it, to the next heading or the sign-off
}

// part returns the n-th section.
func (b *Base) part(n int) part {
	s := &b.bound.Sections[n]
	blocks := b.bound.Report.Blocks
	start, end := s.Block.Span.Start, len(b.Text)
	if next := s.First + len(s.Body); next < len(blocks) {
		end = blocks[next].Span.Start
	}
	line := start + strings.IndexByte(b.Text[start:], '\n') + 1
	return part{b, n, b.File().Span(start, line), b.File().Span(line, end)}
}

func (p part) section() *profile.BoundSection { return &p.bound.Sections[p.n] }

func (p part) name() string { return p.section().Def.Label() }

// whole is the section with its heading.
func (p part) whole() report.Span { return p.File().Span(p.head.Start, p.body.End) }

// around returns the headings before and behind the section.
func (p part) around() (spans []report.Span) {
	for _, n := range [...]int{p.n - 1, p.n + 1} {
		if n >= 0 && n < len(p.bound.Sections) {
			spans = append(spans, p.part(n).head)
		}
	}
	return spans
}

// hasTable reports whether the form has a table in the section.
func (p part) hasTable() bool {
	for i := range p.bound.Tables {
		if p.bound.Tables[i].Def.Section == p.section().Def.ID {
			return true
		}
	}
	return false
}

// eachSection changes every section that has so many sections from it to the
// end.
func eachSection(least int, change func(part) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for n := range len(b.bound.Sections) - least + 1 {
			p := b.part(n)
			m := change(p)
			m.What = p.name() + m.What
			all = append(all, m)
		}
		return all
	}
}

func sectionLeftOut(p part) Mutation {
	return p.with("", []string{"section-missing"}, append(points(p.around()...), replace(p.whole(), ""))...)
}

func sectionEmptied(p part) Mutation {
	rule := "section-empty"
	if p.hasTable() {
		rule = "table-missing"
	}
	return p.with("", []string{rule}, point(p.head), replace(p.body, "\n"))
}

func sectionDoubled(p part) Mutation {
	rules := []string{"section-extra"}
	return p.with("", rules, point(p.whole()), insert(p.whole().End, p.whole().Text()))
}

func sectionsExchanged(p part) Mutation {
	next := p.part(p.n + 1)
	return p.with("", []string{"section-order"}, replace(p.whole(), next.whole().Text()), replace(next.whole(), p.whole().Text()))
}
