package profile

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// findFlattened looks outside tables for the labels of tables that were not
// found: converters take tables apart.
func (x *index) findFlattened(f *Form) {
	for i := range f.Tables {
		if !f.Tables[i].Found() {
			x.findLabels(f)
			return
		}
	}
}

func (x *index) findLabels(f *Form) {
	for i := range f.Report.Blocks {
		b := &f.Report.Blocks[i]
		if b.Kind == report.TableBlock {
			continue
		}
		if m, ok := find(x.lookup(b.Prose.Text), f.Profile, func(m meaning) bool { return m.kind != sectionLabel }); ok {
			if t := &f.Tables[m.table]; !t.Found() {
				t.Flattened = append(t.Flattened, b.Span)
			}
			continue
		}
		f.findGlued(b)
	}
}

// findGlued looks for a block with several labels of a table in one text.
func (f *Form) findGlued(b *report.Block) {
	for i := range f.Tables {
		t := &f.Tables[i]
		if t.Found() || len(b.Prose.Text) < leastGlued {
			continue
		}
		rows, columns := 0, 0
		for k := range t.Def.Rows {
			rows += one(strings.Contains(b.Prose.Text, t.Def.Rows[k].Label()))
		}
		for k := range t.Def.Columns {
			columns += one(strings.Contains(b.Prose.Text, t.Def.Columns[k].Label()))
		}
		if rows > 0 && columns > 0 && rows+columns > 2 || rows > 4 {
			t.Flattened = append(t.Flattened, b.Span)
		}
	}
}

// leastGlued is the least length of a block that holds a table, in bytes.
const leastGlued = 30
