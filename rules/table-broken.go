package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed table-broken.md
var tableBrokenPage string

var tableBroken = Rule{
	Name:     "table-broken",
	Title:    Message{"表格写坏", "table broken"},
	Family:   Tables,
	Severity: Error,
	Since:    "0.1.0",
	Page:     tableBrokenPage,
	Check:    checkTableBroken,
}

// checkTableBroken reports tables that Markdown or HTML reads otherwise than
// they were meant. What table-missing says of a statutory table is not said
// again.
func checkTableBroken(p *Pass) {
	for i := range p.Report.Anomalies {
		a := &p.Report.Anomalies[i]
		if p.isLost(a) {
			continue
		}
		if d, ok := p.brokenTable(a); ok {
			d.Item = string(a.Kind)
			p.Flag(p.named(a, d))
		}
	}
}

// isLost reports whether table-missing speaks of the anomaly. What is left of
// a table may run on under headings that are none: those of pages, or rows.
func (p *Pass) isLost(a *report.Anomaly) bool {
	for s := range p.statutoryTables {
		if s.found() > 0 {
			continue
		}
		switch a.Kind {
		case report.TextTable:
			return true
		case report.TablePlaceholder, report.DelimiterMissing:
			if s.holds(a.Span) {
				return true
			}
		}
	}
	return false
}

// isBroken reports whether table-broken says why no rows of a table, or not
// all, were found.
func (p *Pass) isBroken(s statutory) bool {
	for i := range p.Report.Anomalies {
		switch a := &p.Report.Anomalies[i]; a.Kind {
		case report.DelimiterMismatch, report.FullWidthPipe, report.TableTooLarge:
			if s.holds(a.Span) {
				return true
			}
		case report.DelimiterMissing:
			if s.found() > 0 && s.holds(a.Span) {
				return true
			}
		}
	}
	return false
}

// leaveToTableBroken drops what another rule has just found in the cells of a
// row that table-broken says is not parted into cells. before is how many
// findings there were before.
func (p *Pass) leaveToTableBroken(before int) {
	if f := p.rule.Family; f != Tables && f != Cells || p.rule.Name == tableBroken.Name {
		return
	}
	found := slices.DeleteFunc(p.file.Diagnostics[before:], func(d Diagnostic) bool { return p.pipeIn(d.Span) })
	p.file.Diagnostics = p.file.Diagnostics[:before+len(found)]
}

// named says which statutory table the finding costs.
func (p *Pass) named(a *report.Anomaly, d Diagnostic) Diagnostic {
	for s := range p.statutoryTables {
		if s.found() == 0 && s.holds(a.Span) {
			d.Message.ZH = s.name() + d.Message.ZH
			d.Message.EN = s.name() + ": " + d.Message.EN
			return d
		}
	}
	d.Message.ZH = "表格" + d.Message.ZH
	return d
}

// brokenTable words an anomaly of a table.
func (p *Pass) brokenTable(a *report.Anomaly) (d Diagnostic, ok bool) {
	d.Span = firstLine(a.Span)
	switch a.Kind {
	case report.DelimiterMismatch:
		header, delimiter, _ := strings.Cut(a.Note, " != ")
		d.Message = Message{
			fmt.Sprintf("的表头有 %s 格，分隔行有 %s 格，不成表格，没有核对", header, delimiter),
			fmt.Sprintf("the header has %s cells, the delimiter row %s: this is no table and was not checked", header, delimiter),
		}
		d.Help = Message{"使分隔行与表头的格数相同", "give the delimiter row as many cells as the header"}
		d.Fixes = delimiterFix(a, header)
	case report.DelimiterMissing:
		d = p.withoutDelimiter(a, d)
	case report.FullWidthPipe:
		d.Message = Message{"用了全角竖线「｜」，读不成格", "full-width 「｜」 do not part cells"}
		d.Help = Message{"改为半角「|」", "write half-width 「|」"}
		d.Fixes = pipeFix(a)
	case report.TextAfterTable:
		d.AtMost = Warning
		d.Message = Message{"下面紧接着文字，会显示为表格的一行", "the text right below the table is shown as a row of it"}
		d.Help = Message{"在文字前空一行", "put a blank line before the text"}
		d.Fixes = []Fix{{Message{"加一个空行", "add a blank line"}, true, []Edit{{a.Span.File.Span(a.Span.Start, a.Span.Start), "\n"}}}}
	case report.TableUnclosed:
		d.AtMost = Warning
		d.Message = Message{"没有结束标签 </table>", "the table has no </table>"}
		d.Help = Message{"在表格末尾加 </table>", "add </table> at its end"}
	case report.TableTooLarge:
		_, limit, _ := strings.Cut(a.Note, " > ")
		d.Message = Message{"太大，只读了一部分：上限 " + limit + " 格", "the table is too large and was read in part: the limit is " + limit + " cells"}
		d.Help = Message{"检查合并单元格的 colspan、rowspan，或者拆成几张表", "check colspan and rowspan, or cut the table in parts"}
	case report.TextTable:
		d.AtMost = Warning
		d.Message = Message{"是用空格排成的文字，不会显示为表格", "text aligned with blanks is not shown as a table"}
		d.Help = Message{"改为 Markdown 或 HTML 表格", "write a table in Markdown or HTML"}
	case report.TablePlaceholder:
		d.AtMost = Warning
		d.Message = Message{"在转换时丢失，只剩「" + a.Note + "」", "a table was lost in conversion: only " + a.Note + " is left"}
		d.Help = Message{"从原文件重新转换并保留表格", "convert the original again and keep its tables"}
	default:
		return d, false
	}
	return d, true
}

// withoutDelimiter words rows of cells without a delimiter row: mostly a
// blank line has cut them off from the table before.
func (p *Pass) withoutDelimiter(a *report.Anomaly, d Diagnostic) Diagnostic {
	if before := p.tableBefore(a.Span); before != nil {
		d.Fixes = joinFix(before, a.Span)
		d.Message = Message{
			fmt.Sprintf("被空行断开，下面 %s 行不在表内，没有核对", a.Note),
			fmt.Sprintf("a blank line cuts the table: the %s rows below it are outside and were not checked", a.Note),
		}
		d.Help = Message{"删去空行", "remove the blank line"}
		return d
	}
	d.Message = Message{
		fmt.Sprintf("缺分隔行，%s 行文字不成表格", a.Note),
		fmt.Sprintf("%s rows of cells have no delimiter row and are no table", a.Note),
	}
	d.Help = Message{"在表头下加一行 | --- | --- |，每列一个", "add a line | --- | --- | below the header, one for each column"}
	return d
}

// tableBefore returns the table that the block before is, nil when it is none.
func (p *Pass) tableBefore(at report.Span) *report.Table {
	blocks := p.Report.Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= at.Start })
	if i == 0 || blocks[i-1].Kind != report.TableBlock {
		return nil
	}
	return blocks[i-1].Table
}

// joinFix removes the blank lines that cut rows off from their table, when
// they have as many cells as it.
func joinFix(t *report.Table, rows report.Span) []Fix {
	gap := rows.File.Span(t.Span.End, rows.Start)
	if t.Form != report.PipeTable || gap.Start > gap.End || strings.Trim(gap.Text(), "\r\n \t") != "" {
		return nil
	}
	for line := range strings.SplitSeq(rows.Text(), "\n") {
		line = strings.TrimSpace(line)
		pipes := strings.Count(line, "|") - strings.Count(line, `\|`)
		if line != "" && (!strings.HasPrefix(line, "|") || !strings.HasSuffix(line, "|") || pipes != t.Width+1) {
			return nil
		}
	}
	between := ""
	if !strings.HasSuffix(t.Span.Text(), "\n") {
		between = "\n"
	}
	return []Fix{{Message{"删去空行", "remove the blank line"}, true, []Edit{{gap, between}}}}
}

// delimiterFix gives the delimiter row as many cells as the header; those that
// it has stay.
func delimiterFix(a *report.Anomaly, width string) []Fix {
	n, err := strconv.Atoi(width)
	if err != nil || n == 0 {
		return nil
	}
	at := a.Span.Start
	for line := range strings.SplitSeq(a.Span.Text(), "\n") {
		text := strings.TrimRight(line, "\r")
		if strings.Contains(text, "-") && strings.Trim(text, "|-: \t") == "" {
			span := a.Span.File.Span(at, at+len(text))
			return []Fix{{Message{"重写分隔行", "rewrite the delimiter row"}, true, []Edit{{span, delimiterRow(text, n)}}}}
		}
		at += len(line) + 1
	}
	return nil
}

// delimiterRow returns a delimiter row of n cells that begins like another.
func delimiterRow(row string, n int) string {
	cells := strings.Split(strings.Trim(row, "| \t"), "|")
	var b strings.Builder
	b.WriteString("|")
	for i := range n {
		cell := "---"
		if i < len(cells) && strings.Contains(cells[i], "-") {
			cell = strings.TrimSpace(cells[i])
		}
		b.WriteString(" " + cell + " |")
	}
	return b.String()
}

// pipeFix writes half-width pipes.
func pipeFix(a *report.Anomaly) []Fix {
	fix := Fix{Title: Message{"改为半角竖线", "write half-width pipes"}, Safe: true}
	text := a.Span.Text()
	for i := 0; ; i += len("｜") {
		j := strings.Index(text[i:], "｜")
		if j < 0 {
			return []Fix{fix}
		}
		i += j
		fix.Edits = append(fix.Edits, Edit{a.Span.File.Span(a.Span.Start+i, a.Span.Start+i+len("｜")), "|"})
	}
}
