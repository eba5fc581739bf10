package fix

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gouji-lint/gouji/internal/mutation"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// looker looks at texts as the command does.
type looker struct {
	parser  *parser.Parser
	checker *rules.Checker
}

func newLooker() *looker { return &looker{parser.New(), rules.NewChecker(rules.All())} }

func (l *looker) look(data []byte) (*profile.Form, []rules.Diagnostic) {
	form := profile.Standard().Bind(l.parser.Read("report.md", data))
	return form, l.checker.Finish([]*rules.FileResult{l.checker.Report(form, nil)}).Diagnostics
}

func safe(_ *rules.Diagnostic, f *rules.Fix) bool { return f.Safe }

// texts are clean reports, and reports with a single fault of every kind.
var texts = sync.OnceValue(func() (all []string) {
	for _, id := range []string{"disclosure-2021", "disclosure-2021-small", "disclosure-2019", "disclosure-2019-small"} {
		all = append(all, testdata.Form(id))
	}
	bases := mutation.Bases()
	for i, o := range mutation.Operators() {
		mutations := o.Mutate(bases[i%len(bases)])
		for j := 0; j < len(mutations); j += 1 + len(mutations)/8 {
			if mutations[j].Text != "" {
				all = append(all, mutations[j].Text)
			}
		}
	}
	return all
})

// slips are ways to write that gouji puts right. None changes what a report
// says.
var slips = []struct{ right, slip string }{
	{"，", ","}, {"：", ":"}, {"；", ";"}, {"（", "("}, {"）", ")"}, {"〔", "["}, {"〕", "]"}, {"“", "\""},
	{"年", " 年"}, {"0", "０"}, {"1", "１"}, {"| 12", "| １２"}, {"一、", "一."}, {"（一）", "（一）、"}, {"1.", "1、"},
	{"勾稽", "钩稽"}, {"政府", "政俯"}, {"申请", "申靖"}, {"公开", "公公开"}, {"其他", "其它"}, {"国家秘密", "国家机密"},
	{"号", "號"}, {"2021〕", "2021】"}, {"〔2021", "【2021"}, {"件", "个"}, {"| 0 |", "| / |"}, {"| 0 |", "|  |"},
	{"| 1", "| 1,00"}, {"3 |", "3件 |"}, {"2023年", "二〇二三年"}, {"1月31日", "01月31日"}, {"\n\n", "\n<br>\n\n"},
	{"\n\n", "\n\n<!-- gouji-disable-next-line sum-mismatch: 台账如此 -->\n"}, {"至", "-"}, {"条例", "条例 条例"},
	{"（三）", "（四）"}, {"“", "”"}, {"”", "“"}, {"政府信息公开工作年度报告\n", "政府信息公开工做年度报告\n"}, {"（本列数据的勾稽", "项目"},
	{"## ", "##"}, {"## ", "### "}, {"、", "．"}, {" | 0 |\n", " |\n"}, {"|", "｜"}, {"|\n|", "|\n\n|"}, {"\n\n|", "\n|"}, {"|\n\n", "|\n"},
}

// spoil makes n slips in a text.
func spoil(text string, n int, r *rand.Rand) string {
	for range n {
		s := slips[r.IntN(len(slips))]
		count := strings.Count(text, s.right)
		if count == 0 {
			continue
		}
		at := 0
		for range r.IntN(count) {
			at += strings.Index(text[at:], s.right) + len(s.right)
		}
		text = text[:at] + strings.Replace(text[at:], s.right, s.slip, 1+r.IntN(3))
	}
	return text
}

// spoiled returns a report with several faults, as a file of some kind.
func spoiled(r *rand.Rand) string {
	text := spoil(texts()[r.IntN(len(texts()))], 1+r.IntN(8), r)
	if r.IntN(3) == 0 {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if r.IntN(3) == 0 {
		text = strings.TrimRight(text, "\r\n")
	}
	switch r.IntN(6) {
	case 0:
		text = "\ufeff" + text
	case 1:
		text = encode(report.GB18030, text)
	}
	return text
}

// values are the figures that a form knows by their places.
func values(f *profile.Form) map[profile.Ref]string {
	all := map[profile.Ref]string{}
	for i := range f.Tables {
		t := &f.Tables[i]
		for row := range t.Rows {
			for column := range t.Def.Columns {
				if c := t.Cell(row, column); c != nil && c.Kind == report.Figure {
					all[t.Ref(row, column)] = c.Value.String()
				}
			}
		}
	}
	return all
}

// numbers are the numbers of running text, whatever they are written like:
// dates in Chinese numerals, years of two digits, leading zeros.
func numbers(r *report.Report) (all []string) {
	chinese := regexp.MustCompile(`[〇○零一二三四五六七八九]{4}年([一二三四五六七八九十]+月)?([一二三四五六七八九十]+[日号])?`)
	short := regexp.MustCompile(`(^|[^0-9])([0-9]{2}年)`)
	for i := range r.Blocks {
		text := r.Blocks[i].Prose.Text
		if o, ok := report.OrdinalAt(text); ok {
			text = text[o.Size:]
		}
		text = strings.ReplaceAll(report.Fold(text), ",", "")
		text = chinese.ReplaceAllStringFunc(text, arabic)
		text = short.ReplaceAllString(text, "${1}20$2")
		for _, number := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
			all = append(all, strings.TrimLeft(number, "0"))
		}
	}
	slices.Sort(all)
	return all
}

// arabic writes a date in Chinese numerals with digits.
func arabic(date string) string {
	year, rest, _ := strings.Cut(date, "年")
	digits := strings.NewReplacer("〇", "0", "○", "0", "零", "0", "一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9")
	rest = regexp.MustCompile(`十([月日号])`).ReplaceAllString(rest, "十0$1")
	rest = regexp.MustCompile(`(^|月)十`).ReplaceAllString(rest, "${1}1")
	return digits.Replace(year) + "年" + digits.Replace(strings.ReplaceAll(rest, "十", ""))
}
