package parser

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// FuzzPlainCells: a cell or the end of a row that is read at one go is read as
// one whose tag has to be looked into.
func FuzzPlainCells(f *testing.F) {
	for _, seed := range []string{
		"<table><tr><td>a</td><td> 1 </td><td></td></tr>\n<tr><td>\n<p>b</p>\n</td><td>c<br></td><td><b></b>2</td></table>",
		"<table><tr><td rowspan=2>a</td><td>b<td>c</td></tr><tr><td>d &amp; e</td><td>f\ng</td></tr></table>",
		"<table><tr><td>a<tt>b</tt></td><td><!-- c --></td><td>1 < 2</td><td><img src=x></td></tr></table>",
		"<table><td>a</td><tr><td>b</td></tr><tr><td><table><tr><td>c</td></tr></table></td></tr>",
		"<table><tr><td><p x='</td>'>a</p></td><td>\u3000b\u00a0</td><td>c</TD></tr></table>",
		"<table><tr>\n<td a><p b>1</p></td><td a><p b></p></td><td a><p b>02</p></td><td a><p b>3<b></p></td><td a><p b>c</p>\n</td></tr>",
		"<table><tr><td>1</td><td>2</td></tr>\n <tr><td>3</td></tr></tr><tr><tr><td>4</td></tr></thead><tr a><td>5</td></TR><td>6",
		"<table><tr><td rowspan=3>1</td><td>2</td></tr><tr><td>0123456789012345678</td></tr><tr><td>3</td><td>4</td></tr></table>",
		"<table><tr><td colspan=\"2\">1</td><td rowspan=\"3\" colspan=\"2\">2</td><td colspan=\"1\" colspan=\"2\">3</td><td rowspan=\"0\">4</td></tr><tr><td>5</td></tr></table>",
		"<table><td =\">",
		"<table><tr><td colspan=\"1001\">1</td><td colspan=\"02\" >2</td><td x rowspan=\"2\">3</td></tr><tr><td>5</td><td rowspan=\"2><td>6\"></td></tr></table>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if inTag.MatchString(src) {
			return // what is seen would change
		}
		got, want := tableTexts(src), tableTexts(lookedInto.ReplaceAllString(src, "<$1 span/$2"))
		if got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", src, got, want)
		}
	})
}

// lookedInto are the tags that are looked into when they have an attribute
// that could be a span.
var lookedInto = regexp.MustCompile("<(td|tr|/tr)([ \n>])")

// inTag finds one of them in what another < begins.
var inTag = regexp.MustCompile("<[^>]*<(td|tr|/tr)[ \n>]")

// tableTexts returns what the cells of the HTML tables of a page hold.
func tableTexts(src string) string {
	var out strings.Builder
	for _, t := range Parse(report.NewFile("报告.md", src)).Tables {
		if t.Form != report.HTMLTable {
			continue
		}
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				if span := c.Span.Text(); strings.IndexByte(span, '<') < 0 {
					out.WriteString(span + "\t")
				}
				out.WriteString(c.Text + "\t" + c.Value.String() + "\t" + c.Unit + "\t" + string('0'+rune(c.Kind)) + string('0'+rune(c.Form)) + "|")
			}
			out.WriteByte('\n')
		}
		out.WriteByte('\n')
	}
	return out.String()
}
