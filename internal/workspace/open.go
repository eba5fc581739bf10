package workspace

import (
	"io"
	"io/fs"
	"os"
	"syscall"
)

// rawFile is a file that is read straight from the system.
type rawFile struct {
	path  string
	read  func([]byte) (int, error)
	close func() error
}

// openFile opens a file to be read once. Package os takes six calls of the
// system more to find out whether the file is one to wait for, as a network
// connection is: as much time as opening, reading and closing it. What the
// system does not open as it is, such as a long path on Windows, is left to os.
func openFile(path string) (io.ReadCloser, error) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return os.Open(path)
	}
	return &rawFile{
		path:  path,
		read:  func(p []byte) (int, error) { return syscall.Read(fd, p) },
		close: func() error { return syscall.Close(fd) },
	}, nil
}

// Read implements io.Reader.
func (f *rawFile) Read(p []byte) (int, error) {
	for {
		switch n, err := f.read(p); {
		case err == syscall.EINTR:
		case err != nil:
			return 0, &fs.PathError{Op: "read", Path: f.path, Err: err}
		case n == 0 && len(p) > 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}

// Close implements io.Closer.
func (f *rawFile) Close() error { return f.close() }
