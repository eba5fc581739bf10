package gouji_test

import (
	"strings"

	"github.com/gouji-lint/gouji"
	"github.com/gouji-lint/gouji/rules"
)

// A program that is gouji with one more rule.
func ExampleMain() {
	gouji.Main(&rules.Rule{
		Name:     "title-long",
		Title:    rules.Message{ZH: "标题过长", EN: "title too long"},
		Severity: rules.Info,
		Check: func(p *rules.Pass) {
			if title := p.Report.Title; len([]rune(strings.TrimSpace(title.Text))) > 50 {
				p.Flag(rules.Diagnostic{Span: title.Span, Message: rules.Message{ZH: "标题多于 50 个字", EN: "the title has more than 50 characters"}})
			}
		},
	})
}
