package profile

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// bindSections finds the statutory sections by the text of their headings,
// never by their ordinals: rows of a table carry ordinals too.
func (l *Library) bindSections(f *Form) {
	f.Sections = make([]BoundSection, len(f.Profile.Sections))
	for i := range f.Sections {
		f.Sections[i].Def = &f.Profile.Sections[i]
	}
	var ends []int // blocks at which a section ends
	for i := range f.Report.Blocks {
		h, ok := heading(&f.Report.Blocks[i], i)
		if !ok {
			continue
		}
		meanings := l.lookup(h.Text)
		section, match := f.section(h, meanings)
		switch {
		case match != Missing:
			f.enter(section, h, match)
			ends = append(ends, i)
		case h.top() && !f.isRow(meanings):
			f.Extra = append(f.Extra, h)
			ends = append(ends, i)
		}
	}
	f.cutBodies(ends)
}

// heading reads a block as a heading: one that is marked as such, or a
// paragraph that is short enough to be one.
func heading(b *report.Block, index int) (Heading, bool) {
	if b.Kind != report.Heading && b.Kind != report.Paragraph && b.Kind != report.ListItem {
		return Heading{}, false
	}
	text := b.Prose.Text
	if b.Kind != report.Heading && len(text) > maxHeading {
		return Heading{}, false
	}
	h := Heading{Block: b, Index: index, Text: text}
	h.Ordinal, h.Numbered = report.OrdinalAt(text)
	h.Text = text[h.Ordinal.Size:]
	return h, true
}

// maxHeading bounds a paragraph that may be a heading, in bytes.
const maxHeading = 150

// top reports whether the heading looks like one of the first level.
func (h Heading) top() bool {
	if h.Numbered {
		return h.Ordinal.Level == 1 && h.Block.Mark != report.NoMark
	}
	return false
}

// section returns the section that the heading is for.
func (f *Form) section(h Heading, meanings []meaning) (int, Match) {
	if h.Numbered && h.Ordinal.Level > 1 {
		return 0, Missing
	}
	if m, ok := find(meanings, f.Profile, func(m meaning) bool { return m.kind == sectionLabel }); ok {
		if key(h.Text) == key(f.Profile.Sections[m.index].Label()) {
			return m.index, Exact
		}
		return m.index, Variant
	}
	if h.Block.Mark == report.NoMark || !h.Numbered && h.Block.Kind != report.Heading {
		return 0, Missing
	}
	return f.nearSection(h.Text)
}

// nearSection returns the section with a label one to three characters away.
func (f *Form) nearSection(text string) (int, Match) {
	best, distance := 0, 4
	k := key(text)
	for i := range f.Profile.Sections {
		for _, label := range f.Profile.Sections[i].Labels {
			want := key(label)
			most := min(3, utf8.RuneCountInString(want)/3, distance-1)
			if d := report.EditDistance(k, want, most); d <= most {
				best, distance = i, d
			}
		}
	}
	if distance > 3 {
		return 0, Missing
	}
	return best, Typo
}

// isRow reports whether the label belongs to a table: converters turn rows
// into headings.
func (f *Form) isRow(meanings []meaning) bool {
	_, ok := find(meanings, f.Profile, func(m meaning) bool { return m.kind != sectionLabel })
	return ok
}

// enter records a heading of a section. A table of contents names it first
// and has nothing under it, so a later heading that has wins.
func (f *Form) enter(section int, h Heading, match Match) {
	s := &f.Sections[section]
	if !s.Found() {
		s.Heading, s.Match = h, match
		return
	}
	if f.bare(s.Heading) && !f.bare(h) {
		s.Heading, h = h, s.Heading
		s.Match = match
		if f.contents(h) {
			return
		}
	}
	s.Again = append(s.Again, h)
}

// bare reports whether nothing but another heading follows.
func (f *Form) bare(h Heading) bool {
	next := h.Index + 1
	if next >= len(f.Report.Blocks) {
		return true
	}
	b := &f.Report.Blocks[next]
	if b.Mark == report.NoMark {
		return false
	}
	o, ok := report.OrdinalAt(b.Prose.Text)
	return ok && o.Level == 1
}

// contents reports whether the heading stands among bare ones, as in a table
// of contents.
func (f *Form) contents(h Heading) bool {
	next := Heading{Index: h.Index + 1}
	return f.bare(h) && next.Index < len(f.Report.Blocks) && f.bare(next)
}

// cutBodies gives each section the blocks up to the next end.
func (f *Form) cutBodies(ends []int) {
	for i := range f.Sections {
		s := &f.Sections[i]
		if !s.Found() {
			continue
		}
		end := len(f.Report.Blocks)
		for _, e := range ends {
			if e > s.Index {
				end = e
				break
			}
		}
		s.First = s.Index + 1
		s.Body = f.Report.Blocks[s.First:end]
	}
}
