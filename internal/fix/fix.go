// Package fix makes the changes that findings propose: it takes the text of a
// file, applies what is wanted, looks again, and goes on until nothing is left
// to change.
//
// It knows no rule and writes no file.
package fix

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Look reads data, the bytes of a file as they are on disk, and says what is
// wrong with it. The form need not outlive the next call.
type Look func(data []byte) (*profile.Form, []rules.Diagnostic)

// Want reports whether a fix of a finding is to be made.
type Want func(d *rules.Diagnostic, f *rules.Fix) bool

// Task is what is to be done to a text.
type Task struct {
	Want  Want
	Align bool // align pipe tables, too
}

// Change is a fix that was made, or a table aligned.
type Change struct {
	Rule, Item string
	Title      rules.Message
	Safe       bool
	Edits      int             // in how many places
	At         report.Position // where the first one was, in the text it was made in
}

// Result is what became of a text.
type Result struct {
	Data    []byte // the bytes for the disk, in the encoding that the file has
	Changes []Change
	Left    []rules.Diagnostic // what is wrong with Data
}

// rounds bounds how often a text is looked at again. A fix that waits for
// another one takes a round more.
const rounds = 64

// Text does what is wanted of a text. Fixes that touch each
// other are not made at once: the first in the text goes first, the others
// have their turn when the text has been looked at again. A FigureError is a
// fault of a rule, and nothing must be made of the text then.
func Text(data []byte, look Look, task Task) (*Result, error) {
	want := task.Want
	if task.Align {
		look, want = aligning(look), func(d *rules.Diagnostic, f *rules.Fix) bool { return d.Rule == Align || task.Want(d, f) }
	}
	form, found := look(data)
	r := &Result{Data: data, Left: found}
	for range rounds {
		picked := pick(form.Report.File, r.Left, want)
		if len(picked) == 0 {
			break
		}
		before := figures(form.Report)
		next := apply(form.Report.File, r.Data, picked)
		form, found = look(next)
		if err := before.lost(form.Report); err != nil {
			return nil, err
		}
		for _, p := range picked {
			r.Changes = append(r.Changes, p.change())
		}
		r.Data, r.Left = next, found
	}
	return r, nil
}

// change says what was done.
func (p *proposal) change() Change {
	places := len(p.fix.Edits)
	if p.finding.Rule == Align {
		places = 1 // the table
	}
	return Change{
		Rule: p.finding.Rule, Item: p.finding.Item, Title: p.fix.Title, Safe: p.fix.Safe,
		Edits: places, At: p.edits[0].Span.Position(),
	}
}
