package rules

import (
	_ "embed"
	"fmt"
	"strconv"
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
	folded := report.Fold(title.Text)
	d := Diagnostic{Basis: p.Form.Law().Yearly}
	switch lacks := titleLacks(title.Text, folded, p.Form.Profile.TitleWords); {
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
		name, _, _ := slipInName(folded, p.Form.Profile.Titles)
		if name == "" {
			return
		}
		d.Item, d.Span = "slip", title.Span
		name = strings.TrimPrefix(name, "年")
		d.Expected = name
		d.Label = Message{"应为「" + name + "」", "should be 「" + name + "」"}
		d.Message = Message{
			fmt.Sprintf("题名「%s」有一个错字，应为「%s」", title.Text, name),
			fmt.Sprintf("the title 「%s」 has a character wrong: should be 「%s」", title.Text, name),
		}
	}
	d.Help = Message{"题名写明机关全称、年份和报告的名称", "write the full name of the organ, the year, and the name of the report"}
	if names := p.Form.Profile.Titles; len(names) > 0 {
		d.Help = Message{"题名写作「机关全称＋年份＋" + names[0] + "」", "write the full name of the organ, the year, and " + names[0]}
	}
	d.Fixes = slipFix(title, p.Form.Profile.Titles)
	p.Flag(d)
}

// slipFix puts a slip in the name of the document right.
func slipFix(title report.Prose, names []string) []Fix {
	folded := report.Fold(title.Text)
	name, from, to := slipInName(folded, names)
	if span := title.Slice(from, to); name != "" && folded == title.Text && span.Text() == folded[from:to] {
		return []Fix{{Message{"改为「" + name + "」", "change to 「" + name + "」"}, true, []Edit{{span, name}}}}
	}
	return nil
}

// slipInName returns the name of the document, the first of its names, when the
// title ends with it but for one character that is wrong, doubled or left out,
// and what stands in its place: title[from:to]. The name is "" when it does
// not.
func slipInName(title string, names []string) (name string, from, to int) {
	for _, name := range names {
		if i := strings.Index(title, name); i >= 0 {
			return stutterAround(title, name, i)
		}
	}
	if len(names) == 0 {
		return "", 0, 0
	}
	name = names[0]
	runes, n := []rune(title), utf8.RuneCountInString(name)
	for size := n - 1; size <= min(n+1, len(runes)); size++ {
		end := string(runes[len(runes)-size:])
		if size > n && isStutter(end, name) || size <= n && report.EditDistance(end, name, 1) == 1 {
			return name, len(title) - len(end), len(title)
		}
	}
	return "", 0, 0
}

// stutterAround finds a character that stands twice before or behind the name,
// which is at title[i:].
func stutterAround(title, name string, i int) (slip string, from, to int) {
	before, behind := title[:i], title[i+len(name):]
	first, size := utf8.DecodeRuneInString(name)
	switch {
	case strings.HasSuffix(before, string(first)):
		return name, i - size, i + len(name)
	case strings.HasPrefix(behind, "告"):
		return name, i, i + len(name) + len("告")
	case strings.HasSuffix(before, "年年"):
		return "年" + name, i - len("年年"), i + len(name)
	}
	return "", 0, 0
}

// titleLacks names what a title should have and has not. The parts of 年度…报告
// may stand apart: 某局2023年度政府信息公开工作报告.
func titleLacks(title, folded string, words []string) (lacks []string) {
	if !hasYear(title, "") {
		lacks = append(lacks, "年份")
	}
	for _, word := range words {
		if !follows(folded, word) {
			lacks = append(lacks, "「"+strings.ReplaceAll(word, "…", "")+"」")
		}
	}
	return lacks
}

// follows reports whether the parts of a word stand in the text, one after the
// other.
func follows(text, word string) bool {
	for more := true; more; {
		var part string
		part, word, more = strings.Cut(word, "…")
		i := report.Index(text, part)
		if i < 0 {
			return false
		}
		text = text[i+len(part):]
	}
	return true
}

// hasYear reports whether a title has the year, or any year for "".
func hasYear(title, year string) (found bool) {
	report.EachDate(title, func(_, _ int, d report.Date) bool {
		found = isYear(d) && (year == "" || year == strconv.Itoa(d.Year))
		return !found
	})
	return found
}

func isYear(d report.Date) bool { return d.Year != 0 && d.Month == 0 }

// titleYears returns the years in a title, each without its 年.
func titleYears(title report.Prose) (years []report.Text) {
	report.EachDate(title.Text, func(at, size int, d report.Date) bool {
		if isYear(d) {
			digits := strings.TrimSuffix(strings.TrimSuffix(title.Text[at:at+size], "度"), "年")
			if digits[len(digits)-1]-'0' > 9 {
				digits = strings.TrimRight(digits, " \u00a0\u3000")
			}
			years = append(years, report.Text{Value: strconv.Itoa(d.Year), Span: title.Slice(at, at+len(digits))})
		}
		return true
	})
	return years
}
