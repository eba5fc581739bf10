package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed section-heading.md
var sectionHeadingPage string

var sectionHeading = Rule{
	Name:     "section-heading",
	Title:    Message{"章节标题与格式不同", "section heading differs from the form"},
	Family:   Sections,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     sectionHeadingPage,
	Check:    checkSectionHeading,
}

func checkSectionHeading(p *Pass) {
	for _, s := range p.foundSections() {
		if s.Match == profile.Exact || p.Form.Profile.Free && s.Match != profile.Typo {
			continue
		}
		start := s.TextStart()
		at := s.Block.Prose.Slice(start, start+len(s.Text))
		want := bareLabel(s.Def.Label())
		d := Diagnostic{
			Item: s.Def.ID,
			Span: at,
			Message: Message{
				fmt.Sprintf("第%s节的标题应为「%s」，实为「%s」", report.HanNumeral(s.number), want, s.Text),
				fmt.Sprintf("the heading of section %d should be 「%s」, is 「%s」", s.number, want, s.Text),
			},
			Label:    Message{"应为「" + want + "」", "should be 「" + want + "」"},
			Expected: want,
			Actual:   s.Text,
			Help:     Message{"改用规定的标题", "use the prescribed heading"},
			Basis:    p.Form.Profile.Basis,
		}
		if s.Match == profile.Variant {
			d.AtMost = Info
		}
		if s.Match != profile.Renamed && at.Text() == s.Text {
			d.Fixes = []Fix{{
				Title: Message{"改为「" + want + "」", "change to 「" + want + "」"},
				Safe:  s.Match == profile.Typo,
				Edits: []Edit{{at, want}},
			}}
		}
		p.Flag(d)
	}
}

// bareLabel returns a label without its ordinal.
func bareLabel(label string) string {
	o, _ := report.OrdinalAt(label)
	return label[o.Size:]
}
