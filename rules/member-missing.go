package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed member-missing.md
var memberMissingPage string

var memberMissing = Rule{
	Name:     "member-missing",
	Title:    Message{"成员没有当年的报告", "member without a report for the year"},
	Family:   Organs,
	Severity: Info,
	Since:    "0.1.0",
	Page:     memberMissingPage,
	CheckSet: checkMemberMissing,
}

// checkMemberMissing reports, at the report that adds them up, the members
// that have no report for the year.
func checkMemberMissing(p *SetPass) {
	for f := range p.Set.Sums {
		_, missing := p.Set.Members(f)
		if len(missing) == 0 || len(f.Profile.Rollups) == 0 {
			continue
		}
		forms, ok := p.Forms(f)
		if !ok {
			continue
		}
		var names []string
		for _, organ := range missing {
			names = append(names, "「"+organ.Name+"」")
		}
		zh, en := strings.Join(names, "、"), strings.Join(names, ", ")
		if most := 8; len(names) > most {
			zh, en = strings.Join(names[:most], "、")+"等", strings.Join(names[:most], ", ")+" and others"
		}
		p.Flag(f, Diagnostic{
			AtMost: guessed(f),
			Span:   headline(forms[0]),
			Message: Message{
				fmt.Sprintf("「%s」的 %d 个成员没有%d年的报告：%s", f.Organ, len(names), f.Year, zh),
				fmt.Sprintf("no report for %d from these members of %s: %s", f.Year, f.Organ, en),
			},
			Help: Message{
				"把成员的报告放入仓库；当年不需编制的，从 gouji.toml 中去掉或写注释说明",
				"add the reports of the members; take those that need none out of gouji.toml, or explain it in a comment",
			},
			Basis: f.Profile.Law.Yearly,
		})
	}
}
