package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed markup-residue.md
var markupResiduePage string

var markupResidue = Rule{
	Name:     "markup-residue",
	Title:    Message{"网页或标记的残留", "remains of a page or of markup"},
	Family:   Document,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     markupResiduePage,
	Words:    pageWords,
	Always:   true, // marks have no words
	Check:    checkMarkupResidue,
}

// checkMarkupResidue reports what a block of running text has of that, once.
func checkMarkupResidue(p *Pass) {
	for i := range p.Report.Blocks {
		if b := &p.Report.Blocks[i]; running(b) {
			if from, to := markup(b.Prose.Text); from < to {
				p.Flag(p.leftOver(b.Prose, from, to))
			}
		}
	}
	last := -1
	for s := range p.Mentions {
		prose := p.Report.Blocks[s.Block].Prose
		if from, to := markup(prose.Text); s.Block == last || from < to {
			continue
		}
		last = s.Block
		if from, to := chrome(prose.Text); from < to {
			p.Flag(p.leftOver(prose, from, to))
		}
	}
}

func (p *Pass) leftOver(prose report.Prose, from, to int) Diagnostic {
	left := prose.Text[from:to]
	return Diagnostic{
		Span: prose.Slice(from, to),
		Message: Message{
			fmt.Sprintf("「%s」不是报告的文字，是网页或标记的残留", left),
			fmt.Sprintf("「%s」 is no text of the report but remains of a page or of markup", left),
		},
		Label: Message{"残留", "left over"},
		Help:  Message{"删去，或者改成应有的标记", "remove it, or write the mark that was meant"},
		Basis: p.Form.Profile.Law.Accuracy,
	}
}
