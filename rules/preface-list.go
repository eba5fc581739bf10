package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed preface-list.md
var prefaceListPage string

var prefaceList = Rule{
	Name:     "preface-list",
	Title:    Message{"前言所列章节与正文不符", "preface lists other sections"},
	Family:   Sections,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     prefaceListPage,
	Words:    []string{"个部分", "六部分", "六大部分", "六个方面", "6个方面", "部分组成", "部分构成", "方面组成"},
	Check:    checkPrefaceList,
}

// longestList bounds, in bytes, a sentence that is taken apart word by word.
const longestList = 3000

// checkPrefaceList looks at the sentence that says which parts the report has.
func checkPrefaceList(p *Pass) {
	if len(p.Form.Sections) == 0 {
		return
	}
	for s := range p.Mentions {
		if s.Section != "" && s.Section != "overview" || len(s.Text) > longestList || p.namedSections(s.Text) < 3 {
			continue
		}
		lacks := p.checkList(s)
		if len(lacks) == 0 || !saysAll(s.Text, len(p.Form.Sections)) {
			continue
		}
		n := report.HanNumeral(len(p.Form.Sections))
		p.Flag(Diagnostic{
			AtMost: Info,
			Span:   s.Span,
			Message: Message{
				fmt.Sprintf("前言说有%s个部分，没有列出%s", n, quoted(lacks)),
				fmt.Sprintf("the preface speaks of %d parts and does not name %s", len(p.Form.Sections), strings.Join(lacks, ", ")),
			},
			Label: Message{"缺" + strings.Join(lacks, "、"), "lacks " + strings.Join(lacks, ", ")},
			Help:  Message{"列全" + n + "个部分，或者写「等" + n + "个部分」", "name all parts"},
			Basis: p.Form.Profile.Basis,
		})
	}
}

// namedSections counts the sections that a text tells by any of their names.
func (p *Pass) namedSections(text string) (n int) {
	for i := range p.Form.Profile.Sections {
		if containsAny(text, p.Form.Profile.Sections[i].Names) {
			n++
		}
	}
	return n
}

// checkList reports the names with a slip in them, and returns the sections
// that are not named at all.
func (p *Pass) checkList(s Sentence) (lacks []string) {
	for i := range p.Form.Profile.Sections {
		def := &p.Form.Profile.Sections[i]
		if def.NamedIn(s.Text) {
			continue
		}
		if from, to := nearest(s.Text, def.Labels); from < to {
			p.Flag(p.slipInList(s, from, to, def))
		} else if !containsAny(s.Text, def.Names) {
			lacks = append(lacks, bareLabel(def.Label()))
		}
	}
	return lacks
}

func (p *Pass) slipInList(s Sentence, from, to int, def *profile.Section) Diagnostic {
	want, is := bareLabel(def.Label()), s.Text[from:to]
	return Diagnostic{
		Item: def.ID,
		Span: s.Slice(from, to),
		Message: Message{
			fmt.Sprintf("前言中的章节名应为「%s」，实为「%s」", want, is),
			fmt.Sprintf("the name of a section in the preface should be 「%s」, is 「%s」", want, is),
		},
		Label:    Message{"应为「" + want + "」", "should be 「" + want + "」"},
		Expected: want,
		Actual:   is,
		Help:     Message{"改正章节名", "correct the name"},
		Basis:    p.Form.Profile.Basis,
	}
}

// saysAll reports whether a text claims to list so many parts, all of them.
func saysAll(text string, n int) bool {
	for _, number := range [...]string{report.HanNumeral(n), fmt.Sprint(n)} {
		for _, parts := range [...]string{"个部分", "部分", "大部分", "个方面"} {
			if i := strings.Index(text, number+parts); i >= 0 {
				return !strings.HasSuffix(text[:i], "等")
			}
		}
	}
	return false
}
