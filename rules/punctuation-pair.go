package rules

import (
	_ "embed"
	"fmt"
	"strings"
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
		start := i
		for i++; i < len(all) && all[i].block == first.block && all[i].pair == first.pair; i++ {
			d.Related = append(d.Related, Related{Span: p.spanAt(all[i].place), Message: Message{"这个也没有配对", "this one neither"}})
		}
		d.Fixes = p.turnFix(all[start:i])
		p.Flag(d)
	}
}

// turnFix turns one of two signs around that look the same way and have no
// sign of their kind between them: “甲“ is “甲”.
func (p *Pass) turnFix(lonely []unpaired) []Fix {
	if len(lonely) != 2 || lonely[0].closing != lonely[1].closing || lonely[0].pair != quotes && lonely[0].pair != bookMarks {
		return nil
	}
	between := p.Report.Blocks[lonely[0].block].Prose.Text[lonely[0].end:lonely[1].at]
	if strings.ContainsAny(between, "。“”\"《》") {
		return nil
	}
	wrong := lonely[1]
	if wrong.closing {
		wrong = lonely[0]
	}
	span := p.spanAt(wrong.place)
	if span.Text() != p.textAt(wrong.place) {
		return nil
	}
	sign := wrong.partner()
	return []Fix{{Message{"改为「" + sign + "」", "change to " + sign}, true, []Edit{{span, sign}}}}
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
