package fix

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// proposal is a fix that is wanted. Its edits are made together or not at all.
type proposal struct {
	finding *rules.Diagnostic
	fix     *rules.Fix
	edits   []rules.Edit // in order
}

// pick returns the fixes to make in one go. What is not safe waits until
// nothing else is to be done: it may rest on what a safe fix puts right.
func pick(file *report.File, found []rules.Diagnostic, want Want) []proposal {
	safe := func(d *rules.Diagnostic, f *rules.Fix) bool { return f.Safe && want(d, f) }
	if picked := pickEach(file, found, safe); len(picked) > 0 {
		return picked
	}
	return pickEach(file, found, want)
}

// pickEach returns for each finding the first fix that is wanted and touches
// none picked before.
func pickEach(file *report.File, found []rules.Diagnostic, want Want) (picked []proposal) {
	var taken taken
	for i := range found {
		for j := range found[i].Fixes {
			fix := &found[i].Fixes[j]
			if !want(&found[i], fix) {
				continue
			}
			edits := inOrder(fix.Edits)
			if sound(file, edits) && taken.isFree(edits) {
				picked = append(picked, proposal{&found[i], fix, edits})
				taken.add(edits)
				break
			}
		}
	}
	return picked
}

func inOrder(edits []rules.Edit) []rules.Edit {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b rules.Edit) int {
		return cmp.Or(a.Span.Start-b.Span.Start, a.Span.End-b.Span.End)
	})
	return edits
}

// sound reports whether edits can be made in the file: they lie in it, part
// no character, do not overlap, and change something.
func sound(file *report.File, edits []rules.Edit) bool {
	changes := false
	for i, e := range edits {
		s := e.Span
		if s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(file.Src) || !utf8.ValidString(e.New) ||
			!startsRune(file.Src, s.Start) || !startsRune(file.Src, s.End) ||
			i > 0 && touches(edits[i-1].Span, s) {
			return false
		}
		changes = changes || s.Text() != e.New
	}
	return changes
}

func startsRune(src string, at int) bool { return at == len(src) || utf8.RuneStart(src[at]) }

// taken are the places that picked fixes change, in order.
type taken []report.Span

// search returns where a place would stand.
func (t taken) search(s report.Span) int {
	at, _ := slices.BinarySearchFunc(t, s, func(a, b report.Span) int { return a.Start - b.Start })
	return at
}

// isFree reports whether no edit touches what is taken.
func (t taken) isFree(edits []rules.Edit) bool {
	for _, e := range edits {
		at := t.search(e.Span)
		if at > 0 && touches(t[at-1], e.Span) || at < len(t) && touches(t[at], e.Span) {
			return false
		}
	}
	return true
}

func (t *taken) add(edits []rules.Edit) {
	for _, e := range edits {
		*t = slices.Insert(*t, t.search(e.Span), e.Span)
	}
}

// touches reports whether two spans overlap. An insertion also touches what
// begins or ends where it is made: which one goes first would be a guess.
func touches(a, b report.Span) bool {
	if a.Start == a.End || b.Start == b.End {
		return a.Start <= b.End && b.Start <= a.End
	}
	return a.Start < b.End && b.Start < a.End
}

// apply makes the edits in data, the bytes of file on disk. What is not edited
// stays as it is, byte for byte.
func apply(file *report.File, data []byte, picked []proposal) []byte {
	var edits []rules.Edit
	for _, p := range picked {
		edits = append(edits, p.edits...)
	}
	ending := lineEnding(file.Src)
	var out []byte
	at := 0
	for _, e := range inOrder(edits) {
		out = append(out, data[at:file.Disk(e.Span.Start)]...)
		out = append(out, encode(file.Encoding, withEnding(e.New, ending))...)
		at = file.Disk(e.Span.End)
	}
	return append(out, data[at:]...)
}

// lineEnding returns how the first line of a text ends, "\n" if there is none.
func lineEnding(src string) string {
	if i := strings.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// withEnding gives the line breaks of s, "\n", the form that the file has.
func withEnding(s, ending string) string {
	if ending == "\n" || !strings.Contains(s, "\n") {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", ending)
}

// encode writes s, valid UTF-8, in an encoding. GB18030 has every character.
func encode(as report.Encoding, s string) string {
	if as != report.GB18030 {
		return s
	}
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err) // only for what is no UTF-8
	}
	return out
}
