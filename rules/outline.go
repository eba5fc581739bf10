package rules

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// outline returns the ordinals that number the parts of the text: not rings,
// not 第一部分, not items that Markdown numbers itself, and nothing in the
// sections that hold tables, whose rows have ordinals of their own.
func (p *Pass) outline() []numbered {
	if p.parts != nil {
		return p.parts
	}
	all := p.reading().ordinals
	p.parts = make([]numbered, 0, len(all))
	section, tables := 0, false
	for _, o := range all {
		if n := p.prose.section[o.block]; n != section {
			section, tables = n, n > 0 && p.Form.Sections[n-1].Def.HasTables()
		}
		if o.Form&(report.Enclosed|report.PartOrdinal|report.OpenBracket) == 0 && !tables &&
			(p.Report.Blocks[o.block].Kind != report.ListItem || o.Level != 3) {
			p.parts = append(p.parts, o)
		}
	}
	return p.parts
}

// label returns the bytes of the ordinal without the blanks behind it.
func (o numbered) label(p *Pass) int {
	return len(report.TrimBlank(p.Report.Blocks[o.block].Prose.Text[:o.Size]))
}

// numbered is a block that begins with an ordinal.
type numbered struct {
	report.Ordinal
	block int
}

// hasOrdinal reports whether the ordinal stands anywhere in the blocks.
func (p *Pass) hasOrdinal(first, last, level, n int) bool {
	for i := first; i < last; i++ {
		for _, form := range ordinalForms(level, n) {
			if strings.Contains(p.Report.Blocks[i].Prose.Text, form) {
				return true
			}
		}
	}
	return false
}

// ordinalForms returns the ways in which an ordinal is written, the right one
// first.
func ordinalForms(level, n int) []string {
	han, arabic := report.HanNumeral(n), fmt.Sprint(n)
	switch level {
	case 2:
		return []string{"（" + han + "）", "(" + han + ")", han + "是"}
	case 3:
		return []string{arabic + ".", arabic + "、", arabic + "．", arabic + "，"}
	}
	return []string{"（" + arabic + "）", "(" + arabic + ")"}
}
