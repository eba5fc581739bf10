package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed term-wrong.md
var termWrongPage string

var termWrong = Rule{
	Name:     "term-wrong",
	Title:    Message{"用语有误", "wrong term"},
	Family:   Writing,
	Severity: Info,
	Since:    "0.1.0",
	Page:     termWrongPage,
	Words:    wrongTerms(),
	Check:    checkTermWrong,
}

// term is a wrong term and the right one.
type term struct{ wrong, right, basis string }

const disclosureLaw = "政府信息公开条例"

// terms are the wrong terms that reports use. A term stands here when it
// is wrong wherever it occurs.
var terms = []term{
	{"国家机密", "国家秘密", disclosureLaw + "第十四条"},
	{"商业机密", "商业秘密", disclosureLaw + "第十五条"},
	{"政务公开年度报告", "政府信息公开工作年度报告", disclosureLaw + "第四十九条"},
	{"政务公开工作年度报告", "政府信息公开工作年度报告", disclosureLaw + "第四十九条"},
	{"信息公开条列", "信息公开条例", disclosureLaw},
	{"其它", "其他", "《现代汉语词典》：其他"},
}

func wrongTerms() (words []string) {
	for _, t := range terms {
		words = append(words, t.wrong)
	}
	return words
}

// checkTermWrong reports each wrong term once.
func checkTermWrong(p *Pass) {
	places := make([][]place, len(terms))
	for i := range p.Report.Blocks {
		if !p.prose.has(i, p.number) || p.headsSection(i) {
			continue
		}
		text := p.Report.Blocks[i].Prose.Text
		for n, t := range terms {
			for at := strings.Index(text, t.wrong); at >= 0; {
				if titleAround(text, at) == "" {
					places[n] = append(places[n], place{i, at, at + len(t.wrong)})
				}
				next := strings.Index(text[at+len(t.wrong):], t.wrong)
				if next < 0 {
					break
				}
				at += len(t.wrong) + next
			}
		}
	}
	for n, t := range terms {
		p.flagHabit(habit{
			item: t.wrong, places: places[n], basis: t.basis,
			name: Message{fmt.Sprintf("应为「%s」，实为「%s」", t.right, t.wrong), fmt.Sprintf("should be %s, is %s", t.right, t.wrong)},
			fix:  func(string, int, int) (string, bool) { return t.right, true },
		})
	}
}

// headsSection reports whether the block is the heading of a section of the
// form; section-heading judges its words.
func (p *Pass) headsSection(block int) bool {
	for i := range p.Form.Sections {
		if s := &p.Form.Sections[i]; s.Found() && s.Index == block {
			return true
		}
	}
	return false
}
