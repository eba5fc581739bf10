package rules

import (
	_ "embed"
	"fmt"
)

//go:embed document-number.md
var documentNumberPage string

var documentNumber = Rule{
	Name:     "document-number",
	Title:    Message{"发文字号不规范", "unusual document number"},
	Family:   Writing,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     documentNumberPage,
	Check:    checkDocumentNumber,
}

// checkDocumentNumber reports document numbers that are not written like
// 国办公开办函〔2021〕30号, each once.
func checkDocumentNumber(p *Pass) {
	for _, at := range p.reading().serials {
		is := p.textAt(at)
		n, _ := serialAt(is, 0)
		should := n.right()
		d := Diagnostic{
			Span: p.spanAt(at),
			Message: Message{
				fmt.Sprintf("发文字号应为「%s」，实为「%s」", should, is),
				fmt.Sprintf("a document number is written %s, not %s", should, is),
			},
			Label: Message{fmt.Sprintf("应为「%s」", should), fmt.Sprintf("should be %s", should)},
			Basis: "GB/T 9704-2012 7.2.5：年份用六角括号，序号不加「第」、不编虚位，后加「号」",
		}
		if d.Span.Text() == is {
			d.Fixes = []Fix{{
				Title: Message{"改写发文字号", "rewrite the document number"}, Safe: true,
				Edits: []Edit{{Span: d.Span, New: should}},
			}}
		}
		p.Flag(d)
	}
}
