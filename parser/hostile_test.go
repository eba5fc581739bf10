package parser

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/gouji-lint/gouji/report"
)

// hostile are inputs that cost some parser more than their size: each writes
// one of about n bytes.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"wide pipe table", func(n int) string {
		c := n / 8
		return strings.Repeat("|a", c) + "\n" + strings.Repeat("|-", c) + "\n" + strings.Repeat("|a\n", c)
	}},
	{"list marks on one line", func(n int) string { return strings.Repeat("- ", 500) + "a" + strings.Repeat("\n", n) }},
	{"blank lines in a deep list", func(n int) string { return strings.Repeat("- ", 16) + "a" + strings.Repeat("\n", n) + "a" }},
	{"quotes", repeat("> ")},
	{"quotes in lists", repeat("> - ")},
	{"ordered lists", repeat("1. ")},
	{"staircase", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat(" ", i%200) + "- a\n")
		}
		return b.String()
	}},
	{"open links", repeat("[a](")},
	{"open links with text", repeat("[a](b")},
	{"open link targets", repeat("[a](<b")},
	{"titles", repeat(`[a](b "`)},
	{"images", repeat("![[")},
	{"brackets", func(n int) string { return strings.Repeat("[", n/2) + strings.Repeat("]", n/2) }},
	{"brackets with targets", func(n int) string { return strings.Repeat("[", n/5) + strings.Repeat("](a)", n/5) }},
	{"emphasis", repeat("*a_ ")},
	{"strong", repeat("**a")},
	{"stars and bars", repeat("*_")},
	{"backticks", func(n int) string {
		var b strings.Builder
		for i := 1; b.Len() < n; i++ {
			b.WriteString(strings.Repeat("`", i%300) + "a")
		}
		return b.String()
	}},
	{"backtick pairs", repeat("`a``b")},
	{"escapes", repeat(`\*`)},
	{"entities", repeat("&amp")},
	{"entities with semicolon", repeat("&nbsp;")},
	{"definitions", repeat("[a]: b\n")},
	{"escaped pipes in code", func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|`\\|`|\n", n/7) }},
	{"delimiter rows", repeat("|-\n")},
	{"setext pairs", repeat("a\n-\n")},
	{"rules", repeat("--- ---\n\na  b\n")},
	{"rows without delimiter", repeat("|a|b|\n")},
	{"rows apart", repeat("|a|b|\n\n")},
	{"lone pipes", repeat("|\na\n")},
	{"flat cells", repeat("甲\n\n1\n\n")},
	{"flat rows", repeat("甲 1 2 3 4 5 6\n")},
	{"figures on one line", repeat("1 ")},
	{"tags", repeat("<a ")},
	{"tags with a quote", repeat(`<a b="`)},
	{"tags in quotes", repeat(`<p a='<p a="`)},
	{"block tags", repeat("<p>")},
	{"block tags behind text", repeat("a<p>")},
	{"blanks and tags", func(n int) string { return strings.Repeat(strings.Repeat(" ", 1000)+"<", n/1001) }},
	{"comments", repeat("a<!-- -->")},
	{"comments on one line", repeat("<!---->")},
	{"open comments", repeat("<!-- a\n\n")},
	{"directives", repeat("<!-- gouji-disable-next-line a: b -->\n")},
	{"hidden tags", repeat("<style></x>")},
	{"tables", repeat("<table>")},
	{"tables in cells", repeat("<table><tr><td>")},
	{"tables in cells, closed", func(n int) string {
		return strings.Repeat("<table><tr><td>a", n/31) + strings.Repeat("</table>", n/31)
	}},
	{"cells", func(n int) string { return "<table>" + strings.Repeat("<td>a", n/5) }},
	{"rows of HTML", func(n int) string { return "<table>" + strings.Repeat("<tr><td>a", n/9) + "</table>" }},
	{"empty rows", func(n int) string { return "<table><tr><td rowspan=0>a" + strings.Repeat("<tr>", n/4) + "</table>" }},
	{"colspans", func(n int) string {
		return "<table>" + strings.Repeat("<tr><td colspan=1000000000>", n/27) + "</table>"
	}},
	{"rowspans", func(n int) string {
		return "<table><tr>" + strings.Repeat("<td rowspan=999>", n/32) + strings.Repeat("<tr><td>", n/16) + "</table>"
	}},
	{"unclosed table with blank lines", func(n int) string { return "<table><tr><td>" + strings.Repeat("a\n\n", n/3) }},
	{"small tables", repeat("<table><td>a</table>")},
	{"fences", repeat("```\n<p>\n")},
	{"front matter", func(n int) string { return "---\na: " + strings.Repeat("[", min(n, 30_000)) + "\n---\n" }},
	{"aliases", func(n int) string {
		var b strings.Builder
		b.WriteString("---\na0: &a0 [x, x]\n")
		for i := 1; i < min(n/40, 800); i++ {
			fmt.Fprintf(&b, "a%d: &a%d [*a%d, *a%d]\n", i, i, i-1, i-1)
		}
		return b.String() + "---\n"
	}},
	{"ordinals", repeat("一、")},
	{"headings in a paragraph", repeat("一、甲\n")},
	{"date lines", repeat("2024年1月17日\n")},
	{"dates on one line", repeat("2024年1月17日")},
	{"title lines", repeat("年度报告\n")},
	{"slashes in a title", func(n int) string { return "# " + strings.Repeat("a / ", n/4) + "报告" }},
	{"indented", repeat("\t文\n")},
	{"breaks", repeat("文<br>")},
	{"no-break blanks", repeat("文\u00a0\n")},
	{"carriage returns", repeat("a\r")},
	{"NULs", repeat("\x00")},
	{"bytes that are no text", repeat("\xe4\xb8")},
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1)[:n] }
}

// TestHostile holds that no input costs more than its size: four times the
// bytes take at most six times the time, and none takes long.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("times are measured without -short")
	}
	const small, large = 64 << 10, 256 << 10
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			input := h.make(large)
			input = input[:min(len(input), large)]
			p := New()
			check(t, p.Parse(report.NewFile("报告.md", input)))
			growth(t, p, h.make(small), input)
		})
	}
}

// growth compares the processor times of two inputs, one four times as long.
// Other work on the machine only ever makes one longer, so the shortest of
// each is kept, both are measured in turn, and only many rounds in a row fail.
// A reader in which time grows with the square takes 16 times as long; on a
// quiet machine the ratio is below 6.
func growth(t *testing.T, p *Parser, small, large string) {
	const rounds = 16
	short, long := time.Hour, time.Hour
	ratio := 0.0
	for range rounds {
		short = min(short, parseTime(p, small))
		long = min(long, parseTime(p, large))
		ratio = float64(long) / float64(max(short, 2*time.Millisecond))
		if ratio <= 9 && long < time.Second {
			return
		}
	}
	t.Errorf("time(4n)/time(n) = %.1f, %v for %d bytes", ratio, long, len(large))
}

func parseTime(p *Parser, src string) time.Duration {
	f := report.NewFile("报告.md", src)
	start := cpuTime()
	p.Parse(f)
	return cpuTime() - start
}

// TestHostileLimit holds the time and the memory that an input as large as
// the limit can take.
func TestHostileLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("times are measured without -short")
	}
	for _, h := range hostile {
		input := h.make(DefaultBytes)
		input = input[:min(len(input), DefaultBytes)]
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		took := parseTime(New(), input)
		runtime.ReadMemStats(&after)
		for range 4 { // again: the machine may have been busy
			if took > 3*time.Second {
				took = min(took, parseTime(New(), input))
			}
		}
		if took > 3*time.Second {
			t.Errorf("%s: %v", h.name, took)
		}
		if size := after.TotalAlloc - before.TotalAlloc; size > 512<<20 {
			t.Errorf("%s: %d MiB allocated", h.name, size>>20)
		}
	}
}
