package profile_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Whether other formats are read makes no difference to a report.
func TestReadingAllFormatsMakesNoDifference(t *testing.T) {
	for _, pattern := range []string{"../testdata/forms/disclosure-*.md", "../testdata/reports/*/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			form := sameForm(t, name, string(src))
			for _, s := range shape.All() {
				sameForm(t, name+" "+string(s), shape.Rewrite(form, s))
			}
		}
	}
}

// sameForm binds a report as usual, and with all formats read.
func sameForm(t *testing.T, name, src string) *profile.Form {
	t.Helper()
	r := parser.Parse(report.NewFile(name, src))
	got, want := profile.Standard().Bind(r), profile.BindWhole(profile.Standard(), r)
	if got.Profile != want.Profile || !reflect.DeepEqual(got.Sections, want.Sections) || !reflect.DeepEqual(got.Tables, want.Tables) {
		t.Errorf("%s: bound in another way", name)
	}
	return got
}
