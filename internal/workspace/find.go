package workspace

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Find returns the files that paths mean, seen from the folder dir: a file as
// named, whatever its ending, and of a folder every Markdown file in it, but
// what git ignores. The error says which path cannot be read.
func Find(dir string, paths []string) ([]File, error) {
	var files []File
	for _, path := range paths {
		f := Named(dir, path)
		full := f.Path
		info, err := os.Stat(full)
		if err != nil {
			return nil, withPath(err, path)
		}
		if !info.IsDir() {
			files = append(files, f)
			continue
		}
		names, sure, err := list(full)
		if err != nil {
			return nil, below(err, display(dir, path))
		}
		for _, name := range names {
			if p := filepath.Join(full, name); sure || regular(p) {
				files = append(files, File{Name: shown(dir, p, path), Path: p})
			}
		}
	}
	return Tidy(files), nil
}

// shown returns how a file found below asked is shown. Its name is a piece of
// its path where it can be: of a hundred thousand files two strings each would
// be much.
func shown(dir, path, asked string) string {
	if name := display(dir, path); !filepath.IsAbs(name) {
		return name
	}
	full := Named(dir, asked).Path
	rel, err := filepath.Rel(full, path)
	if err != nil {
		return path
	}
	return display(dir, filepath.Join(asked, rel))
}

// withPath makes an error speak of a path as the user wrote it.
func withPath(err error, path string) error {
	if e, ok := err.(*fs.PathError); ok {
		return &fs.PathError{Op: e.Op, Path: path, Err: e.Err}
	}
	return err
}

// below makes an error about a path in a folder speak of the folder too.
func below(err error, folder string) error {
	if e, ok := err.(*fs.PathError); ok {
		return withPath(e, filepath.ToSlash(filepath.Join(folder, e.Path)))
	}
	return err
}

// list returns the Markdown files below dir, relative to it, and whether they
// are sure to be regular files.
func list(dir string) (names []string, sure bool, err error) {
	if names, ok := gitList(dir); ok {
		return names, false, nil
	}
	names, err = walk(dir)
	return names, true, err
}

// walk looks into every folder but hidden ones. It follows no symbolic link,
// so it ends; a linked file is found where it lies.
func walk(dir string) (names []string, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.Type().IsRegular() && markdown(name):
			names = append(names, filepath.FromSlash(name))
		}
		return nil
	})
	return names, err
}
