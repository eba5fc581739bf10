package reporter

import (
	"slices"
	"strconv"
)

// widestPassage is how much of a line is shown around its marks.
const widestPassage = 600

// shown writes a line or a cell with its marks, in part when it is long.
func (p *page) shown(text string, start int, marks []mark) {
	switch {
	case len(text) <= widestPassage:
		p.marked(appendGlyphs(nil, text, start), marks)
	case len(marks) == 0:
		p.text(clean(text[:after(text, 0, widestPassage/4)]) + " ..")
	default:
		marks = clip(marks, start, start+len(text))
		anchor := max(0, slices.IndexFunc(marks, func(m mark) bool { return m.primary }))
		p.marked(window(nil, text, start, marks, anchor, widestPassage))
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

// marked writes glyphs with the marks on them. What is to be said of a mark
// follows it.
func (p *page) marked(glyphs []glyph, marks []mark) {
	open := ""
	said := 0
	for i := range glyphs {
		g := &glyphs[i]
		class := markClass(g, marks)
		due := dueBefore(marks[said:], g.start)
		if open != "" && (open != class || due > 0) {
			p.WriteString("</mark>")
			open = ""
		}
		p.sayAll(marks[said:said+due], glyphs)
		said += due
		if open != class {
			p.tag("mark", "class", class)
			open = class
		}
		p.text(g.shown)
	}
	if open != "" {
		p.WriteString("</mark>")
	}
	p.sayAll(marks[said:], glyphs)
}

// markClass returns how a glyph is marked: the finding's own mark over others.
func markClass(g *glyph, marks []mark) string {
	class := ""
	for _, m := range marks {
		if m.start <= g.start && g.start < m.end {
			if m.primary {
				return "own " + m.severity.String()
			}
			class = "rel"
		}
	}
	return class
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
