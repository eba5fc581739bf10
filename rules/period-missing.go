package rules

import (
	_ "embed"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed period-missing.md
var periodMissingPage string

var periodMissing = Rule{
	Name:     "period-missing",
	Title:    Message{"未写统计期限", "no statistics period"},
	Family:   Dates,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     periodMissingPage,
	Words:    []string{"编制", "编写", "撰写", "制定本", "制作本"},
	Check:    checkPeriodMissing,
}

// checkPeriodMissing reports a compilation note (编制说明) without statistics
// period. A report that has no such note need not say more than its title.
func checkPeriodMissing(p *Pass) {
	year, ok := p.reportYear()
	if !ok || p.givesPeriod(year) {
		return
	}
	for s := range p.Mentions {
		if s.Block > p.preface() {
			return
		}
		if !isCompilationNote(s.Text) {
			continue
		}
		p.Flag(Diagnostic{
			Span:    s.Span,
			Message: Message{"编制说明没有写统计期限", "the compilation note does not give the statistics period"},
			Label:   Message{"这里应写明统计期限", "the statistics period belongs here"},
			Help: Message{
				"补写「统计期限自×年1月1日起至×年12月31日止」，×为报告年度",
				"say that the figures are for 1 January to 31 December of the report year",
			},
			Basis: p.Form.Law().Yearly + "：上一年度的年度报告",
		})
		return
	}
}

// isCompilationNote reports whether the sentence says on what grounds this
// report was compiled.
func isCompilationNote(s string) bool {
	return strings.Contains(s, "报告") && strings.Contains(s, "《") &&
		(strings.Contains(s, "根据") || strings.Contains(s, "依据") || strings.Contains(s, "按照") || strings.Contains(s, "依照"))
}

// preface returns the last block that a compilation note may stand in: the
// first paragraph of the first section. Further down, 编制 is an activity.
func (p *Pass) preface() int {
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		if !s.Found() {
			continue
		}
		for j := range s.Body {
			if s.Body[j].Kind == report.Paragraph && s.Body[j].Mark == report.NoMark {
				return s.First + j
			}
		}
		return s.First
	}
	return 3
}
