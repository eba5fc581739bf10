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
	eachFile(t, func(name, src string) {
		form := sameForm(t, name, src)
		for _, s := range shape.All() {
			sameForm(t, name+" "+string(s), shape.Rewrite(form, s))
		}
	}, "../testdata/forms/disclosure-*.md", "../testdata/reports/*/*.md")
}

// eachFile reads the files that patterns mean, of which each means some.
func eachFile(t *testing.T, do func(name, src string), patterns ...string) {
	t.Helper()
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			do(name, string(src))
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
