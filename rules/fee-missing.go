package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed fee-missing.md
var feeMissingPage string

var feeMissing = Rule{
	Name:     "fee-missing",
	Title:    Message{"没有写明信息处理费", "no statement on the information processing fee"},
	Family:   Fee,
	Severity: Error,
	Since:    "0.1.0",
	Page:     feeMissingPage,
	Words:    feeWords,
	Always:   true,
	Check:    checkFeeMissing,
}

// checkFeeMissing looks for a fact about the fee of the year. A section that
// is missing, empty or a picture is for other rules.
func checkFeeMissing(p *Pass) {
	duty := p.feeDuty()
	if duty == nil || p.fee().class != feeAbsent {
		return
	}
	section := p.Form.Section(duty.Section)
	if section == nil || !section.Found() {
		return
	}
	body := p.body(section)
	if len(body) == 0 || unreadable(body) {
		return
	}
	d := feeMissingIn(p, duty, section, body)
	year := "本年度"
	if y := p.Form.Year(); y > 0 {
		year = fmt.Sprintf("%d年度", y)
	}
	d.Help = Message{
		fmt.Sprintf("没有收取的，写「%s未收取%s」；有收取的，写明发出收费通知的件数、总金额和实际收取的总金额", year, duty.Name),
		"say that none was charged this year, or how many notices over how much were sent and how much was paid",
	}
	d.Basis = duty.Basis
	p.Flag(d)
}

// feeMissingIn says what stands in place of the statement. Only 无 alone is
// certain to be none: other words may mean one.
func feeMissingIn(p *Pass, duty *profile.Fee, section *profile.BoundSection, body []report.Block) Diagnostic {
	if text := nothingToReport(body); text != "" {
		return Diagnostic{
			AtMost: IfGuessed(p.Report.Meta.Year),
			Span:   body[0].Span,
			Message: Message{
				fmt.Sprintf("「%s」应写明%s的收取情况，实为「%s」", section.Def.Label(), duty.Name, text),
				fmt.Sprintf("%s should state what was charged as %s, is %s", section.Def.Label(), duty.Name, text),
			},
			Label: Message{"应写明本年度是否收取", "state whether any was charged"},
		}
	}
	for _, s := range p.fee().recital {
		if s.Section == duty.Section {
			return Diagnostic{
				AtMost: Warning,
				Span:   s.Span,
				Message: Message{
					fmt.Sprintf("「%s」提到%s，没有写明本年度是否收取、收取多少", section.Def.Label(), duty.Name),
					fmt.Sprintf("%s mentions %s, but not whether any was charged this year", section.Def.Label(), duty.Name),
				},
				Label: Message{"没有本年度的情况", "nothing about this year"},
			}
		}
	}
	return Diagnostic{
		AtMost: Warning,
		Span:   section.Block.Span,
		Message: Message{
			fmt.Sprintf("「%s」没有写明%s的收取情况", section.Def.Label(), duty.Name),
			fmt.Sprintf("%s does not state what was charged as %s", section.Def.Label(), duty.Name),
		},
		Label: Message{"这一部分没有写", "not in this section"},
	}
}

// nothingToReport returns what the section says when that is nothing: 无。
func nothingToReport(body []report.Block) string {
	if len(body) != 1 || !running(&body[0]) {
		return ""
	}
	text := report.TrimBlank(strings.TrimRight(body[0].Prose.Text, "。.；;！!，, \u3000"))
	switch text {
	case "无", "暂无", "没有", "无。", "略", "无其他", "暂无其他", "无其他事项", "无报告事项":
		return text
	}
	if len(text) <= 90 && prefixed(text, "无", "暂无", "没有", "本年度无", "我局无", "本机关无") && strings.HasSuffix(text, "事项") {
		return text
	}
	return ""
}

// unreadable reports whether the section may state the fee in a picture or in
// a table of its own making.
func unreadable(body []report.Block) bool {
	text := false
	for i := range body {
		text = text || running(&body[i]) && body[i].Prose.Text != ""
		if body[i].Kind == report.TableBlock && strings.Contains(body[i].Span.Text(), "费") {
			return true
		}
	}
	return !text
}
