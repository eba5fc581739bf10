package ownrule_test

import (
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// A rule looks at reports of the formats that have its figures. Of a format
// that lacks one of them it says so; reports of another family are not its
// business.
func TestFormats(t *testing.T) {
	const check = "[[rule]]\nname = \"a\"\nmessage = \"x\"\n"
	for _, c := range []struct{ rule, form, want string }{
		{"assert = \"本年新收 == 0\"", "disclosure-2021", "found"},
		{"assert = \"本年新收 == 0\"", "disclosure-2019", "found"},
		{"assert = \"本年新收 == 0\"", "enforcement-2021", ""},
		{"assert = \"本年新收 == 0 or 规章.现行有效件数 == 0\"", "disclosure-2021", "found"},
		{"assert = \"本年新收 == 0 or 规章.现行有效件数 == 0\"", "disclosure-2019", "skipped: 2019年试行格式没有「规章.现行有效件数」"},
		{"assert = \"本年新收 == 0 or 规章.现行有效件数 == 0\"\napplies = { profiles = [\"disclosure-2021\"] }", "disclosure-2019", ""},
		{"when = \"本年新收 == 0\"\nforbid = [\"公开\"]", "disclosure-2021", ""},
		{"when = \"本年新收 > 0\"\nforbid = [\"公开\"]", "disclosure-2021", "found"},
		{"when = \"本年新收 > 0\"\nforbid = [\"公开\"]", "enforcement-2021", ""},
		{"assert = \"年度 == 0\"", "disclosure-2021", "found"},
		{"assert = \"范围 == 'own'\"", "disclosure-2021", "skipped: 不知道报告的范围"},
		{"assert = \"年度 == 0\"", "enforcement-2021", "found"},
		{"assert = \"年度 == 0\"\napplies = { profiles = [\"enforcement-2021\"] }", "disclosure-2021", ""},
		{"forbid = [\"行政\"]", "enforcement-2021", "found"},
		{"forbid = [\"公开\"]\nsection = \"总体情况\"", "enforcement-2021", ""},
		{"forbid = [\"公开\"]\nsection = \"总体情况\"", "disclosure-2019", "found"},
	} {
		src := testdata.Form(c.form)
		if src == "" {
			t.Fatalf("no form %s", c.form)
		}
		checker := rules.NewChecker(compile(t, check+c.rule))
		form := profile.Standard().Bind(parser.Parse(report.NewFile("2025.md", src)))
		result := checker.Finish([]*rules.FileResult{checker.Report(form, nil)})
		got := ""
		for _, s := range result.Skipped {
			got += "skipped: " + s.Reason.ZH
		}
		if len(result.Diagnostics) > 0 {
			got += "found"
		}
		if got != c.want {
			t.Errorf("%s on %s: %q, want %q", strings.ReplaceAll(c.rule, "\n", "; "), c.form, got, c.want)
		}
	}
}

// A name that means two figures of a format is made clear, also where it means
// but one in another format; formats of other families do not matter.
func TestUnclearInOneFormat(t *testing.T) {
	for condition, clear := range map[string]bool{
		"属于 > 0":            false, // one row of 2014, several of 2021
		"属于已主动公开范围 > 0":     true,
		"本年新收 <= 表三.总计":     true, // 总计 stands in many tables of other families
		"本年新收 <= 总计 + 属于":   false,
		"没有的 > 0 or 属于 > 0": false,
	} {
		rule := "[[rule]]\nname = \"a\"\nmessage = \"x\"\nassert = \"" + condition + "\"\n"
		if own := compile(t, rule); (own != nil) != clear {
			t.Errorf("%s: accepted %t, want %t", condition, own != nil, clear)
		}
	}
}

// Arithmetic is exact, whatever the order and the size.
func TestExact(t *testing.T) {
	form := profile.Standard().Bind(parser.Parse(report.NewFile("2025.md", testdata.Form("disclosure-2021"))))
	for _, condition := range []string{
		"0.1 + 0.2 == 0.3",
		"1 / 3 * 3 == 1",
		"0.1 * 3 == 0.3 and 0.1 * 3 != 0.30000000000000004",
		"9007199254740993 - 9007199254740992 == 1",
		"123456789012.5 * 123456789012.5 == 15241578753276940725156.25",
		"round(2.345, 2) == 2.35 and round(-2.345, 2) == -2.35 and round(2.5) == 3",
		"abs(-1.50) == 1.5 and max(1, 2.5, 2) == 2.5 and min(1, -2) == -2",
		"1_000.0 == 1000",
		"7 / 2 > 3.49 and 7 / 2 < 3.51 and -(7 / 2) < 0",
		"(true ? 1 : 2) == 1 and not (1 > 2) and (1 < 2 < 3) and 2 in [1, 2]",
		"\"ab\" contains \"b\" and \"ab\" startsWith \"a\" and \"ab\" endsWith \"b\" and \"a\" < \"b\"",
	} {
		rule := "[[rule]]\nname = \"a\"\nmessage = \"x\"\nassert = '''本年新收 == 14069 and " + condition + "'''\n"
		own := compile(t, rule)
		if own == nil {
			t.Errorf("%s is not accepted", condition)
			continue
		}
		checker := rules.NewChecker(own)
		if found := checker.Report(form, nil); len(found.Diagnostics)+len(found.Skipped) > 0 {
			t.Errorf("%s does not hold: %+v", condition, found.Diagnostics)
		}
	}
}
