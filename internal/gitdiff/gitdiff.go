// Package gitdiff asks git which lines a change adds or alters.
package gitdiff

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"

	"github.com/gouji-lint/gouji/report"
)

// Change is what a change touches: by file, relative to the root of the work
// tree, the lines that it adds or alters. A line that only lost its
// neighbours counts as altered: deleting a row changes the sums below it.
type Change struct {
	Root  string
	lines map[string][]span
}

// span is a run of lines, both ends included.
type span struct{ first, last int }

// Errors of Since and Staged.
var (
	ErrNoGit      = errors.New("git cannot be run")
	ErrNoWorkTree = errors.New("not in a work tree of git")
	ErrNoCommit   = errors.New("no such branch or commit")
	ErrShallow    = errors.New("the repository has the latest commits only") // besides ErrNoCommit
)

// Since returns what changed in the work tree since it left the commit ref.
func Since(dir, ref string) (*Change, error) {
	if _, err := root(dir); err != nil {
		return nil, err
	}
	base, err := git(dir, "merge-base", "--end-of-options", ref, "HEAD")
	if err != nil {
		if out, _ := git(dir, "rev-parse", "--is-shallow-repository"); strings.TrimSpace(string(out)) == "true" {
			err = fmt.Errorf("%w: %w", ErrShallow, err)
		}
		return nil, fmt.Errorf("%w: %w", ErrNoCommit, err)
	}
	return change(dir, strings.TrimSpace(string(base)))
}

// Staged returns what the next commit changes.
func Staged(dir string) (*Change, error) { return change(dir, "--cached") }

// root returns the folder of the work tree that dir is in.
func root(dir string) (string, error) {
	out, err := git(dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoWorkTree, err)
	}
	return strings.TrimRight(string(out), "\r\n"), nil
}

func change(dir, what string) (*Change, error) {
	top, err := root(dir)
	if err != nil {
		return nil, err
	}
	// What the user has git do to differences to read them must not move lines.
	patch, err := git(dir, "-c", "core.quotePath=false", "diff", "-U0", "--inter-hunk-context=0", "--no-color", "--no-ext-diff",
		"--no-textconv", "--submodule=short", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/", what, "--")
	if err != nil {
		return nil, err
	}
	c := &Change{Root: top, lines: map[string][]span{}}
	files, _, err := gitdiff.Parse(bytes.NewReader(patch))
	if err != nil {
		return nil, fmt.Errorf("cannot read what git diff prints: %w", err)
	}
	for _, f := range files {
		if f.IsDelete {
			continue
		}
		c.lines[f.NewName] = spans(f)
	}
	if what != "--cached" {
		return c, c.addUntracked(dir)
	}
	return c, nil
}

func spans(f *gitdiff.File) []span {
	all := []span{}
	for _, t := range f.TextFragments {
		first, last := int(t.NewPosition), int(t.NewPosition+t.NewLines)-1
		if t.NewLines == 0 { // lines were taken out behind this one
			last = first + 1
		}
		all = append(all, span{first, last})
	}
	return all
}

// addUntracked adds the files that git does not know yet: all of their lines
// are new.
func (c *Change) addUntracked(dir string) error {
	names, err := git(dir, "ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
	if err != nil {
		return err
	}
	for _, name := range strings.Split(strings.TrimRight(string(names), "\x00"), "\x00") {
		if name != "" {
			c.lines[name] = []span{{1, 1 << 30}}
		}
	}
	return nil
}

// Files returns the files that the change touches, relative to Root.
func (c *Change) Files() []string {
	names := make([]string, 0, len(c.lines))
	for name := range c.lines {
		names = append(names, name)
	}
	return names
}

// Unstaged returns what the next commit holds of the files that the work tree
// has otherwise, by name, of those that wanted holds for.
func (c *Change) Unstaged(wanted func(name string) bool) (map[string]string, error) {
	names, err := git(c.Root, "diff", "--name-only", "-z", "--no-ext-diff", "--ignore-submodules", "--no-relative", "--")
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, name := range strings.Split(strings.TrimRight(string(names), "\x00"), "\x00") {
		if name == "" || !wanted(name) {
			continue
		}
		text, err := git(c.Root, "cat-file", "blob", ":0:"+name)
		if err != nil {
			return nil, err
		}
		texts[name] = string(text)
	}
	return texts, nil
}

// Touches reports whether the place, in the file called name, lies on a line
// that the change touches.
func (c *Change) Touches(name string, place report.Span) bool {
	first, last := place.Position().Line, place.EndPosition().Line
	for _, s := range c.lines[name] {
		if first <= s.last && last >= s.first {
			return true
		}
	}
	return false
}

// git runs git in dir. Its own words are the best error message.
func git(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, errors.New("git: " + firstLine(strings.TrimPrefix(string(exit.Stderr), "fatal: ")))
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoGit, err)
	}
	return out, nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
