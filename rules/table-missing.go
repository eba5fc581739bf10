package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed table-missing.md
var tableMissingPage string

var tableMissing = Rule{
	Name:     "table-missing",
	Title:    Message{"缺少规定的表格", "table missing"},
	Family:   Tables,
	Severity: Error,
	Since:    "0.1.0",
	Page:     tableMissingPage,
	Check:    checkTableMissing,
}

// checkTableMissing reports, once for each statutory table, that it is not
// there, and what is there instead. Where the section is missing too,
// section-missing says so.
func checkTableMissing(p *Pass) {
	for s := range p.statutoryTables {
		switch found := s.found(); {
		case found == len(s.parts):
			p.pictureBeside(s)
		case p.isBroken(s):
			// table-broken names the place
		case found > 0:
			p.partsMissing(s)
		case s.section.Def.Optional:
			// the report does without
		default:
			if l, ok := p.lossOf(s); ok {
				p.Flag(p.tableLost(s, l))
			}
		}
	}
}

// tableLost words what has become of a table.
func (p *Pass) tableLost(s statutory, l loss) Diagnostic {
	return Diagnostic{
		Item:    s.id(),
		AtMost:  mildest(p.Encouraged(), ifRecalled(s.recalled())),
		Span:    l.at,
		Message: Message{s.name() + l.what.ZH, s.name() + " " + l.what.EN},
		Label:   l.label,
		Help:    l.help,
		Basis:   p.basis(s.name()),
	}
}

// partsMissing reports the parts that a table lacks.
func (p *Pass) partsMissing(s statutory) {
	var captions, rows []string
	recalled := true // all that is missing
	for i := range s.parts {
		if t := &s.parts[i]; !t.Found() {
			recalled = recalled && t.Def.Recalled
			captions = append(captions, t.Def.Caption())
			for j := range t.Def.Rows {
				rows = append(rows, t.Def.Rows[j].Label())
			}
		}
	}
	p.Flag(Diagnostic{
		Item:   s.id(),
		AtMost: mildest(p.Encouraged(), ifRecalled(recalled)),
		Span:   s.place(),
		Message: Message{
			fmt.Sprintf("%s缺%s，应有%s", s.name(), quoted(captions), quoted(rows)),
			fmt.Sprintf("%s lacks %s with %s", s.name(), strings.Join(captions, ", "), strings.Join(rows, ", ")),
		},
		Help:  Message{"按格式补上，没有的填 0", "add it as the form has it, with 0 where there is nothing"},
		Basis: p.basis(s.name()),
	})
}

// pictureBeside mentions a picture in the section of a table that is there.
func (p *Pass) pictureBeside(s statutory) {
	image := p.imageIn(s)
	if image == nil {
		return
	}
	p.Flag(Diagnostic{
		Item:   s.id(),
		AtMost: Info,
		Span:   image.Span,
		Message: Message{
			fmt.Sprintf("%s之外另有图片，其中的文字和数字无法检索，也没有核对", s.name()),
			fmt.Sprintf("there is a picture beside %s; nothing in it can be searched, or was checked", s.name()),
		},
		Help:  Message{"图中如有表格，改为文字表格", "if it shows a table, write the table as text"},
		Basis: p.Form.Law().Text,
	})
}

// imageIn returns the first picture in the section of a table.
func (p *Pass) imageIn(s statutory) *report.Image {
	for i := range p.Report.Images {
		block := p.Report.Images[i].Block
		if s.section.Found() && block >= s.section.First && block < s.section.First+len(s.section.Body) {
			return &p.Report.Images[i]
		}
	}
	return nil
}
