package rules

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/report"
)

//go:embed template-residue.md
var templateResiduePage string

var templateResidue = Rule{
	Name:     "template-residue",
	Title:    Message{"模板文字没有删去", "words of a template left in"},
	Family:   Document,
	Severity: Error,
	Since:    "0.1.0",
	Page:     templateResiduePage,
	Words:    slices.Concat(instructions, []string{"XX", "xx", "ＸＸ", "××", "____", "＿＿", "某某"}),
	Always:   true, // the title is no running text
	Check:    checkTemplateResidue,
}

// checkTemplateResidue reports what a sentence has of a template, once.
func checkTemplateResidue(p *Pass) {
	for s := range p.Mentions {
		if from, to := residue(s.Text); from < to {
			p.Flag(p.templateLeft(s.Prose, from, to))
		}
	}
	if title := p.Report.Title; !title.IsZero() {
		if from, to := residue(title.Text); from < to {
			p.Flag(p.templateLeft(title, from, to))
		}
	}
}

func (p *Pass) templateLeft(prose report.Prose, from, to int) Diagnostic {
	left := prose.Text[from:to]
	return Diagnostic{
		Span: prose.Slice(from, to),
		Message: Message{
			fmt.Sprintf("「%s」是模板里的文字，没有填写或删去", left),
			fmt.Sprintf("「%s」 belongs to a template and was neither filled in nor removed", left),
		},
		Label: Message{"模板文字", "from a template"},
		Help:  Message{"填上实际内容，或者删去这句话", "fill in what it stands for, or remove the sentence"},
		Basis: p.Form.Law().Accuracy,
	}
}
