package workspace

import (
	"errors"
	"io"
	"io/fs"
)

// ReadError says that files cannot be read: the first one, and how many more
// there are.
type ReadError struct {
	First *fs.PathError
	More  int
	After int // how many files were told about before
}

// Error implements error.
func (e *ReadError) Error() string { return e.First.Error() }

// Unwrap returns the error of the first file.
func (e *ReadError) Unwrap() error { return e.First }

// failure returns the first error, nil when there is none. Files that cannot
// be read are one error: there may be thousands.
func failure(looks []look) error {
	var unread *ReadError
	for i := range looks {
		if looks[i].kind != failed {
			continue
		}
		var path *fs.PathError
		switch {
		case !errors.As(looks[i].err, &path):
			if unread == nil {
				return looks[i].err
			}
		case unread == nil:
			unread = &ReadError{First: path}
		default:
			unread.More++
		}
	}
	if unread == nil {
		return nil
	}
	return unread
}

// ReadText reads a text to stand in for a file, as far as a file would be
// read.
func ReadText(in io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(in, mostBytes))
	return string(text), err
}
