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
