package rules

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// outline returns the ordinals that number the parts of the text: not rings,
// not 第一部分, not items that Markdown numbers itself, and nothing in the
// sections that hold tables, whose rows have ordinals of their own.
func (p *Pass) outline() (parts []numbered) {
	all := p.reading().ordinals
	parts = make([]numbered, 0, len(all))
	for _, o := range all {
		b := &p.Report.Blocks[o.block]
		if o.Form.Has(report.Enclosed) || o.Form.Has(report.PartOrdinal) || o.Form.Has(report.OpenBracket) || p.inTables(o.block) ||
			b.Kind == report.ListItem && o.Level == 3 {
			continue
		}
		parts = append(parts, o)
	}
	return parts
}

// inTables reports whether the block stands in a section that is a table.
func (p *Pass) inTables(block int) bool {
	id := p.prose.sectionOf(block)
	for i := range p.Form.Tables {
		if id != "" && p.Form.Tables[i].Def.Section == id {
			return true
		}
	}
	return false
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
