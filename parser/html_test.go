package parser

import (
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// FuzzPlainCells: a cell that is read at one go is read as one whose tag has
// to be looked into.
func FuzzPlainCells(f *testing.F) {
	for _, seed := range []string{
		"<table><tr><td>a</td><td> 1 </td><td></td></tr>\n<tr><td>\n<p>b</p>\n</td><td>c<br></td><td><b></b>2</td></table>",
		"<table><tr><td rowspan=2>a</td><td>b<td>c</td></tr><tr><td>d &amp; e</td><td>f\ng</td></tr></table>",
		"<table><tr><td>a<tt>b</tt></td><td><!-- c --></td><td>1 < 2</td><td><img src=x></td></tr></table>",
		"<table><td>a</td><tr><td>b</td></tr><tr><td><table><tr><td>c</td></tr></table></td></tr>",
		"<table><tr><td><p x='</td>'>a</p></td><td>\u3000b\u00a0</td><td>c</TD></tr></table>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, want := tableTexts(src), tableTexts(strings.ReplaceAll(src, "<td>", "<td colspan=1>"))
		if got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", src, got, want)
		}
	})
}

// tableTexts returns what the cells of the HTML tables of a page hold.
func tableTexts(src string) string {
	var out strings.Builder
	for _, t := range Parse(report.NewFile("报告.md", src)).Tables {
		if t.Form != report.HTMLTable {
			continue
		}
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				out.WriteString(c.Text + "\t" + c.Value.String() + "\t" + string('0'+rune(c.Kind)) + "|")
			}
			out.WriteByte('\n')
		}
		out.WriteByte('\n')
	}
	return out.String()
}
