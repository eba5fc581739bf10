// Package proof holds that no clause of a profile is dead law: it takes a
// filled-in form that is clean, breaks what the profile asks for, one thing
// after the other, and looks whether a rule says so, there.
package proof

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Kind is a kind of thing that profiles ask for.
type Kind string

// The kinds, in the order in which they are tried.
const (
	Sections     Kind = "section"
	Rows         Kind = "row"
	Columns      Kind = "column"
	Identities   Kind = "identity"
	Aspects      Kind = "aspect"
	Claims       Kind = "claim"
	Powers       Kind = "power"
	Distincts    Kind = "distinct"
	Deadlines    Kind = "deadline"
	Continuities Kind = "continuity"
)

// Kinds returns every kind.
func Kinds() []Kind {
	return []Kind{Sections, Rows, Columns, Identities, Aspects, Claims, Powers, Distincts, Deadlines, Continuities}
}

// Clause is one thing that a profile asks for, and what came of breaking it.
type Clause struct {
	Kind   Kind
	ID     string         // applications/new, balance/natural
	Name   string         // for people
	Absent bool           // the form does not have it, so it could not be broken
	Fires  bool           // a rule said so where it is
	Worst  rules.Severity // of the findings that did
	Beside []string       // findings elsewhere, which breaking this alone should not bring
}

// Proof is what came of all clauses of a profile.
type Proof struct {
	Profile *profile.Profile
	Dirty   []rules.Diagnostic // what rules say of the form as it is; then nothing was broken
	Clauses []Clause
}

// Dead returns the clauses that no rule speaks of.
func (p *Proof) Dead() (dead []Clause) {
	for _, c := range p.Clauses {
		if !c.Absent && !c.Fires {
			dead = append(dead, c)
		}
	}
	return dead
}

// NotAlone returns the clauses whose breaking is found, but with findings at
// other places beside it.
func (p *Proof) NotAlone() (all []Clause) {
	for _, c := range p.Clauses {
		if c.Fires && len(c.Beside) > 0 {
			all = append(all, c)
		}
	}
	return all
}

// Count returns how many clauses of a kind there are, how many of them fire
// and how many the form does not have.
func (p *Proof) Count(kind Kind) (all, fire, absent int) {
	for _, c := range p.Clauses {
		if c.Kind == kind {
			all, fire, absent = all+1, fire+one(c.Fires), absent+one(c.Absent)
		}
	}
	return all, fire, absent
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Of proves the profile that the library tells a form to be of.
func Of(library *profile.Library, name, text string) *Proof {
	b := &bench{library: library, name: name, text: text, checker: rules.NewChecker(rules.All())}
	b.form = b.bind(text, nil)
	p := &Proof{Profile: b.form.Profile}
	if p.Dirty = b.check(text, nil); len(p.Dirty) > 0 {
		return p
	}
	for _, try := range [...]func() []Clause{
		b.sections, b.rows, b.columns, b.identities, b.aspects, b.claims, b.powers, b.distincts, b.deadlines, b.continuities,
	} {
		p.Clauses = append(p.Clauses, try()...)
	}
	return p
}

// bench is where a form is broken.
type bench struct {
	library    *profile.Library
	name, text string
	form       *profile.Form
	checker    *rules.Checker
}

// facts changes what is known of a report before it is bound.
type facts func(*report.Meta)

func (b *bench) bind(text string, change facts) *profile.Form {
	read := parser.Parse(report.NewFile(b.name, text))
	if change != nil {
		change(&read.Meta)
	}
	return b.library.Bind(read)
}

// check returns what rules say of a text.
func (b *bench) check(text string, change facts) []rules.Diagnostic {
	return b.checker.Finish([]*rules.FileResult{b.checker.Report(b.bind(text, change), nil)}).Diagnostics
}

// edit puts text in place of a span.
type edit struct {
	at   report.Span
	text string
}

// broken returns the form with edits, and where they are in it.
func (b *bench) broken(edits ...edit) (text string, places []extent) {
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.at.Start, b.at.Start) })
	var out strings.Builder
	last := 0
	for _, e := range edits {
		if e.at.Start < last {
			continue
		}
		out.WriteString(b.text[last:e.at.Start])
		places = append(places, extent{out.Len(), out.Len() + len(e.text)})
		out.WriteString(e.text)
		last = e.at.End
	}
	return out.String() + b.text[last:], places
}

type extent struct{ start, end int }

func (e extent) touches(s report.Span) bool { return s.Start <= e.end && e.start <= s.End }

// due says which findings speak of a clause: those of a rule, if any is named,
// at a place or for an item.
type due struct {
	rules []string
	item  string
	says  string // what the message has in it
	whole bool   // anywhere in the report
	named string // what a message may name, wherever it stands
	given facts  // what the form is held against beside what is broken: another kind of organ
}

func (d due) meets(f *rules.Diagnostic, places []extent) bool {
	switch {
	case len(d.rules) > 0 && !slices.Contains(d.rules, f.Rule):
		return false
	case d.says != "" && !strings.Contains(f.Message.ZH, d.says):
		return false
	case d.whole || d.item != "" && f.Item == d.item, d.named != "" && strings.Contains(f.Message.ZH, "「"+d.named+"」"):
		return true
	}
	return touches(f, places)
}

// touches reports whether a finding points at one of the places: a figure that
// two identities share, or that the text repeats, is wrong for both.
func touches(f *rules.Diagnostic, places []extent) bool {
	return slices.ContainsFunc(places, func(e extent) bool {
		return e.touches(f.Span) || slices.ContainsFunc(f.Related, func(r rules.Related) bool { return e.touches(r.Span) })
	})
}

// said returns what rules say of the whole form when it is held against the
// facts: that a county may not make 规章 is no fault of what is broken.
func (b *bench) said(given facts) (all []string) {
	if given == nil {
		return nil
	}
	for _, d := range b.check(b.text, given) {
		all = append(all, d.Rule+d.Message.ZH)
	}
	return all
}

// try breaks the form and fills in what came of it.
func (b *bench) try(c Clause, d due, change facts, edits ...edit) Clause {
	text, places := b.broken(edits...)
	found, said := b.check(text, change), b.said(d.given)
	for i := range found {
		switch f := &found[i]; {
		case d.meets(f, places):
			c.Fires, c.Worst = true, max(c.Worst, f.Severity)
		case d.says != "" && slices.Contains(d.rules, f.Rule):
			// another aspect that the same words speak of
		case !touches(f, places) && !slices.Contains(said, f.Rule+f.Message.ZH):
			c.Beside = append(c.Beside, fmt.Sprintf("%s: %s", f.Rule, f.Message.ZH))
		}
	}
	return c
}
