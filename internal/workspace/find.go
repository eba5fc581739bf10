package workspace

import (
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
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

// walk looks into every folder but hidden ones, those of the same depth at the
// same time. It follows no symbolic link, so it ends; a linked file is found
// where it lies.
func walk(dir string) (names []string, err error) {
	tree := os.DirFS(dir)
	for folders := []string{"."}; len(folders) > 0; {
		looks := make([]content, len(folders))
		share(runtime.GOMAXPROCS(0), len(folders), func(numbers iter.Seq[int]) {
			for i := range numbers {
				looks[i].read(tree, folders[i])
			}
		})
		folders = nil
		for i := range looks {
			if looks[i].err != nil {
				return nil, looks[i].err
			}
			names, folders = append(names, looks[i].names...), append(folders, looks[i].folders...)
		}
	}
	return names, nil
}

// content is what a walk finds in one folder.
type content struct {
	names, folders []string
	err            error
}

func (c *content) read(tree fs.FS, folder string) {
	entries, err := fs.ReadDir(tree, folder)
	c.err = err
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		switch {
		case entry.IsDir() && !strings.HasPrefix(entry.Name(), "."):
			c.folders = append(c.folders, name)
		case entry.Type().IsRegular() && markdown(name):
			c.names = append(c.names, filepath.FromSlash(name))
		}
	}
}
