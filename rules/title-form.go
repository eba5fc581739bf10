package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

//go:embed title-form.md
var titleFormPage string

var titleForm = Rule{
	Name:     "title-form",
	Title:    Message{"题名不合规范", "title incomplete"},
	Family:   Document,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     titleFormPage,
	Check:    checkTitleForm,
}

// checkTitleForm looks for the year and the name of the document in the title.
func checkTitleForm(p *Pass) {
	title := p.Report.Title
	d := Diagnostic{
		Help:  Message{"题名写明机关全称、年份和报告的名称", "write the full name of the organ, the year, and the name of the report"},
		Basis: p.Form.Profile.Law.Yearly,
	}
	if names := p.Form.Profile.Titles; len(names) > 0 {
		d.Help = Message{"题名写作「机关全称＋年份＋" + names[0] + "」", "write the full name of the organ, the year, and " + names[0]}
	}
	switch lacks := titleLacks(title.Text, p.Form.Profile.TitleWords); {
	case unread(p.Report):
		return
	case title.IsZero():
		d.Span = p.Report.File.Span(0, 0)
		d.Message = Message{"没有找到题名", "no title found"}
	case len(lacks) > 0:
		d.Span = title.Span
		d.Label = Message{"缺" + strings.Join(lacks, "、"), "lacks " + strings.Join(lacks, ", ")}
		d.Message = Message{
			fmt.Sprintf("题名「%s」缺%s", title.Text, strings.Join(lacks, "、")),
			fmt.Sprintf("the title 「%s」 lacks %s", title.Text, strings.Join(lacks, ", ")),
		}
	default:
		name := slipInName(report.Fold(title.Text), p.Form.Profile.Titles)
		if name == "" {
			return
		}
		d.Item, d.Span = "slip", title.Span
		d.Expected = name
		d.Label = Message{"应为「" + name + "」", "should be 「" + name + "」"}
		d.Message = Message{
			fmt.Sprintf("题名「%s」有一个错字，应为「%s」", title.Text, name),
			fmt.Sprintf("the title 「%s」 has a character wrong: should be 「%s」", title.Text, name),
		}
	}
	p.Flag(d)
}

// slipInName returns the name of the document, the first of its names, when the
// title ends with it but for one character that is wrong, doubled or left out;
// "" when it does not.
func slipInName(title string, names []string) string {
	for _, name := range names {
		if i := strings.Index(title, name); i >= 0 {
			before, behind := title[:i], title[i+len(name):]
			first, _ := utf8.DecodeRuneInString(name)
			if strings.HasSuffix(before, string(first)) || strings.HasSuffix(before, "年年") || strings.HasPrefix(behind, "告") {
				return name
			}
			return ""
		}
	}
	if len(names) == 0 {
		return ""
	}
	name := names[0]
	runes, n := []rune(title), utf8.RuneCountInString(name)
	for size := n - 1; size <= min(n+1, len(runes)); size++ {
		end := string(runes[len(runes)-size:])
		if size > n && isStutter(end, name) || size <= n && report.EditDistance(end, name, 1) == 1 {
			return name
		}
	}
	return ""
}

// titleLacks names what a title should have and has not. The parts of 年度…报告
// may stand apart: 某局2023年度政府信息公开工作报告.
func titleLacks(title string, words []string) (lacks []string) {
	folded := report.Fold(title)
	if len(titleYears(report.Prose{Text: title})) == 0 {
		lacks = append(lacks, "年份")
	}
	for _, word := range words {
		if !follows(folded, strings.Split(word, "…")) {
			lacks = append(lacks, "「"+strings.ReplaceAll(word, "…", "")+"」")
		}
	}
	return lacks
}

// follows reports whether the parts stand in the text, one after the other.
func follows(text string, parts []string) bool {
	for _, part := range parts {
		i := strings.Index(text, part)
		if i < 0 {
			return false
		}
		text = text[i+len(part):]
	}
	return true
}

// titleYears returns the years in a title, each without its 年.
func titleYears(title report.Prose) (years []report.Text) {
	report.EachDate(title.Text, func(at, size int, d report.Date) bool {
		if d.Year != 0 && d.Month == 0 {
			digits := strings.TrimRight(title.Text[at:at+size], "年度 \u00a0\u3000")
			years = append(years, report.Text{Value: fmt.Sprint(d.Year), Span: title.Slice(at, at+len(digits))})
		}
		return true
	})
	return years
}
