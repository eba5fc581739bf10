package workspace_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// However many files cannot be read, it is one error, about the first.
func TestCheckManyUnreadable(t *testing.T) {
	dir, files := t.TempDir(), []workspace.File{}
	for i := range 10_000 {
		files = append(files, workspace.Named(dir, fmt.Sprintf("%05d.md", i)))
	}
	// A folder cannot be read as a file, whoever runs the test.
	if err := os.Mkdir(files[0].Path, 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := newRun(4, &mentions).Check(files)
	var unread *workspace.ReadError
	if !errors.As(err, &unread) || unread.First.Path != "00000.md" || unread.More != len(files)-1 {
		t.Errorf("got %v, %+v", err, unread)
	}
}

// A file that is gone when its turn comes is an error: nobody knows what was
// in it.
func TestCheckVanishedFile(t *testing.T) {
	files := reports(t, 6)
	if err := os.Remove(files[2].Path); err != nil {
		t.Fatal(err)
	}
	_, err := newRun(2, &mentions).Check(files)
	var path *fs.PathError
	if !errors.As(err, &path) || !errors.Is(err, fs.ErrNotExist) || path.Path != files[2].Name {
		t.Errorf("got %v", err)
	}
}

// reportOf returns the report of a year.
func reportOf(year string) string {
	return strings.NewReplacer("year: 2025", "year: "+year, "# 示例市人民政府2025年", "# 示例市人民政府"+year+"年").Replace(testdata.Form("disclosure-2021"))
}

// A report that changes or vanishes after its own rules ran is compared with
// no other, and that is said.
func TestCheckFileChangesMeanwhile(t *testing.T) {
	for name, meddle := range map[string]func(path string) error{
		"changes":  func(path string) error { return os.WriteFile(path, []byte("# 别的\n"), 0o644) },
		"vanishes": os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, year := range []string{"2024", "2025"} {
				write(t, filepath.Join(dir, year+".md"), reportOf(year))
			}
			files, err := workspace.Find(dir, []string{"."})
			if err != nil {
				t.Fatal(err)
			}
			last := 0
			comes := rules.Rule{Name: "comes", Severity: rules.Error, Check: func(p *rules.Pass) {
				if last++; last == len(files) {
					if err := meddle(files[0].Path); err != nil {
						t.Error(err)
					}
				}
			}}
			compares := rules.Rule{Name: "compares", Severity: rules.Error, CheckSet: func(p *rules.SetPass) {
				for f, prior := range p.Set.Pairs {
					if forms, ok := p.Forms(f, prior); ok {
						p.Flag(f, rules.Diagnostic{Span: forms[0].Report.File.Span(0, 0)})
					}
				}
			}}
			o, err := newRun(1, &comes, &compares).Check(files)
			if err != nil {
				t.Fatal(err)
			}
			if len(o.Diagnostics) != 0 || len(o.Skipped) != 1 || o.Skipped[0].Rule != "compares" || !strings.Contains(o.Skipped[0].Reason.ZH, "改动") {
				t.Errorf("got %v, skipped %+v", o.Diagnostics, o.Skipped)
			}
		})
	}
}

// Files of different configurations are not compared.
func TestCheckComparesWithinConfigurations(t *testing.T) {
	dir := t.TempDir()
	for i, folder := range []string{".", "甲", "乙"} {
		write(t, filepath.Join(dir, folder, fmt.Sprint(2023+i)+".md"), reportOf(fmt.Sprint(2023+i)))
	}
	write(t, filepath.Join(dir, "乙", "gouji.toml"), "")
	var pairs []int
	compares := rules.Rule{Name: "compares", Severity: rules.Error, CheckSet: func(p *rules.SetPass) {
		for f := range p.Set.Pairs {
			pairs = append(pairs, f.Year)
		}
	}}
	files, err := workspace.Find(dir, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	run := newRun(1, &compares)
	run.Project = workspace.NewProject(dir)
	if _, err := run.Check(files); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(pairs) != "[2024]" {
		t.Errorf("compared %v with the years before", pairs)
	}
}
