package parser

import (
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// TestAnomalies names what each input must be told of, and no more. Shapes of
// tables that are lost are in testdata/lost.txtar.
func TestAnomalies(t *testing.T) {
	row := func(s string, n int) string { return strings.Repeat(s, n) }
	for _, test := range []struct {
		name, src string
		want      []report.AnomalyKind
	}{
		{"nothing", "# 标题\n\n| a |\n|---|\n| 1 |\n", nil},
		{"pipe table with too many rows", "|a|b|\n|-|-|\n" + row("|1|2|\n", maxPositions/2), []report.AnomalyKind{report.TableTooLarge}},
		{"and with just enough", "|a|b|\n|-|-|\n" + row("|1|2|\n", maxPositions/2-1), nil},
		{"header too wide", row("|a", maxPositions+1) + "\n" + row("|-", maxPositions+1) + "\n", []report.AnomalyKind{report.TableTooLarge}},
		{"row too wide", "|a|\n|-|\n" + row("|1", maxPositions) + "\n", []report.AnomalyKind{report.TableTooLarge}},
		{"HTML table with too many rows", "<table>" + row("<tr><td>1<td>2", maxPositions/2+1) + "</table>", []report.AnomalyKind{report.TableTooLarge}},
		{"one long row after many", "<table>" + row("<tr><td>1", maxPositions/2) + "<tr><td>1<td>2<td>3</table>", []report.AnomalyKind{report.TableTooLarge}},
		{"colspan", "<table><tr><td colspan=1001>1</td></tr></table>", []report.AnomalyKind{report.TableTooLarge}},
		{"colspan at the limit", "<table><tr><td colspan=1000>1</td></tr></table>", nil},
		{"rowspan of nonsense", "<table><tr><td rowspan=x colspan=-1>1</td></tr></table>", nil},
		{"a number too large for any integer", "<table><tr><td rowspan=99999999999999999999>1</td></tr></table>", []report.AnomalyKind{report.TableTooLarge}},
		{"unclosed", "<table><tr><td>1", []report.AnomalyKind{report.TableUnclosed}},
		{"unclosed before another", "<table><tr><td>1</td></tr>\n<table><tr><td>2</td></tr></table>", []report.AnomalyKind{report.TableUnclosed}},
		{"tables in tables", row("<table><tr><td>1<td>", 18) + row("</table>", 18), []report.AnomalyKind{report.NestingTooDeep}},
		{"lists in lists", row("- ", 9) + "文", []report.AnomalyKind{report.NestingTooDeep}},
		{"eight deep", row("- ", 8) + "文", nil},
		{"quotes in quotes", row(">", 17) + "文", []report.AnomalyKind{report.NestingTooDeep}},
		{"text after table", "|a|\n|-|\n|1|\n注：无。", []report.AnomalyKind{report.TextAfterTable}},
		{"no pipes from the start", "a\n:-\n1", nil},
		{"front matter without an end", "---\nyear: 2023\n\n# 标题\n", []report.AnomalyKind{report.MatterInvalid}},
		{"TOML without an end", "+++\nyear = 2023\n", []report.AnomalyKind{report.MatterInvalid}},
		{"front matter too long", "---\n" + row("a: b # 长\n", 8000) + "---\n文", []report.AnomalyKind{report.MatterInvalid}},
		{"front matter with values that mean nothing", "---\nyear: 20x5\nkind: citty\nscope: all\n---\n", []report.AnomalyKind{report.MatterUnknown, report.MatterUnknown, report.MatterUnknown}},
		{"front matter with values in Chinese, and empty ones", "---\nyear: 二〇二五年\nkind: 地方政府部门\nscope:\n---\n", nil},
		{"a rule at the top", "---\n正文\n", nil},
		{"a link in brackets", "[表格](a.md)", nil},
		{"a sentence with figures", "2023年收到 1 2 3 4 5 6 件。", nil},
	} {
		r := parse(t, test.src)
		var got []report.AnomalyKind
		for _, a := range r.Anomalies {
			got = append(got, a.Kind)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
