package profile

import (
	"slices"
	"sync"
)

// Library is a set of formats. One is read when a report needs it.
type Library struct {
	family  string        // of a report whose title does not tell
	title   titleWords    // its words
	formats []*format     // its formats, newest first
	whole   func() *index // of the labels of all of them
	foreign *foreign

	patterns *patterns

	more func() []family // the other families, nil for none
}

// format is one of the formats of a family.
type format struct {
	years   Years
	open    func() *Profile
	alone   func() *index          // of its labels
	mayHave func(word string) bool // whether a word may be one of them
}

// opened returns the format of a profile that was read.
func opened(p *Profile) *format {
	f := newFormat(p.Years, func() *Profile { return p })
	f.mayHave = func(word string) bool { return len(f.alone().lookup(word)) > 0 }
	return f
}

// newFormat returns a format that is read by open; mayHave is still to be set.
func newFormat(years Years, open func() *Profile) *format {
	return &format{years: years, open: open, alone: sync.OnceValue(func() *index { return newIndex(open()) })}
}

// newFamily returns the library of the formats of one family.
func newFamily(id string, title titleWords, formats []*format) *Library {
	slices.SortStableFunc(formats, func(a, b *format) int { return b.years.From - a.years.From })
	l := &Library{family: id, title: title, formats: formats, foreign: &foreign{}, patterns: newPatterns()}
	l.whole = sync.OnceValue(func() *index { return newIndex(l.Profiles()...) })
	return l
}

// Profiles returns the formats of the family that a report belongs to when its
// title does not tell, newest first. It reads all of them.
func (l *Library) Profiles() []*Profile {
	profiles := make([]*Profile, len(l.formats))
	for i, f := range l.formats {
		profiles[i] = f.open()
	}
	return profiles
}

// All returns the formats of every family.
func (l *Library) All() []*Profile {
	all := l.Profiles()
	for _, f := range l.families() {
		all = append(all, f.open().Profiles()...)
	}
	return all
}

// ByYear returns the profile that holds for a report year, nil for none.
func (l *Library) ByYear(year int) *Profile {
	if f := l.byYear(year); f != nil {
		return f.open()
	}
	return nil
}

// byYear returns the format that a report year calls for, nil for none.
func (l *Library) byYear(year int) *format {
	for _, f := range l.formats {
		if f.years.Holds(year) {
			return f
		}
	}
	return nil
}

// profile returns the format with the id, or that extends it, nil when there is
// none.
func (l *Library) profile(id string) *Profile {
	for _, p := range l.Profiles() {
		if p.Is(id) {
			return p
		}
	}
	return nil
}
