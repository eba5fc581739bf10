package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed word-repeated.md
var wordRepeatedPage string

var wordRepeated = Rule{
	Name:     "word-repeated",
	Title:    Message{"字词重复", "word repeated"},
	Family:   Writing,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     wordRepeatedPage,
	Check:    checkWordRepeated,
}

// checkWordRepeated reports pieces of text that stand there twice in a row.
// section-heading judges the headings of sections.
func checkWordRepeated(p *Pass) {
	for _, at := range p.reading().repeated {
		if p.headsSection(at.block) {
			continue
		}
		again := p.textAt(at)
		p.Flag(Diagnostic{
			Span:    p.spanAt(at),
			Message: Message{fmt.Sprintf("「%s」重复", p.twice(at)), fmt.Sprintf("%s is repeated", p.twice(at))},
			Label:   Message{fmt.Sprintf("多了「%s」？", again), fmt.Sprintf("one %s too many?", again)},
			Help:    Message{fmt.Sprintf("删去一个「%s」", again), fmt.Sprintf("delete one %s", again)},
			Basis:   p.Form.Profile.Basis,
			Fixes: []Fix{{
				Title: Message{fmt.Sprintf("删去重复的「%s」", again), fmt.Sprintf("delete the second %s", again)},
				Edits: []Edit{{Span: p.spanAt(at)}},
			}},
		})
	}
}

// twice returns both copies, with the word behind a single character.
func (p *Pass) twice(at place) string {
	text := p.Report.Blocks[at.block].Prose.Text
	start := at.at - (at.end - at.at)
	if strings.HasPrefix(text[at.at:], "可以") {
		start += len("以") // 可通过可以通过
	}
	more := 0
	if at.end-at.at == len("市") {
		more, _ = doubled(text, at.at)
	}
	return text[start : at.end+more]
}
