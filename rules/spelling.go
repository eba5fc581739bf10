package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

const wrongLabel = report.DotAfter | report.CommaAfter | report.PauseAfter | report.MarkAfter

// rightLabel returns the sign that belongs behind the ordinal that text
// begins with: 一、 1. and none behind a bracket. Before a digit 1. looks like
// a decimal, so that is left to people.
func rightLabel(text string, _, j int) (string, bool) {
	o, _ := report.OrdinalAt(text)
	switch {
	case o.Form.Has(report.MarkAfter):
		return "", true
	case o.Level == 1:
		return "、", true
	}
	return ".", digitsAt(text[j:]) == 0
}

func wideSign(text string, i, _ int) (string, bool) {
	const half, wide = ",;:?!.()", "，；：？！。（）"
	at := strings.IndexByte(half, text[i]) * len("，")
	return wide[at : at+len("，")], true
}

func innerMark(text string, i, j int) (string, bool) {
	if s := text[i:j]; s == "《" || s == "<" {
		return "〈", true
	}
	return "〉", true
}

func rightRange(text string, i, j int) (string, bool) {
	sign := "～"
	if digitsAt(text[i:]) == 4 {
		sign = "—"
	}
	return strings.Replace(text[i:j], "-", sign, 1), true
}

// halfWidth returns full-width digits and letters in half width.
func halfWidth(s string) string {
	half := make([]rune, 0, len(s)/3)
	for _, r := range s {
		half = append(half, r-'０'+'0')
	}
	return string(half)
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
