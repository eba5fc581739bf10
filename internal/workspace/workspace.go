// Package workspace takes paths to reports: it finds the Markdown files that
// a run is about and takes each through parser, profile and rules.
//
// It prints nothing and decides nothing about findings.
package workspace

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// File is a Markdown file to look at.
type File struct {
	Name  string // as shown: slashes, relative to the working directory where it lies below it
	Path  string // to open it
	Named bool   // given by name, not found in a folder
	// Context is a file that is read because findings about others may rest
	// on it. What is found in it is not shown.
	Context bool
}

// Named returns the file that a path means, seen from the folder dir, as if it
// were there.
func Named(dir, path string) File {
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(dir, path)
	}
	return File{Name: display(dir, path), Path: full, Named: true}
}

// display returns how a file is shown. A file outside the working directory
// keeps the path that it was asked for with.
func display(dir, path string) string {
	path = filepath.Clean(path)
	if rest, ok := strings.CutPrefix(path, dir); ok && rest != "" && os.IsPathSeparator(rest[0]) {
		return filepath.ToSlash(rest[1:]) // as for nearly all files, and no string of its own
	}
	full := path
	if !filepath.IsAbs(full) {
		full = filepath.Join(dir, path)
	}
	if rel, err := filepath.Rel(dir, full); err == nil && filepath.IsLocal(rel) {
		path = rel
	}
	return filepath.ToSlash(path)
}

// Tidy puts files in the order of their names, each once.
func Tidy(files []File) []File {
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	each := files[:0]
	for _, f := range files {
		if last := len(each) - 1; last >= 0 && each[last].Name == f.Name {
			each[last].Named = each[last].Named || f.Named
			each[last].Context = each[last].Context && f.Context
		} else {
			each = append(each, f)
		}
	}
	return each
}

// markdown reports whether a file is Markdown, by its name.
func markdown(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".md" || ext == ".markdown"
}
