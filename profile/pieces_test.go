package profile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/testdata"
)

// A language model that copies a report from a picture makes a table of each
// row, under a heading, with headers of its own; one header has labels of
// other places. The figures are read all the same.
func TestTableInPieces(t *testing.T) {
	form := bind("disclosure-2021", testdata.Form("disclosure-2021"))
	got := bind("pieces", inPieces(form))
	for _, ref := range refs(form.Profile) {
		want := form.Cell(ref).Text
		if c := got.Cell(ref); c == nil || c.Text != want {
			t.Errorf("%v: got %+v, want %s", ref, c, want)
		}
	}
}

// inPieces writes a report with a table for each row.
func inPieces(form *profile.Form) string {
	figures := shape.Of(form)
	var b strings.Builder
	b.WriteString("# 示例市人民政府2025年政府信息公开工作年度报告\n")
	for i := range form.Profile.Sections {
		s := &form.Profile.Sections[i]
		fmt.Fprintf(&b, "\n## %s\n\n正文。\n", s.Label())
		for j := range form.Profile.Tables {
			if t := &form.Profile.Tables[j]; t.Section == s.ID {
				for k := range t.Rows {
					piece(&b, t, k, figures)
				}
			}
		}
	}
	return b.String()
}

func piece(b *strings.Builder, t *profile.Table, row int, figures shape.Figures) {
	label := t.Rows[row].Label()
	fmt.Fprintf(b, "\n### %s\n\n", label)
	header, line := []string{"类别"}, []string{label}
	for k := range t.Columns {
		column := t.Columns[k].Label()
		if len(t.Columns) > 5 && k < len(t.Columns)-1 {
			column = fmt.Sprintf("数据%d", k+1)
		}
		header = append(header, column)
		line = append(line, figures(profile.Ref{Table: t.ID, Row: t.Rows[row].ID, Column: t.Columns[k].ID}))
	}
	switch {
	case t.Layout == profile.Flat:
		header, line = header[1:], line[1:] // the heading alone says which row it is
	case t.Rows[row].ID == "unpaid":
		header = []string{"项目", "本年新收件数", "上年结转件数", "予以公开", "部分公开", "不予公开", "结转下年度", "总计"}
	}
	fmt.Fprintf(b, "| %s |\n%s|\n| %s |\n", strings.Join(header, " | "), strings.Repeat("|---", len(header)), strings.Join(line, " | "))
}
