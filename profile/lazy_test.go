package profile_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

// A report needs no other format than its own, unless it has a word that may be
// a label of another.
func TestReadsOnlyWhatAReportNeeds(t *testing.T) {
	all := []string{"disclosure-2021", "disclosure-2019", "disclosure-2008"}
	for _, id := range all[:2] {
		form := testdata.Form(id)
		for src, want := range map[string][]string{
			form: {id},
			strings.Replace(form, "自然人", "路人甲乙丙", 1):          {id},
			strings.Replace(form, "自然人", "路人数量", 1):           all,
			"# 说明\n\n" + strings.Repeat("本目录存放工具的说明。\n\n", 9): all[:1],
		} {
			l, read := profile.Watched()
			if l.Bind(parser.Parse(report.NewFile("report.md", src))); !sameNames(read(), want) {
				t.Errorf("%s: read %v, want %v", id, read(), want)
			}
		}
	}
}

func sameNames(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}
