package cli

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// figure is one line of facts.
type figure struct {
	Organ  string `json:"organ"`
	Year   string `json:"year"`
	Table  string `json:"table"`
	Row    string `json:"row"`
	Column string `json:"column"`
	Value  string `json:"value"` // exact; "" when the cell holds no figure
	Shown  string `json:"shown"` // as written
	File   string `json:"file"`
	Line   int    `json:"line"`
}

// figureColumns are the columns of the CSV form, in order.
func figureColumns() []string {
	return []string{"organ", "year", "table", "row", "column", "value", "shown", "file", "line"}
}

func (t *tool) factsCommand() *cobra.Command {
	format := newChoice("csv", "csv", "jsonl")
	cmd := &cobra.Command{
		Use:   "facts [PATH…]",
		Short: t.say("列出各报告的全部数字，供统计", "list every figure of every report, to compute with"),
		Long: t.say("列出各 PATH 中报告的全部数字：机关、年度、表、行、列、数值、原文、文件和行号。",
			"List every figure of the reports at each PATH: organ, year, table, row, column, value, as written, file and line."),
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, paths []string) error { return t.facts(format.value, paths) },
	}
	offer(cmd, "format", t.say("输出格式", "output format"), format)
	return cmd
}

func (t *tool) facts(format string, paths []string) error {
	out := bufio.NewWriter(t.out)
	write := writeJSONL
	if format == "csv" {
		write = writeCSV
		out.WriteString(strings.Join(figureColumns(), ",") + "\n") // kept back until there is a figure
	}
	if _, err := t.render(paths, out, func(f *profile.Form) []byte { return write(figuresOf(f)) }); err != nil {
		return err
	}
	return out.Flush()
}

// render writes what render makes of each report that paths mean, and returns
// how many there are.
func (t *tool) render(paths []string, out io.Writer, render func(*profile.Form) []byte) (reports int, err error) {
	run, err := t.plan(findingAll())
	if err != nil {
		return 0, err
	}
	files, err := t.find(paths)
	if err != nil {
		return 0, err
	}
	boundMemory(len(files), false)
	stop := t.progress(run, len(files))
	reports, passed, err := run.Render(files, out, render)
	stop()
	if err == nil && reports == 0 {
		err = t.noReport(run, passed, paths)
	}
	return reports, err
}

// figuresOf returns the figures of a report in the order of its form. A row
// that is not known to have one cell a column gives none.
func figuresOf(f *profile.Form) (all []figure) {
	meta := &f.Report.Meta
	for i := range f.Tables {
		t := &f.Tables[i]
		if len(t.Others) > 0 {
			continue // lines of several organs: which is the report's own is not known
		}
		for row := range t.Rows {
			for column := range t.Def.Columns {
				c := t.Cell(row, column)
				if c == nil || c.Kind == report.Absent {
					continue
				}
				ref := t.Ref(row, column)
				line := figure{
					Organ: meta.Organ.Value, Year: meta.Year.Value, Table: ref.Table, Row: ref.Row, Column: ref.Column,
					Shown: c.Text, File: f.Report.File.Name, Line: c.Span.Position().Line,
				}
				if c.Kind == report.Figure {
					line.Value = c.Value.String()
				}
				all = append(all, line)
			}
		}
	}
	return all
}

func writeJSONL(figures []figure) (lines []byte) {
	for i := range figures {
		lines = append(append(lines, encodeLine(figures[i])...), '\n')
	}
	return lines
}

func writeCSV(figures []figure) []byte {
	b := new(bytes.Buffer)
	w := csv.NewWriter(b)
	for i := range figures {
		f := &figures[i]
		// The writer's error is that of the buffer, which has none.
		_ = w.Write([]string{f.Organ, f.Year, f.Table, f.Row, f.Column, f.Value, f.Shown, f.File, strconv.Itoa(f.Line)})
	}
	w.Flush()
	return b.Bytes()
}
