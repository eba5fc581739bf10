package importer

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// longestHeading is how many characters a heading has at most.
const longestHeading = 40

// outlined makes headings of the paragraphs that are some: the title, and what
// is numbered 一、 or （一） and no sentence. What stands before the title is a
// page's, not the report's.
func outlined(blocks []block) []block {
	title := titleAt(blocks)
	if title < 0 {
		title = 0
	} else {
		blocks[title].level = 1
	}
	blocks = blocks[title:]
	for i := range blocks {
		b := &blocks[i]
		if i == 0 && b.level == 1 || b.table != nil {
			continue
		}
		o, ok := report.OrdinalAt(b.text)
		switch {
		case utf8.RuneCountInString(b.text) > longestHeading || strings.ContainsAny(b.text, "。；"):
			b.level = 0
		case ok && o.Level <= 2:
			b.level = o.Level + 1
		case b.level == 1:
			b.level = 2
		}
	}
	return blocks
}

// titleAt returns the block that says what the report is: the last one before
// the first section, or else the first.
func titleAt(blocks []block) int {
	at := -1
	for i, b := range blocks {
		if o, ok := report.OrdinalAt(b.text); b.table != nil || ok && o.Level == 1 && at >= 0 {
			break
		}
		if utf8.RuneCountInString(b.text) <= 2*longestHeading && strings.Contains(b.text, "政府信息公开") && strings.Contains(b.text, "报告") &&
			!strings.ContainsAny(b.text, "。，") && strings.ContainsAny(b.text, "0123456789０１２３４５６７８９〇二") {
			at = i
		}
	}
	return at
}

func span(name string, n int) string {
	if n <= 1 {
		return ""
	}
	return " " + name + `="` + itoa(n) + `"`
}
