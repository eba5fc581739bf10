package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// count is a number of running text with the measure word behind it.
type count struct {
	at, end int // of the number, in the text
	unit    int // where its measure word ends
	value   report.Number
	measure string // empty when none follows
	vague   bool   // 约, 余, 1.2万: not meant to the last unit
}

// countsOf returns the numbers of a text, but not those in the title of a
// document.
func countsOf(text string) (counts []count) {
	eachCount(text, func(c count) { counts = append(counts, c) })
	return counts
}

// eachCount yields the counts of countsOf.
func eachCount(text string, yield func(count)) {
	titled := mayHaveTitle(text)
	report.EachNumeral(text, func(at, size int, n report.Number) bool {
		if titled && inTitle(text, at) {
			return true
		}
		c := count{at: at, end: at + size, unit: at + size, value: n}
		rest := text[c.end:]
		more := vagueAt(rest)
		blank := report.BlankAt(rest[more:])
		if m := report.MeasureAt(rest[more+blank:]); m != "" {
			c.measure, c.unit = m, c.end+more+blank+len(m)
		}
		c.vague = more > 0 || c.inLargeUnits(text) || vagueBefore(text[:at]) || vagueBehind(text[c.unit:])
		yield(c)
		return true
	})
}

// mayHaveTitle reports whether a sign stands in the text that inTitle looks for.
func mayHaveTitle(text string) bool {
	for i := 0; i+2 < len(text); {
		switch b := text[i]; {
		case b >= 0xE4 && b <= 0xE9: // Han
			i += 3
			continue
		case b == '[':
			return true
		case b == 0xE3: // 《 〔 【
			if c := text[i+2]; text[i+1] == 0x80 && (c == 0x8A || c == 0x94 || c == 0x90) {
				return true
			}
		}
		i++
	}
	return false
}

// inLargeUnits reports whether the number is written with 万 or 亿.
func (c *count) inLargeUnits(text string) bool {
	for i := c.at; i+2 < c.end; i++ {
		if s := text[i : i+3]; s == "万" || s == "亿" {
			return true
		}
	}
	return false
}

// vagueBefore reports whether a text ends with a word that makes the number
// behind it a vague one, or no count.
func vagueBefore(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[len(s)-3:] {
	case "约", "近", "超", "逾", "第":
		return true
	case "过", "足", "少", "达":
		return suffixed(s, "超过", "不足", "至少", "多达")
	}
	return false
}

// vagueBehind reports whether a text begins with a word that makes the number
// before it a vague one.
func vagueBehind(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[:3] {
	case "余", "多":
		return true
	case "左", "以":
		return prefixed(s, "左右", "以上", "以下", "以内")
	}
	return false
}

// vagueAt returns the bytes of 余 or 多 that s starts with.
func vagueAt(s string) int {
	if prefixed(s, "余", "多") {
		return len("余")
	}
	return 0
}

// family returns one measure word for all that count the same things.
func (c *count) family() string {
	switch c.measure {
	case "件", "宗", "起", "份", "例":
		return "件"
	case "条", "篇", "则":
		return "条"
	}
	return c.measure
}

// percent reports whether the count is a percentage.
func (c *count) percent() bool { return c.measure == "%" || c.measure == "％" }

// suffixed reports whether s ends with one of the words.
func suffixed(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// piece is a part of a sentence with the mark that ends it, 0 at the end of
// the text.
type piece struct {
	at, end int
	mark    rune
}

// pieces cuts a text at commas, enumeration commas and the marks that end
// sentences. What stands in brackets or quotation marks is never cut.
func pieces(text string) (all []piece) {
	at, depth := 0, 0
	for i, r := range text {
		switch r {
		case '（', '(', '“', '「', '《', '『', '〔':
			depth++
		case '）', ')', '”', '」', '》', '』', '〕':
			depth = max(0, depth-1)
		case '，', ',', '、', '；', ';', '。', '！', '？', '：', ':', '\n':
			if depth > 0 && r != '\n' || r == ',' && thousands(text, i) {
				continue
			}
			depth = 0
			all = append(all, piece{at, i, r})
			at = i + utf8.RuneLen(r)
		}
	}
	if at < len(text) {
		all = append(all, piece{at, len(text), 0})
	}
	return all
}

// thousands reports whether the comma at i stands in a number.
func thousands(text string, i int) bool {
	return i > 0 && i+1 < len(text) && text[i-1]-'0' <= 9 && text[i+1]-'0' <= 9
}

// ends reports whether the mark ends a sentence, or one item of a list of
// sentences.
func (p piece) ends() bool {
	switch p.mark {
	case '。', '！', '？', '\n', 0, '；', ';':
		return true
	}
	return false
}

// semicolon reports whether the mark parts items of a list of sentences.
func (p piece) semicolon() bool { return p.mark == '；' || p.mark == ';' }

// bracketed reports whether the byte i of text stands in brackets or
// quotation marks.
func bracketed(text string, i int) bool {
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}, {"“", "”"}, {"「", "」"}} {
		if open := strings.LastIndex(text[:i], pair[0]); open >= 0 && !strings.Contains(text[open:i], pair[1]) {
			return true
		}
	}
	return false
}
