package bench

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// The yardsticks. P is goldmark's parse as it comes, with tables. H is P and
// x/net/html's tokenizer over the raw HTML blocks: as much as anybody must do
// who reads tables in HTML.
//
// Times are compared within one run only, as a machine is never quiet:
//
//	go test ./internal/bench -run '^$' -bench Goals
//
// Instructions do not depend on what else runs. Two runs that differ in how
// often the same is done give the cost of once, without that of collecting the
// memory that it leaves behind, of which goldmark leaves eight times as much:
//
//	go test -c ./internal/bench
//	GOMAXPROCS=1 GODEBUG=asyncpreemptoff=1 GOGC=off valgrind --tool=callgrind --callgrind-out-file=/dev/null \
//	    ./bench.test -test.run '^$' -test.bench 'Check/pipe/check$' -test.benchtime 200x
//
// TestInstructions does so for all shapes:
//
//	GOUJI_VALGRIND=valgrind go test ./internal/bench -run Instructions -v

// most is what a check may cost, as a share of the yardsticks.
const most = 0.60

// held is the most that a check may cost by shape, as a share of a yardstick.
// The goal for each is most; what is better than that is held near where it is.
var held = []struct {
	shape, yardstick string
	most             float64
}{
	{"pipe", "P", 0.42},
	{"html", "H", 0.46},
	{"styled", "H", 0.29},
}

func goldmarkParser() parser.Parser {
	return goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
}

// parseP is the yardstick P.
func parseP() func(string) {
	p := goldmarkParser()
	return func(src string) { p.Parse(text.NewReader([]byte(src))) }
}

// parseH is the yardstick H.
func parseH() func(string) {
	p := goldmarkParser()
	return func(src string) {
		bytes := []byte(src)
		for n := p.Parse(text.NewReader(bytes)).FirstChild(); n != nil; n = n.NextSibling() {
			if n.Kind() == ast.KindHTMLBlock {
				tokenize(n.Lines().Value(bytes))
			}
		}
	}
}

func tokenize(block []byte) {
	z := html.NewTokenizer(strings.NewReader(string(block)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			z.Text()
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			z.TagName()
		}
	}
}

// BenchmarkGoals prints what a check costs as a share of the yardsticks: the
// median of rounds in which each is run in its turn. The mix is of every five
// reports three with pipe tables and one of each kind of HTML.
func BenchmarkGoals(b *testing.B) {
	of := shapes(b)
	for _, mix := range []struct {
		name    string
		reports []string
	}{
		{"pipe", []string{of["pipe"]}},
		{"html", []string{of["html"]}},
		{"styled", []string{of["styled"]}},
		{"mix", mixOf(of)},
	} {
		b.Run(mix.name, func(b *testing.B) { compare(b, mix.reports) })
	}
}

// mixOf returns the reports of the mix: of every five three with pipe tables.
func mixOf(of map[string]string) []string {
	return []string{of["pipe"], of["html"], of["pipe"], of["styled"], of["pipe"]}
}

// inMix is how many of the five have the shape.
func inMix(shape string) int {
	if shape == "pipe" {
		return 3
	}
	return 1
}

// inARow is how often each runs in a round: often enough to pay itself for the
// memory that it leaves behind, which otherwise falls on whoever comes next.
const inARow = 50

// compare runs the yardsticks and the check in turn.
func compare(b *testing.B, reports []string) {
	p, h, check := parseP(), parseH(), goujiCheck()
	runs := [...]func(string){p, h, func(src string) { check(src) }}
	var times [len(runs)][]time.Duration
	for b.Loop() {
		for i, run := range runs {
			runtime.GC()
			start := time.Now()
			for range inARow {
				for _, src := range reports {
					run(src)
				}
			}
			times[i] = append(times[i], time.Since(start))
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(share(times[2], times[0]), "check/P")
	b.ReportMetric(share(times[2], times[1]), "check/H")
	b.ReportMetric(float64(middle(times[2]).Microseconds())/float64(inARow*len(reports)), "µs/check")
}

// share returns the median of what a took as a share of what b took in the
// same round.
func share(a, b []time.Duration) float64 {
	shares := make([]float64, len(a))
	for i := range a {
		shares[i] = float64(a[i]) / float64(b[i])
	}
	return middle(shares)
}

func middle[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// TestInstructions counts what a check and the yardsticks execute, and prints
// a table. A check alone is one that nothing is compared with, a fresh one that
// of a report with tables like no other.
func TestInstructions(t *testing.T) {
	tool := valgrind(t)
	mix := map[string]float64{}
	for _, goal := range held {
		cost := map[string]float64{}
		stages := []string{"P", "H", "parse", "bind", "alone", "check", "fresh"}
		for _, what := range stages {
			cost[what] = instructions(t, tool, fmt.Sprintf("Check/%s/%s$", goal.shape, what))
			mix[what] += cost[what] * float64(inMix(goal.shape))
		}
		for _, what := range stages {
			t.Logf("%-7s %-6s %8.0f instructions, %.3f P, %.3f H", goal.shape, what, cost[what], cost[what]/cost["P"], cost[what]/cost["H"])
		}
		if got := cost["check"] / cost[goal.yardstick]; got > goal.most {
			t.Errorf("%s: a check costs %.2f of %s, more than %.2f", goal.shape, got, goal.yardstick, goal.most)
		}
		if got := cost["fresh"] / cost[goal.yardstick]; got > most {
			t.Errorf("%s: a check of tables like no other costs %.2f of %s, more than %.2f", goal.shape, got, goal.yardstick, most)
		}
	}
	t.Logf("mix: a check costs %.3f P, of tables like no other %.3f P", mix["check"]/mix["P"], mix["fresh"]/mix["P"])
	if got := mix["check"] / mix["P"]; got > most {
		t.Errorf("mix: a check costs %.2f of P, more than %.2f", got, most)
	}
}

// valgrind returns what counts instructions.
func valgrind(t *testing.T) string {
	t.Helper()
	tool := os.Getenv("GOUJI_VALGRIND")
	if tool == "" {
		const how = "GOUJI_VALGRIND does not name valgrind, which counts instructions"
		if os.Getenv("GOUJI_REQUIRE_TOOLS") == "1" {
			t.Fatal(how)
		}
		t.Skip(how)
	}
	return tool
}

// instructions returns what one iteration of a benchmark executes.
func instructions(t *testing.T, tool, benchmark string) float64 {
	const few, many = 20, 60
	return float64(collected(t, tool, benchmark, many)-collected(t, tool, benchmark, few)) / (many - few)
}

// collected returns what this program executes with so many iterations.
func collected(t *testing.T, tool, benchmark string, iterations int) int {
	t.Helper()
	return executed(t, tool, os.Args[0], "-test.run=^$", "-test.bench="+benchmark, fmt.Sprintf("-test.benchtime=%dx", iterations))
}

// executed returns how many instructions a run of a program executes.
func executed(t *testing.T, tool, program string, args ...string) int {
	t.Helper()
	cmd := exec.Command(tool, append([]string{"--tool=callgrind", "--callgrind-out-file=/dev/null", program}, args...)...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=1", "GODEBUG=asyncpreemptoff=1", "GOGC=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, out)
	}
	_, count, _ := strings.Cut(string(out), "Collected :")
	count, _, _ = strings.Cut(strings.TrimSpace(count), "\n")
	n, err := strconv.Atoi(count)
	if err != nil {
		t.Fatalf("no count of instructions: %v\n%s", err, out)
	}
	return n
}
