package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/testdata"
)

// asGouji is the variable that makes a copy of the test be the command.
const asGouji = "GOUJI_TEST_AS_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asGouji) != "" {
		os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	testscript.Main(m, map[string]func(){"gouji": func() { os.Exit(Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }})
}

// TestScripts runs the sessions in testdata/cli. Beside the commands of
// testscript they have:
//
//	code N ARG…              run gouji, which must exit with N
//	form FILE [OLD NEW]…     write the filled-in form of 2021 to FILE, each OLD, which must stand in it once, replaced by NEW;
//	                         \n is a line break
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("../../testdata/cli/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sessions: %v", err)
	}
	testscript.Run(t, testscript.Params{
		Files:               files,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": runCode,
			"form": writeForm,
		},
	})
}

func runCode(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := exitCode(ts.Exec("gouji", args[1:]...)); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// exitCode returns that of a command that ended with the error, -1 for one
// that did not end by itself.
func exitCode(err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	return -1
}

func writeForm(ts *testscript.TestScript, _ bool, args []string) {
	text := testdata.Form("disclosure-2021")
	for i := 1; i+1 < len(args); i += 2 {
		if n := strings.Count(text, args[i]); n != 1 {
			ts.Fatalf("%q stands %d times in the form", args[i], n)
		}
		text = strings.Replace(text, args[i], strings.ReplaceAll(args[i+1], `\n`, "\n"), 1)
	}
	path := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
	ts.Check(os.WriteFile(path, []byte(text), 0o644))
}

// What no input is known to bring out, or not for every user, is tested as
// text: faults of gouji itself, files that may not be read.
func TestWord(t *testing.T) {
	crash := &workspace.Crash{File: "年报/1.md", Rule: "sum-mismatch", Where: "equation.go:57", Value: "index out of range"}
	denied := &fs.PathError{Op: "open", Path: "年报/1.md", Err: fs.ErrPermission}
	folder := &fs.PathError{Op: "read", Path: "年报/1.md", Err: errors.New("is a directory")}
	for _, c := range []struct {
		err    error
		zh, en string
	}{
		{fmt.Errorf("x: %w", crash),
			"「年报/1.md」没有检查完：规则 sum-mismatch 在 equation.go:57 出错（index out of range）。这是 gouji 的缺陷，请附上这份文件告诉我们：" + issues,
			`"年报/1.md" was not checked to the end: rule sum-mismatch failed at equation.go:57 (index out of range). This is a fault of gouji; please report it with the file: ` + issues},
		{denied, "没有权限读取「年报/1.md」，什么也没有检查", `no permission to read "年报/1.md"; nothing was checked`},
		{folder, "无法读取「年报/1.md」，什么也没有检查：is a directory", `cannot read "年报/1.md", nothing was checked: is a directory`},
	} {
		for lang, want := range map[string]string{"zh-CN": c.zh, "en": c.en} {
			if got := (&tool{lang: lang}).word(c.err); got != want {
				t.Errorf("%s: got %s\nwant %s", lang, got, want)
			}
		}
	}
}

// A text that nobody can read is a finding, never a success.
func TestUnreadableText(t *testing.T) {
	var out, errs strings.Builder
	if code := Run([]string{"-"}, strings.NewReader("\xff\xfe\x00\x01"), &out, &errs); code != exitFindings {
		t.Errorf("exit code %d, %s", code, &errs)
	}
	if !strings.Contains(out.String(), "错误[file-unreadable]") {
		t.Error(out.String())
	}
}

// The name of a file cannot steer the terminal.
func TestErrorsAreHarmless(t *testing.T) {
	var out, errs strings.Builder
	Run([]string{"\x1b]0;x\x07\u202e.md"}, nil, &out, &errs)
	if got := errs.String(); got != "gouji: 找不到「?]0;x??.md」\n" {
		t.Errorf("%q", got)
	}
}
