package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// partList is a whole and the list of its parts:
// 50条，其中公告20条、动态30条; 13件（制定5件，修改8件）.
type partList struct {
	text   string
	whole  count
	parts  []count
	closed bool // the list says nothing more
	near   bool // whole and list stand in one sentence
	before []count
}

// partMarks introduce a list of parts.
var partMarks = []string{"其中", "分别为", "分别是", "包括"}

// eachPartList yields the lists of parts in a text. Offsets are those of the
// text.
func eachPartList(text string, counts []count, yield func(*partList)) {
	if len(counts) < 2 {
		return
	}
	for _, mark := range partMarks {
		seen := 0
		for i := indexFrom(text, mark, 0); i >= 0 && seen < mostLists; i = indexFrom(text, mark, i+len(mark)) {
			seen++
			if l := listBehind(text, counts, i, i+len(mark), len(text)); l != nil {
				yield(l)
			}
		}
	}
	for i := range counts {
		if open, end := bracketBehind(text, counts[i].unit); end > open && counts[i].measure != "" {
			if l := listBehind(text, counts, open, open, end); l != nil && !containsAny(text[open:end], partMarks) {
				l.near = l.whole.at == counts[i].at
				yield(l)
			}
		}
	}
}

// mostLists bounds how many lists of one paragraph are read. It has a dozen.
const mostLists = 300

// indexFrom returns where word stands in s from i on, -1 when it does not.
func indexFrom(s, word string, i int) int {
	n := strings.Index(s[i:], word)
	if n < 0 {
		return -1
	}
	return i + n
}

// bracketBehind returns what stands between the brackets that begin at i.
func bracketBehind(text string, i int) (open, end int) {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(text[i:], pair[0]) {
			open = i + len(pair[0])
			if size := strings.Index(text[open:min(len(text), open+reach)], pair[1]); size > 0 {
				return open, open + size
			}
		}
	}
	return 0, 0
}

// listBehind reads the list text[from:to], introduced at mark; nil when it is
// not clean, or nothing before it can be the whole.
func listBehind(text string, counts []count, mark, from, to int) *partList {
	l := &partList{text: text}
	to = min(to, from+2*reach)
	counts = countsBetween(counts, mark-reach, to)
	if !l.readParts(counts, from, to) {
		return nil
	}
	family, inside := l.parts[0].family(), bracketed(text, mark)
	for i := range counts {
		if c := &counts[i]; c.unit <= mark && c.family() == family && (inside || !bracketed(text, c.at)) {
			l.before = append(l.before, *c)
		}
	}
	if len(l.before) == 0 {
		return nil
	}
	l.whole = l.before[len(l.before)-1]
	l.near = l.isNear(counts, mark)
	return l
}

// isNear reports whether the whole is the count directly before the list, in
// the same sentence or the one that ends before it, the only one of its kind
// there, and no part itself.
func (l *partList) isNear(counts []count, mark int) bool {
	between := l.text[l.whole.unit:mark]
	trimmed := strings.TrimRight(between, "，,：: 　（(")
	if strings.ContainsAny(strings.TrimSuffix(strings.TrimSuffix(trimmed, "。"), "；"), "。；;！？\n") {
		return false
	}
	sentence, clause := startOf(l.text, l.whole.at, sentenceEnds), startOf(l.text, l.whole.at, clauseEnds+"、（(")
	inside := bracketed(l.text, mark)
	for i := range counts {
		c := &counts[i]
		if c.at >= l.whole.unit && c.unit <= mark && !bracketed(l.text, c.at) {
			return false
		}
		if !inside && c.at >= sentence && c.at < l.whole.at && c.family() == l.whole.family() {
			return false
		}
	}
	return !containsAny(l.text[clause:l.whole.at], []string{"含", "包括", "其中", "同比", "增长", "增加", "下降", "减少", "占"})
}

// readParts reads the items of a list: clauses with one count each. A list
// whose first item ends with a semicolon goes on behind it.
func (l *partList) readParts(counts []count, from, to int) bool {
	s := l.text[from:to]
	items, segment := 0, 0
	l.closed = true
	for _, p := range pieces(s) {
		if !l.closed {
			if p.ends() && !p.semicolon() {
				break
			}
			continue
		}
		clause := s[p.at:p.end]
		if openWord(clause) {
			return false
		}
		inside := within(counts, from+p.at, from+p.end, l.text)
		switch {
		case len(inside) == 0:
			name := p.mark == '、' || items == 0 && !p.ends()
			if !name && !closing(clause) {
				l.closed = false
			}
		case len(inside) > 1 || inside[0].vague || len(l.parts) > 0 && inside[0].family() != l.parts[0].family():
			if segment > 0 && items == 0 && len(l.parts) > 1 {
				return true // the list ended with the semicolon before
			}
			return false
		default:
			l.parts = append(l.parts, inside[0])
			items++
		}
		if p.ends() {
			if !p.semicolon() || items != 1 {
				break
			}
			segment, items = segment+1, 0
		}
	}
	return len(l.parts) > 0
}

// within returns the counts of text[from:to] that may be parts: those with a
// measure word, and a bare number at the end. Percentages are none. It stops
// at the second: an item has one.
func within(counts []count, from, to int, text string) (inside []count) {
	for _, c := range countsBetween(counts, from, to) {
		if len(inside) > 1 {
			break
		}
		if c.unit > to || c.percent() || bracketed(text[from:to], c.at-from) {
			continue
		}
		if c.measure != "" || c.end == to {
			inside = append(inside, c)
		}
	}
	return inside
}

// openWord reports whether a clause of a list says that the list is not the
// whole of it, or not one of parts.
func openWord(clause string) bool {
	for i := 0; i < len(clause); {
		at := -1
		for _, w := range [...]string{"等", "共", "合计", "累计", "主要", "涉及", "含", "包括", "其中", "办结", "结转"} {
			if j := strings.Index(clause[i:], w); j >= 0 && (at < 0 || i+j < at) {
				at = i + j
			}
		}
		if at < 0 {
			return false
		}
		if !bracketed(clause, at) && !prefixed(clause[at:], "公共", "共同", "共享", "共青", "等级", "等次", "含量") && !suffixed(clause[:at], "公", "平", "高", "初", "中", "同", "包") {
			return true
		}
		i = at + len("等")
	}
	return false
}

// closing reports whether a clause without a count may follow a list that is
// complete: 占20%, 均已答复.
func closing(clause string) bool {
	clause = strings.TrimLeft(clause, " 　")
	return clause == "" || prefixed(clause, "占", "均", "都", "已", "全部", "按", "依法", "未", "无", "符合", "收费标准")
}

// sum adds up the parts.
func (l *partList) sum() (total report.Number) {
	for i := range l.parts {
		total = total.Add(l.parts[i].value)
	}
	return total
}

// balanced reports whether the parts add up to the whole, or to another count
// before the list, or to two that stand side by side: 收到12件，上年结转2件.
func (l *partList) balanced() bool {
	sum := l.sum()
	for i := range l.before {
		if l.before[i].value.Equal(sum) || i > 0 && l.before[i-1].value.Add(l.before[i].value).Equal(sum) {
			return true
		}
	}
	return false
}

// overlaps reports whether one of several parts is all of the whole: then
// the others are no parts beside it, 收到11件，其中网络11件，办结8件.
func (l *partList) overlaps() bool {
	for i := range l.parts {
		if len(l.parts) > 1 && l.parts[i].value.Equal(l.whole.value) {
			return true
		}
	}
	return false
}

// bare reports whether an item has no measure word.
func (l *partList) bare() bool {
	for i := range l.parts {
		if l.parts[i].measure == "" {
			return true
		}
	}
	return false
}
