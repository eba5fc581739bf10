package atomicfile

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "“年报” 2024 年.md")
	if err := Write(path, []byte("一")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("二")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if got, _ := os.ReadFile(path); string(got) != "二" {
		t.Errorf("got %q", got)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("something was left behind: %v", entries)
	}
}

func TestSymlink(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "target.md"), filepath.Join(dir, "link.md")
	if err := os.WriteFile(target, []byte("一"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("target.md", link); err != nil {
		t.Logf("no symbolic links here: %v", err)
		return
	}
	if err := Write(link, []byte("二")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info.Mode(), err)
	}
	if got, _ := os.ReadFile(target); string(got) != "二" {
		t.Errorf("got %q", got)
	}
}

func TestNoFolder(t *testing.T) {
	if err := Write(filepath.Join(t.TempDir(), "no", "such.md"), nil); err == nil {
		t.Error("no error")
	}
}

// A writer that is killed at any moment leaves the old or the new file whole.
func TestKilled(t *testing.T) {
	const size = 1 << 18
	if path := os.Getenv("GOUJI_TEST_WRITE"); path != "" {
		for i := byte(0); ; i++ {
			if err := Write(path, bytes.Repeat([]byte{'a' + i%26}, size)); err != nil {
				os.Exit(3)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "report.md")
	if err := os.WriteFile(path, bytes.Repeat([]byte{'a'}, size), 0o644); err != nil {
		t.Fatal(err)
	}
	for round := range 8 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "GOUJI_TEST_WRITE="+path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(5+11*round) * time.Millisecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		got, err := os.ReadFile(path)
		if err != nil || len(got) != size || !bytes.Equal(got, bytes.Repeat(got[:1], size)) {
			t.Fatalf("round %d: %d bytes, mixed or short, %v", round, len(got), err)
		}
	}
}

// A writer that dies right after any step leaves the old file whole, or the
// new one; and the next writer is not hindered by what was left behind.
func TestKilledAfterEachStep(t *testing.T) {
	if path := os.Getenv("GOUJI_TEST_STEP_FILE"); path != "" {
		last := step(os.Getenv("GOUJI_TEST_STEP"))
		_ = write(path, []byte("新"), func(s step) {
			if s == last {
				self, _ := os.FindProcess(os.Getpid())
				_ = self.Kill()
				select {}
			}
		})
		os.Exit(0)
	}
	for _, last := range []step{created, written, moded, synced, renamed} {
		path := filepath.Join(t.TempDir(), "report.md")
		if err := os.WriteFile(path, []byte("旧"), 0o640); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledAfterEachStep$")
		cmd.Env = append(os.Environ(), "GOUJI_TEST_STEP_FILE="+path, "GOUJI_TEST_STEP="+string(last))
		if err := cmd.Run(); err == nil {
			t.Errorf("%s: the writer lives", last)
		}
		want := "旧"
		if last == renamed {
			want = "新"
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("killed after %s: %q, %v", last, got, err)
		}
		if err := Write(path, []byte("三")); err != nil {
			t.Errorf("after %s: %v", last, err)
		}
		if got, _ := os.ReadFile(path); string(got) != "三" {
			t.Errorf("after %s: %q", last, got)
		}
	}
}
