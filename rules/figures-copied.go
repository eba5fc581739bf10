package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed figures-copied.md
var figuresCopiedPage string

var figuresCopied = Rule{
	Name:       "figures-copied",
	Title:      Message{"表内数字与上年完全相同", "all figures of a table are last year's"},
	Family:     Years,
	Severity:   Warning,
	Since:      "0.1.0",
	Page:       figuresCopiedPage,
	CheckYears: checkFiguresCopied,
}

// checkFiguresCopied reports each table of the form whose figures are all
// those of last year.
func checkFiguresCopied(p *SetPass, f, prior *Facts) {
	if prior.Profile != f.Profile {
		return
	}
	before, now := p.figures(prior), p.figures(f)
	last := ""
	for i := range f.Profile.Tables {
		t := &f.Profile.Tables[i]
		if t.Name == last || !copied(now, before, t.ID) {
			continue
		}
		last = t.Name
		if forms, ok := p.Forms(f, prior); ok {
			p.Flag(f, figuresCopiedIn(forms, now, prior, t))
		}
	}
}

// figuresCopiedIn words the finding about the table that t belongs to.
func figuresCopiedIn(forms []*profile.Form, now *figures, prior *Facts, t *profile.Table) Diagnostic {
	own := ownFigures(now, t.Name)
	ref := now.of.Profile.FigureRef(own[0])
	place := t.Name
	return Diagnostic{
		Item:   t.ID,
		AtMost: guessed(now.of, prior),
		Span:   forms[0].Cell(ref).Span,
		Place:  Message{place, place},
		Message: Message{
			fmt.Sprintf("%s各数与%d年报告完全相同（其中 %d 个不为 0 也不由其他数得出）", t.Name, prior.Year, len(own)),
			fmt.Sprintf("all figures of %s are those of the %d report (%d of them neither 0 nor worked out from others)", t.Name, prior.Year, len(own)),
		},
		Label:   Message{"与上年相同，以下各数也是", "as last year, and so are all others"},
		Related: []Related{{Span: forms[1].Cell(ref).Span, Message: Message{fmt.Sprintf("%d年报告", prior.Year), fmt.Sprintf("the %d report", prior.Year)}}},
		Help:    Message{"核对台账，填本年的数", "check your records and enter this year's figures"},
		Basis:   now.of.Profile.Alike.Basis,
	}
}
