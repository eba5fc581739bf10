package rules

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
)

// What makes a table that is the same in two years a copy. A body with few
// requests has the same small figures by chance.
const (
	copiedFigures = 5
	copiedDigits  = 8 // of these figures together
)

// copied reports whether all figures of the table of the form that the one
// with the id belongs to (表二 is several) are last year's.
func copied(now, before *figures, id string) bool {
	p := now.of.Profile
	if before.of.Profile != p {
		return false
	}
	name := p.Table(id).Name
	for i := range p.Tables {
		if t := &p.Tables[i]; t.Name == name && !sameFigures(now, before, t) {
			return false
		}
	}
	own, digits := ownFigures(now, name), 0
	for _, n := range own {
		digits += len(now.value(n).String())
	}
	return len(own) >= copiedFigures && digits >= copiedDigits
}

// sameFigures reports whether the figures of a table are the same; a blank is
// 0.
func sameFigures(now, before *figures, t *profile.Table) bool {
	for n := t.Figure(0, 0); n < t.Figure(len(t.Rows), 0); n++ {
		if now.counts[n] == before.counts[n] && now.counts[n] != otherFigure {
			continue
		}
		a, b := now.kind(n), before.kind(n)
		if (a == figureNone) != (b == figureNone) || !now.value(n).Equal(before.value(n)) {
			return false
		}
	}
	return true
}

// ownFigures returns the figures of a table of the form that are not 0, are
// not worked out from others, and do not go on from year to year.
func ownFigures(f *figures, name string) (own []int) {
	p := f.of.Profile
	for i := range p.Tables {
		t := &p.Tables[i]
		if t.Name != name {
			continue
		}
		for n := t.Figure(0, 0); n < t.Figure(len(t.Rows), 0); n++ {
			if f.kind(n) == figureWritten && !p.Derived(n) && !goesOn(p, n) {
				own = append(own, n)
			}
		}
	}
	return own
}

// goesOn reports whether the figure follows from last year's report.
func goesOn(p *profile.Profile, n int) bool {
	links := p.Links()
	return slices.ContainsFunc(links, func(l profile.Link) bool { return l.Left[0] == n })
}
