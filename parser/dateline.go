package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// isDateLine reports whether s is a date and nothing else, brackets aside.
func isDateLine(s string) bool {
	if len(s) > 60 {
		return false
	}
	d, ok := dateLine(s)
	return ok && d.Year > 0 && d.Month > 0
}

// dateLine reads a line that is a date and nothing else.
func dateLine(s string) (report.Date, bool) {
	s = trimBrackets(s)
	d, size := report.DateAt(s)
	return d, size > 0 && report.TrimBlank(s[size:]) == ""
}

// trimBrackets takes marks of emphasis and brackets off the ends of s.
func trimBrackets(s string) string {
	return report.TrimBlank(strings.Trim(s, "（）()*_ \t　"))
}

// isOrganLine reports whether s can be the name of an organ: short, Han, no
// punctuation, no number.
func isOrganLine(s string) bool {
	s = trimBrackets(s)
	if len(s) < len("某局") || len(s) > 3*40 {
		return false
	}
	if _, ok := report.OrdinalAt(s); ok {
		return false
	}
	for _, phrase := range [...]string{"特此", "此函", "无", "如下", "报告", "附件", "公开发布"} {
		if strings.HasPrefix(s, phrase) || phrase == "报告" && strings.HasSuffix(s, phrase) {
			return false
		}
	}
	return strings.IndexFunc(s, isClosing) < 0 && hasHan(s)
}

// isClosing reports whether r stands in no name of an organ.
func isClosing(r rune) bool {
	switch r {
	case ',', ';', ':', '!', '?', '.', '，', '。', '；', '：', '！', '？':
		return true
	}
	return r >= '0' && r <= '9'
}
