package ownrule_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/internal/ownrule"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// What is meant to loop, or to fill the memory, is refused in no time, with
// its place.
func TestHostileRules(t *testing.T) {
	assert := func(expression string) string {
		return "[[rule]]\nname = \"a\"\nmessage = \"x\"\nassert = '''" + expression + "'''\n"
	}
	pattern := func(p string) string {
		return "[[rule]]\nname = \"a\"\nmessage = \"x\"\nforbid_pattern = '''" + p + "'''\n"
	}
	chain := "总计"
	for range 100 { // each level stands twice in a < b < c
		chain = "(0 <= " + chain + " <= 9 ? 1 : 2)"
	}
	for name, src := range map[string]string{
		"range":            assert("1 in 1..1000000000000"),
		"map":              assert("sum(map(1..1000000, # * #)) > 总计"),
		"nested loops":     assert("all(1..100000, all(1..100000, all(1..100000, # > 0)))"),
		"loop in a let":    assert("let a = 1..1000; all(a, all(a, all(a, all(a, true))))"),
		"reduce":           assert("reduce(1..9999999, #acc + #, 0) > 总计"),
		"repeat":           assert("len(repeat('公开', 1000000000)) > 总计"),
		"repeat of repeat": assert("repeat(repeat(repeat('公', 999999), 999999), 999999) == 机关"),
		"sort":             assert("len(sort(1..9999999)) > 0"),
		"power":            assert("9 ** 9 ** 9 ** 9 > 总计"),
		"list":             assert("总计 in [" + strings.Repeat("1, ", 1000) + "1]"),
		"long sum":         assert("总计 > 0" + strings.Repeat(" + 1", 900)),
		"doubling":         assert(chain + " == 1"),
		"brackets":         assert(strings.Repeat("(", 1900) + "总计" + strings.Repeat(")", 1900) + " > 0 and nix > 0"),
		"minus":            assert(strings.Repeat("-", 3000) + "总计 > 0"),
		"not":              assert(strings.Repeat("not ", 900) + "(总计 > 0)"),
		"members":          assert("总计" + strings.Repeat(".a", 900) + " > 0"),
		"too long":         assert("总计 > 0" + strings.Repeat(" ", 5000)),
		"pointer":          assert("# > 0"),
		"environment":      assert("$env['x'] > 0"),
		"call":             assert("总计.foo() > 0"),
		"long number":      assert("总计 > " + strings.Repeat("9", 1000)),
		"repeats":          pattern("公开(((a{1,30}){1,30}){1,30}){1,30}"),
		"wide repeat":      pattern("公开[a-z]{1000}[a-z]{1000}"),
		"groups":           pattern("公开" + strings.Repeat("(", 2000) + strings.Repeat(")", 2000)),
		"deep":             pattern("公开" + strings.Repeat("(?:", 100) + "a" + strings.Repeat("*)", 100)),
		"classes":          pattern("公开" + strings.Repeat(`\pL{100}`, 10)),
		"backreference":    pattern(`(公开)\1`),
		"lookahead":        pattern(`公开(?=政府)`),
		"anything":         pattern(`(.*)*`),
		"no literal":       pattern(`(a|b|c|d)+$`),
		"many patterns":    manyPatterns(),
		"broken text":      pattern("公开\\xff[[:foo:]]"),
		"many rules":       strings.Repeat("[[rule]]\nname = \"a\"\nmessage = \"x\"\nforbid = [\"公开\"]\n", 600),
		"many phrases":     "[[rule]]\nname = \"a\"\nmessage = \"x\"\nforbid = [" + strings.Repeat("\"公开\",", 5000) + "]\n",
		"long phrase":      "[[rule]]\nname = \"a\"\nmessage = \"x\"\nforbid = [\"" + strings.Repeat("公开", 1000) + "\"]\n",
		"ten megabytes":    strings.Repeat("[[rule]]\nname = \"a\"\nmessage = \"x\"\nforbid = [\"公开\"]\n", 10<<20/60),
		"brackets of TOML": "x = " + strings.Repeat("[", 20_000),
		"tables of TOML":   strings.Repeat("[[rule]]\n[rule.applies]\n", 10_000) + strings.Repeat("{", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			at, took, bytes := load(t, src)
			if at == "" {
				t.Error("it is accepted")
			}
			if took > 5*time.Second || bytes > 500<<20 {
				t.Errorf("it took %v and %d MB", took, bytes>>20)
			}
			t.Log(took, bytes>>10, "KB", at)
		})
	}
}

// manyPatterns are small one by one.
func manyPatterns() string {
	var b strings.Builder
	for n := range 100 {
		fmt.Fprintf(&b, "[[rule]]\nname = \"a-%d\"\nmessage = \"x\"\nforbid_pattern = '公开.{0,90}z'\n", n)
	}
	return b.String()
}

// load reads a file of rules, and says what was wrong, how long it took and
// how much memory was asked for on the way.
func load(t *testing.T, src string) (at string, took time.Duration, bytes uint64) {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "gouji.toml"), `rule_files = ["city.toml"]`)
	write(t, filepath.Join(dir, "city.toml"), src)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	_, err := config.Load(filepath.Join(dir, "gouji.toml"))
	took = time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil {
		if at = in(err, "zh"); !strings.HasPrefix(at, filepath.Join(dir, "city.toml")+":") {
			t.Errorf("no place: %s", at)
		}
		at, _, _ = strings.Cut(strings.TrimPrefix(at, dir), "\n")
	}
	return at, took, after.TotalAlloc - before.TotalAlloc
}

// The costliest rules that are accepted still end soon.
func TestCostliestRules(t *testing.T) {
	var b strings.Builder
	sum := "本年新收 >= 0" + strings.Repeat(" + 上年结转 * 1", 118)
	for n := range 490 {
		fmt.Fprintf(&b, "[[rule]]\nname = \"a-%d\"\nmessage = \"x\"\nover = \"columns\"\nassert = '''%s'''\n", n, sum)
	}
	for n := range 10 {
		fmt.Fprintf(&b, "[[rule]]\nname = \"b-%d\"\nmessage = \"x\"\nforbid_pattern = '''(公开|公开.{0,60}){2}z'''\n", n)
	}
	own := compile(t, b.String())
	if len(own) != 500 {
		t.Fatalf("%d rules", len(own))
	}
	form := profile.Standard().Bind(parser.Parse(report.NewFile("2025.md", testdata.Form("disclosure-2021"))))
	took := time.Hour
	for round := 0; round < 3 && took > 10*time.Second; round++ { // again: the machine may have been busy
		start := time.Now()
		rules.NewChecker(own).Report(form, nil)
		took = min(took, time.Since(start))
	}
	t.Log(took)
	if took > 10*time.Second {
		t.Error("a report takes too long")
	}
}

// FuzzCompile holds that no definition makes gouji panic or hang: when it is
// read, when it checks a report, when its finding is shown.
func FuzzCompile(f *testing.F) {
	for _, seed := range []struct{ key, value string }{
		{"assert", "本年新收 + 上年结转 == 总计 + 结转"},
		{"assert", "0 <= 予以公开.自然人 <= 表三[\"总计\"] and max(不予公开, -1) / 3 != 0.25 or not (机关 in ['a', '局'])"},
		{"assert", "类别 contains 'c' ? round(本年新收 / 7, 2) > 3 : 年度 - 1 == 2024"},
		{"assert", "let a = 1; sum([1, 2], # + a) > 1..2 ?? nil"},
		{"when", "公布日期 startsWith '2026'"},
		{"forbid_pattern", "(有待|还需)(加强|提高)[^，]{0,9}|进一步"},
		{"section", "总体情况"},
		{"name", "a-b"},
	} {
		f.Add(seed.key, seed.value)
	}
	read := parser.Parse(report.NewFile("2025.md", testdata.Form("disclosure-2021")))
	form := profile.Standard().Bind(read)
	f.Fuzz(func(t *testing.T, key, value string) {
		src := "[[rule]]\n"
		for k, v := range map[string]string{"name": "a", "message": "x"} {
			if k != key {
				src += fmt.Sprintf("%s = %q\n", k, v)
			}
		}
		src += fmt.Sprintf("%s = %q\n", key, value)
		if key != "assert" && key != "forbid_pattern" {
			src += "forbid = [\"公开\"]\n"
		}
		own := compile(t, src)
		if own == nil {
			return
		}
		checker := rules.NewChecker(own)
		result := checker.Finish([]*rules.FileResult{checker.Report(form, nil)})
		for _, d := range result.Diagnostics {
			if d.Span.Start < 0 || d.Span.End > len(read.File.Src) || d.Span.Start > d.Span.End {
				t.Errorf("%s: a finding at %d to %d", src, d.Span.Start, d.Span.End)
			}
		}
	})
}

// compile returns the rules that a text defines, nil when it is faulty; a fault
// has a place.
func compile(t *testing.T, src string) []*rules.Rule {
	t.Helper()
	var file struct {
		Rules []ownrule.Definition `toml:"rule"`
	}
	if _, err := toml.Decode(src, &file); err != nil {
		return nil
	}
	sources := []*ownrule.Source{ownrule.NewSource(report.NewFile("city.toml", src), file.Rules)}
	err := ownrule.Verify(sources, nil)
	if err == nil {
		var own []*rules.Rule
		if own, err = ownrule.Compile(sources, profile.Standard()); err == nil {
			return own
		}
	}
	f, ok := err.(*fault.Fault)
	if !ok || f.Place.File == nil || f.Place.Start > f.Place.End || f.Place.End > len(f.Place.File.Src) {
		t.Errorf("%s: %v", src, err)
	}
	return nil
}
