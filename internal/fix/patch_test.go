package fix

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestPatch(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"a.md", "甲\n", "甲\n", ""},
		{"a.md", "甲\n", "乙\n", "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-甲\n+乙\n"},
		{"年 报.md", "甲\n", "乙\n", "--- a/年 报.md\t\n+++ b/年 报.md\t\n@@ -1,1 +1,1 @@\n-甲\n+乙\n"},
		{"“年”\"1\\\n.md", "甲\n", "乙\n", "--- \"a/“年”\\\"1\\\\\\012.md\"\n+++ \"b/“年”\\\"1\\\\\\012.md\"\n@@ -1,1 +1,1 @@\n-甲\n+乙\n"},
		{"a.md", "甲", "甲\n", "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-甲\n\\ No newline at end of file\n+甲\n"},
		{"a.md", "", "甲\n", "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,1 @@\n+甲\n"},
		{"a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n0\n1\n2\n3\n", "1\nx\n2\n3\n4\n5\n6\n7\n9\n0\n1\n2\n3\n3\n",
			"--- a/a.md\n+++ b/a.md\n@@ -1,13 +1,14 @@\n 1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n 9\n 0\n 1\n 2\n+3\n 3\n"},
	} {
		if got := Patch(c.name, []byte(c.before), []byte(c.after)); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.before, got, c.want)
		}
	}
}

// TestGitApplies makes a thousand reports with faults, and has git apply all
// patches at once: what comes of it is what fixing made.
func TestGitApplies(t *testing.T) {
	count := 1000
	if testing.Short() {
		count = 60
	}
	dir := t.TempDir()
	l := newLooker()
	var patches bytes.Buffer
	after := map[string][]byte{}
	for i := 0; len(after) < count; i++ {
		before := []byte(spoiled(rand.New(rand.NewPCG(uint64(i), 1))))
		r, err := Text(before, l.look, Task{Want: safe})
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(before, r.Data) {
			continue
		}
		name := fmt.Sprintf([]string{"%d.md", "年 报/%d.md", "“引号”（全角）、第①期 %d 年.md", "a b/x'%d' .md"}[i%4], i)
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), before, 0o644); err != nil {
			t.Fatal(err)
		}
		after[name] = r.Data
		patches.WriteString(Patch(name, before, r.Data))
	}
	git(t, dir, &patches, "apply", "--check", "-")
	git(t, dir, &patches, "apply", "--whitespace=nowarn", "-")
	for name, want := range after {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: git made something else of it, %v", name, err)
		}
	}
}

// Names that Windows does not have.
func TestGitAppliesQuotedNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no file can be called so on Windows")
	}
	dir := t.TempDir()
	var patches bytes.Buffer
	names := []string{"\"年报\".md", "tab\tx.md", "line\nx.md", "back\\slash.md", " leading.md", "2024-01-02 12:00:00.md"}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("甲\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		patches.WriteString(Patch(name, []byte("甲\n"), []byte("乙")))
	}
	git(t, dir, &patches, "apply", "-")
	for _, name := range names {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != "乙" {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
}

func git(t *testing.T, dir string, in *bytes.Buffer, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Stdin = bytes.NewReader(in.Bytes())
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_CEILING_DIRECTORIES="+filepath.Dir(dir))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out[:min(len(out), 2000)])
	}
}
