package parser

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// meta fills in what the front matter did not say and the title does.
func (p *page) meta() {
	m := &p.report.Meta
	title := p.report.Title
	t := p.readTitle(title.Text)
	if !m.Organ.Known() && t.organ.start < t.organ.end {
		m.Organ = report.Fact{Value: dense(title.Text[t.organ.start:t.organ.end]), Origin: report.FromText,
			Span: title.Slice(t.organ.start, t.organ.end)}
	}
	if !m.Year.Known() && t.year != "" {
		m.Year = report.Fact{Value: t.year, Origin: report.FromText, Span: title.Slice(t.yearAt.start, t.yearAt.end)}
	}
	if !m.Year.Known() {
		p.yearOfPeriod()
	}
	if !m.Published.Known() {
		p.publishedLine()
	}
}

// titleFacts are the parts of a title.
type titleFacts struct {
	organ  extent
	year   string
	yearAt extent
}

// readTitle takes a title apart, as a rule the one that it took apart last.
func (p *page) readTitle(s string) titleFacts {
	if s == "" || s != p.titled {
		p.titled, p.facts = s, readTitle(s)
	}
	return p.facts
}

// readTitle takes a title apart. The organ is what stands before 政府信息公开,
// without the year, wherever that stands.
func readTitle(s string) titleFacts {
	var t titleFacts
	named := topicAt(s)
	end := named
	if named < 0 {
		end = len(s) // called something else: 某局2023年度部门决算公开说明
	}
	year := extent{end, end}
	report.EachDate(s, func(at, size int, d report.Date) bool {
		if d.Year == 0 || d.Month != 0 {
			return true
		}
		t.year, t.yearAt = strconv.Itoa(d.Year), extent{at, at + digitsOf(d)}
		if at < end {
			year = extent{at, at + size}
		}
		return false
	})
	switch {
	case t.year != "":
	case named < 0:
		return t
	default:
		t.year, t.yearAt = bareYear(s)
	}
	before, behind := organIn(s, extent{0, year.start}), organIn(s, extent{year.end, max(year.end, end)})
	t.organ = before
	if before.start == before.end {
		t.organ = behind
	}
	return t
}

// bareYear finds a year without 年 at the end of s: 政务公开年报2022.
func bareYear(s string) (string, extent) {
	s = withoutNote(s)
	digits := len(s) - len(strings.TrimRight(s, "0123456789"))
	if e := (extent{len(s) - 4, len(s)}); digits == 4 && strings.HasPrefix(s[e.start:], "20") {
		return s[e.start:], e
	}
	return "", extent{}
}

// digitsOf returns how many bytes of a date are its year without 年.
func digitsOf(d report.Date) int {
	if i := strings.Index(d.Text.Value, "年"); i >= 0 {
		return len(strings.TrimRight(d.Text.Value[:i], " \t　"))
	}
	return len(d.Text.Value)
}

// topicAt returns where the name of the report begins in a title, -1 when it
// is none of a report.
func topicAt(s string) int {
	for _, topic := range [...]string{
		"政府信息公开", "政府信息 公开", "政府 信息公开", "政务公开", "信息公开", "政府信息", "工作年度报告", "年度报告", "年度工作报告", "工作报告", "年报", "报告",
		"年度报表", "报表", "数据表", "统计表",
	} {
		i := strings.Index(s, topic)
		if i < 0 {
			continue
		}
		// 某县人民政府信息公开: the two names share 政府.
		if strings.HasPrefix(topic, "政府") && strings.HasSuffix(s[:i], "人民") {
			i += len("政府")
		}
		return i
	}
	return -1
}

// organIn returns the name of an organ in s[e.start:e.end].
func organIn(s string, e extent) extent {
	trim := func(prefixes, suffixes []string) bool {
		before := e
		e.start += report.BlankAt(s[e.start:e.end])
		e.end = e.start + len(report.TrimBlank(s[e.start:e.end]))
		for _, prefix := range prefixes {
			if strings.HasPrefix(s[e.start:e.end], prefix) {
				e.start += len(prefix)
			}
		}
		for _, suffix := range suffixes {
			if strings.HasSuffix(s[e.start:e.end], suffix) {
				e.end -= len(suffix)
			}
		}
		return e != before
	}
	e.start += documentNumber(s[e.start:e.end])
	for e.start < e.end && trim([]string{"关于", "/", "／", "的", "年度", "《"}, []string{"关于", "/", "／", "的", "年度", "本级"}) {
	}
	return e
}

// dense returns s without blanks.
func dense(s string) string {
	if strings.IndexFunc(s, report.IsBlank) < 0 {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, report.IsBlank), "")
}

// yearOfPeriod takes the year from 自2023年1月1日起, when the title has none.
func (p *page) yearOfPeriod() {
	for i := range p.report.Blocks[:min(12, len(p.report.Blocks))] {
		prose := p.report.Blocks[i].Prose
		report.EachDate(prose.Text, func(at, size int, d report.Date) bool {
			if d.Year == 0 || d.Month != 1 || d.Day != 1 {
				return true
			}
			p.report.Meta.Year = report.Fact{Value: strconv.Itoa(d.Year), Origin: report.FromText,
				Span: prose.Slice(at, at+digitsOf(d))}
			return false
		})
		if p.report.Meta.Year.Known() {
			return
		}
	}
}

// publishedLine takes the date from a line like 发布日期：2024-01-17 near the
// title, as web pages have it.
func (p *page) publishedLine() {
	for i := range p.report.Blocks[:min(6, len(p.report.Blocks))] {
		prose := p.report.Blocks[i].Prose
		if head := prose.Text[:min(120, len(prose.Text))]; !report.Contains(head, "期") && !report.Contains(head, "间") {
			continue
		}
		for _, label := range [...]string{"发布日期", "发布时间", "公开日期", "发文日期"} {
			at := strings.Index(prose.Text[:min(120, len(prose.Text))], label)
			if at < 0 {
				continue
			}
			at += len(label)
			at += len(prose.Text[at:]) - len(strings.TrimLeft(prose.Text[at:], "：: 　"))
			if d, size := report.DateAt(prose.Text[at:]); size > 0 && d.Whole() {
				p.report.Meta.Published = report.Fact{Value: isoDate(d), Origin: report.FromText,
					Span: prose.Slice(at, at+size)}
				return
			}
		}
	}
}

// isoDate writes d as 2024-01-17.
func isoDate(d report.Date) string {
	b := strconv.AppendInt(nil, int64(d.Year), 10)
	b = append(b, '-', byte('0'+d.Month/10%10), byte('0'+d.Month%10))
	return string(append(b, '-', byte('0'+d.Day/10%10), byte('0'+d.Day%10)))
}
