package rules

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed figures-copied.md
var figuresCopiedPage string

var figuresCopied = Rule{
	Name:     "figures-copied",
	Title:    Message{"表内数字与上年完全相同", "all figures of a table are last year's"},
	Family:   Years,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     figuresCopiedPage,
	CheckSet: checkFiguresCopied,
}

// checkFiguresCopied reports each table of the form whose figures are all
// those of last year.
func checkFiguresCopied(p *SetPass) {
	for _, f := range p.Set.Reports {
		prior := p.Set.Prior(f)
		if prior == nil || prior.Profile != f.Profile {
			continue
		}
		now, before := p.figures(f), p.figures(prior)
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

// What makes a table that is the same in two years a copy. A body with few
// requests has the same small figures by chance.
const (
	copiedFigures = 5
	copiedDigits  = 8 // of these figures together
)

// copied reports whether all figures of the table of the form that the one
// with the id belongs to (表二 is several) are last year's.
func copied(now, before *figures, id string) bool {
	p := now.of.Profile
	if before.of.Profile != p {
		return false
	}
	name := p.Table(id).Name
	for i := range p.Tables {
		t := &p.Tables[i]
		from, to := t.Figure(0, 0), t.Figure(len(t.Rows), 0)
		if t.Name == name && !slices.EqualFunc(now.all[from:to], before.all[from:to], sameFigure) {
			return false
		}
	}
	own, digits := ownFigures(now, name), 0
	for _, n := range own {
		digits += len(now.all[n].value.String())
	}
	return len(own) >= copiedFigures && digits >= copiedDigits
}

func sameFigure(a, b figure) bool {
	return (a.kind == figureNone) == (b.kind == figureNone) && a.value.Equal(b.value)
}

// ownFigures returns the figures of a table of the form that are not 0, are
// not worked out from others, and do not go on from year to year.
func ownFigures(f *figures, name string) (own []int) {
	p := f.of.Profile
	for i := range p.Tables {
		t := &p.Tables[i]
		if t.Name != name {
			continue
		}
		for n := t.Figure(0, 0); n < t.Figure(len(t.Rows), 0); n++ {
			if !f.all[n].value.IsZero() && !p.Derived(n) && !goesOn(p, n) {
				own = append(own, n)
			}
		}
	}
	return own
}

// goesOn reports whether the figure follows from last year's report.
func goesOn(p *profile.Profile, n int) bool {
	links := p.Links()
	return slices.ContainsFunc(links, func(l profile.Link) bool { return l.Left[0] == n })
}
