package rules

import (
	_ "embed"
	"fmt"
	"strings"
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

// serial notes a document number that begins with the bracket [i, end).
func (s *scanner) serial(i, end int) {
	if end+4 >= len(s.text) || s.text[end]-'1' > 1 || i == 0 || s.han != i {
		return
	}
	if n, ok := serialAt(s.text, i); ok && n.right() != n.text {
		s.serials = append(s.serials, s.place(i, i+len(n.text)))
	}
}

// serial is the part of a document number behind the name of the organ.
type serial struct{ text, year, number, end string }

// right returns the number as it should be.
func (n serial) right() string {
	if n.end == "" {
		n.end = "号"
	}
	return "〔" + n.year + "〕" + strings.TrimLeft(n.number, "0") + n.end
}

// serialAt reads 〔2021〕30号 at i, in any brackets, with 第 or zeros before the
// number. In other brackets it needs 号 to be one. 〔2021〕30 without it needs a
// sign that ends it: 〔2021〕3期 is something else.
func serialAt(s string, i int) (serial, bool) {
	opening := hasAnyPrefix(s[i:], []string{"〔", "【", "［", "[", "〖", "﹝", "{", "（", "("})
	at := i + len(opening)
	year := s[at : at+digitsAt(s[at:])]
	at += len(year)
	closing := hasAnyPrefix(s[at:], []string{"〕", "】", "］", "]", "〗", "﹞", "}", "）", ")"})
	if closing == "" || len(year) != 4 || year < "1949" || year > "2099" {
		return serial{}, false
	}
	at += len(closing)
	at += len(hasAnyPrefix(s[at:], []string{"第"}))
	number := s[at : at+digitsAt(s[at:])]
	at += len(number)
	end := hasAnyPrefix(s[at:], []string{"号"})
	at += len(end)
	switch {
	case number == "" || len(number) > 5 || strings.Trim(number, "0") == "":
		return serial{}, false
	case end == "" && (opening != "〔" || s[at:] != "" && hasAnyPrefix(s[at:], []string{"）", ")", "》", "，", "。", "；"}) == ""):
		return serial{}, false
	}
	return serial{s[i:at], year, number, end}, true
}
