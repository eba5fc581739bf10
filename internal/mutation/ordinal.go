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
	numerals := [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
	return strings.Replace(text, numerals[o.N], numerals[o.N+1], 1)
}
