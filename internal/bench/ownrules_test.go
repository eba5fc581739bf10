package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gouji-lint/gouji/internal/scale"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// hundred returns a hundred rules of one's own, of all kinds.
func hundred() string {
	var b strings.Builder
	rule := func(n int, check string) {
		fmt.Fprintf(&b, "[[rule]]\nname = \"own-%d\"\nmessage = \"第 %d 条\"\n%s\n", n, n, check)
	}
	for n := range 100 {
		switch n % 10 {
		case 0, 1, 2:
			rule(n, fmt.Sprintf(`forbid = ["第%d次会议精神", "圆满完成第%d项"]`, n, n))
		case 3:
			rule(n, fmt.Sprintf("section = \"总体情况\"\nrequire = [\"第%d号要求\", \"公开\"]", n))
		case 4:
			rule(n, fmt.Sprintf("forbid_pattern = '贯彻落实第%d号[^，]{0,9}文件'", n))
		case 5:
			rule(n, "over = \"columns\"\nassert = \"本年新收 + 上年结转 >= 予以公开\"")
		case 6:
			rule(n, fmt.Sprintf("when = \"年度 >= 2021\"\nassert = \"予以公开 * 0.5 <= 表三.总计 + %d\"", n))
		case 7:
			rule(n, fmt.Sprintf("assert = \"行政许可 + 行政处罚 + %d >= 0 and 规章.本年制发件数 >= 0\"", n))
		case 8:
			rule(n, "assert = \"行政复议 == 行政复议.结果维持 + 行政复议.结果纠正 + 行政复议.其他结果 + 行政复议.尚未审结 or 行政复议 >= 0\"")
		default:
			rule(n, fmt.Sprintf("assert = \"max(不予公开, 无法提供) / (表三.总计 + 1) <= %d\"", n))
		}
	}
	return b.String()
}

// reports writes so many made-up reports, with a configuration that claims
// them and has more lines.
func reports(tb testing.TB, n int, more string) []workspace.File {
	tb.Helper()
	dir := tb.TempDir()
	if err := scale.Write(dir, n, 1); err != nil {
		tb.Fatal(err)
	}
	config := filepath.Join(dir, "gouji.toml")
	if err := os.WriteFile(config, []byte(scale.Config+more), 0o644); err != nil {
		tb.Fatal(err)
	}
	files, err := workspace.Find(dir, []string{"."})
	if err != nil {
		tb.Fatal(err)
	}
	return files
}

// checked checks the files as one process does, configuration and all.
func checked(tb testing.TB, files []workspace.File) time.Duration {
	tb.Helper()
	start := time.Now()
	run := &workspace.Run{
		Rules: rules.All(), Library: profile.Standard(), Project: workspace.NewProject(filepath.Dir(filepath.Dir(files[0].Path))),
		Least: rules.Warning, Jobs: 1,
	}
	o, err := run.Check(files)
	if err != nil {
		tb.Fatal(err)
	}
	if o.Reports != len(files) {
		tb.Fatalf("%d reports of %d", o.Reports, len(files))
	}
	return time.Since(start)
}

// mostOwn is how much longer a run may take with a hundred rules of one's own.
const mostOwn = 1.5

// TestOwnRulesCost measures both runs in turn, and compares the fastest ones.
func TestOwnRulesCost(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement; run without -short")
	}
	const n = 1000
	plain, own := reports(t, n, ""), reports(t, n, hundred())
	best := [2]time.Duration{time.Hour, time.Hour}
	ratio := mostOwn + 1
	for round := 0; round < 2 || round < 10 && ratio > mostOwn; round++ { // other work on the machine disturbs
		best[0] = min(best[0], checked(t, plain))
		best[1] = min(best[1], checked(t, own))
		ratio = float64(best[1]) / float64(best[0])
	}
	t.Logf("%d reports: %v, with 100 rules of one's own %v: %.2f times as long", n, best[0], best[1], ratio)
	if ratio > mostOwn {
		t.Errorf("100 rules make a run %.2f times as long, at most %.1f is allowed", ratio, mostOwn)
	}
}

// BenchmarkOwnRules measures the same, one report after the other.
func BenchmarkOwnRules(b *testing.B) {
	for _, c := range []struct{ name, more string }{{"none", ""}, {"hundred", hundred()}} {
		b.Run(c.name, func(b *testing.B) {
			files := reports(b, 200, c.more)
			for b.Loop() {
				checked(b, files)
			}
		})
	}
}
