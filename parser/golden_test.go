package parser

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gouji-lint/gouji/report"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the want sections of testdata")

// TestGolden reads each report of testdata and compares all that was found.
// The comment of an archive says what it is about.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no testdata", err)
	}
	p := New()
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			changed := false
			for i := 0; i+1 < len(archive.Files); i += 2 {
				r := p.Read(archive.Files[i].Name, archive.Files[i].Data)
				check(t, r)
				got := outline(r)
				want := &archive.Files[i+1]
				if *update {
					changed = changed || got != string(want.Data)
					want.Data = []byte(got)
					continue
				}
				if diff := cmp.Diff(string(want.Data), got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", archive.Files[i].Name, diff)
				}
			}
			if changed {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestCorpus reads every file below the folder that GOUJI_CORPUS names, twice:
// the second time with scratch that has seen others.
func TestCorpus(t *testing.T) {
	root := os.Getenv("GOUJI_CORPUS")
	if root == "" {
		t.Skip("GOUJI_CORPUS is not set")
	}
	p := New()
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		r := p.Read(path, data)
		check(t, r)
		first := outline(r)
		if f, ok := Decode(path, data); ok {
			if again := outline(Parse(f)); again != first {
				t.Errorf("%s: a fresh Parser reads something else:\n%s", path, cmp.Diff(again, first))
			}
		}
		if strings.HasSuffix(path, ".md") && len(r.Blocks) == 0 {
			t.Errorf("%s: no blocks", path)
		}
		return nil
	})
	if err != nil || files == 0 {
		t.Fatal(files, "files", err)
	}
}

// parse reads src and holds what is true of every report.
func parse(t *testing.T, src string) *report.Report {
	t.Helper()
	r := Parse(report.NewFile("报告.md", src))
	check(t, r)
	return r
}
