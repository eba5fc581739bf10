package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/gouji-lint/gouji/internal/ruletest"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// sums returns what sum-mismatch finds in a report.
func sums(t *testing.T, src string) (found []rules.Diagnostic) {
	t.Helper()
	result, err := ruletest.Check(&txtar.Archive{Files: []txtar.File{{Name: "report.md", Data: []byte(src)}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		if d.Rule == "sum-mismatch" {
			found = append(found, d)
		}
	}
	return found
}

// figures is a filled-in form of which single figures are changed.
type figures struct{ *profile.Form }

func read(id string) figures {
	return figures{profile.Standard().Bind(parser.Parse(report.NewFile(id+".md", testdata.Form(id))))}
}

// with returns the report with other figures in some cells.
func (f figures) with(values map[profile.Ref]string) string {
	src := f.Report.File.Src
	var b strings.Builder
	at := 0
	for i := range f.Tables {
		t := &f.Tables[i]
		for row := range t.Rows {
			for column := range t.Def.Columns {
				c, ref := t.Cell(row, column), t.Ref(row, column)
				if value, ok := values[ref]; ok {
					b.WriteString(src[at:c.Span.Start] + value)
					at = c.Span.End
				}
			}
		}
	}
	return b.String() + src[at:]
}

func (f figures) number(ref profile.Ref) report.Number { return f.Cell(ref).Value }

// every yields the cells of 表三.
func (f figures) every(yield func(profile.Ref)) {
	for i := range f.Tables {
		if t := &f.Tables[i]; t.Def.ID == "applications" {
			for row := range t.Rows {
				for column := range t.Def.Columns {
					yield(t.Ref(row, column))
				}
			}
		}
	}
}

// Any one wrong cell of 表三 is named, with the figure that was there: all
// patterns of broken identities that one cell makes are distinct.
func TestEveryWrongCellIsFound(t *testing.T) {
	for _, id := range []string{"disclosure-2021", "disclosure-2019"} {
		f := read(id)
		f.every(func(ref profile.Ref) {
			was := f.number(ref)
			wrong := was.Add(report.Int(7)).String()
			found := sums(t, f.with(map[profile.Ref]string{ref: wrong}))
			if len(found) != 1 {
				t.Errorf("%v: %d findings: %v", ref, len(found), found)
				return
			}
			d := found[0]
			if d.Ref != ref || d.Expected != was.String() || d.Actual != wrong || d.Span.Text() != wrong {
				t.Errorf("%v was %s, is %s; found %v should be %s, is %s, at %q: %s", ref, was, wrong, d.Ref, d.Expected, d.Actual, d.Span.Text(), d.Message.ZH)
			}
		})
	}
}

// A value that is entered in a wrong column or a wrong row that has 0 there
// gives one finding. It names the value and where it belongs, unless the same
// value elsewhere explains the sums as well.
func TestEveryMisplacedValueIsFound(t *testing.T) {
	f := read("disclosure-2021")
	var refs []profile.Ref
	f.every(func(ref profile.Ref) { refs = append(refs, ref) })
	tried, named := 0, 0
	for _, from := range refs {
		for _, to := range refs {
			if !isSlip(f, from, to) {
				continue
			}
			tried++
			found := sums(t, f.with(map[profile.Ref]string{from: "0", to: f.number(from).String()}))
			if len(found) != 1 {
				t.Errorf("%s from %v to %v: %s", f.number(from), from, to, messages(found))
				continue
			}
			if strings.Contains(found[0].Message.ZH, "疑似应填在") {
				named++
				if found[0].Ref != to || found[0].Expected != "0" {
					t.Errorf("%s from %v to %v: %s", f.number(from), from, to, messages(found))
				}
			} else if found[0].Hint.ZH == "" {
				t.Errorf("%s from %v to %v: no hint: %s", f.number(from), from, to, messages(found))
			}
		}
	}
	if tried < 500 || named < tried*4/5 {
		t.Errorf("%d of %d slips are named", named, tried)
	}
	t.Logf("%d of %d slips are named", named, tried)
}

// isSlip reports whether a value of a result can have come to stand in to
// instead of from, in the next columns or rows.
func isSlip(f figures, from, to profile.Ref) bool {
	t := f.Profile.Table(from.Table)
	result := func(ref profile.Ref) bool {
		return t.Row(ref.Row) > 1 && t.Row(ref.Row) < len(t.Rows)-2 && ref.Column != "sum"
	}
	if !result(from) || !result(to) || f.number(from).IsZero() || !f.number(to).IsZero() {
		return false
	}
	return (from.Row == to.Row) != (from.Column == to.Column)
}

func messages(found []rules.Diagnostic) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "\n  %v %s", d.Ref, d.Message.ZH)
	}
	return b.String()
}
