package profile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// bindSections finds the statutory sections by the text of their headings.
// Ordinals alone say little: rows of a table carry them too.
func (l *Library) bindSections(f *Form) {
	f.Sections = make([]BoundSection, len(f.Profile.Sections))
	for i := range f.Sections {
		f.Sections[i].Def = &f.Profile.Sections[i]
	}
	if len(f.Sections) == 0 {
		return
	}
	o := outline{form: f, heads: l.heads(f)}
	o.dropContents()
	o.measure()
	o.choose()
	o.dropNested()
	if o.found() >= 3 { // else the document is built in another way
		o.rename()
		o.keepRest()
	}
	o.cutBodies()
}

// outline is what may be the headings of a document, and how the sections
// among them are marked.
type outline struct {
	form  *Form
	heads []headline
	level int // level of the ordinals of sections, 1 unless all are numbered otherwise
	depth int // Markdown level of the headings of sections, 0 when they are plain
}

// headline is a heading and the section that it names, -1 for none.
type headline struct {
	Heading
	section int
	match   Match
}

// heads returns the headings that name a section, and those of the first
// level that name nothing known.
func (l *Library) heads(f *Form) (heads []headline) {
	for i := range f.Report.Blocks {
		if h, ok := l.head(f, i); ok {
			heads = append(heads, h)
		}
	}
	return heads
}

// head reads a block as one of the heads.
func (l *Library) head(f *Form, block int) (headline, bool) {
	h, ok := heading(&f.Report.Blocks[block], block)
	if ok {
		meanings := l.lookup(h.Text)
		if section, match := f.named(meanings, h.Text); match != Missing {
			return headline{h, section, match}, true
		}
		if f.isRow(meanings) {
			return headline{}, false // converters turn rows into headings
		}
	}
	if r, ok := runIn(&f.Report.Blocks[block], block); ok {
		if section, match := f.named(l.lookup(r.Text), r.Text); match != Missing {
			return headline{r, section, match}, true
		}
	}
	if !ok || !h.first() {
		return headline{}, false
	}
	section, match := f.nearSection(h.Text)
	return headline{h, section, match}, true
}

// first reports whether the heading looks like one of the first level.
func (h *Heading) first() bool {
	if h.Numbered {
		return h.Ordinal.Level == 1 && (h.Block.Mark != report.NoMark || h.Stray > 0)
	}
	return h.Block.Kind == report.Heading
}

// named returns the section that has the text for a label, -1 for none.
func (f *Form) named(meanings []meaning, text string) (int, Match) {
	m, ok := find(meanings, f.Profile, func(m meaning) bool { return m.kind == sectionLabel })
	switch {
	case !ok:
		return -1, Missing
	case key(text) == key(f.Profile.Sections[m.index].Label()):
		return m.index, Exact
	}
	return m.index, Variant
}

// NamedIn reports whether a text has one of the headings in full, but for
// words that headings do with or without.
func (s *Section) NamedIn(text string) bool {
	text = loose(text)
	return slices.ContainsFunc(s.loose, func(label string) bool { return strings.Contains(text, label) })
}

// compile works out what headings are compared with.
func (s *Section) compile() {
	for _, label := range s.Labels {
		k := key(label)
		s.keys = append(s.keys, k)
		s.loose = append(s.loose, loose(k))
	}
}

// loose returns a folded text without the words that vary between wordings
// which say the same: 存在的主要问题和改进情况, 存在问题及改进情况.
func loose(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("的和与及以,", r) {
			return -1
		}
		return r
	}, report.Fold(text))
	return strings.ReplaceAll(text, "主要", "")
}

// nearSection returns the section with a label that says the same in other
// words, or else with one that is one to three characters away.
func (f *Form) nearSection(text string) (int, Match) {
	k := key(text)
	l := loose(k)
	for i := range f.Profile.Sections {
		if slices.Contains(f.Profile.Sections[i].loose, l) {
			return i, Variant
		}
	}
	best, distance := -1, 4
	for i := range f.Profile.Sections {
		for _, want := range f.Profile.Sections[i].keys {
			most := min(3, utf8.RuneCountInString(want)/3, distance-1)
			if d := report.EditDistance(k, want, most); d <= most {
				best, distance = i, d
			}
		}
	}
	if best < 0 {
		return -1, Missing
	}
	return best, Typo
}

// isRow reports whether the label belongs to a table.
func (f *Form) isRow(meanings []meaning) bool {
	_, ok := find(meanings, f.Profile, func(m meaning) bool { return m.kind != sectionLabel })
	return ok
}

// dropContents drops a table of contents: a run of short lines that name
// sections of which at least three are named again further down.
func (o *outline) dropContents() {
	for i := 0; i < len(o.heads); {
		end := o.runFrom(i)
		again := 0
		for _, h := range o.heads[i:end] {
			if h.section >= 0 && slices.ContainsFunc(o.heads[end:], func(g headline) bool { return g.section == h.section }) {
				again++
			}
		}
		if again >= 3 {
			o.heads = slices.Delete(o.heads, i, end)
			continue
		}
		i = end
	}
}

// runFrom returns the end of the run of headings from the i-th on that have
// nothing but short lines between them and name no section twice.
func (o *outline) runFrom(i int) int {
	end := i + 1
	for end < len(o.heads) && o.quiet(o.heads[end-1].Index+1, o.heads[end].Index) {
		section := o.heads[end].section
		if section >= 0 && slices.ContainsFunc(o.heads[i:end], func(h headline) bool { return h.section == section }) {
			break
		}
		end++
	}
	return end
}

// quiet reports whether the blocks from one index to another are short lines.
func (o *outline) quiet(from, to int) bool {
	for i := from; i < to; i++ {
		b := &o.form.Report.Blocks[i]
		if b.Kind == report.TableBlock || len(b.Prose.Text) > maxHeading || strings.Contains(b.Prose.Text, "。") {
			return false
		}
	}
	return true
}

// measure finds out how sections are marked.
func (o *outline) measure() {
	var named [5]int // sections by level of their ordinal; 0 is without
	for _, h := range o.heads {
		if h.section < 0 {
			continue
		}
		named[h.Ordinal.Level]++
		if h.Block.Kind == report.Heading && (o.depth == 0 || h.Block.Level < o.depth) {
			o.depth = h.Block.Level
		}
	}
	o.level = 1
	for level := 2; level < len(named); level++ {
		if named[level] >= 4 && named[0]+named[1] == 0 {
			o.level = level
			return
		}
	}
}

// choose gives each section the heading that fits it best; others that are
// numbered like a section repeat it.
func (o *outline) choose() {
	for i := range o.form.Sections {
		s, best := &o.form.Sections[i], 0
		for _, h := range o.heads {
			if rank := o.rank(h); h.section == i && rank > best {
				best = rank
				s.Heading, s.Match = h.Heading, h.match
			}
		}
	}
	o.heads = slices.DeleteFunc(o.heads, func(h headline) bool {
		if h.section < 0 {
			return false
		}
		s := &o.form.Sections[h.section]
		if s.Found() && s.Index != h.Index && h.Numbered && o.rank(h) > 0 {
			s.Again = append(s.Again, h.Heading)
		}
		return true
	})
}

// rank says how well a heading would head its section, 0 for not at all.
func (o *outline) rank(h headline) int {
	rank := 1
	switch {
	case h.Numbered && h.Ordinal.Level != o.level:
		return 0
	case h.Numbered:
		rank += 8
	case h.Block.Kind == report.Heading && h.Block.Level > o.depth:
		return 0 // 「### 主动公开政府信息情况」 under 「## 一、总体情况」
	}
	if h.match != Typo {
		rank += 4
	}
	if h.Block.Mark != report.NoMark {
		rank += 2
	}
	return rank
}

// dropNested drops the headings that a section numbers from 一 again.
func (o *outline) dropNested() {
	last, next := -1, 0 // the section that the walk is in; the number that would go on
	o.heads = slices.DeleteFunc(o.heads, func(h headline) bool {
		if in := o.sectionAt(h.Index); in != last {
			last, next = in, 0
		}
		if last < 0 || !h.Numbered {
			return false
		}
		if h.Ordinal.N == 1 || next > 0 && h.Ordinal.N == next {
			next = h.Ordinal.N + 1
			return true
		}
		return false
	})
}

// sectionAt returns the section whose heading is the last before the block,
// -1 when none is.
func (o *outline) sectionAt(block int) int {
	best := -1
	for i := range o.form.Sections {
		s := &o.form.Sections[i]
		if s.Found() && s.Index < block && (best < 0 || s.Index > o.form.Sections[best].Index) {
			best = i
		}
	}
	return best
}

// rename takes a heading with another text for a section that is missing
// when it stands in its place with its number.
func (o *outline) rename() {
	for i := range o.form.Sections {
		s := &o.form.Sections[i]
		if s.Found() {
			continue
		}
		from, to := o.gap(i)
		for j, h := range o.heads {
			if h.Index > from && h.Index < to && o.replaces(h, i) {
				s.Heading, s.Match = h.Heading, Renamed
				o.heads = slices.Delete(o.heads, j, j+1)
				break
			}
		}
	}
}

// gap returns the blocks between which a missing section belongs. Without a
// section on either side there is no such place.
func (o *outline) gap(section int) (from, to int) {
	from, to = -1, len(o.form.Report.Blocks)
	sections := o.form.Sections
	for i := section - 1; i >= 0; i-- {
		if sections[i].Found() {
			from = sections[i].Index
			break
		}
	}
	for i := section + 1; i < len(sections); i++ {
		if sections[i].Found() {
			to = sections[i].Index
			break
		}
	}
	if from < 0 && to == len(o.form.Report.Blocks) {
		return 0, 0
	}
	return from, min(to, o.form.Report.SignOff.Block)
}

// replaces reports whether a heading that names nothing known has the mark
// and the number of the section.
func (o *outline) replaces(h headline, section int) bool {
	return h.Numbered && h.Stray == 0 && h.Ordinal.N == section+1 && o.outermost(h)
}

// outermost reports whether the heading is marked no deeper than sections.
func (o *outline) outermost(h headline) bool {
	return h.Block.Kind != report.Heading || o.depth == 0 || h.Block.Level <= o.depth
}

// found counts the sections that have a heading.
func (o *outline) found() (n int) {
	for i := range o.form.Sections {
		if o.form.Sections[i].Found() {
			n++
		}
	}
	return n
}

// keepRest keeps the numbered headings that are left.
func (o *outline) keepRest() {
	end := o.form.Report.SignOff.Block
	for _, h := range o.heads {
		if h.Numbered && h.Stray == 0 && h.Index < end && o.outermost(h) {
			o.form.Extra = append(o.form.Extra, h.Heading)
		}
	}
}

// cutBodies gives each section the blocks up to the next heading or the
// sign-off.
func (o *outline) cutBodies() {
	f := o.form
	ends := []int{f.Report.SignOff.Block, len(f.Report.Blocks)}
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Found() {
			ends = append(ends, s.Index)
			for _, h := range s.Again {
				ends = append(ends, h.Index)
			}
		}
	}
	for _, h := range f.Extra {
		ends = append(ends, h.Index)
	}
	slices.Sort(ends)
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Found() {
			n, _ := slices.BinarySearch(ends, s.Index+1)
			s.First = s.Index + 1
			if s.RunIn {
				s.First = s.Index
			}
			if n < len(ends) {
				s.Body = f.Report.Blocks[s.First:ends[n]]
			}
		}
	}
}
