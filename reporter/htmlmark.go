package reporter

import (
	"slices"
	"strconv"
	"strings"
)

// widestPassage is how much of a line is shown around its marks.
const widestPassage = 600

// shown writes a line or a cell with its marks, in part when it is long.
func (p *page) shown(text string, start int, marks []mark) {
	tags := tagsOf(text, start)
	switch {
	case len(text) <= widestPassage:
		p.marked(appendGlyphs(nil, text, start), marks, tags)
	case len(marks) == 0:
		p.marked(appendGlyphs(nil, text[:after(text, 0, widestPassage/4)], start), nil, tags)
		p.WriteString(" ..")
	default:
		marks = clip(marks, start, start+len(text))
		anchor := max(0, slices.IndexFunc(marks, func(m mark) bool { return m.primary }))
		glyphs, kept := window(nil, text, start, marks, anchor, widestPassage)
		p.marked(glyphs, kept, tags)
	}
}

// clip cuts marks to the bytes from start to end.
func clip(marks []mark, start, end int) []mark {
	marks = slices.Clone(marks)
	for i := range marks {
		m := &marks[i]
		m.start, m.end = min(max(m.start, start), end), min(max(m.end, start), end)
	}
	return marks
}

// tagsOf returns the tags of HTML in a text that begins at the byte offset.
// They are shown faintly, as nobody has to read them.
func tagsOf(text string, offset int) (tags []extent) {
	for at := 0; ; {
		start := strings.IndexByte(text[at:], '<')
		if start < 0 {
			return tags
		}
		start += at
		size := strings.IndexByte(text[start:], '>') + 1
		if size == 0 {
			return tags
		}
		tags = append(tags, extent{offset + start, offset + start + size})
		at = start + size
	}
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
		if m.start <= g.start && g.start < m.end {
			if m.primary {
				return look{"mark", "own " + m.severity.String()}
			}
			l = look{"mark", "rel"}
		}
	}
	return l
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
		if m.primary && !covers(m, glyphs) {
			p.element("mark", p.nothing(glyphs), "class", "own nothing "+m.severity.String())
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
