package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed section-number.md
var sectionNumberPage string

var sectionNumber = Rule{
	Name:     "section-number",
	Title:    Message{"章节序号不对", "wrong section number"},
	Family:   Sections,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     sectionNumberPage,
	Check:    checkSectionNumber,
}

func checkSectionNumber(p *Pass) {
	if p.Form.Profile.IsWhole() || p.Form.Profile.Free {
		return // the title heads it, or it may be divided in another way
	}
	found := p.foundSections()
	var bare []section
	for _, s := range found {
		switch at := placeOf(p, found, s); {
		case damaged(s):
			p.Flag(p.sectionNumber(s, s.number))
		case !s.Numbered:
			bare = append(bare, s)
		case s.Ordinal.Level == 1 && s.Ordinal.N != s.number && s.Ordinal.N != at:
			p.Flag(p.sectionNumber(s, s.number))
		}
	}
	if len(bare) > 0 {
		p.Flag(p.unnumbered(bare))
	}
}

// placeOf returns which heading of the first level in the document the
// section is. A section before it that is missing or one too many shifts the
// numbers of the rest, and is a finding of its own.
func placeOf(p *Pass, found []section, s section) int {
	at := 1
	for _, other := range found {
		if other.Index < s.Index {
			at++
		}
	}
	for _, extra := range p.Form.Extra {
		if extra.Index < s.Index {
			at++
		}
	}
	return at
}

// damaged reports whether something that is no mark of Markdown stands where
// the number should: l六、 and —、.
func damaged(s section) bool {
	return strings.TrimLeft(s.Block.Prose.Text[:s.Stray], "#*_>+-•●■◆· \t\u00a0\u3000") != ""
}

func (p *Pass) sectionNumber(s section, want int) Diagnostic {
	prose := s.Block.Prose
	is := report.TrimBlank(prose.Text[:s.TextStart()])
	should := report.HanNumeral(want) + "、"
	d := Diagnostic{
		Item: s.Def.ID,
		Span: prose.Slice(0, len(is)),
		Message: Message{
			fmt.Sprintf("「%s」的序号应为「%s」，实为「%s」", s.Text, should, is),
			fmt.Sprintf("「%s」 should be numbered 「%s」, is 「%s」", s.Text, should, is),
		},
		Label:    Message{"应为「" + should + "」", "should be 「" + should + "」"},
		Expected: should,
		Actual:   is,
		Help:     Message{"改正序号", "correct the number"},
		Basis:    p.Form.Profile.Basis,
	}
	if at := prose.Slice(0, s.TextStart()); at.Text() == prose.Text[:s.TextStart()] {
		d.Fixes = []Fix{{Title: Message{"改为「" + should + "」", "change to 「" + should + "」"}, Safe: true, Edits: []Edit{{at, should}}}}
	}
	return d
}

// unnumbered speaks of all headings without a number at once.
func (p *Pass) unnumbered(bare []section) Diagnostic {
	found := p.foundSections()
	first := slices.MinFunc(bare, func(a, b section) int { return a.Index - b.Index })
	fix := Fix{Title: Message{"在标题前加上序号", "number the headings"}, Safe: true}
	for _, s := range bare {
		if at := s.Block.Prose.Slice(s.TextStart(), s.TextStart()); placeOf(p, found, s) == s.number && !damaged(s) {
			fix.Edits = append(fix.Edits, Edit{at, report.HanNumeral(s.number) + "、"})
		}
	}
	return Diagnostic{
		Fixes:  fixed(fix),
		AtMost: Info,
		Span:   first.Place(),
		Message: Message{
			fmt.Sprintf("%d 个章节标题没有序号，格式为「%s」", len(bare), first.Def.Label()),
			fmt.Sprintf("%d section heading(s) have no number; the form has 「%s」", len(bare), first.Def.Label()),
		},
		Label: Message{"没有序号", "no number"},
		Help:  Message{"在标题前加上序号", "put the number before the heading"},
		Basis: p.Form.Profile.Basis,
	}
}
