package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// blank reads blanks, which stand out between a digit and Han.
func (s *scanner) blank(i int) int {
	size := report.BlankAt(s.text[i:])
	if size == 0 { // another character that begins like a no-break space
		_, size = utf8.DecodeRuneInString(s.text[i:])
		return i + size
	}
	end := i + size
	if i == 0 || end == len(s.text) || s.depth > 0 {
		return end
	}
	if s.text[i-1]-'0' <= 9 && s.hanAt(end) && !s.timeEndsAt(i) || s.hanBefore(i) && s.text[end]-'0' <= 9 && size <= 2 {
		s.blanks = append(s.blanks, s.place(i, end))
	}
	return end
}

// timeEndsAt reports whether the digits before i end a date or a time with
// signs between its parts: 2024-01-17, 9:30.
func (s *scanner) timeEndsAt(i int) bool {
	for i > 0 && s.text[i-1]-'0' <= 9 {
		i--
	}
	return i > 0 && strings.IndexByte("-:./", s.text[i-1]) >= 0
}

// point notes a half-width sign that should be full-width.
func (s *scanner) point(i int) {
	if i >= s.body && i > 0 && s.depth == 0 && s.isWrong(i) {
		s.points = append(s.points, s.place(i, i+1))
	}
}

// isWrong judges the half-width sign at i: it is wrong behind Han, or between
// a figure or a bracket and Han. 9:00, 1,234 and addresses are right.
func (s *scanner) isWrong(i int) bool {
	rest := s.text[i+1:]
	blank := report.BlankAt(rest)
	ends := blank == len(rest) || hasAnyPrefix(rest, []string{"”", "）"}) != ""
	switch before := s.text[i-1]; {
	case !s.chineseBefore(i):
		return s.text[i] != '.' && s.hanAt(i+1) && (before-'0' <= 9 || before == ')' || before == '%')
	case s.text[i] == '.': // 0条. ends a sentence; 一.总体情况 and 约翰.史密斯 are something else
		return ends || blank > 0 && s.hanAt(i+1+blank)
	case ends || blank > 0:
		return true
	}
	kind := byteKinds[rest[0]]
	return kind == hanByte || kind == wideByte || kind == digitByte || rest[0] == '('
}

// chineseBefore reports whether Han or a Chinese closing sign ends at i.
func (s *scanner) chineseBefore(i int) bool {
	return s.hanBefore(i) || i >= 3 && hasAnyPrefix(s.text[i-3:], []string{"”", "》", "）"}) != ""
}

// chineseEndsAt reports whether Han or Chinese punctuation ends at i.
func (s *scanner) chineseEndsAt(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return r >= 0x3000 && r != utf8.RuneError
}
