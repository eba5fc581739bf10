package rules

import (
	_ "embed"
	"fmt"
)

//go:embed date-garbled.md
var dateGarbledPage string

var dateGarbled = Rule{
	Name:     "date-garbled",
	Title:    Message{"日期或文号缺字", "date or document number lost characters"},
	Family:   Dates,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     dateGarbledPage,
	Check:    checkDateGarbled,
}

// checkDateGarbled reports dates and document numbers that lost their signs.
func checkDateGarbled(p *Pass) {
	for _, at := range p.reading().garbled {
		if p.inBasis(at) {
			continue // basis-outdated says what the number should be
		}
		text := p.textAt(at)
		p.Flag(Diagnostic{
			Span: p.spanAt(at),
			Message: Message{
				fmt.Sprintf("「%s」疑似在转换中丢了字", text),
				fmt.Sprintf("%s seems to have lost characters in a conversion", text),
			},
			Label: Message{"缺「年」「月」或「〔〕」", "年, 月 or 〔〕 is missing"},
			Help:  Message{"对照原件补全", "complete it from the original"},
			Basis: p.Form.Profile.Basis,
		})
	}
}

// inBasis reports whether the place is the number of a document that the
// profile knows, beside its title.
func (p *Pass) inBasis(at place) bool {
	section, known := p.prose.sectionOf(at.block), p.Form.Profile.Documents
	if section != "" && section != "overview" {
		return false
	}
	text := p.Report.Blocks[at.block].Prose.Text
	start, end := sentenceAround(text, at.at)
	for _, c := range citations(text[start:end], known) {
		if start+c.number <= at.at && at.end <= start+c.behind && c.titled(known) != nil {
			return true
		}
	}
	return false
}
