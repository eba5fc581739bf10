package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed section-empty.md
var sectionEmptyPage string

var sectionEmpty = Rule{
	Name:     "section-empty",
	Title:    Message{"章节没有内容", "section empty"},
	Family:   Sections,
	Severity: Error,
	Since:    "0.1.0",
	Page:     sectionEmptyPage,
	Check:    checkSectionEmpty,
}

// checkSectionEmpty looks at the sections of text. Of the others table-missing
// says what is not there.
func checkSectionEmpty(p *Pass) {
	for _, s := range p.foundSections() {
		if len(s.Body) > 0 || len(s.Again) > 0 || prescribesTable(p.Form.Profile, s.Def.ID) {
			continue
		}
		p.Flag(Diagnostic{
			Item:   s.Def.ID,
			AtMost: p.Encouraged(),
			Span:   s.Place(),
			Message: Message{
				fmt.Sprintf("「%s」一节只有标题，没有内容", s.Def.Label()),
				fmt.Sprintf("there is nothing under the heading 「%s」", s.Def.Label()),
			},
			Label: Message{"标题下没有内容", "nothing under it"},
			Help:  Message{"写上内容；没有需要说明的，也要写明", "say something, also when there is nothing to report"},
			Basis: p.contents(),
		})
	}
}

// prescribesTable reports whether the section consists of tables.
func prescribesTable(p *profile.Profile, section string) bool {
	for i := range p.Tables {
		if p.Tables[i].Section == section {
			return true
		}
	}
	return false
}
