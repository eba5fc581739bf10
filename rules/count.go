package rules

import (
	"slices"
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

// blockCounts are the counts of one block.
type blockCounts struct {
	block  int
	counts []count
}

// countsIn returns the numbers of a block, but not those in the title of a
// document. The rules that add up and compare share them.
func (p *Pass) countsIn(block int) []count {
	for i := range p.prose.counted {
		if p.prose.counted[i].block == block {
			return p.prose.counted[i].counts
		}
	}
	counts := countsOf(p.Report.Blocks[block].Prose.Text)
	p.prose.counted = append(p.prose.counted, blockCounts{block, counts})
	return counts
}

func countsOf(text string) (counts []count) {
	titles, looked := false, false
	report.EachNumeral(text, func(at, size int, n report.Number) bool {
		if !looked {
			counts = make([]count, 0, 8)
			titles, looked = strings.Contains(text, "《") || strings.Contains(text, "〔"), true
		}
		if !titles || !inTitle(text, at) {
			counts = append(counts, countAt(text, at, at+size, n))
		}
		return true
	})
	return counts
}

// countAt reads what stands around the number text[at:end].
func countAt(text string, at, end int, n report.Number) count {
	c := count{at: at, end: end, unit: end, value: n}
	rest := text[end:]
	more := vagueAt(rest)
	blank := report.BlankAt(rest[more:])
	if m := report.MeasureAt(rest[more+blank:]); m != "" {
		c.measure, c.unit = m, end+more+blank+len(m)
	}
	c.vague = more > 0 || inTenThousands(text[at:end]) || vagueBefore(text[:at]) || vagueBehind(text[c.unit:])
	return c
}

// inTenThousands reports whether a number is written with 万 or 亿. Digits
// stand before those only.
func inTenThousands(number string) bool {
	return number[len(number)-1] >= utf8.RuneSelf && strings.ContainsAny(number, "万亿")
}

// vagueBehind reports whether a text begins with a word that makes the number
// before it a vague one.
func vagueBehind(text string) bool {
	if len(text) < 3 {
		return false
	}
	switch text[:3] {
	case "余", "多":
		return true
	case "左", "以":
		return prefixed(text, "左右", "以上", "以下", "以内")
	}
	return false
}

// vagueBefore reports whether a text ends with a word that makes the number
// behind it a vague one, or none.
func vagueBefore(text string) bool {
	if len(text) < 3 {
		return false
	}
	switch text[len(text)-3:] {
	case "约", "近", "超", "逾", "第":
		return true
	case "过", "足", "少", "达":
		return suffixed(text, "超过", "不足", "至少", "多达")
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
	return between(text, i, "（）") || between(text, i, "()") || between(text, i, "“”") || between(text, i, "「」")
}

// inTitle reports whether the byte i of s stands in the title of a document
// or in the brackets of its number.
func inTitle(s string, i int) bool {
	return between(s, i, "《》") || between(s, i, "〔〕") || between(s, i, "[]") || between(s, i, "【】")
}

// between reports whether the byte i of s stands between a pair of signs.
func between(s string, i int, pair string) bool {
	_, size := utf8.DecodeRuneInString(pair)
	s = s[max(0, i-reach):i]
	open := strings.LastIndex(s, pair[:size])
	return open >= 0 && !strings.Contains(s[open:], pair[size:])
}

// reach bounds, in bytes, how far what belongs together stands apart in a
// text: three hundred characters. A text without marks costs no more.
const reach = 900

// runeStart returns the first place from i on where a character begins.
func runeStart(s string, i int) int {
	for i = max(0, i); i < len(s) && !utf8.RuneStart(s[i]); i++ {
	}
	return i
}

// startOf returns where the part begins that holds the byte at, see cutBefore.
func startOf(text string, at int, signs string) int {
	from := runeStart(text, at-reach)
	return from + cutBefore(text[from:at], at-from, signs)
}

// countsBetween returns the counts that begin in text[from:to].
func countsBetween(counts []count, from, to int) []count {
	at := func(c count, i int) int { return c.at - i }
	first, _ := slices.BinarySearchFunc(counts, from, at)
	end, _ := slices.BinarySearchFunc(counts, to, at)
	return counts[first:max(first, end)]
}
