package workspace_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/internal/workspace"
)

// tree makes files, each with a line of text, and returns their folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		write(t, filepath.Join(dir, name), "# "+name+"\n")
	}
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=t", "-c", "user.email=t@example.invalid"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// find returns the names found, with "!" before those that were named.
func find(t *testing.T, dir string, paths ...string) (names []string) {
	t.Helper()
	files, err := workspace.Find(dir, paths)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, err := os.Stat(f.Path); err != nil {
			t.Error(err)
		}
		if f.Named {
			f.Name = "!" + f.Name
		}
		names = append(names, f.Name)
	}
	return names
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFindWalksFolders(t *testing.T) {
	dir := tree(t, "b.md", "a.markdown", "notes.txt", "年报/“引号” 2024 年.MD", ".cache/x.md", "年报/.x/y.md", "年报/10.md", "年报/9.md")
	want(t, find(t, dir, "."), "a.markdown", "b.md", "年报/10.md", "年报/9.md", "年报/“引号” 2024 年.MD")
	want(t, find(t, dir, "年报"), "年报/10.md", "年报/9.md", "年报/“引号” 2024 年.MD")
	want(t, find(t, filepath.Join(dir, "年报"), ".."), "../a.markdown", "../b.md", "10.md", "9.md", "“引号” 2024 年.MD")
	want(t, find(t, dir, ".cache"), ".cache/x.md")
}

func TestFindTakesNamedFiles(t *testing.T) {
	dir := tree(t, "a.txt", "b.md", "年报/c.md")
	want(t, find(t, dir, "b.md", "a.txt", "./b.md"), "!a.txt", "!b.md")
	want(t, find(t, dir, "年报", filepath.Join(dir, "年报", "c.md")), "!年报/c.md")
	want(t, find(t, dir))
}

func TestFindSurvivesLinks(t *testing.T) {
	dir := tree(t, "a.md", "sub/b.md")
	for from, to := range map[string]string{"sub/loop": "..", "linked.md": "a.md", "elsewhere": "sub"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	want(t, find(t, dir, "."), "a.md", "sub/b.md")
	want(t, find(t, dir, "linked.md"), "!linked.md")
	want(t, find(t, dir, "elsewhere"), "elsewhere/b.md")
}

func TestFindHonoursGitignore(t *testing.T) {
	dir := tree(t, "tracked.md", "new.md", "gone.md", "草稿/甲.md", "年报/2024.md", "年报/临时.md", "sub/forced.md")
	write(t, filepath.Join(dir, ".gitignore"), "草稿/\nsub/\n")
	write(t, filepath.Join(dir, "年报/.gitignore"), "临时.md\n")
	git(t, dir, "init", "-q")
	git(t, dir, "add", "tracked.md", "gone.md")
	git(t, dir, "add", "--force", "sub/forced.md")
	git(t, dir, "commit", "-qm", "x")
	if err := os.Remove(filepath.Join(dir, "gone.md")); err != nil {
		t.Fatal(err)
	}
	want(t, find(t, dir, "."), "new.md", "sub/forced.md", "tracked.md", "年报/2024.md")
	want(t, find(t, dir, "年报"), "年报/2024.md")
	want(t, find(t, filepath.Join(dir, "年报"), "."), "2024.md")
	// Whoever names an ignored folder or file means it.
	want(t, find(t, dir, "草稿"), "草稿/甲.md")
	want(t, find(t, dir, "年报/临时.md"), "!年报/临时.md")
}

// In a hook git says where its repository is, as seen from elsewhere.
func TestFindInsideHook(t *testing.T) {
	dir := tree(t, "年报/2024.md", "年报/x.md")
	write(t, filepath.Join(dir, ".gitignore"), "x.md\n")
	git(t, dir, "init", "-q")
	t.Setenv("GIT_DIR", ".git")
	t.Setenv("GIT_INDEX_FILE", ".git/next-index-1.lock")
	want(t, find(t, dir, "年报"), "年报/2024.md")
}

func TestFindWithoutGit(t *testing.T) {
	dir := tree(t, "a.md", "b.md")
	write(t, filepath.Join(dir, ".gitignore"), "b.md\n")
	git(t, dir, "init", "-q")
	t.Setenv("PATH", t.TempDir())
	want(t, find(t, dir, "."), "a.md", "b.md")
}

func TestFindNamesWhatIsMissing(t *testing.T) {
	dir := tree(t, "a.md")
	_, err := workspace.Find(dir, []string{"a.md", "年报/无.md"})
	var path *fs.PathError
	if !errors.As(err, &path) || !errors.Is(err, fs.ErrNotExist) || path.Path != "年报/无.md" {
		t.Errorf("got %v", err)
	}
}
