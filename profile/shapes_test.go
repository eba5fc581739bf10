package profile_test

import (
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

// bind reads a report and binds it to the standard formats.
func bind(name, src string) *profile.Form {
	return profile.Standard().Bind(parser.Parse(report.NewFile(name, src)))
}

// refs returns every figure of a format.
func refs(p *profile.Profile) (all []profile.Ref) {
	for i := range p.Tables {
		t := &p.Tables[i]
		for _, r := range t.Rows {
			for _, c := range t.Columns {
				all = append(all, profile.Ref{Table: t.ID, Row: r.ID, Column: c.ID})
			}
		}
	}
	return all
}

// The same figures stand at the same place whatever shape the tables have.
func TestShapes(t *testing.T) {
	for _, id := range []string{"disclosure-2021", "disclosure-2019"} {
		form := bind(id, testdata.Form(id))
		for _, s := range shape.All() {
			t.Run(id+"/"+string(s), func(t *testing.T) {
				same(t, form, bind(id+"-"+string(s), shape.Rewrite(form, s)))
			})
		}
	}
}

// Blanks and dashes stand at their place in all shapes, also where most of the
// table is blank.
func TestShapesWithBlanks(t *testing.T) {
	form := bind("disclosure-2021", testdata.Form("disclosure-2021"))
	written := shape.Of(form)
	for name, figures := range map[string]shape.Figures{
		"zeros": func(ref profile.Ref) string {
			if s := written(ref); s != "0" {
				return s
			}
			return ""
		},
		"dashes": func(ref profile.Ref) string {
			if s := written(ref); s != "0" {
				return s
			}
			return "/"
		},
		"all but totals": func(ref profile.Ref) string {
			if ref.Table == "applications" && ref.Column == "sum" {
				return ""
			}
			return written(ref)
		},
		"totals only": func(ref profile.Ref) string {
			if ref.Table == "applications" && ref.Column != "sum" {
				return ""
			}
			return written(ref)
		},
		"first row only": func(ref profile.Ref) string {
			if ref.Table == "applications" && ref.Row != "new" {
				return ""
			}
			return written(ref)
		},
	} {
		for _, s := range shape.All() {
			t.Run(name+"/"+string(s), func(t *testing.T) {
				got := bind(name, shape.Report(form, s, figures))
				for _, ref := range refs(form.Profile) {
					if c := got.Cell(ref); c == nil || c.Text != figures(ref) {
						t.Errorf("%v: got %+v, want %q", ref, c, figures(ref))
					}
				}
			})
		}
	}
}

// same reports the figures that got does not have where want has them.
func same(t *testing.T, want, got *profile.Form) {
	t.Helper()
	if got.Profile != want.Profile {
		t.Fatalf("bound to %s, not %s", got.Profile.ID, want.Profile.ID)
	}
	for _, ref := range refs(want.Profile) {
		w, g := want.Cell(ref), got.Cell(ref)
		if w == nil {
			t.Fatalf("%v: the form has no figure", ref)
		}
		if g == nil || g.Text != w.Text {
			t.Errorf("%v: got %+v, want %s", ref, g, w.Text)
		}
	}
	for i := range got.Tables {
		b := &got.Tables[i]
		if len(b.ExtraRows)+len(b.ExtraColumns)+len(b.Repeated)+len(b.Misspelt) > 0 || b.Shuffled {
			t.Errorf("%s: extra %v %v, repeated %v, misspelt %v, shuffled %v", b.Def.ID, b.ExtraRows, b.ExtraColumns, b.Repeated, b.Misspelt, b.Shuffled)
		}
		for k, m := range b.Columns {
			if m != profile.Exact {
				t.Errorf("%s: column %s is %d", b.Def.ID, b.Def.Columns[k].ID, m)
			}
		}
	}
}
