package rules

import (
	_ "embed"
	"fmt"
)

//go:embed report-duplicated.md
var reportDuplicatedPage string

var reportDuplicated = Rule{
	Name:     "report-duplicated",
	Title:    Message{"同一机关同一年度有几份报告", "several reports of one organ and year"},
	Family:   Years,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     reportDuplicatedPage,
	CheckSet: checkReportDuplicated,
}

// checkReportDuplicated reports every further report of an organ and year,
// and names the one that others are compared with.
func checkReportDuplicated(p *SetPass) {
	for _, c := range p.Set.Copies {
		forms, ok := p.Forms(c.Report, c.Used)
		if !ok {
			continue
		}
		p.Flag(c.Report, Diagnostic{
			AtMost: guessed(c.Report, c.Used),
			Span:   headline(forms[0]),
			Message: Message{
				fmt.Sprintf("「%s」%d年的报告另有一份「%s」；与其他报告核对时用那一份", c.Used.Organ, c.Used.Year, c.Used.File),
				fmt.Sprintf("%s has another report for %d, %s, which is the one compared with other reports", c.Used.Organ, c.Used.Year, c.Used.File),
			},
			Label:   Message{"重复", "duplicate"},
			Related: []Related{{Span: headline(forms[1]), Message: Message{"另一份", "the other one"}}},
			Help: Message{
				"只留一份；若机关或年度写错，改正文件头、题名或路径",
				"keep one of them, or correct organ or year in front matter, title or path",
			},
		})
	}
}
