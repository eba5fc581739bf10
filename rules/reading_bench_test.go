package rules_test

import (
	"slices"
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
	const paragraph = "失效文件逐一标注。\n"
	src := testdata.Form("disclosure-2021")
	for len(src) < 20<<10 {
		src = strings.Replace(src, paragraph, "失效文件逐一标注。\n\n围绕就业、教育、养老等重点领域及时发布信息，"+
			"并同步做好政策解读；登记、审核、答复各环节留痕，答复文书统一规范。"+paragraph, 1)
	}
	return src
}

// The rules on dates and writing look at every character of the text; "none"
// is what a run without rules takes.
func BenchmarkDatesAndWriting(b *testing.B) {
	form := profile.Standard().Bind(parser.Parse(report.NewFile("long.md", longReport())))
	for _, bench := range []struct {
		name     string
		families []rules.Family
	}{
		{"none", nil},
		{"both", []rules.Family{rules.Dates, rules.Writing}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			list := slices.DeleteFunc(rules.All(), func(r *rules.Rule) bool { return !slices.Contains(bench.families, r.Family) })
			checker := rules.NewChecker(list)
			b.ReportAllocs()
			for b.Loop() {
				checker.Report(form, nil)
			}
		})
	}
}
