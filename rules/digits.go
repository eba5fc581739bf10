package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// digits reads a run of digits.
func (s *scanner) digits(i int) int {
	end := i + 1
	for end < len(s.text) && s.text[end]-'0' <= 9 {
		end++
	}
	if end-i < 4 {
		return end
	}
	if s.text[i] <= '2' {
		s.lostSigns(i, end)
	}
	if end < len(s.text) && (s.text[end] < 0x80 || s.text[end] == 0xEF) {
		s.date(i) // 2024.1.17, 2024-1-17
	}
	return end
}

// fullWidth reads a run of full-width digits and letters.
func (s *scanner) fullWidth(i int) int {
	end := i
	for {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if !isFullWidth(r) {
			break
		}
		end += size
	}
	s.date(i) // ２０２４．１．１７
	if s.depth == 0 {
		s.wide = append(s.wide, s.place(i, end))
	}
	return end
}

// isFullWidth reports whether r is one of ０ to ９, Ａ to Ｚ, ａ to ｚ.
func isFullWidth(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// lostSigns notes the digits [i, end), and what belongs to them, when they
// are a date or a document number that lost its signs in a conversion.
func (s *scanner) lostSigns(i, end int) {
	if size := garbledAt(s.text, i, end); size > 0 {
		s.garbled = append(s.garbled, s.place(i, i+size))
	}
}

// garbledDate returns the first date of s that lost its signs, or "".
func garbledDate(s string) string {
	for i := 0; i < len(s); i++ {
		if end := i + digitsAt(s[i:]); end > i {
			if size := garbledAt(s, i, end); size > 0 {
				return s[i : i+size]
			}
			i = end
		}
	}
	return ""
}

// garbledAt returns the bytes of a garbled date or document number whose
// first digits are s[i:end], 0 when it is something else: 202111日, 2025 1 1
// 日, 函202130号.
func garbledAt(s string, i, end int) int {
	if !strings.HasPrefix(s[i:], "20") && !strings.HasPrefix(s[i:], "19") || i > 0 && isNameByte(s[i-1]) {
		return 0
	}
	rest := s[end:]
	rest = rest[report.BlankAt(rest):]
	size := len(s) - len(rest) - i
	switch n := end - i; {
	case n == 4:
		return spacedDate(s[i:])
	case n > 8:
		return 0
	case strings.HasPrefix(rest, "日"):
		return size + len("日")
	case strings.HasPrefix(rest, "号"):
		before := report.TrimBlank(s[:i])
		if strings.HasSuffix(before, "函") || strings.HasSuffix(before, "发") {
			return size + len("号")
		}
	}
	return 0
}

func isNameByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("-_./:#", c) >= 0
}

// spacedDate returns the bytes of 2025 1 1 日, from which 年 and 月 are gone.
func spacedDate(s string) int {
	at := 4
	for range 2 {
		blank := report.BlankAt(s[at:])
		digits := digitsAt(s[at+blank:])
		if blank == 0 || digits == 0 || digits > 2 {
			return 0
		}
		at += blank + digits
	}
	at += report.BlankAt(s[at:])
	if !strings.HasPrefix(s[at:], "日") {
		return 0
	}
	return at + len("日")
}

// digitsAt returns how many digits s starts with.
func digitsAt(s string) int {
	n := 0
	for n < len(s) && s[n]-'0' <= 9 {
		n++
	}
	return n
}

// hyphen notes a hyphen between the ends of a range: of years, of days, of
// percentages. Telephone and document numbers and dates have hyphens of
// right.
func (s *scanner) hyphen(i int) {
	if s.depth > 0 || i == 0 || i+1 == len(s.text) || s.text[i+1]-'0' > 9 {
		return
	}
	left := strings.TrimSuffix(s.text[:i], "%")
	start := len(left)
	for start > 0 && left[start-1]-'0' <= 9 {
		start--
	}
	if start == len(left) || start > 0 && isNameByte(left[start-1]) {
		return
	}
	digits := digitsAt(s.text[i+1:])
	rest := s.text[i+1+digits:]
	rest = rest[report.BlankAt(rest):]
	years := len(left)-start == 4 && digits == 4
	switch {
	case years && left[start] <= '2' && s.text[i+1] <= '2' && strings.HasPrefix(rest, "年"):
	case !years && digits <= 3 && len(left)-start <= 3 && hasAnyPrefix(rest, []string{"%", "天", "个工作日", "小时", "分钟"}) != "":
	default:
		return
	}
	s.ranges = append(s.ranges, s.place(start, i+1+digits))
}
