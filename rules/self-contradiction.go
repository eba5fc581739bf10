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
		"公开信息", "公开政府信息", "公开政务信息", "公开各类", "发布信息", "发布政府信息", "发布政务信息", "发布各类", "更新信息", "收到", "受理", "办结", "制发",
	},
	Check: checkSelf,
}

// stated is a figure of the text, with the sentence up to it.
type stated struct {
	count
	text    report.Prose // of the block
	before  string       // the sentence before the figure
	said    string       // what stands there in the end, see lastWords
	heading int          // block of the heading above, -1 for none
}

// checkSelf looks for the same words before two different figures.
func checkSelf(p *Pass) {
	var all []stated
	for block := range p.MentionBlocks {
		heading := p.headingAbove(block)
		text := p.Report.Blocks[block].Prose
		for _, c := range p.countsIn(block) {
			if c.measure == "" || c.vague || c.percent() || !c.value.IsInteger() || len(all) == mostStated {
				continue
			}
			s := stated{count: c, text: text, before: text.Text[startOf(text.Text, c.at, sentenceEnds):c.at], heading: heading}
			s.said = lastWords(s.before)
			for i := range all {
				if all[i].contradicts(&s, p) {
					flagSelf(p, &all[i], &s)
					break
				}
			}
			if all == nil {
				all = make([]stated, 0, 4)
			}
			all = append(all, s)
		}
	}
}

// mostStated bounds how many figures are compared with each other. A long
// report has some hundred.
const mostStated = 500

// whole reports whether the figure is one that may be repeated elsewhere: a
// count of the year and of the whole, not one of a list or a comparison.
func (s *stated) whole() bool {
	before := strings.ReplaceAll(s.before, "12月31日", "")
	return !containsAny(before, []string{"其中", "同比", "增长", "较", "比上年", "比去年", "季度", "月", "以来", "另", "还", "分别", "包括", "含", "每"})
}

// contradicts reports whether the later figure t is said to be the same and is
// not. What stands below headings of different channels is not the same.
func (s *stated) contradicts(t *stated, p *Pass) bool {
	if s.value.Equal(t.value) || s.family() != t.family() || s.said == "" || s.said != t.said || s.behind() != t.behind() {
		return false
	}
	if s.heading != t.heading && (p.namesChannel(s.heading) || p.namesChannel(t.heading)) || !s.whole() || !t.whole() {
		return false
	}
	key := essence(s.before, p)
	if utf8.RuneCountInString(key) < 6 || key != essence(t.before, p) {
		return false
	}
	here, there := t.span(), s.span()
	return !p.claims().allowed(p.Form, here, s.value, t.value) && !p.claims().flagged(here) && !p.claims().flagged(there)
}

func (s *stated) span() report.Span { return s.text.Slice(s.at, s.unit) }

// behind returns what follows the measure word in its clause.
func (s *stated) behind() string {
	rest := s.text.Text[s.unit:min(len(s.text.Text), s.unit+reach)]
	if i := strings.IndexAny(rest, "，,、。；;（("); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// lastWords returns the last two characters of a text but for words such as 共
// and 为, "" when there are none: a quick look at whether two may be the same.
func lastWords(text string) string {
	for len(text) >= 2*len("字") {
		switch last := text[len(text)-3:]; {
		case last[2] == ':' || last[2] == ' ':
			text = text[:len(text)-1]
		case last == "共" || last == "计" || last == "为" || last == "达" || last == "：":
			text = text[:len(text)-3]
		default:
			return text[len(text)-2*len("字"):]
		}
	}
	return ""
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
		Span: second.span(),
		Message: Message{
			fmt.Sprintf("同一内容前后两个数：前文为 %s，此处为 %s", first.value, second.value),
			fmt.Sprintf("the same is said with two figures: %s before, %s here", first.value, second.value),
		},
		Label:  Message{fmt.Sprintf("前文为 %s", first.value), fmt.Sprintf("%s before", first.value)},
		Actual: second.value.String(),
		Related: []Related{{
			Span:    first.span(),
			Message: Message{"前文 " + first.value.String(), "before: " + first.value.String()},
			Value:   first.value.String(),
		}},
		Help:  Message{"核对哪一个数对；渠道或时间不同的，在句中写明", "check which is right; if channel or time differ, say so"},
		Basis: p.Form.Profile.Basis + "：内容应当准确",
	})
}
