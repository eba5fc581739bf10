package profile

import (
	"cmp"
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/profile/internal/quicktoml"
)

// Every run pays for the embedded files: each is written in the plain part of
// TOML, and reads as the decoder of record reads it.
func TestEmbeddedFilesAreReadQuickly(t *testing.T) {
	eachFile(t, embedded, "profiles", readsAlike[Profile])
	eachFile(t, embeddedWordings, "wordings", readsAlike[Wording])
}

// Whether a profile has a label is told from its text before it is read.
func TestEmbeddedLabelsAreMentioned(t *testing.T) {
	eachFile(t, embedded, "profiles", func(t *testing.T, name, src string) {
		p, err := Load(name, src)
		if err != nil {
			t.Fatal(err)
		}
		for label := range newIndex(p).ids {
			if !mentions(src, label) {
				t.Errorf("%s: %q is a label that its text does not show", name, label)
			}
		}
	})
	for _, word := range []string{"项目", "类别", "情形"} {
		if src := new(embeddedReader).source("disclosure-2021.toml"); mentions(src, word) {
			t.Errorf("%q is taken for a label", word)
		}
	}
}

// No run checks the embedded profiles: they are right.
func TestEmbeddedProfilesAreRight(t *testing.T) {
	eachFile(t, embedded, "profiles", func(t *testing.T, name, src string) {
		if _, err := Load(name, src); err != nil {
			t.Error(err)
		}
	})
	if err := cmp.Or(Standard().checkFormats(), Standard().checkCounterparts()); err != nil {
		t.Error(err)
	}
	for _, f := range Standard().families() {
		if err := f.open().checkFormats(); err != nil {
			t.Error(err)
		}
	}
}

func eachFile(t *testing.T, files fs.FS, dir string, check func(t *testing.T, name, src string)) {
	t.Helper()
	entries, err := fs.ReadDir(files, dir)
	if err != nil || len(entries) == 0 {
		t.Fatal(err, "no files in ", dir)
	}
	for _, e := range entries {
		src, err := fs.ReadFile(files, dir+"/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		check(t, e.Name(), string(src))
	}
}

func readsAlike[T any](t *testing.T, name, src string) {
	var got, want T
	meta, err := toml.Decode(src, &want)
	if err != nil || len(meta.Undecoded()) > 0 {
		t.Fatalf("%s: %v, unknown keys %v", name, err, meta.Undecoded())
	}
	switch {
	case !quicktoml.IsText(src) || !quicktoml.New().Decode(src, &got):
		t.Errorf("%s is beyond the plain part of TOML: no escapes, no dotted or quoted keys; see package quicktoml", name)
	case !reflect.DeepEqual(got, want):
		t.Errorf("%s: read otherwise than by the decoder of record", name)
	}
}

// A fault is told by the decoder that knows what it is and where.
func TestFaultsAreTold(t *testing.T) {
	for src, want := range map[string]string{
		"id = \"a\ntitle":              "x.toml:1:8: id: strings cannot contain newlines",
		"id = \"a\"\ncolour = \"red\"": "x.toml:2:1: unknown key \"colour\"",
		"id = \"\\u0061\"":             "x.toml:1:1: id, title and basis are required", // an escape is no fault
	} {
		if _, err := Load("x.toml", src); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", src, err, want)
		}
	}
}
