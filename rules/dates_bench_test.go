package rules_test

import (
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// longReport is the filled-in form with prose added until it has 20 KiB.
func longReport() string {
	src := testdata.Form("disclosure-2021")
	const last = "失效文件逐一标注。\n"
	for len(src) < 20<<10 {
		src = strings.Replace(src, last, "失效文件逐一标注。\n\n围绕就业、教育、养老等重点领域及时发布信息，并同步做好政策解读；登记、审核、答复各环节留痕，答复文书统一规范。"+last, 1)
	}
	return src
}

// The rules on dates and writing look at every character of the text.
func BenchmarkDatesAndWriting(b *testing.B) {
	form := profile.Standard().Bind(parser.Parse(report.NewFile("long.md", longReport())))
	for name, families := range map[string][]rules.Family{
		"none": {}, "dates": {rules.Dates}, "writing": {rules.Writing}, "both": {rules.Dates, rules.Writing},
	} {
		b.Run(name, func(b *testing.B) {
			var list []*rules.Rule
			for _, r := range rules.All() {
				for _, f := range families {
					if r.Family == f {
						list = append(list, r)
					}
				}
			}
			checker := rules.NewChecker(list)
			b.ReportAllocs()
			for b.Loop() {
				checker.Report(form, nil)
			}
		})
	}
}
