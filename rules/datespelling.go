package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// untilAt returns where 截止 stands directly before the date at, as the first
// word of its clause, or -1. 报名截止3月1日 is another matter.
func untilAt(text string, at int) int {
	before := strings.TrimRight(text[:at], " ")
	if !strings.HasSuffix(before, "截止") {
		return -1
	}
	at = len(before) - len("截止")
	if clause := text[cutBefore(text, at, clauseEnds+"、（("):at]; report.TrimBlank(clause) != "" {
		return -1
	}
	return at
}

// unpadded returns a date without the zeros before month and day.
func unpadded(s string) string {
	var b strings.Builder
	digits := 0
	for _, r := range s {
		isDigit := r >= '0' && r <= '9' || r >= '０' && r <= '９'
		if !isDigit {
			digits = 0
		} else if digits++; digits == 1 && (r == '0' || r == '０') && b.Len() > 0 {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// fullYear returns a date with its century: 24年 is 2024年, 98年 is 1998年.
func fullYear(s string) string {
	d, _ := report.DateAt(s)
	if d.Year < 2000 {
		return "19" + s
	}
	return "20" + s
}
