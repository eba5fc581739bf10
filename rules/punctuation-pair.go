package rules

import (
	_ "embed"
	"fmt"
)

//go:embed punctuation-pair.md
var punctuationPairPage string

var punctuationPair = Rule{
	Name:     "punctuation-pair",
	Title:    Message{"标点不成对", "punctuation mark without partner"},
	Family:   Writing,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     punctuationPairPage,
	Check:    checkPunctuationPair,
}

// checkPunctuationPair reports quotes, book marks and brackets whose partner
// is missing, those of one kind in one paragraph together.
func checkPunctuationPair(p *Pass) {
	all := p.settle(p.reading().unpaired)
	for i := 0; i < len(all); {
		first := all[i]
		d := Diagnostic{
			Item:  first.pair.name(),
			Span:  p.spanAt(first.place),
			Basis: "GB/T 15834-2011",
			Help:  Message{"补上另一半；前后两个方向相同的，改正方向", "add the other mark, or turn one of two that look the same way"},
		}
		d.Message, d.Label = first.explain(p.textAt(first.place))
		for i++; i < len(all) && all[i].block == first.block && all[i].pair == first.pair; i++ {
			d.Related = append(d.Related, Related{Span: p.spanAt(all[i].place), Message: Message{"这个也没有配对", "this one neither"}})
		}
		p.Flag(d)
	}
}

// explain words a sign without partner.
func (u unpaired) explain(sign string) (message, label Message) {
	zh, en := "后面", "closing"
	if u.closing {
		zh, en = "前面", "opening"
	}
	partner := u.partner()
	return Message{fmt.Sprintf("「%s」没有配对：本段%s缺「%s」", sign, zh, partner), fmt.Sprintf("%s has no %s partner in this paragraph", sign, en)},
		Message{fmt.Sprintf("缺「%s」", partner), fmt.Sprintf("no %s", partner)}
}

// partner returns the missing sign.
func (u unpaired) partner() string {
	signs := [...][2]string{
		quotes: {"“", "”"}, bookMarks: {"《", "》"}, innerMarks: {"〈", "〉"}, rounds: {"（", "）"}, tortoise: {"〔", "〕"},
	}[u.pair]
	if u.closing {
		return signs[0]
	}
	return signs[1]
}

// name is the pair as the item of a finding.
func (k pair) name() string {
	return [...]string{quotes: "quote", bookMarks: "title", innerMarks: "inner-title", rounds: "bracket", tortoise: "year-bracket"}[k]
}
