package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var updateDocs = flag.Bool("update-docs", false, "rewrite what the commands in docs print; read the diff")

// TestReportGuide follows the guide word for word: a block called after a file
// is that file, or with + before the name adds to it, and a console block runs
// the commands behind $ and shows what they print.
func TestReportGuide(t *testing.T) {
	path, err := filepath.Abs("../../docs/describe-a-report.md")
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	t.Setenv("GOUJI_LANG", "")
	if err := os.Mkdir(".git", 0o755); err != nil { // no configuration further up
		t.Fatal(err)
	}
	switch got := followGuide(t, string(src)); {
	case *updateDocs:
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	case got != string(src):
		t.Errorf("the commands print something else: go test ./internal/cli -run ReportGuide -update-docs, and read the diff")
	}
}

// followGuide executes the blocks of a guide, and returns it with what its commands
// print.
func followGuide(t *testing.T, guide string) string {
	t.Helper()
	blocks := regexp.MustCompile("(?ms)^```(\\w+)( [^\n]+)?\n(.*?)^```$")
	took := regexp.MustCompile(`用时 .*|in [0-9.]+ ?m?s.*`)
	run := 0
	guide = blocks.ReplaceAllStringFunc(guide, func(block string) string {
		parts := blocks.FindStringSubmatch(block)
		switch kind, file, body := parts[1], strings.TrimSpace(parts[2]), parts[3]; {
		case kind == "console":
			var out strings.Builder
			for line := range strings.Lines(body) {
				if command, ok := strings.CutPrefix(line, "$ gouji "); ok {
					run++
					out.WriteString(line + took.ReplaceAllString(runGuided(strings.Fields(command)), "…"))
				}
			}
			return "```console\n" + out.String() + "```"
		case file != "":
			appendTo(t, strings.TrimPrefix(file, "+"), body)
		}
		return block
	})
	if run < 5 {
		t.Errorf("only %d commands: this test does not follow the guide", run)
	}
	return guide
}

func runGuided(args []string) string {
	var out bytes.Buffer
	Run(args, strings.NewReader(""), &out, &out)
	return out.String()
}

func appendTo(t *testing.T, name, text string) {
	t.Helper()
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
