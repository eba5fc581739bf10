package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

//go:embed self-contradiction.md
var selfContradictionPage string

var selfContradiction = Rule{
	Name:     "self-contradiction",
	Title:    Message{"正文前后不一致", "text contradicts itself"},
	Family:   Prose,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     selfContradictionPage,
	Words: []string{
		"公开信息", "公开政府信息", "公开政务信息", "公开各类", "发布信息", "发布政府信息", "发布政务信息", "发布各类", "更新信息", "政策解读", "收到", "受理", "办理", "答复",
		"办结", "制发", "制定", "结转", "复议", "诉讼", "培训", "栏目",
	},
	Check: checkSelf,
}

// stated is a figure of the text with what the sentence says before it.
type stated struct {
	Sentence
	count
	tail string // what stands right before it, without what changes nothing
}

// checkSelf looks for the same words before two different figures.
func checkSelf(p *Pass) {
	var all []stated
	for s := range p.Mentions {
		eachCount(s.Text, func(c count) {
			if c.measure == "" || c.vague || c.percent() || !c.value.IsInteger() {
				return
			}
			m := stated{Sentence: s, count: c, tail: tailOf(s.Text[:c.at])}
			if m.tail == "" {
				return
			}
			for i := range all {
				if all[i].contradicts(&m, p) {
					flagSelf(p, &all[i], &m)
					break
				}
			}
			all = append(all, m)
		})
	}
}

// stands reports whether the figure is one that may be repeated elsewhere: a
// count of the year and of the whole, not one of a list or a comparison.
func (m *stated) stands() bool {
	before := strings.ReplaceAll(m.Text[:m.at], "12月31日", "")
	return !containsAny(before, []string{"其中", "同比", "增长", "较", "比上年", "比去年", "季度", "月", "以来", "另", "还", "分别", "包括", "含", "每", "；", ";"})
}

// contradicts reports whether the later mention n says the same of another
// figure. What stands below headings of different channels is not the same.
func (m *stated) contradicts(n *stated, p *Pass) bool {
	if m.tail != n.tail || m.family() != n.family() || m.value.Equal(n.value) || m.behind() != n.behind() || !m.stands() || !n.stands() {
		return false
	}
	if above, below := p.headingAbove(m.Block), p.headingAbove(n.Block); above != below && (p.namesChannel(above) || p.namesChannel(below)) {
		return false
	}
	key := essence(m.Text[:m.at], p)
	if utf8.RuneCountInString(key) < 6 || key != essence(n.Text[:n.at], p) {
		return false
	}
	here, there := n.Slice(n.at, n.unit), m.Slice(m.at, m.unit)
	return !p.claims().allowed(here, m.value, n.value) && !p.claims().flagged(here) && !p.claims().flagged(there)
}

// behind returns what follows the measure word in its clause.
func (m *stated) behind() string {
	rest := m.Text[m.unit:]
	if i := strings.IndexAny(rest, "，,、。；;（("); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// tailOf returns the last two characters of what stands before a figure,
// without what changes nothing, or "" when there are no two. It tells most
// figures apart at a glance.
func tailOf(before string) string {
	const size = 2 * len("字")
	for before != "" {
		last := before[len(before)-1]
		if last != ' ' && last != ':' && !(len(before) >= 3 && changesNothing(before[len(before)-3:])) {
			break
		}
		if last < utf8.RuneSelf {
			before = before[:len(before)-1]
		} else {
			before = before[:len(before)-3]
		}
	}
	if len(before) < size {
		return ""
	}
	return before[len(before)-size:]
}

func changesNothing(character string) bool {
	switch character {
	case "共", "计", "为", "达", "：":
		return true
	}
	return false
}

// essence returns a text without what changes nothing: blanks, commas, 共,
// the report year, an ordinal.
func essence(s string, p *Pass) string {
	if o, ok := report.OrdinalAt(s); ok {
		s = s[o.Size:]
	}
	s = report.Fold(s)
	if year := p.Report.Meta.Year.Value; year != "" {
		s = strings.ReplaceAll(strings.ReplaceAll(s, year+"年度", ""), year+"年", "")
	}
	return strings.NewReplacer(",", "", ":", "", "共计", "", "共", "", "累计", "", "总计", "", "合计", "", "全年", "", "本年度", "", "今年", "", "一是", "", "二是", "", "三是", "").Replace(s)
}

// headingAbove returns the block of the heading that the block stands under.
func (p *Pass) headingAbove(block int) int {
	for i := block - 1; i >= 0; i-- {
		if p.Report.Blocks[i].Kind == report.Heading {
			return i
		}
	}
	return -1
}

// namesChannel reports whether the heading is about one way of publishing.
func (p *Pass) namesChannel(heading int) bool {
	return heading >= 0 && containsAny(p.Report.Blocks[heading].Prose.Text, []string{"网站", "媒体", "微信", "微博", "公众号", "客户端", "公报", "抖音"})
}

func flagSelf(p *Pass, first, second *stated) {
	p.Flag(Diagnostic{
		Span: second.Slice(second.at, second.unit),
		Message: Message{
			fmt.Sprintf("同一内容前后两个数：前文为 %s，此处为 %s", first.value, second.value),
			fmt.Sprintf("the same is said with two figures: %s before, %s here", first.value, second.value),
		},
		Label:  Message{fmt.Sprintf("前文为 %s", first.value), fmt.Sprintf("%s before", first.value)},
		Actual: second.value.String(),
		Related: []Related{{
			Span:    first.Slice(first.at, first.unit),
			Message: Message{"前文 " + first.value.String(), "before: " + first.value.String()},
			Value:   first.value.String(),
		}},
		Help:  Message{"核对哪一个数对；渠道或时间不同的，在句中写明", "check which is right; if channel or time differ, say so"},
		Basis: "内容应当准确",
	})
}
