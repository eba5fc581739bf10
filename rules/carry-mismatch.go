package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed carry-mismatch.md
var carryMismatchPage string

var carryMismatch = Rule{
	Name:       "carry-mismatch",
	Title:      Message{"上年结转与上年报告不一致", "carried-over figures differ from last year's report"},
	Family:     Years,
	Severity:   Error,
	Since:      "0.1.0",
	Page:       carryMismatchPage,
	CheckYears: checkCarry,
}

// checkCarry reports, once for each pair of years, the columns that do not go
// on. Applicants are sometimes classed anew, so only the total is an error.
func checkCarry(p *SetPass, f, prior *Facts) {
	p.eachBreak(f, prior, func(b *yearBreak) {
		l := &b.links[0]
		d := b.begin(l)
		if !b.total(l) {
			d.AtMost = Warning
		}
		for i := range b.links[1:] {
			d.Related = append(d.Related, b.related(0, b.links[i+1].Left[0]), b.related(1, b.links[i+1].prior[0]))
		}
		d.Message = b.notCarried()
		if d.Hint.IsZero() {
			d.Hint = b.settled(l)
		}
		d.Help = Message{
			"核对两年的台账：两份报告中至少一份有误；机构合并、分立等原因可写注释说明",
			"check the records of both years: one of the two reports is wrong; a merger or split can be explained in a comment",
		}
		p.Flag(b.now, d)
	})
}

// notCarried words the columns that do not go on.
func (b *yearBreak) notCarried() Message {
	first := &b.links[0]
	row, column := figureNames(b.now.Profile, first.Left[0])
	from, _ := figureNames(b.prior.Profile, first.prior[0])
	if len(b.links) == 1 {
		return Message{
			fmt.Sprintf("「%s」的「%s」应与%d年报告「%s」的 %s 相同，实为 %s，%s", row, column, b.prior.Year, from, first.expected, first.actual, difference(first.expected, first.actual)),
			fmt.Sprintf("%s of %s should be %s as in %s of the %d report, is %s", column, row, first.expected, from, b.prior.Year, first.actual),
		}
	}
	var zh, en []string
	for i := range b.links {
		l := &b.links[i]
		_, column := figureNames(b.now.Profile, l.Left[0])
		zh = append(zh, fmt.Sprintf("「%s」应为 %s，实为 %s", column, l.expected, l.actual))
		en = append(en, fmt.Sprintf("%s should be %s, is %s", column, l.expected, l.actual))
	}
	return Message{
		fmt.Sprintf("「%s」应与%d年报告的「%s」相同：%s", row, b.prior.Year, from, strings.Join(zh, "；")),
		fmt.Sprintf("%s should be as in %s of the %d report: %s", row, from, b.prior.Year, strings.Join(en, "; ")),
	}
}

// settled says which of the two figures makes the sums of its own year right
// when it is that of the other.
func (b *yearBreak) settled(l *yearLink) Message {
	if settles(b.forms[0], l.Left[0], l.expected) {
		return Message{
			fmt.Sprintf("改为 %s 后，本列勾稽相平", l.expected),
			fmt.Sprintf("with %s the column adds up", l.expected),
		}
	}
	if settles(b.forms[1], l.prior[0], l.actual) {
		name := cellName(b.prior.Profile, l.prior[0])
		return Message{
			fmt.Sprintf("%d年报告的%s改为 %s 后，该列勾稽相平", b.prior.Year, name, l.actual),
			fmt.Sprintf("with %s in %s of the %d report that column adds up", l.actual, name, b.prior.Year),
		}
	}
	return Message{}
}
