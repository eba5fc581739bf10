package gitdiff

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// repo is a git work tree for one test.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	r := repo{t, t.TempDir()}
	t.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(t.TempDir(), "none"))
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	r.git("init", "-q", "-b", "main")
	r.git("config", "user.name", "test")
	r.git("config", "user.email", "test@example.invalid")
	return r
}

func (r repo) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (r repo) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r repo) commit() {
	r.git("add", "-A")
	r.git("commit", "-qm", "x")
}

// touched returns the 1-based lines of the file that c touches.
func touched(c *Change, name, text string) (lines []int) {
	f := report.NewFile(name, text)
	for n := 1; n <= f.Lines(); n++ {
		line, start := f.Line(n)
		if c.Touches(name, f.Span(start, start+len(line))) {
			lines = append(lines, n)
		}
	}
	return lines
}

const odd = `年报/“引号” 2024 年	制表.md`

func TestSince(t *testing.T) {
	r := newRepo(t)
	r.write(odd, "一\n二\n三\n四\n五\n六\n")
	r.write("gone.md", "x\n")
	r.commit()
	r.git("checkout", "-qb", "work")
	changed := "一\n二改\n三\n五\n六\n七\n"
	r.write(odd, changed)
	if err := os.Remove(filepath.Join(r.dir, "gone.md")); err != nil {
		t.Fatal(err)
	}
	r.commit()
	r.write("new.md", "新\n")
	r.git("checkout", "-q", "main")
	r.write("other.md", "后来\n")
	r.git("add", "other.md")
	r.git("commit", "-qm", "later, not ours")
	r.git("checkout", "-q", "work")

	c, err := Since(r.dir, "main")
	if err != nil {
		t.Fatal(err)
	}
	if got := touched(c, odd, changed); len(got) != 4 || got[0] != 2 || got[1] != 3 || got[2] != 4 || got[3] != 6 {
		t.Errorf("touched lines: %v, want 2, the neighbours of the deleted line, and 6", got)
	}
	if got := touched(c, "new.md", "新\n"); len(got) != 1 {
		t.Errorf("an untracked file: %v", got)
	}
	if len(c.Files()) != 2 {
		t.Errorf("files: %q", c.Files())
	}
	if _, err := Since(r.dir, "no-such-ref"); err == nil || !strings.Contains(err.Error(), "no-such-ref") {
		t.Errorf("a ref that does not exist: %v", err)
	}
}

func TestStaged(t *testing.T) {
	r := newRepo(t)
	r.write(odd, "一\n二\n")
	r.commit()
	r.write(odd, "一\n二改\n")
	r.git("add", "-A")
	r.write("later.md", "x\n")
	c, err := Staged(r.dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := touched(c, odd, "一\n二改\n"); len(got) != 1 || got[0] != 2 {
		t.Errorf("touched lines: %v", got)
	}
	if len(c.Files()) != 1 {
		t.Errorf("files: %q", c.Files())
	}
	r.write(odd, "一\n二又改\n")
	texts, err := c.Unstaged(func(string) bool { return true })
	if err != nil || len(texts) != 1 || texts[odd] != "一\n二改\n" {
		t.Errorf("what the next commit holds: %q, %v", texts, err)
	}
}

// A shallow clone does not know the commits before; that is worth saying.
func TestShallow(t *testing.T) {
	r := newRepo(t)
	r.write("a.md", "一\n")
	r.commit()
	r.write("a.md", "二\n")
	r.commit()
	shallow := t.TempDir()
	r.git("clone", "-q", "--depth", "1", "file://"+filepath.ToSlash(r.dir), shallow)
	if _, err := Since(shallow, "HEAD~1"); !errors.Is(err, ErrShallow) || !errors.Is(err, ErrNoCommit) {
		t.Errorf("in a shallow clone: %v", err)
	}
	if _, err := Since(r.dir, "HEAD~9"); errors.Is(err, ErrShallow) {
		t.Errorf("in a whole one: %v", err)
	}
}

func TestNoRepository(t *testing.T) {
	if _, err := Staged(t.TempDir()); err == nil || !strings.Contains(err.Error(), "git") {
		t.Errorf("outside a work tree: %v", err)
	}
}

// Whatever a file is called, and however the user likes to read differences.
func TestOddNamesAndSettings(t *testing.T) {
	r := newRepo(t)
	names := []string{`a "b" c.md`, `back\slash.md`, "新\n行.md", "b/b/b.md", "-dash.md", "制表\t.md", "1 b/1 b.md", "\U00020000.md", "é.md"}
	for _, setting := range [][2]string{
		{"core.quotePath", "true"}, {"diff.noprefix", "true"}, {"diff.mnemonicPrefix", "true"}, {"diff.interHunkContext", "9"},
		{"diff.relative", "true"}, {"diff.external", "false"}, {"diff.upper.textconv", "printf 'x\\nx\\nx\\n' #"}, {"color.ui", "always"}, {"diff.context", "5"},
	} {
		r.git("config", setting[0], setting[1])
	}
	r.write(".gitattributes", "*.md diff=upper\n")
	before, after := "一\n二\n三\n四\n五\n六\n", "一\n二改\n三\n四\n五改\n六\n"
	for _, name := range names {
		r.write(name, before)
	}
	r.commit()
	for _, name := range names {
		r.write(name, after)
	}
	r.git("add", "-A")
	for what, change := range map[string]func() (*Change, error){
		"staged": func() (*Change, error) { return Staged(r.dir) },
		"since":  func() (*Change, error) { return Since(r.dir, "HEAD") },
	} {
		c, err := change()
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Files()) != len(names) {
			t.Errorf("%s: touches %q", what, c.Files())
		}
		for _, name := range names {
			if got := touched(c, name, after); fmt.Sprint(got) != "[2 5]" {
				t.Errorf("%s: %q: lines %v", what, name, got)
			}
		}
	}
}
