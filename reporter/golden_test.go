package reporter

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/gouji-lint/gouji/rules"
)

var update = flag.Bool("update", false, "rewrite testdata")

// golden is a case: testdata/<name>.txtar holds what each format writes.
type golden struct {
	name   string
	about  string
	result *rules.Result
	width  int
}

// TestGolden compares all formats in both languages with testdata. Wherever
// there are marks, checkMarks reads them back.
func TestGolden(t *testing.T) {
	for _, g := range goldens() {
		t.Run(g.name, func(t *testing.T) {
			got := g.archive(t)
			if g.width == 0 || g.width >= narrowest {
				checkMarks(t, string(section(got, "text")), g.result)
				checkMarks(t, string(section(got, "text.en")), g.result)
			}
			path := filepath.Join("testdata", g.name+".txtar")
			if *update {
				if err := os.WriteFile(path, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(txtar.Format(got))); diff != "" {
				t.Errorf("run go test -update and read the diff:\n%s", diff)
			}
		})
	}
}

// archive renders the case in every format.
func (g golden) archive(t *testing.T) *txtar.Archive {
	zh := Options{Width: g.width, Elapsed: 12 * time.Millisecond, Version: "0.1.0"}
	en := zh
	en.Lang = "en"
	list, listEN := zh, en
	list.Layout, listEN.Layout = List, List
	a := &txtar.Archive{Comment: []byte(g.about + "\n\n")}
	add := func(name, text string) {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(text)})
	}
	add("text", render(t, Text, g.result, zh))
	add("text.en", render(t, Text, g.result, en))
	add("list", render(t, Text, g.result, list))
	add("list.en", render(t, Text, g.result, listEN))
	add("concise", render(t, Concise, g.result, zh))
	add("concise.en", render(t, Concise, g.result, en))
	annotations, _, _ := strings.Cut(render(t, GitHub, g.result, zh), "::group::")
	add("github", annotations)
	add("json", render(t, JSON, g.result, zh))
	add("markdown", render(t, Markdown, g.result, zh))
	add("markdown.en", render(t, Markdown, g.result, en))
	// Without the pages of the rules, which have tests of their own.
	_, results, _ := strings.Cut(render(t, SARIF, g.result, zh), `"results":[`)
	add("sarif", results)
	add("gitlab", render(t, GitLab, g.result, zh))
	add("rdjson", render(t, RDJSON, g.result, zh))
	add("junit", render(t, JUnit, g.result, zh))
	add("checkstyle", render(t, Checkstyle, g.result, zh))
	add("html", articles(render(t, HTML, g.result, zh)))
	add("html.en", articles(render(t, HTML, g.result, en)))
	return a
}

// articles returns what the page says of each report.
func articles(page string) string {
	start, end := strings.Index(page, "<article"), strings.LastIndex(page, "</article>")
	if start < 0 {
		return ""
	}
	return page[start:end] + "</article>\n"
}

func render(t *testing.T, write func(w io.Writer, r *rules.Result, o Options) error, r *rules.Result, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// TestColour holds that colour only adds codes: without them the text is the
// same, so colour never carries a meaning of its own.
func TestColour(t *testing.T) {
	codes := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for _, g := range goldens() {
		for _, layout := range []Layout{Full, List} {
			plain := render(t, Text, g.result, Options{Layout: layout, Width: g.width})
			coloured := render(t, Text, g.result, Options{Layout: layout, Width: g.width, Color: true})
			if diff := cmp.Diff(plain, codes.ReplaceAllString(coloured, "")); diff != "" {
				t.Errorf("%s: colour changes the text:\n%s", g.name, diff)
			}
		}
	}
}

// TestUnderline holds that colour output underlines the place in the line
// itself: where a font's widths are off, this is what still points.
func TestUnderline(t *testing.T) {
	r := located()
	out := render(t, Text, r, Options{Color: true})
	if want := "\x1b[1;4m" + r.Diagnostics[0].Span.Text() + "\x1b[0m"; !strings.Contains(out, want) {
		t.Errorf("the place is not underlined: %q", out)
	}
}
