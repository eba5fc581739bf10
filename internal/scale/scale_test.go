package scale

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// build makes the command as users have it.
func build(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gouji")
	if out, err := exec.Command("go", "build", "-o", path, "../../cmd/gouji").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// measure runs the command in dir and returns what it printed.
func measure(t *testing.T, dir, command string, args ...string) string {
	t.Helper()
	var out strings.Builder
	run(t, &out, dir, command, args...)
	return out.String()
}

// cost is what a process took: by the clock, of the processors, and of memory
// at most, in KiB.
type cost struct {
	clock, processors time.Duration
	peak              int64
}

// best keeps the least of each: what else runs on a machine only adds to it.
// Of memory it keeps the most.
func (c *cost) best(other cost) {
	if c.clock == 0 {
		*c = other
	}
	c.clock, c.processors, c.peak = min(c.clock, other.clock), min(c.processors, other.processors), max(c.peak, other.peak)
}

// costOf runs the command in dir, with its output going nowhere.
func costOf(t *testing.T, dir, command string, args ...string) cost {
	t.Helper()
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer nowhere.Close()
	start := time.Now()
	state := run(t, nowhere, dir, command, args...)
	return cost{time.Since(start), state.UserTime() + state.SystemTime(), maxRSS(state)}
}

func run(t *testing.T, out io.Writer, dir, command string, args ...string) *os.ProcessState {
	t.Helper()
	var errs strings.Builder
	cmd := exec.Command(command, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, out, &errs
	if err := cmd.Run(); cmd.ProcessState == nil || cmd.ProcessState.ExitCode() > 1 {
		t.Fatalf("%v\n%s", err, &errs)
	}
	return cmd.ProcessState
}

// Files of the same seed are the same, and all that gouji finds in them is
// what was put there.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, 200, 1); err != nil {
		t.Fatal(err)
	}
	out := measure(t, dir, build(t), "check", "--format", "concise", "--color", "never")
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if !strings.Contains(line, " sum-mismatch ") {
			t.Errorf("not put there: %s", line)
		}
	}
	if n := strings.Count(out, " sum-mismatch "); n < 3 || n > 25 {
		t.Errorf("%d wrong figures among 200 reports, want about 10:\n%s", n, out)
	}
}

// size returns how many reports to measure with, or skips the test.
func size(t *testing.T) int {
	t.Helper()
	n, _ := strconv.Atoi(os.Getenv("GOUJI_SCALE"))
	if n == 0 {
		t.Skip("set GOUJI_SCALE to a number of reports: 100000 take two gigabytes and some minutes")
	}
	return n
}

// written makes repositories of so many reports.
func written(t *testing.T, sizes ...int) (dirs []string) {
	t.Helper()
	for i, n := range sizes {
		dir := filepath.Join(t.TempDir(), strconv.Itoa(i))
		if err := Write(dir, n, 1); err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, dir)
	}
	return dirs
}

// mostGrowth is how many times the processor time of a check is that of half
// the reports, at most.
const mostGrowth = 2.1

// TestScale measures a repository of GOUJI_SCALE reports, and twice as many.
// It prints the best of some rounds. The bounds hold on any machine: on a busy
// one the clock says little, so growth is that of processor time. Other work
// only ever makes a run longer, so one bad moment says nothing: growth is too
// large when it is so after many rounds in turn.
func TestScale(t *testing.T) {
	n := size(t)
	command, dirs := build(t), written(t, n, 2*n)
	all := []string{"check", "--format", "json"}
	runs := []struct {
		name, dir string
		args      []string
		cost
	}{
		{name: "all rules", dir: dirs[0], args: all},
		{name: "twice the reports", dir: dirs[1], args: all},
		{name: "without cross-report rules", dir: dirs[0], args: append(all, "--rule", strings.Join(single(t, command), ","))},
		{name: "one worker", dir: dirs[0], args: append(all, "--jobs", "1")},
		{name: "two workers", dir: dirs[0], args: append(all, "--jobs", "2")},
		{name: "one named report", dir: dirs[0], args: append(all, firstReport(t, dirs[0]))},
	}
	for range 3 {
		for i := range runs {
			runs[i].best(costOf(t, runs[i].dir, command, runs[i].args...))
		}
	}
	growth := func() float64 { return runs[1].processors.Seconds() / runs[0].processors.Seconds() }
	for round := 3; round < 12 && growth() > mostGrowth; round++ {
		for i := range runs[:2] {
			runs[i].best(costOf(t, runs[i].dir, command, runs[i].args...))
		}
	}
	for _, r := range runs {
		t.Logf("%-28s %8.2f s %8.2f s of processors %8d MiB", r.name, r.clock.Seconds(), r.processors.Seconds(), r.peak>>10)
	}
	once, _, alone, one, two, changed := runs[0], runs[1], runs[2], runs[3], runs[4], runs[5]
	t.Logf("%.0f files/s; twice the reports cost %.2f times; two workers %.2f of one; one report %.2f of all",
		float64(n)/once.clock.Seconds(), growth(), two.clock.Seconds()/one.clock.Seconds(), changed.clock.Seconds()/once.clock.Seconds())
	if runtime.GOOS == "linux" && (once.peak > 400<<10 || alone.peak > 64<<10) {
		t.Errorf("peak memory %d MiB, without cross-report rules %d MiB; want at most 400 and 64", once.peak>>10, alone.peak>>10)
	}
	if growth() > mostGrowth {
		t.Errorf("twice the reports cost %.2f times, want at most %.1f", growth(), mostGrowth)
	}
}

// asYardstick is the variable that makes the test parse the reports below the
// working directory with goldmark, as it comes, and end.
const asYardstick = "GOUJI_TEST_AS_YARDSTICK"

func TestMain(m *testing.M) {
	if os.Getenv(asYardstick) != "" {
		parseAll()
		return
	}
	os.Exit(m.Run())
}

// parseAll parses all reports with as many workers as gouji has.
func parseAll() {
	paths, err := filepath.Glob(filepath.Join("*", "*.md"))
	if err != nil || len(paths) == 0 {
		panic("no reports")
	}
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			parser := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
			for i := int(next.Add(1)) - 1; i < len(paths); i = int(next.Add(1)) - 1 {
				src, err := os.ReadFile(paths[i])
				if err != nil {
					panic(err)
				}
				parser.Parse(text.NewReader(src))
			}
		})
	}
	workers.Wait()
}

// mostOfYardstick is what a check may take of what goldmark takes to parse.
const mostOfYardstick = 0.75

// TestYardstick holds a check with all rules to three quarters of what
// goldmark takes, as it comes, to parse the same reports with as many workers.
// The two run in turn. What is compared is the best time of each, by the clock;
// the processors tell what a busy machine does to it.
func TestYardstick(t *testing.T) {
	n := size(t)
	command := build(t)
	for _, reports := range []int{min(n, 1000), min(n, 10_000)} {
		dir := written(t, reports)[0]
		var check, parse cost
		clock := func() float64 { return float64(check.clock) / float64(parse.clock) }
		for round := 0; round < 5 || round < 12 && clock() > mostOfYardstick; round++ {
			check.best(costOf(t, dir, command, "check", "--format", "json"))
			t.Setenv(asYardstick, "1")
			parse.best(costOf(t, dir, os.Args[0]))
			if err := os.Unsetenv(asYardstick); err != nil {
				t.Fatal(err)
			}
		}
		t.Logf("%6d reports: check %v, goldmark %v: %.2f of the clock, %.2f of the processors", reports, check.clock, parse.clock,
			clock(), float64(check.processors)/float64(parse.processors))
		if clock() > mostOfYardstick {
			t.Errorf("%d reports: a check takes %.2f of what goldmark takes to parse, want at most %.2f", reports, clock(), mostOfYardstick)
		}
	}
}

// single returns the rules that look at one report.
func single(t *testing.T, command string) (names []string) {
	t.Helper()
	out := measure(t, t.TempDir(), command, "rules", "--format", "markdown", "--lang", "en")
	for _, line := range strings.Split(out, "\n") {
		family, _, _ := strings.Cut(strings.TrimPrefix(line, "| "), " |")
		if family == "years" || family == "organs" {
			continue
		}
		for i, part := range strings.Split(line, "`") {
			if i%2 == 1 {
				names = append(names, part)
			}
		}
	}
	return names
}

func firstReport(t *testing.T, dir string) string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*", "2023.md"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%v, %v", paths, err)
	}
	return paths[0]
}
