package rules

import (
	_ "embed"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed punctuation-form.md
var punctuationFormPage string

var punctuationForm = Rule{
	Name:     "punctuation-form",
	Title:    Message{"标点写法不规范", "unusual punctuation"},
	Family:   Writing,
	Severity: Info,
	Since:    "0.1.0",
	Page:     punctuationFormPage,
	Check:    checkPunctuationForm,
}

// checkPunctuationForm reports each sort of unusual punctuation once.
func checkPunctuationForm(p *Pass) {
	s := p.reading()
	p.flagHabit(habit{
		item: "label", places: p.labels(s.ordinals), basis: "GB/T 9704-2012 7.3.3；GB/T 15834-2011", fix: rightLabel,
		name: Message{"序号应写「一、」「（一）」「1.」「（1）」", "ordinals are written 一、 （一） 1. （1）"},
	})
	p.flagHabit(habit{
		item: "bracket", places: s.brackets, also: s.partners, basis: "GB/T 15834-2011", fix: wideSign,
		name: Message{"中文里的括号应为全角", "brackets in Chinese text are full-width"},
	})
	p.flagHabit(habit{
		item: "half-width", places: s.points, basis: "GB/T 15834-2011", fix: wideSign,
		name: Message{"中文里的标点应为全角", "punctuation in Chinese text is full-width"},
	})
	p.flagHabit(habit{
		item: "inner-title", places: s.inner, basis: "GB/T 15834-2011", fix: innerMark,
		name: Message{"书名号里面再用书名号，应为「〈」「〉」", "a title inside a title stands in 〈〉"},
	})
	p.flagHabit(habit{
		item: "range", places: s.ranges, basis: "GB/T 15834-2011 4.13；GB/T 15835-2011", fix: rightRange,
		name: Message{"起止之间应为「—」（年份）或「～」（数值）", "a range of years has —, one of figures ～"},
	})
}

// labels returns the signs behind ordinals that do not belong there.
func (p *Pass) labels(ordinals []numbered) (signs []place) {
	for _, o := range ordinals {
		if o.Form&wrongLabel == 0 {
			continue
		}
		label := strings.TrimRightFunc(p.Report.Blocks[o.block].Prose.Text[:o.Size], report.IsBlank)
		size := 1
		if label[len(label)-1] >= 0x80 {
			size = len("、")
		}
		signs = append(signs, place{o.block, len(label) - size, len(label)})
	}
	return signs
}
