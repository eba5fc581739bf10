package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// feeDenial returns the place where a sentence says that nothing was charged,
// 0, 0 when it does not.
func feeDenial(s string) (at, end int) {
	s = s[:min(len(s), reach)] // nobody denies at greater length
	for i := 0; i < len(s); {
		n, denial := denials.next(s, i)
		size := len(denial)
		if size == 0 {
			return 0, 0
		}
		rest := clauseOf(s[n+size:])
		if !prefixed(rest, noDenial...) {
			if at, act := feeActs.next(rest, 0); act != "" {
				return n, n + size + at + len(act)
			}
		}
		i = n + size
	}
	return 0, 0
}

// denials are words that deny what follows them.
var denials = newWordSet("未", "没有", "无", "不存在", "不涉及", "不收取", "不收", "免费", "免收")

// noDenial are ways to go on from 未 or 无 that deny something else.
var noDenial = []string{"缴", "交", "按", "超", "达到", "经", "能", "及时", "履行", "补正", "正当", "法", "关", "效", "理由", "故", "需", "论"}

// feeActs are what is denied.
var feeActs = newWordSet("收取", "收费", "产生", "发生", "处理费", "费用", "征收", "收缴", "发出", "出具", "涉及")

// clauseOf returns s up to the first mark that ends a clause.
func clauseOf(s string) string { return s[:cutAfter(s, 0, clauseEnds)] }

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
