package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed kinds-mismatch.md
var kindsMismatchPage string

var kindsMismatch = Rule{
	Name:     "kinds-mismatch",
	Title:    Message{"列举的类数不对", "number of kinds does not fit the list"},
	Family:   Prose,
	Severity: Info,
	Since:    "0.1.0",
	Page:     kindsMismatchPage,
	Words: []string{
		"大类", "个方面", "两类", "三类", "四类", "五类", "六类", "七类", "八类", "九类", "十类",
		"0类", "1类", "2类", "3类", "4类", "5类", "6类", "7类", "8类", "9类",
	},
	Check: checkKinds,
}

// checkKinds counts the items that are listed before or behind 「7大类」.
func checkKinds(p *Pass) {
	for block := range p.MentionBlocks {
		text := p.Report.Blocks[block].Prose
		for _, c := range p.countsIn(block) {
			end := kindsAt(text.Text, c)
			if end == 0 || c.vague || !c.value.IsInteger() || c.value.Cmp(report.Int(2)) < 0 {
				continue
			}
			list := kindsBefore(text.Text[runeStart(text.Text, c.at-reach):c.at])
			if list == "" {
				list = kindsBehind(text.Text[end:min(len(text.Text), end+reach)])
			}
			least, most := itemsOf(list)
			if least < 2 || c.value.Cmp(report.Int(int64(least))) >= 0 && c.value.Cmp(report.Int(int64(most))) <= 0 {
				continue
			}
			flagKinds(p, text.Slice(c.at, end), c, least, most)
		}
	}
}

// kindsAt returns where 大类 or 个方面 ends that the count is of, 0 when it
// counts something else.
func kindsAt(s string, c count) int {
	rest := s[c.end:]
	blank := report.BlankAt(rest)
	for _, w := range [...]string{"大类", "个大类", "个方面", "个类别", "方面", "类"} {
		if strings.HasPrefix(rest[blank:], w) {
			return c.end + blank + len(w)
		}
	}
	return 0
}

// kindsBefore returns the list that s, which ends before the count, holds
// behind a word that introduces one; "" when there is none.
func kindsBefore(s string) string {
	s = s[cutBefore(s, len(s), clauseEnds+"（("):]
	for _, w := range [...]string{"涉及", "涵盖", "包括", "包含", "分为", "围绕", "从", "在", "有"} {
		if i := strings.LastIndex(s, w); i >= 0 {
			return s[i+len(w):]
		}
	}
	return ""
}

// kindsBehind returns the list that s, which begins behind the count, holds
// when it begins with a mark that introduces one.
func kindsBehind(s string) string {
	for _, noun := range [...]string{"信息", "内容", "情况", "事项", "文件"} {
		s = strings.TrimPrefix(s, noun)
	}
	for _, w := range [...]string{"：", ":", "，分别是", "，分别为", "，即", "，包括", "，具体为", "，主要是"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			if end := strings.IndexAny(rest, "。；;！？\n"); end >= 0 {
				rest = rest[:end]
			}
			if strings.ContainsAny(rest, "，,") || strings.Contains(rest, "一是") {
				return ""
			}
			return rest
		}
	}
	return ""
}

// itemsOf counts the items of a list, at least and at most: 和 may join two
// items or stand within one. A list with 等 has no end.
func itemsOf(list string) (least, most int) {
	list = strings.TrimSpace(list)
	if list == "" || strings.Contains(list, "等") || strings.HasSuffix(list, "、") || !strings.Contains(list, "、") {
		return 0, 0
	}
	least = 1
	depth := 0
	for _, r := range list {
		switch r {
		case '（', '(', '“', '《':
			depth++
		case '）', ')', '”', '》':
			depth--
		case '、':
			if depth <= 0 {
				least++
			}
		}
	}
	joins := strings.Count(list, "以及")
	rest := strings.ReplaceAll(list, "以及", "")
	for _, w := range [...]string{"及", "和", "与", "或"} {
		joins += strings.Count(rest, w)
	}
	return least, least + joins
}

func flagKinds(p *Pass, place report.Span, c count, least, most int) {
	found := fmt.Sprint(least)
	if most > least {
		found = fmt.Sprintf("%d 至 %d", least, most)
	}
	p.Flag(Diagnostic{
		Span: place,
		Message: Message{
			fmt.Sprintf("类数应为列举的 %s，实为 %s", found, c.value),
			fmt.Sprintf("the list has %s kinds, the text says %s", strings.Replace(found, " 至 ", " to ", 1), c.value),
		},
		Label:    Message{"列举了 " + found, "the list has " + strings.Replace(found, " 至 ", " to ", 1)},
		Expected: fmt.Sprint(most),
		Actual:   c.value.String(),
		Help:     Message{"改正类数，或补全列举；没有列全的，写明「等」", "correct the number or complete the list; say so when it is not complete"},
		Basis:    p.Form.Profile.Basis + "：内容应当准确",
	})
}
