package workspace

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file is read as package os reads it, also one larger than the buffer, and
// errors are of the same kind.
func TestOpenFile(t *testing.T) {
	dir := t.TempDir()
	for _, size := range []int{0, 1, leastBytes - 1, leastBytes, leastBytes + 1, 3 * leastBytes} {
		path, text := filepath.Join(dir, "报告.md"), strings.Repeat("a", size)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		w := newWorker(&Run{})
		data, err := w.open(&File{Name: "报告.md", Path: path})
		if err != nil || string(data) != text {
			t.Errorf("%d of %d bytes, %v", len(data), size, err)
		}
	}
	if _, err := openFile(filepath.Join(dir, "none.md")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	in, err := openFile(dir)
	if err != nil {
		return // Windows opens no folder
	}
	defer in.Close()
	var at *fs.PathError
	if _, err := io.ReadAll(in); !errors.As(err, &at) || at.Path != dir {
		t.Errorf("a folder: %v", err)
	}
}
