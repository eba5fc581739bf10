package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-form.md
var cellFormPage string

var cellForm = Rule{
	Name:     "cell-form",
	Title:    Message{"数字的写法不规范", "form of a figure"},
	Family:   Cells,
	Severity: Info,
	Since:    "0.1.0",
	Page:     cellFormPage,
	Check:    checkCellForm,
}

// checkCellForm reports, once for each statutory table, figures that are not
// written in plain half-width digits. They are read nevertheless.
func checkCellForm(p *Pass) {
	odd := func(c *figureCell) bool { return c.Kind == report.Figure && oddForm(c) != 0 }
	for g := range p.groupCells(odd) {
		form := report.CellForm(0)
		for i := range g.cells {
			form |= oddForm(&g.cells[i])
		}
		d := g.finding(p, "写法不规范（"+formNames(form).ZH+"）", "in an unusual form ("+formNames(form).EN+")")
		plain := g.cells[0].Value.String()
		d.Label = Message{"应写作 " + plain, "should be written " + plain}
		d.Help = Message{"用半角阿拉伯数字，不加千分号、空格和加号", "write half-width digits without commas, blanks or a plus sign"}
		d.Fixes = plainFix(g.cells)
		p.Flag(d)
	}
}

// oddForm returns what is unusual about a figure. Changes on last year may
// have a plus sign.
func oddForm(c *figureCell) report.CellForm {
	odd := c.Form & (report.FullWidth | report.Thousands | report.Zeros | report.Spaces | report.Signed)
	if c.def().Signed {
		odd &^= report.Signed
	}
	return odd
}

func formNames(form report.CellForm) Message {
	var zh, en []string
	for _, f := range []struct {
		form   report.CellForm
		zh, en string
	}{
		{report.FullWidth, "全角数字", "full-width digits"},
		{report.Thousands, "千分号", "thousands commas"},
		{report.Zeros, "前面多 0", "leading zeros"},
		{report.Spaces, "数字中有空格", "blanks inside"},
		{report.Signed, "加号", "plus signs"},
	} {
		if form.Has(f.form) {
			zh, en = append(zh, f.zh), append(en, f.en)
		}
	}
	return Message{strings.Join(zh, "、"), strings.Join(en, ", ")}
}

// plainFix writes the figures in plain digits. Digits parted by a blank may
// be two figures, so they stay.
func plainFix(cells []figureCell) []Fix {
	fix := Fix{Title: Message{"改为半角数字", "write plain digits"}, Safe: true}
	for _, c := range written(cells) {
		if c.Form.Has(report.Spaces) || c.Span.Text() != c.Text {
			continue
		}
		fix.Edits = append(fix.Edits, Edit{c.Span, fmt.Sprint(c.Value) + c.Unit})
	}
	return fixed(fix)
}
