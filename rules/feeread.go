package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// feeFigures reads the counts and amounts of a sentence on the fee. part says
// whether 其中 stands before the sentence, and is set when it has one itself.
func feeFigures(s Sentence, part *bool) (figures []feeFigure) {
	among := strings.Index(s.Text, "其中")
	last := feeUnknown
	before := 0
	report.EachNumeral(s.Text, func(at, size int, n report.Number) bool {
		kind, width, ok := feeMeasure(s.Text, at, at+size)
		if !ok {
			return true
		}
		if role := feeRoleIn(s.Text[before:at]); role != feeUnknown {
			last = role
		}
		before = at + size + width
		figures = append(figures, feeFigure{
			kind: kind, role: last, value: n, at: at, end: before,
			part: *part || among >= 0 && at > among,
			span: s.Slice(at, before),
		})
		return true
	})
	*part = *part || among >= 0
	return figures
}

// feeMeasure tells what the number s[at:end] counts and how many bytes its
// measure word takes. A price, 10元/页 or 每件100元, is no fact, nor is a
// bound, 10件以下.
func feeMeasure(s string, at, end int) (kind feeKind, width int, ok bool) {
	blank := report.BlankAt(s[end:])
	measure := report.MeasureAt(s[end+blank:])
	switch measure {
	case "件", "宗", "份", "起", "笔", "例":
		kind = feeItems
	case "元":
		kind = feeYuan
	case "页", "张":
		kind = feePages
	default:
		return 0, 0, false
	}
	width = blank + len(measure)
	rest := s[end+width:]
	if prefixed(rest, "/", "／", "每", "以下", "以上", "以内", "（含", "(含") || strings.HasSuffix(s[:at], "每") {
		return 0, 0, false
	}
	if unit := strings.LastIndex(s[:at], "每"); kind == feeYuan && unit >= 0 && at-unit <= len("每件/") {
		return 0, 0, false
	}
	return kind, width, true
}

// feeRoleIn returns the role that the last word of s which tells one gives.
func feeRoleIn(s string) (role feeRole) {
	end := -1
	for _, w := range feeRoles {
		if i := strings.LastIndex(s, w.text); i >= 0 && i+len(w.text) > end {
			end, role = i+len(w.text), w.role
		}
	}
	return role
}

// feeRoles are in the order in which one that ends at the same place wins.
var feeRoles = []struct {
	text string
	role feeRole
}{
	{"收费通知", feeCharged}, {"通知收取", feeCharged}, {"应收取", feeCharged}, {"应收", feeCharged}, {"应缴", feeCharged}, {"通知", feeCharged},
	{"实际收取", feeCollected}, {"实收", feeCollected}, {"收取", feeCollected}, {"收缴", feeCollected}, {"缴纳", feeCollected}, {"收费", feeCollected},
	{"减免", feeWaived}, {"免收", feeWaived}, {"退还", feeWaived}, {"退费", feeWaived},
}

// feeDenial returns the place where a sentence says that nothing was charged,
// 0, 0 when it does not.
func feeDenial(s string) (at, end int) {
	for i := 0; i < len(s); {
		n, size := nextDenial(s, i)
		if size == 0 {
			return 0, 0
		}
		rest := clauseOf(s[n+size:])
		if !prefixed(rest, noDenial...) {
			if word := firstWord(rest, feeActs); word > 0 {
				return n, n + size + word
			}
		}
		i = n + size
	}
	return 0, 0
}

// nextDenial returns the next word that denies.
func nextDenial(s string, from int) (at, size int) {
	at = len(s)
	for _, w := range denials {
		if i := strings.Index(s[from:], w); i >= 0 && from+i < at {
			at, size = from+i, len(w)
		}
	}
	return at, size
}

// denials are words that deny what follows them.
var denials = []string{"未", "没有", "无", "不存在", "不涉及", "不收取", "不收", "免费", "免收"}

// noDenial are ways to go on from 未 or 无 that deny something else.
var noDenial = []string{"缴", "交", "按", "超", "达到", "经", "能", "及时", "履行", "补正", "正当", "法", "关", "效", "理由", "故", "需", "论"}

// feeActs are what is denied.
var feeActs = []string{"收取", "收费", "产生", "发生", "处理费", "费用", "征收", "收缴", "发出", "出具", "涉及"}

// firstWord returns where the first of words in s ends, 0 when s has none.
func firstWord(s string, words []string) (end int) {
	at := len(s)
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && i < at {
			at, end = i, i+len(w)
		}
	}
	return end
}

// clauseOf returns s up to the first mark that ends a clause.
func clauseOf(s string) string {
	for i, r := range s {
		switch r {
		case '，', ',', '。', '；', ';', '！', '：', '\n':
			return s[:i]
		}
	}
	return s
}

// bareDenial returns the place of 无 or 0 when that is all that a sentence
// says, or all that stands behind its colon: 信息处理费收取情况：无。
func bareDenial(s string) (at, end int) {
	rest := s
	for _, colon := range [...]string{"：", ":", "均为", "为"} {
		if i := strings.LastIndex(rest, colon); i >= 0 {
			rest = rest[i+len(colon):]
		}
	}
	rest = rest[report.BlankAt(rest):]
	word := strings.TrimRight(rest, "。.；;！! \u3000")
	switch word {
	case "无", "暂无", "没有", "零", "0", "０":
		return len(s) - len(rest), len(s) - len(rest) + len(word)
	}
	return 0, 0
}

// prefixed reports whether s begins with one of the words.
func prefixed(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
