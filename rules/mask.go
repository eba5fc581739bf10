package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// instructions are what templates tell those who fill them in.
var instructions = []string{
	"该部分以表格形式报告", "请填写", "此处填写", "在此处填", "填写说明", "（文字描述", "(文字描述", "在此处报告", "（示例）", "请在此",
}

// masks are the shortest runs of signs that stand for something left out.
var masks = []string{"XX", "xx", "ＸＸ", "××", "__", "＿＿", "某某"}

// wideResidues are those among them that begin with a character of three
// bytes, narrowResidues the others.
var (
	wideResidues   = newWordSet(slices.DeleteFunc(slices.Concat(instructions, masks), isNarrow)...)
	narrowResidues = slices.DeleteFunc(slices.Concat(instructions, masks), func(w string) bool { return !isNarrow(w) })
)

func isNarrow(word string) bool { return word[0] < 0xE0 }

// residue returns where the first words of a template stand in a text.
func residue(text string) (from, to int) {
	if !wideResidues.in(text) && !containsAny(text, narrowResidues) {
		return 0, 0 // as nearly always
	}
	for _, word := range instructions {
		if i := report.Index(text, word); i >= 0 {
			return i, i + len(word)
		}
	}
	if !containsAny(text, masks) {
		return 0, 0
	}
	for at := 0; at < len(text); {
		size := maskAt(text[at:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		if from, to := blankToFill(text, at, size); from < to {
			return from, to
		}
		at += size
	}
	return 0, 0
}

// maskAt returns the bytes of the run of X, ×, underscores or 某 that s
// starts with; a single one is none.
func maskAt(s string) int {
	for _, sign := range [...]string{"X", "x", "Ｘ", "×", "_", "＿", "某"} {
		n := 0
		for strings.HasPrefix(s[n*len(sign):], sign) {
			n++
		}
		if n > 1 {
			return n * len(sign)
		}
	}
	return 0
}

// units are what stands behind a blank that somebody is to fill in. Behind a
// masked name stands nothing, or 同志, or a verb.
var units = []string{
	"年", "月", "日", "局", "镇", "乡", "县", "市", "区", "省", "街道", "厅", "委", "办事处", "单位", "部门", "机关", "人民政府", "政府",
	"件", "条", "次", "份", "万元", "元", "人次", "篇",
}

// blankToFill tells a blank to fill in from a masked name or an address.
func blankToFill(text string, at, size int) (from, to int) {
	before, behind := text[:at], text[at+size:]
	from, to = at, at+size
	switch mask := text[at:to]; {
	case strings.HasPrefix(mask, "_"), strings.HasPrefix(mask, "＿"):
		if utf8.RuneCountInString(mask) >= 4 && !asciiLetterAt(before, behind) {
			return from, to
		}
		return 0, 0
	case strings.HasSuffix(before, "20"):
		from -= len("20")
	case strings.HasPrefix(mask, "某") && utf8.RuneCountInString(mask) > 2, asciiLetterAt(before, behind):
		return 0, 0
	}
	for _, unit := range units {
		if strings.HasPrefix(behind, unit) {
			return from, to + len(unit)
		}
	}
	return 0, 0
}

// asciiLetterAt reports whether a letter or a digit of ASCII stands next to
// where the two texts meet.
func asciiLetterAt(before, behind string) bool {
	letter := func(b byte) bool {
		return b < 0x80 && (b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '/' || b == '.')
	}
	return before != "" && letter(before[len(before)-1]) || behind != "" && letter(behind[0])
}
