package profile

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// bindSections finds the statutory sections by the text of their headings.
// Ordinals alone say little: rows of a table carry them too.
func (x *index) bindSections(f *Form, m *room) {
	f.Sections = renew(&m.sections, len(f.Profile.Sections))
	for i := range f.Sections {
		f.Sections[i].Def = &f.Profile.Sections[i]
	}
	if len(f.Sections) == 0 {
		return
	}
	if f.Profile.Sections[0].Whole {
		f.takeWhole()
		return
	}
	m.heads = x.heads(m.heads[:0], f)
	o := outline{form: f, heads: m.heads}
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

// takeWhole makes all of the document the only section, headed by the title.
func (f *Form) takeWhole() {
	r := f.Report
	s := &f.Sections[0]
	block := &report.Block{Kind: report.Heading, Mark: report.ATX, Level: 1, Prose: r.Title, Span: r.Title.Span}
	if r.Title.IsZero() {
		block.Prose = report.Prose{Span: r.File.Span(0, 0)}
		block.Span = block.Prose.Span
	}
	s.Heading = Heading{Block: block, Index: -1, Text: block.Prose.Text}
	s.Match, s.Body = Exact, r.Blocks[:r.SignOff.Block]
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

// heads appends the headings that name a section, and those of the first level
// that name nothing known.
func (x *index) heads(heads []headline, f *Form) []headline {
	of, organ := x.headings[slices.Index(x.profiles, f.Profile)], f.Report.Meta.Organ.Value
	next := 0 // the section whose heading is expected
	blocks := f.Report.Blocks
	for i := range blocks {
		b := &blocks[i]
		switch {
		case of.canonical[next].heads(b):
			heads = append(heads, of.canonical[next].headline)
			h := &heads[len(heads)-1]
			h.Block, h.Index = b, i
		case of.mayName(b) || organ != "" && strings.HasPrefix(b.Prose.Text, organ):
			h, ok := x.head(f, i)
			if !ok {
				continue
			}
			heads = append(heads, h)
		default:
			continue
		}
		if section := heads[len(heads)-1].section; section >= 0 {
			next = (section + 1) % len(f.Sections)
		}
	}
	return heads
}

// head reads a block as one of the heads.
func (x *index) head(f *Form, block int) (headline, bool) {
	b := &f.Report.Blocks[block]
	o, numbered := report.OrdinalAt(b.Prose.Text)
	h, ok := heading(b, block, o, numbered)
	if ok {
		meanings := x.lookup(h.Text)
		if section, match := f.named(meanings, h.Text); match != Missing {
			return headline{h, section, match}, true
		}
		if f.isRow(meanings) {
			return headline{}, false // converters turn rows into headings
		}
		if rest := f.withoutOwner(h.Text); rest != "" {
			if section, match := f.named(x.lookup(rest), rest); match != Missing {
				return headline{h, section, match}, true
			}
		}
	}
	if r, ok := runIn(b, block, o, numbered); ok {
		if section, match := f.named(x.lookup(r.Text), r.Text); match != Missing {
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

// measure finds out how sections are marked.
func (o *outline) measure() {
	var named [5]int // sections by level of their ordinal; 0 is without
	for i := range o.heads {
		h := &o.heads[i]
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
		for k := range o.heads {
			h := &o.heads[k]
			if h.section != i {
				continue
			}
			if rank := o.rank(h); rank > best {
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
		if s.Found() && s.Index != h.Index && h.Numbered && o.rank(&h) > 0 {
			s.Again = append(s.Again, h.Heading)
		}
		return true
	})
}

// rank says how well a heading would head its section, 0 for not at all.
func (o *outline) rank(h *headline) int {
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

// found counts the sections that have a heading.
func (o *outline) found() (n int) {
	for i := range o.form.Sections {
		if o.form.Sections[i].Found() {
			n++
		}
	}
	return n
}

// cutBodies gives each section the blocks up to the next heading or the
// sign-off.
func (o *outline) cutBodies() {
	f := o.form
	var room [16]int
	ends := append(room[:0], f.Report.SignOff.Block, len(f.Report.Blocks))
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
