package mutation

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// ordinalAfter returns the number that a heading or label is marked with,
// one higher.
func ordinalAfter(text string, o report.Ordinal) string {
	if o.Level > 2 {
		return strings.Replace(text, strconv.Itoa(o.N), strconv.Itoa(o.N+1), 1)
	}
	return strings.Replace(text, chineseBelow100(o.N), chineseBelow100(o.N+1), 1)
}

// chineseBelow100 writes a number in Chinese numerals: 二十, 十九.
func chineseBelow100(n int) string {
	digits := [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
