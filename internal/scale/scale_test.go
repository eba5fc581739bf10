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

// silent runs the command in dir, with its output going nowhere, and returns
// how long it took and how much memory it had at most, in KiB.
func silent(t *testing.T, dir, command string, args ...string) (took time.Duration, peak int64) {
	t.Helper()
	nowhere, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer nowhere.Close()
	start := time.Now()
	state := run(t, nowhere, dir, command, args...)
	return time.Since(start), maxRSS(state)
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

// TestScale measures a repository of GOUJI_SCALE reports, and twice as many.
// It prints what it measures; the bounds hold on any machine.
func TestScale(t *testing.T) {
	n := size(t)
	command, dirs := build(t), written(t, n, 2*n)
	args := []string{"check", "--format", "json"}
	alone := append(args, "--rule", strings.Join(single(t, command), ","))
	report := func(name, at string, args ...string) (time.Duration, int64) {
		took, peak := silent(t, at, command, args...)
		t.Logf("%-28s %8.2f s %8d MiB", name, took.Seconds(), peak>>10)
		return took, peak
	}
	report("warm up", dirs[0], args...)
	once, peak := report("all rules", dirs[0], args...)
	_, peakAlone := report("without cross-report rules", dirs[0], alone...)
	one, _ := report("one worker", dirs[0], append(args, "--jobs", "1")...)
	two, _ := report("two workers", dirs[0], append(args, "--jobs", "2")...)
	twice, _ := report("twice the reports", dirs[1], args...)
	changed, _ := report("one named report", dirs[0], append(args, firstReport(t, dirs[0]))...)
	t.Logf("%.0f files/s; twice the reports cost %.2f times; two workers %.2f of one; one report %.2f of all",
		float64(n)/once.Seconds(), twice.Seconds()/once.Seconds(), two.Seconds()/one.Seconds(), changed.Seconds()/once.Seconds())
	if runtime.GOOS == "linux" && (peak > 400<<10 || peakAlone > 64<<10) {
		t.Errorf("peak memory %d MiB, without cross-report rules %d MiB; want at most 400 and 64", peak>>10, peakAlone>>10)
	}
	if twice > once*21/10+2*time.Second {
		t.Errorf("twice the reports took %v, once %v", twice, once)
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

// TestYardstick holds a check with all rules to three quarters of what
// goldmark takes, as it comes, to parse the same reports with as many workers.
// The two run in turn. What is compared is the best time of each: of the clock,
// and, as on a busy machine that says little, of the processors.
func TestYardstick(t *testing.T) {
	n := size(t)
	command := build(t)
	for _, reports := range []int{min(n, 1000), min(n, 10_000)} {
		dir := written(t, reports)[0]
		var check, parse cost
		for range 5 {
			check.best(costOf(t, dir, command, "check", "--format", "json"))
			t.Setenv(asYardstick, "1")
			parse.best(costOf(t, dir, os.Args[0]))
			if err := os.Unsetenv(asYardstick); err != nil {
				t.Fatal(err)
			}
		}
		clock, processors := float64(check.clock)/float64(parse.clock), float64(check.processors)/float64(parse.processors)
		t.Logf("%6d reports: check %v, goldmark %v: %.2f of the clock, %.2f of the processors", reports, check, parse, clock, processors)
		if min(clock, processors) > 0.75 {
			t.Errorf("%d reports: a check takes %.2f of what goldmark takes to parse, want at most 0.75", reports, min(clock, processors))
		}
	}
}

// cost is what a process took.
type cost struct{ clock, processors time.Duration }

func (c *cost) best(other cost) {
	if c.clock == 0 {
		*c = other
	}
	c.clock, c.processors = min(c.clock, other.clock), min(c.processors, other.processors)
}

func costOf(t *testing.T, dir, command string, args ...string) cost {
	t.Helper()
	start := time.Now()
	state := run(t, io.Discard, dir, command, args...)
	return cost{time.Since(start), state.UserTime() + state.SystemTime()}
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
