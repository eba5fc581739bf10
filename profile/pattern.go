package profile

import (
	"encoding/binary"

	"github.com/gouji-lint/gouji/report"
)

// pattern is a way to write the tables of a report, and how they are bound
// then. Reports differ in their figures, and hardly in their tables: who fills
// in a form keeps its words, and a site writes all its tables in one way.
type pattern struct {
	text string  // of the tables, see appendPattern
	of   *format // that the report year calls for, nil for none

	index *index
	told  *Profile

	homes []int // by table of the document: the section that it stands in, -1
	trace trace
}

// maxPattern bounds the pattern of a report that is remembered, in bytes. That
// of the form has some 6,000.
const maxPattern = 1 << 14

// A cell of a pattern is its kind and what it has in common with the one
// before; then come its words, unless they are those of the one before.
const (
	sameCell  byte = 1 << 4 // another position of one cell
	sameWords byte = 1 << 5
)

// appendPattern appends all that binding looks at in tables: their words, and
// of other cells the kind. Two reports with the same pattern have the same
// words in the same cells, and figures, blanks and dashes in the same others.
// It stops where the pattern becomes longer than maxPattern.
func appendPattern(dst []byte, tables []*report.Table) []byte {
	for _, t := range tables {
		dst = append(dst, byte(t.Form))
		dst = binary.AppendUvarint(dst, uint64(t.Width))
		dst = binary.AppendUvarint(dst, uint64(len(t.Rows)))
		for i := range t.Rows {
			if dst = appendRowPattern(dst, t.Rows[i].Cells); len(dst) > maxPattern {
				return dst
			}
		}
	}
	return dst
}

func appendRowPattern(dst []byte, cells []report.Cell) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(cells)))
	for j := range cells {
		c, code := &cells[j], byte(cells[j].Kind)
		if j > 0 && report.SameCell(c, &cells[j-1]) {
			code |= sameCell
		}
		if c.Kind != report.Words {
			dst = append(dst, code)
			continue
		}
		if code&sameCell != 0 && c.Text == cells[j-1].Text {
			dst = append(dst, code|sameWords)
			continue
		}
		// Where a length takes more than two bytes the pattern is too long.
		dst = append(dst, code, byte(len(c.Text)), byte(len(c.Text)>>8))
		dst = append(dst, c.Text...)
	}
	return dst
}

// at reports whether the tables of a report stand in the sections in which
// those of the pattern do.
func (p *pattern) at(f *Form) bool {
	for n, t := range f.Report.Tables {
		if f.sectionAt(t.Block) != p.homes[n] {
			return false
		}
	}
	return true
}
