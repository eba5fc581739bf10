package parser

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/report"
)

// FuzzPipeRows: a cell that is read at one go is read as one between pipes
// that were found first.
func FuzzPipeRows(f *testing.F) {
	for _, seed := range []string{
		"| a | 12 | 0|01 |  | 3件 |", "1|2 3|4\\|5|6\\|", "|", "||", " 1 ", "|1 <!-- | 2 | --> |3| <b>4</b> |5",
		"|1\t|\u30002|3\u3000| 999999999999999999 | 9999999999999999999 |-1|　|\r6|7\r",
	} {
		f.Add(seed)
	}
	p := &New().page
	f.Fuzz(func(t *testing.T, src string) {
		file := report.NewFile("报告.md", src)
		p.reset(file, signsIn(src))
		p.begin(&guard{})
		if strings.IndexByte(string(p.text), '\n') >= 0 {
			return
		}
		row := extent{0, len(src)}
		p.pipeRow(row, p.trim(row), 0)
		var want []report.Cell
		for _, e := range splitRow(p.text, row) {
			c := report.Cell{Form: report.Surplus}
			p.readCell(&c, e, e, inCell)
			want = append(want, c)
		}
		got := append([]report.Cell(nil), p.rows[0].Cells...)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(report.Number{}), cmp.Comparer(func(a, b *report.File) bool { return a == b })); diff != "" {
			t.Errorf("%q: found first -, at one go +\n%s", src, diff)
		}
	})
}
