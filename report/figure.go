package report

import (
	"strings"
	"unicode/utf8"
)

// ReadFigure says what the text of a table cell is: nothing, a dash, a figure
// or words. Of a figure it gives the value, what is unusual in how it is
// written, and the unit behind it.
//
// Only Arabic digits make a figure. 零 and 十二 are words, as are 约12, 1/3,
// (3), 1e3 and digits whose commas do not part thousands.
func ReadFigure(text string) (kind CellKind, value Number, form CellForm, unit string) {
	if n, ok := PlainFigure(text); ok {
		return Figure, n, 0, ""
	}
	if beginsWords(text) {
		if saysNone(text) {
			return Dash, Number{}, 0, ""
		}
		return Words, Number{}, 0, ""
	}
	text = TrimBlank(text)
	switch {
	case text == "":
		return Blank, Number{}, 0, ""
	case isDash(text):
		return Dash, Number{}, 0, ""
	}
	value, form, unit, ok := readFigure(text)
	if !ok {
		return Words, Number{}, 0, ""
	}
	return Figure, value, form, unit
}

// PlainFigure reads what nearly every cell holds: a count in digits, with
// nothing unusual in how it is written.
func PlainFigure(s string) (Number, bool) {
	if s == "" || len(s) > 18 || s[0] == '0' && len(s) > 1 {
		return Number{}, false
	}
	n := int64(0)
	for i := 0; i < len(s); i++ {
		c := s[i] - '0'
		if c > 9 {
			return Number{}, false
		}
		n = n*10 + int64(c)
	}
	return Int(n), true
}

// beginsWords reports whether s starts with Han or a bracket, as no figure does
// and no dash that is a sign.
func beginsWords(s string) bool {
	return s != "" && s[0] >= 0xE4 && s[0] <= 0xE9 || strings.HasPrefix(s, "（")
}

// beginsNone reports whether s starts as the Chinese words of saysNone do.
func beginsNone(s string) bool {
	switch s[:min(len("无"), len(s))] {
	case "无", "暂", "没", "不":
		return true
	}
	return false
}

// saysNone reports whether s is a word for a figure that there is none of.
func saysNone(s string) bool {
	if len(s) > 16 { // labels are longer
		return false
	}
	if beginsWords(s) && !beginsNone(s) {
		return false
	}
	switch Fold(s) {
	case "无", "暂无", "没有", "不适用", "不涉及", "n/a", "na":
		return true
	}
	return false
}

// isDash reports whether s says in place of a figure that there is none.
func isDash(s string) bool {
	if saysNone(s) {
		return true
	}
	for _, r := range s {
		switch r {
		case '/', '／', '\\', '＼', '-', '－', '‐', '‑', '‒', '–', '—', '―', '−', '─', '━', '﹣':
		default:
			if !IsBlank(r) {
				return false
			}
		}
	}
	return true
}

func readFigure(s string) (value Number, form CellForm, unit string, ok bool) {
	negative, form, sign := figureSign(s)
	if _, digit := digitAt(s[sign+BlankAt(s[sign:]):]); digit == 0 {
		return
	}
	dense := dropBlanks(s)
	value, f, size := arabicAt(dense[sign:])
	if size == 0 {
		return
	}
	form |= f
	size += sign
	if unit = dense[size:]; unit != "" {
		if MeasureAt(unit) != unit {
			return
		}
		form |= WithUnit
	}
	if number := prefixOf(s, size); len(number) > size {
		form |= Spaces
		if !oneNumber(number) || form.Has(Zeros) {
			return // 「0 0 0」: several figures in one cell
		}
	}
	if negative {
		value = value.Neg()
	}
	return value, form, unit, true
}

// figureSign reads the sign of a figure. Word processors turn the hyphen
// before a digit into an en dash.
func figureSign(s string) (negative bool, form CellForm, size int) {
	if size = signAt(s, "-", "−", "–", "﹣"); size > 0 {
		return true, 0, size
	}
	if size = signAt(s, "－"); size > 0 {
		return true, FullWidth, size
	}
	if size = signAt(s, "+"); size > 0 {
		return false, Signed, size
	}
	if size = signAt(s, "＋"); size > 0 {
		return false, Signed | FullWidth, size
	}
	return false, 0, 0
}

// oneNumber reports whether s, which has blanks in it, can be one number:
// broken in one place (1 2), or with blanks for thousands commas (1 234 567).
func oneNumber(s string) bool {
	parts := strings.FieldsFunc(s, IsBlank)
	if len(parts) == 2 {
		return true
	}
	for _, part := range parts[1:] {
		if count, size := digitsAt(part); count != 3 || size != len(part) {
			return false
		}
	}
	return true
}

// dropBlanks returns s without any blanks.
func dropBlanks(s string) string {
	if strings.IndexFunc(s, IsBlank) < 0 {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, IsBlank), "")
}

// prefixOf returns the part of s up to its n-th byte that is no blank.
func prefixOf(s string, n int) string {
	at := 0
	for n > 0 {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !IsBlank(r) {
			n -= size
		}
		at += size
	}
	return s[:at]
}
