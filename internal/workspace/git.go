package workspace

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// gitList returns the Markdown files below dir that git tracks or would
// track. The index also holds files deleted since, links and submodules: see
// regular. It returns false when git cannot say: there is no git, dir is in no
// work tree, or git ignores dir itself, which whoever names it knows.
func gitList(dir string) ([]string, bool) {
	if !inWorkTree(dir) {
		return nil, false // most folders outside a repository never start git
	}
	// No pathspec: ":(icase)*.md" finds no untracked file below a subfolder
	// (git 2.39).
	out, err := git(dir, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	if err != nil {
		return nil, false
	}
	var names []string
	for name := range strings.SplitSeq(out, "\x00") {
		if !markdown(name) {
			continue
		}
		names = append(names, filepath.FromSlash(name))
	}
	if len(names) == 0 {
		if _, err := git(dir, "check-ignore", "-q", "."); err == nil {
			return nil, false
		}
	}
	return names, true
}

// regular reports whether there is a file at a path, and no link.
func regular(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular()
}

// inWorkTree reports whether dir or a folder above it has a .git.
func inWorkTree(dir string) bool {
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return false
	}
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return false
		}
		dir = up
	}
}

// git runs git in dir and returns what it prints.
func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), ofRepository)
	out, err := cmd.Output()
	return string(out), err
}

// ofRepository reports whether a variable ties git to one repository. Inside
// a hook git sets some of them relative to the top of the work tree, which is
// wrong anywhere else.
func ofRepository(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY":
		return true
	}
	return false
}

// Prefix returns the path of dir below the root of its work tree, with slashes
// between; false when dir is in none or git cannot say.
func Prefix(dir string) (string, bool) {
	if !inWorkTree(dir) {
		return "", false
	}
	out, err := git(dir, "rev-parse", "--show-prefix")
	return strings.TrimRight(strings.TrimRight(out, "\r\n"), "/"), err == nil
}
