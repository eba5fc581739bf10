package bench

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestStartUp holds what a whole run of the command executes: of a commit hook
// that checks one report, start-up is the performance.
//
//	GOUJI_VALGRIND=valgrind go test ./internal/bench -run StartUp -v
func TestStartUp(t *testing.T) {
	tool := valgrind(t)
	command := filepath.Join(t.TempDir(), "gouji")
	build := exec.Command("go", "build", "-trimpath", "-o", command, "../../cmd/gouji")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, run := range []struct {
		name string
		args []string
		most int
	}{
		{"--version", []string{"--version"}, 5_000_000},
		{"one report", []string{"check", "../../testdata/reports/吕梁市教育局/2023.md"}, 8_500_000},
	} {
		n := executed(t, tool, command, run.args...)
		t.Logf("%-10s %10d instructions", run.name, n)
		if n > run.most {
			t.Errorf("%s: %d instructions, at most %d", run.name, n, run.most)
		}
	}
}
