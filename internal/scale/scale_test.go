package scale

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
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

// measure runs the command in dir and returns how long it took, how much
// memory it had at most, in KiB, and what it printed.
func measure(t *testing.T, dir, command string, args ...string) (took time.Duration, peak int64, out string) {
	t.Helper()
	cmd := exec.Command(command, args...)
	cmd.Dir = dir
	start := time.Now()
	text, err := cmd.CombinedOutput()
	took = time.Since(start)
	if cmd.ProcessState.ExitCode() > 1 {
		t.Fatalf("%v\n%s", err, text)
	}
	return took, maxRSS(cmd.ProcessState), string(text)
}

// Files of the same seed are the same, and all that gouji finds in them is
// what was put there.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, 200, 1); err != nil {
		t.Fatal(err)
	}
	_, _, out := measure(t, dir, build(t), "check", "--format", "concise", "--color", "never")
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if !strings.Contains(line, " sum-mismatch ") {
			t.Errorf("not put there: %s", line)
		}
	}
	if n := strings.Count(out, " sum-mismatch "); n < 3 || n > 25 {
		t.Errorf("%d wrong figures among 200 reports, want about 10:\n%s", n, out)
	}
}

// TestScale measures a repository of GOUJI_SCALE reports, and twice as many.
// It prints what it measures; the bounds hold on any machine.
func TestScale(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("GOUJI_SCALE"))
	if n == 0 {
		t.Skip("set GOUJI_SCALE to a number of reports: it takes a minute for 100000")
	}
	command := build(t)
	dir, double := filepath.Join(t.TempDir(), "once"), filepath.Join(t.TempDir(), "twice")
	for at, count := range map[string]int{dir: n, double: 2 * n} {
		if err := Write(at, count, 1); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"check", "--format", "json=" + os.DevNull}
	alone := append(args, "--rule", strings.Join(single(t, command), ","))
	report := func(name, at string, args ...string) (time.Duration, int64) {
		took, peak, _ := measure(t, at, command, args...)
		t.Logf("%-28s %8.2f s %8d MiB", name, took.Seconds(), peak>>10)
		return took, peak
	}
	report("warm up", dir, args...)
	once, peak := report("all rules", dir, args...)
	_, peakAlone := report("without cross-report rules", dir, alone...)
	one, _ := report("one worker", dir, append(args, "--jobs", "1")...)
	two, _ := report("two workers", dir, append(args, "--jobs", "2")...)
	twice, _ := report("twice the reports", double, args...)
	changed, _ := report("one named report", dir, append(args, firstReport(t, dir))...)
	t.Logf("%.0f files/s; twice the reports cost %.2f times; two workers %.2f of one; one report %.2f of all",
		float64(n)/once.Seconds(), twice.Seconds()/once.Seconds(), two.Seconds()/one.Seconds(), changed.Seconds()/once.Seconds())
	if runtime.GOOS == "linux" && (peak > 400<<10 || peakAlone > 64<<10) {
		t.Errorf("peak memory %d MiB, without cross-report rules %d MiB; want at most 400 and 64", peak>>10, peakAlone>>10)
	}
	if twice > once*21/10+2*time.Second {
		t.Errorf("twice the reports took %v, once %v", twice, once)
	}
}

// single returns the rules that look at one report.
func single(t *testing.T, command string) (names []string) {
	t.Helper()
	_, _, out := measure(t, t.TempDir(), command, "rules", "--format", "markdown", "--lang", "en")
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
