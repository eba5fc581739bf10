//go:build unix

package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Thousands of files that the user may not read are one line, and nothing is
// printed that looks like a result. The superuser may read everything, so the
// command runs as somebody else.
func TestThousandsDenied(t *testing.T) {
	dir, err := os.MkdirTemp("", "gouji")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	command := filepath.Join(dir, "gouji")
	copyFile(t, os.Args[0], command)
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range 10_000 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.md", i)), nil, 0o200); err != nil {
			t.Fatal(err)
		}
	}
	code, out, errs := asNobody(command, dir, "check", ".")
	if want := "gouji: 没有权限读取「00000.md」，什么也没有检查；另有 9999 个文件也无法读取\n"; code != exitFailed || out != "" || errs != want {
		t.Errorf("exit code %d, %q, %q; want %q", code, out, errs, want)
	}
}

// What new was to write is not written where a report of the repository may
// not be read, which is named as seen from the current folder.
func TestNewDenied(t *testing.T) {
	dir, err := os.MkdirTemp("", "gouji")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	command, sub := filepath.Join(dir, "gouji"), filepath.Join(dir, "sub")
	copyFile(t, os.Args[0], command)
	if err := errors.Join(os.Chmod(dir, 0o755), os.Mkdir(sub, 0o755),
		os.WriteFile(filepath.Join(dir, "gouji.toml"), nil, 0o644), os.WriteFile(filepath.Join(dir, "2024.md"), nil, 0o200)); err != nil {
		t.Fatal(err)
	}
	for in, name := range map[string]string{dir: "2024.md", sub: "../2024.md"} {
		code, out, errs := asNobody(command, in, "new", "--organ", "示例市教育局", "--year", "2025")
		if want := "gouji: 没有权限读取「" + name + "」，什么也没有写\n"; code != exitFailed || out != "" || errs != want {
			t.Errorf("exit code %d, %q, %q; want %q", code, out, errs, want)
		}
	}
}

// asNobody runs the command in a folder as a user with no rights of its own.
func asNobody(command, dir string, args ...string) (code int, out, errs string) {
	var stdout, stderr strings.Builder
	cmd := exec.Command(command, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &stdout, &stderr
	cmd.Env = []string{asGouji + "=1"}
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	code = exitCode(cmd.Run())
	return code, stdout.String(), stderr.String()
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
