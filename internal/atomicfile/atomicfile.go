// Package atomicfile replaces files whole: whoever reads one sees all of the
// old text or all of the new, whenever the writer dies.
package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Write puts data in place of the file at path. A symbolic link stays a link,
// permissions stay as they are; a new file gets mode 0644.
func Write(path string, data []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		target, err = path, nil
	}
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(target), ".gouji-*")
	if err != nil {
		return err
	}
	if err := fill(temp, data, mode); err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	if err := os.Rename(temp.Name(), target); err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// fill writes, sets the mode and waits until the disk has it.
func fill(temp *os.File, data []byte, mode fs.FileMode) error {
	_, err := temp.Write(data)
	return errors.Join(err, temp.Chmod(mode), temp.Sync(), temp.Close())
}
