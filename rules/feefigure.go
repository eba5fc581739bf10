package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// feeFigures reads the counts and amounts of a sentence on the fee. part says
// whether 其中 stands before the sentence, and is set when it has one itself.
func feeFigures(s Sentence, part *bool) (figures []feeFigure) {
	among := report.Index(s.Text, "其中")
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
	if kind == feeYuan && strings.Contains(s[max(0, at-len("每件/")):at], "每") {
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
