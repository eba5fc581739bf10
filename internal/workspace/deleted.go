package workspace

import (
	"os"
	"path/filepath"
)

// Deleted returns the Markdown file at a path below root, the real path of a
// folder, if it would be one of those that paths mean, seen from the folder
// dir, but is gone from the disk.
func Deleted(dir string, paths []string, root, name string) (File, bool) {
	lay := filepath.Join(root, filepath.FromSlash(name))
	if _, err := os.Lstat(lay); err == nil || !markdown(name) {
		return File{}, false
	}
	for _, path := range paths {
		full := Named(dir, path).Path
		folder, err := filepath.EvalSymlinks(full)
		if err != nil {
			continue
		}
		if rel, err := filepath.Rel(folder, lay); err == nil && filepath.IsLocal(rel) {
			p := filepath.Join(full, rel)
			return File{Name: shown(dir, p, path), Path: p}, true
		}
	}
	return File{}, false
}
