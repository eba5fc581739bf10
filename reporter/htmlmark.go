package reporter

import (
	"slices"
	"strconv"
)

// How much of a line is shown around its marks: if a finding is in it, or only
// something that has to do with one.
const (
	widestPassage = 600
	widestRelated = 240
)

// shown writes a line with its marks, in part when it is long.
func (p *page) shown(e excerpt) {
	own := slices.IndexFunc(e.marks, func(m mark) bool { return m.primary })
	widest := widestPassage
	if own < 0 {
		widest = widestRelated
	}
	switch {
	case len(e.text) <= widest:
		p.marked(appendGlyphs(nil, e.text, e.start), e.marks, tagsOf(e.text, e.start))
	case len(e.marks) == 0:
		text := e.text[:after(e.text, 0, widest/2)]
		p.marked(appendGlyphs(nil, text, e.start), nil, tagsOf(text, e.start))
		p.WriteString(" ..")
	default:
		glyphs, kept := window(nil, e.text, e.start, e.marks, max(0, own), widest)
		p.marked(glyphs, kept, tagsAround(e, glyphs))
	}
}

// mostDimmed is how many bytes are looked through for tags.
const mostDimmed = 16 << 10

// tagsAround returns the tags in what a window shows of a line.
func tagsAround(e excerpt, glyphs []glyph) []extent {
	seen := slices.DeleteFunc(slices.Clone(glyphs), func(g glyph) bool { return g.kind == gap })
	if len(seen) == 0 {
		return nil
	}
	from, to := seen[0].start, seen[len(seen)-1].end
	to = min(to, from+mostDimmed)
	return tagsOf(e.text[from-e.start:to-e.start], from)
}

// marked writes glyphs with the marks on them. What is to be said of a mark
// follows it.
func (p *page) marked(glyphs []glyph, marks []mark, tags []extent) {
	var open look
	said := 0
	for i := range glyphs {
		g := &glyphs[i]
		for len(tags) > 0 && tags[0].end <= g.start {
			tags = tags[1:]
		}
		now := lookOf(g, marks, tags)
		due := dueBefore(marks[said:], g.start)
		if open != now || due > 0 {
			p.WriteString(open.end())
			p.sayAll(marks[said:said+due], glyphs)
			said += due
			p.WriteString(now.begin())
			open = now
		}
		p.text(g.shown)
	}
	p.WriteString(open.end())
	p.sayAll(marks[said:], glyphs)
}

// look is how a glyph is shown: an element and its class. The zero look is
// plain text.
type look struct{ element, class string }

func (l look) begin() string {
	if l.element == "" {
		return ""
	}
	return "<" + l.element + ` class="` + l.class + `">`
}

func (l look) end() string {
	if l.element == "" {
		return ""
	}
	return "</" + l.element + ">"
}

// lookOf returns the look of a glyph: the finding's own mark goes over others,
// and any over a tag.
func lookOf(g *glyph, marks []mark, tags []extent) look {
	var l look
	if len(tags) > 0 && tags[0].start <= g.start {
		l = look{"span", "tag"}
	}
	for _, m := range marks {
		if m.start <= g.start && g.start < m.end && !m.wide {
			l = look{"mark", m.class()}
			if m.primary {
				return l
			}
		}
	}
	return l
}

func (m *mark) class() string {
	if m.primary {
		return "own " + m.severity.String()
	}
	return "rel"
}

// dueBefore returns how many marks, from the first on, end before the byte at
// offset.
func dueBefore(marks []mark, offset int) int {
	n := 0
	for n < len(marks) && marks[n].end <= offset {
		n++
	}
	return n
}

// sayAll writes the labels of marks and the numbers of their findings, and a
// sign where there is nothing to be marked.
func (p *page) sayAll(marks []mark, glyphs []glyph) {
	for _, m := range marks {
		if !m.wide && !covers(m, glyphs) {
			p.element("mark", p.nothing(glyphs), "class", "nothing "+m.class())
		}
		if m.label != "" {
			p.WriteString(" ")
			p.element("span", m.label, "class", "label", "lang", p.say("zh-CN", "en"))
		}
		if m.finding > 0 {
			p.WriteString(" ")
			p.element("a", strconv.Itoa(m.finding), "class", "no", "id", markID(m.finding), "href", "#"+findingID(m.finding),
				"aria-label", p.say("第 %d 处", "finding %d", m.finding))
		}
	}
}

// nothing returns what is marked where nothing stands.
func (p *page) nothing(glyphs []glyph) string {
	if len(glyphs) == 0 {
		return p.say("（空）", "(blank)")
	}
	return "^"
}

func covers(m mark, glyphs []glyph) bool {
	return slices.ContainsFunc(glyphs, func(g glyph) bool { return m.start <= g.start && g.start < m.end })
}
