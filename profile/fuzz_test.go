package profile_test

import (
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/testdata"
)

// Whatever a document holds, it can be bound: every row has a cell, or the
// gap where one should be, for each column of the form.
func FuzzBind(f *testing.F) {
	for _, id := range []string{"disclosure-2021", "disclosure-2019"} {
		form := bind(id, testdata.Form(id))
		for _, s := range shape.All() {
			f.Add(shape.Rewrite(form, s))
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		form := bind("report.md", src)
		for i := range form.Tables {
			b := &form.Tables[i]
			for j := range len(b.Rows) + len(b.Groups) {
				checkRow(t, b, b.At(j))
			}
		}
	})
}

func checkRow(t *testing.T, b *profile.BoundTable, r *profile.BoundRow) {
	if !r.Found() {
		return
	}
	if len(r.Cells) != len(b.Def.Columns) || r.Table == nil {
		t.Fatalf("%s: a row with %d cells for %d columns", b.Def.ID, len(r.Cells), len(b.Def.Columns))
	}
	for k, c := range r.Cells {
		if c == nil && b.Columns[k] != profile.Missing {
			t.Errorf("%s: no cell in a column that is there", b.Def.ID)
		}
	}
}
