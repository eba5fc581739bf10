package parser

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// statedMeta takes the facts that the front matter states.
func (p *page) statedMeta() {
	m := &p.report.Meta
	for _, f := range p.report.Matter {
		value := report.TrimBlank(f.Value.Value)
		switch strings.ToLower(f.Key) {
		case "organ", "agency", "机关", "单位", "机构":
			state(&m.Organ, value, f)
		case "year", "年度", "年份":
			p.stateOneOf(&m.Year, yearIn(value), f)
		case "published", "date", "发布日期", "发布时间":
			state(&m.Published, dayIn(value), f)
		case "kind", "类型":
			p.stateOneOf(&m.Kind, kindIn(strings.ToLower(value)), f)
		case "scope", "范围":
			p.stateOneOf(&m.Scope, scopeIn(strings.ToLower(value)), f)
		}
	}
}

// state sets a fact that no earlier key has set.
func state(fact *report.Fact, value string, f report.Field) {
	if !fact.Known() && value != "" {
		*fact = report.Fact{Value: value, Origin: report.FromMatter, Span: f.Value.Span}
	}
}

// stateOneOf sets a fact of which the values are known. The value is "" when
// the field has none of them; an empty field says nothing.
func (p *page) stateOneOf(fact *report.Fact, value string, f report.Field) {
	if value == "" && report.TrimBlank(f.Value.Value) != "" {
		p.anomaly(report.MatterUnknown, f.Value.Span.Start, f.Value.Span.End, f.Key)
	}
	state(fact, value, f)
}

// yearIn reads 2023, 2023年 and 二〇二三年.
func yearIn(s string) string {
	if len(s) == 4 && strings.Trim(s, "0123456789") == "" {
		return s
	}
	if d, size := report.DateAt(s); size > 0 && d.Year > 0 {
		return strconv.Itoa(d.Year)
	}
	return ""
}

// dayIn reads a whole date, with a time of day or without.
func dayIn(s string) string {
	if d, size := report.DateAt(s); size > 0 && d.Whole() {
		return isoDate(d)
	}
	return ""
}

// kindIn returns the kind of an organ, told in Chinese or English, or "".
func kindIn(s string) string {
	switch s {
	case "ministry", "province", "city", "county", "department", "township", "authorized":
		return s
	case "部委", "国务院部门":
		return "ministry"
	case "省", "省级政府":
		return "province"
	case "市", "市级政府":
		return "city"
	case "县", "区", "县区", "县级政府":
		return "county"
	case "部门", "地方政府部门":
		return "department"
	case "乡镇", "街道", "乡镇街道", "乡镇、街道":
		return "township"
	case "授权组织", "法律法规授权组织", "法律法规授权的组织":
		return "authorized"
	}
	return ""
}

// scopeIn returns whose figures a report has: its own organ's or all below; ""
// when the word says neither.
func scopeIn(s string) string {
	switch s {
	case "own", "本级", "本机关":
		return "own"
	case "aggregate", "汇总", "全市", "全县", "全区", "全省":
		return "aggregate"
	}
	return ""
}
