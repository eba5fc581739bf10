package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// guides are the documents whose fenced blocks are carried out from top to
// bottom: ```toml NAME and ```md NAME are written to the file, with + before
// the name to its end, ```console is a command and what it prints, ```go PATH is
// that file of the repository.
func guides() []string { return []string{"docs/write-a-rule.md", "docs/describe-a-report.md"} }

// TestGuides does what the guides say, and compares what they show.
func TestGuides(t *testing.T) {
	repository, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOUJI_LANG", "")
	for _, name := range guides() {
		path := filepath.Join(repository, name)
		old := read(t, path)
		t.Chdir(t.TempDir())
		text := regexp.MustCompile("(?ms)^```(\\w+)(?: ([^\n]+))?\n(.*?)^```$").ReplaceAllStringFunc(old, func(block string) string {
			return carryOut(t, repository, block)
		})
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(old, text); diff != "" {
			t.Errorf("%s: run go test ./internal/cli -update and read the diff\n%s", name, diff)
		}
	}
}

// carryOut does what a block says and returns it as it should be.
func carryOut(t *testing.T, repository, block string) string {
	t.Helper()
	head, body, _ := strings.Cut(block, "\n")
	kind, file, _ := strings.Cut(strings.TrimPrefix(head, "```"), " ")
	body = strings.TrimSuffix(body, "```")
	text := body
	switch {
	case kind == "console":
		body = runShown(t, repository, body)
	case kind == "go" && file != "":
		body = read(t, filepath.Join(repository, file))
	case file != "":
		if name, ok := strings.CutPrefix(file, "+"); ok {
			file, text = name, read(t, name)+body
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("a block of a guide says nothing to do: %s", head)
	}
	return head + "\n" + body + "```"
}

// runShown runs the command of a console block. The time taken is not compared.
func runShown(t *testing.T, repository, body string) string {
	t.Helper()
	command, _, _ := strings.Cut(body, "\n")
	words := strings.Fields(strings.TrimPrefix(command, "$ "))
	var out bytes.Buffer
	switch words[0] {
	case "gouji":
		Run(words[1:], nil, &out, &out)
	case "ownrule":
		out.Write(runExample(t, repository, words[1:]))
	default:
		t.Errorf("no command %s", words[0])
	}
	text := regexp.MustCompile(`[0-9]+ 毫秒`).ReplaceAllString(out.String(), "5 毫秒")
	return command + "\n" + strings.TrimRight(text, "\n") + "\n"
}

// runExample builds the example of a rule in Go, a module of its own, and runs
// it in the current folder.
func runExample(t *testing.T, repository string, args []string) []byte {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "ownrule")
	build := exec.Command("go", "build", "-o", bin, ".")
	build.Dir = filepath.Join(repository, "examples", "ownrule")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("examples/ownrule: %v (after a change of go.mod: go mod tidy there, too)\n%s", err, out)
	}
	out, _ := exec.Command(bin, args...).Output() // findings are no failure here
	return out
}
