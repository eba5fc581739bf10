package report

import "unicode/utf8"

// IsBlank reports whether a reader sees nothing where r stands. Web pages and
// PDF files leave no-break, ideographic and zero-width blanks behind.
func IsBlank(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r == ' ' || r >= '\t' && r <= '\r'
	case r >= 0x4E00 && r <= 0x9FFF: // Han: nearly every character of a report
		return false
	case r >= 0x2000 && r <= 0x200F, r >= 0x2028 && r <= 0x202F, r >= 0x205F && r <= 0x2064:
		return true
	}
	switch r {
	case 0x85, 0xA0, 0xAD, 0x1680, 0x180E, 0x3000, 0xFEFF:
		return true
	}
	return false
}

// BlankAt returns how many bytes of blanks s starts with.
func BlankAt(s string) int {
	if s == "" || s[0] > ' ' && s[0] < 0x7F || s[0] >= 0xE4 && s[0] <= 0xE9 { // nearly always
		return 0
	}
	return blanksAt(s)
}

func blanksAt(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !IsBlank(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !IsBlank(r) {
			return i
		}
		i += size
	}
	return len(s)
}

// TrimBlank returns s without the blanks around it.
func TrimBlank(s string) string {
	s = s[BlankAt(s):]
	for s != "" {
		if c := s[len(s)-1]; c > ' ' && c < 0x7F || c >= utf8.RuneSelf && endsInText(s) {
			break
		}
		r, size := utf8.DecodeLastRuneInString(s)
		if !IsBlank(r) {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// endsInText reports whether s ends with Han, with 。 or with ；, as most
// sentences do.
func endsInText(s string) bool {
	if len(s) < 3 {
		return false
	}
	end := s[len(s)-3:]
	return end[0] >= 0xE4 && end[0] <= 0xE9 || end == "。" || end == "；"
}
