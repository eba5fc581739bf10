package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// sentenceEnds are the signs that end a sentence.
const sentenceEnds = "。！？；!?;\n"

// clauseEnds are the signs that end a sentence or a part of one.
const clauseEnds = sentenceEnds + "，,：:"

// sentenceAround returns where the sentence begins and ends that holds the
// byte at of a text.
func sentenceAround(text string, at int) (start, end int) {
	return cutBefore(text, at, sentenceEnds), cutAfter(text, at, sentenceEnds)
}

// cutBefore returns where the part of a text begins that holds the byte at:
// behind the last of the signs before it.
func cutBefore(text string, at int, signs string) int {
	for i := at; i > 0; {
		if i >= 3 && isHan(text[i-3]) {
			i -= 3
			continue
		}
		if text[i-1]-'0' <= 9 {
			i--
			continue
		}
		size := 3
		if i < 3 || text[i-3] < 0xE0 || text[i-3] > 0xEF { // else a sign, as nearly all
			_, size = utf8.DecodeLastRuneInString(text[:i])
		}
		if strings.Contains(signs, text[i-size:i]) {
			return i
		}
		i -= size
	}
	return 0
}

// cutAfter returns where the part ends: at the next of the signs, or at the
// end of the text.
func cutAfter(text string, at int, signs string) int {
	for i := at; i < len(text); {
		if isHan(text[i]) {
			i += 3
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		if strings.Contains(signs, text[i:i+size]) {
			return i
		}
		i += size
	}
	return len(text)
}

// isHan reports whether c is the first byte of a Chinese character, which is
// no sign and takes three bytes.
func isHan(c byte) bool { return c >= 0xE4 && c <= 0xE9 }

// begins reports whether nothing but blanks and an ordinal stands before the
// byte at in its sentence.
func begins(text string, at int) bool {
	before := text[cutBefore(text, at, sentenceEnds):at]
	before = before[report.BlankAt(before):]
	if o, ok := report.OrdinalAt(before); ok {
		before = before[o.Size:]
	}
	return before == ""
}

// titleAround returns the title in 《》 that the byte at stands in, or "".
func titleAround(text string, at int) string {
	open := strings.LastIndex(text[:at], "《")
	if open < 0 || strings.LastIndex(text[:at], "》") > open {
		return ""
	}
	if end := strings.Index(text[at:], "》"); end >= 0 {
		return text[open : at+end+len("》")]
	}
	return ""
}

// hasAnyPrefix returns whichever of the words s begins with, or "".
func hasAnyPrefix(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

func endsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

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

// prefixed reports whether s begins with one of the words.
func prefixed(s string, words ...string) bool { return hasAnyPrefix(s, words) != "" }

// suffixed reports whether s ends with one of the words.
func suffixed(s string, words ...string) bool { return endsWithAny(s, words) }
