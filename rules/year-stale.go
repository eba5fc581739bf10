package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed year-stale.md
var yearStalePage string

var yearStale = Rule{
	Name:     "year-stale",
	Title:    Message{"沿用上一年的内容", "left over from last year"},
	Family:   Dates,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     yearStalePage,
	Check:    checkYearStale,
}

// checkYearStale reports once the sentences that tell of the year before as
// if it were the report year, and the plans for that year that the report
// says it carries out.
func checkYearStale(p *Pass) {
	year := p.Form.Year()
	var found []place
	for _, m := range p.dates() {
		if m.Year == year-1 && m.Month == 0 && (p.tellsOfLastYear(m, year) || p.followsLastPlan(m, year)) {
			found = append(found, m.place())
		}
	}
	if len(found) == 0 {
		return
	}
	d := Diagnostic{
		Span: p.spanAt(found[0]),
		Message: Message{
			fmt.Sprintf("句中的年份应为%d年，实为%d年，疑似沿用上一年的内容", year, year-1),
			fmt.Sprintf("the year of this sentence should be %d, is %d: left over from last year?", year, year-1),
		},
		Label:    Message{fmt.Sprintf("应为%d年？", year), fmt.Sprintf("%d?", year)},
		Expected: fmt.Sprint(year),
		Actual:   fmt.Sprint(year - 1),
		Help:     Message{"核对这一句的年份和内容；数字也可能是上一年的", "check year and content; the figures may be last year's too"},
		Basis:    p.Form.Profile.Basis,
	}
	p.gather(&d, found)
	p.Flag(d)
}

// pastWords say that a sentence tells of another year on purpose, or that
// another rule has it: the fee (fee-year) and the period (period-wrong).
var pastWords = []string{
	"较", "比", "上年", "上一年", "去年", "往年", "历年", "增长", "增加", "下降", "减少", "提升了", "以来", "以后", "之后", "起", "底", "末",
	"至", "到", "连续", "结转", "整改", "存在", "问题", "不足", "基础上", "印发", "出台", "发布的", "制定的", "施行", "实施", "修订", "成立",
	"决算", "预算", "评估", "考核结果", "排名", "获", "荣", "处理费", "统计", "年报", "年度报告", "前期", "曾", "当时", "上报",
}

// subjects follow a year that a sentence is about.
var subjects = []string{"，", ",", "我", "本", "全", "共", "累计", "各"}

// tellsOfLastYear reports whether a sentence begins with the year before and
// says what was done in it: 2022年，我局主动公开信息61条.
func (p *Pass) tellsOfLastYear(m mention, year int) bool {
	text := p.textOf(m)
	if !begins(text, m.at) || hasAnyPrefix(text[m.at+m.size:], subjects) == "" {
		return false
	}
	start, end := sentenceAround(text, m.at)
	rest := text[m.at+m.size : end]
	if containsAny(rest, pastWords) || !containsAny(rest, []string{"公开", "申请", "信息"}) {
		return false
	}
	return !p.saysYear(m.block, start, len(text), year)
}

// saysYear reports whether a year is mentioned in a part of a block.
func (p *Pass) saysYear(block, start, end, year int) bool {
	for _, m := range p.dates() {
		if m.block == block && m.at >= start && m.at < end && m.Year == year {
			return true
		}
	}
	return false
}

// followsLastPlan reports whether the report says that it carried out the
// 工作要点 for the year before, and not those for the report year as well.
func (p *Pass) followsLastPlan(m mention, year int) bool {
	text := p.textOf(m)
	if !namesPlan(text[m.at+m.size:]) {
		return false
	}
	from, to := sentenceAround(text, m.at)
	before := text[from:m.at]
	return containsAny(before, []string{"按照", "根据", "依据", "落实", "贯彻", "执行", "对照", "围绕"}) &&
		!containsAny(text[from:to], []string{"上年", "上一年", "去年", "回顾", "历年", "年初", "完成情况"}) && !p.namesPlanOf(m.block, from, to, year)
}

// namesPlan reports whether what follows a year is the name of 工作要点.
func namesPlan(rest string) bool {
	end := strings.IndexAny(rest, "》"+clauseEnds)
	return end >= 0 && strings.HasSuffix(strings.TrimRight(rest[:end], "的通知〉>"), "要点")
}

// namesPlanOf reports whether a part of a block names those of a year, or
// the year where two years share them: 2024年、2025年工作要点.
func (p *Pass) namesPlanOf(block, start, end, year int) bool {
	for _, m := range p.dates() {
		if m.block != block || m.at < start || m.at >= end || m.Year != year {
			continue
		}
		if text := p.textOf(m); namesPlan(text[m.at+m.size:]) || hasAnyPrefix(text[m.at+m.size:], []string{"、", "和", "及", "以及", "与"}) != "" {
			return true
		}
	}
	return false
}
