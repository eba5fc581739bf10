package main

import (
	"errors"
	"fmt"
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

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gouji": main})
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

// The wording of a fault of gouji itself, which no input is known to bring
// out, is tested as text.
func TestWordCrash(t *testing.T) {
	for _, lang := range []string{"zh-CN", "en"} {
		tool := &tool{lang: lang}
		text := tool.word(fmt.Errorf("x: %w", &workspace.Crash{File: "年报/1.md", Rule: "sum-mismatch", Where: "equation.go:57", Value: "index out of range"}))
		for _, part := range []string{"年报/1.md", "sum-mismatch", "equation.go:57", "index out of range", issues} {
			if !strings.Contains(text, part) {
				t.Errorf("%s: %q does not mention %s", lang, text, part)
			}
		}
	}
}
