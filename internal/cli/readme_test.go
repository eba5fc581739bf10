package cli

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what READMEs quote; read the diff")

const root = "../.."

func readmes() []string {
	return []string{
		"README.md", "README.zh-CN.md", "docs/output.md", "docs/output.zh-CN.md", "docs/pull-requests.md", "docs/pull-requests.zh-CN.md",
	}
}

// quoted is a part of a page that the tool writes.
type quoted struct {
	page       string // the page, without its language
	start, end string
	write      func(t *testing.T, before string) string
}

// TestReadmesQuoteTheTool compares what READMEs show with what the tool
// prints.
func TestReadmesQuoteTheTool(t *testing.T) {
	t.Chdir(root)
	for _, name := range readmes() {
		lang := "en"
		page, chinese := strings.CutSuffix(strings.TrimSuffix(name, ".md"), ".zh-CN")
		if chinese {
			lang = "zh-CN"
		}
		old := read(t, name)
		text := old
		for _, q := range []quoted{
			{"README", "```console\n", "```\n", session},
			{"README", "<!-- rules -->\n", "<!-- /rules -->\n", func(t *testing.T, _ string) string {
				return output(t, 0, "rules", "--format", "markdown", "--lang", lang)
			}},
			{"docs/output", "```json sample\n", "```\n", func(t *testing.T, _ string) string { return sample(t, lang) }},
		} {
			if q.page == page {
				text = q.replace(t, name, text)
			}
		}
		if *update {
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if diff := cmp.Diff(old, text); diff != "" {
			t.Errorf("%s: run go test ./internal/cli -update and read the diff\n%s", name, diff)
		}
		if n := strings.Count(text, "\n"); n > 200 {
			t.Errorf("%s has %d lines; nobody reads more than 200", name, n)
		}
	}
}

func (q quoted) replace(t *testing.T, name, text string) string {
	t.Helper()
	before, rest, found := strings.Cut(text, q.start)
	old, after, ends := strings.Cut(rest, q.end)
	if !found || !ends {
		t.Fatalf("%s has no %q", name, q.start)
	}
	return before + q.start + q.write(t, old) + q.end + after
}

// session runs the command of a console block. It shows the first finding
// and the last line.
func session(t *testing.T, before string) string {
	command, _, _ := strings.Cut(before, "\n")
	args := strings.Fields(strings.TrimPrefix(command, "$ gouji "))
	text := output(t, 1, args...)
	first, rest, _ := strings.Cut(text, "\n\n")
	lines := strings.Split(strings.TrimSpace(rest), "\n")
	last := regexp.MustCompile(`[0-9]+ (毫秒|ms)`).ReplaceAllString(lines[len(lines)-1], "5 $1")
	return command + "\n" + first + "\n\n[…]\n\n" + last + "\n"
}

// sample shortens JSON output: the first finding without its longer keys.
func sample(t *testing.T, lang string) string {
	var all struct {
		Version     int              `json:"version"`
		Tool        string           `json:"tool"`
		Diagnostics []map[string]any `json:"diagnostics"`
		Summary     json.RawMessage  `json:"summary"`
	}
	text := output(t, 1, "check", "--format", "json", "--rule", "sum-mismatch", "--lang", lang, "testdata/reports")
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	line := func(keys ...string) {
		for i, key := range keys {
			value, ok := all.Diagnostics[0][key]
			if !ok {
				t.Fatalf("a finding has no %q", key)
			}
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(strconv.Quote(key) + ": " + encode(t, value))
		}
	}
	b.WriteString(`{"version": ` + strconv.Itoa(all.Version) + `, "tool": ` + encode(t, all.Tool) + ", \"diagnostics\": [\n  {")
	line("rule", "item", "severity")
	b.WriteString(",\n   ")
	line("file", "line", "column")
	b.WriteString(",\n   ")
	line("startByte", "endByte", "table", "row", "columnId", "expected", "actual")
	b.WriteString(",\n   ")
	line("message")
	b.WriteString("}],\n \"summary\": " + string(all.Summary) + "}\n")
	return b.String()
}

func encode(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

// output runs the tool, which must exit with code.
func output(t *testing.T, code int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if got := Run(args, nil, &out, &errs); got != code {
		t.Fatalf("gouji %s: exit code %d, want %d\n%s", strings.Join(args, " "), got, code, &errs)
	}
	return out.String()
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadmeCommands runs the commands of the blocks marked sh, one after
// another, in a copy of the repository. Those marked "sh ci" need more than
// Go, or would run this test again: a step in .ci must have them.
func TestReadmeCommands(t *testing.T) {
	dir, bin := t.TempDir(), t.TempDir()
	copyTree(t, root, dir)
	t.Setenv("GOBIN", bin)
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("GOUJI_LANG", "")
	ci := steps(t)
	done := map[string]bool{}
	for _, name := range readmes() {
		text := read(t, filepath.Join(root, name))
		for _, command := range commands(text, "sh ci") {
			if !regexp.MustCompile(`(?m)(^| )` + regexp.QuoteMeta(command) + `$`).MatchString(ci) {
				t.Errorf("%s: no step of .ci runs %q", name, command)
			}
		}
		list := commands(text, "sh")
		if len(list) == 0 && strings.HasPrefix(name, "README") {
			t.Errorf("%s has no commands", name)
		}
		for _, command := range list {
			if !done[command] {
				runReadmeCommand(t, dir, command)
			}
			done[command] = true
		}
	}
}

// commands returns the lines of the blocks fenced with info.
func commands(text, info string) (list []string) {
	for {
		_, rest, found := strings.Cut(text, "\n```"+info+"\n")
		if !found {
			return list
		}
		block, after, _ := strings.Cut(rest, "\n```")
		list = append(list, strings.Split(block, "\n")...)
		text = after
	}
}

func runReadmeCommand(t *testing.T, dir, line string) {
	t.Helper()
	command, remark, _ := strings.Cut(line, "#")
	want := 0
	if m := regexp.MustCompile(`(?:exits with|退出码为) ([0-9])`).FindStringSubmatch(remark); m != nil {
		want, _ = strconv.Atoi(m[1])
	}
	words := strings.Fields(command)
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if got := exitCode(err); got != want {
		t.Errorf("%s: exit code %d, want %d: %v\n%s", command, got, want, err, out)
	}
}

// steps returns the text of what .ci/run runs.
func steps(t *testing.T) (text string) {
	t.Helper()
	entries, err := os.ReadDir(root + "/.ci")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Type().IsRegular() {
			text += read(t, filepath.Join(root, ".ci", e.Name()))
		}
	}
	return text
}

// copyTree copies the repository without its history and CI's tools.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == ".git" || name == filepath.Join(".ci", "bin") || name == filepath.Join(".ci", "node_modules")):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, name), 0o755)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
