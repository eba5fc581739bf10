//go:build unix

package cli

import (
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
	var out, errs strings.Builder
	cmd := exec.Command(command, "check", ".")
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &errs
	cmd.Env = []string{asGouji + "=1"}
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	code := exitCode(cmd.Run())
	if want := "gouji: 没有权限读取「00000.md」，什么也没有检查；另有 9999 个文件也无法读取\n"; code != exitFailed || out.String() != "" || errs.String() != want {
		t.Errorf("exit code %d, %q, %q; want %q", code, &out, &errs, want)
	}
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
