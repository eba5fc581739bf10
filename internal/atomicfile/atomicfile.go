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
func Write(path string, data []byte) error { return write(path, data, func(step) {}) }

// step is how far writing has come.
type step string

// The steps, in order. Up to synced the new text is in a file of its own.
const (
	created step = "created"
	written step = "written"
	moded   step = "moded"
	synced  step = "synced"
	renamed step = "renamed"
)

// write is Write that tells after each step that it is done.
func write(path string, data []byte, done func(step)) error {
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
	done(created)
	if err := fill(temp, data, mode, done); err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	if err := os.Rename(temp.Name(), target); err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	done(renamed)
	return nil
}

// fill writes, sets the mode and waits until the disk has it.
func fill(temp *os.File, data []byte, mode fs.FileMode, done func(step)) error {
	_, err := temp.Write(data)
	done(written)
	err = errors.Join(err, temp.Chmod(mode))
	done(moded)
	err = errors.Join(err, temp.Sync(), temp.Close())
	done(synced)
	return err
}
