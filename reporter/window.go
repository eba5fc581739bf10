package reporter

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// A line longer than the window is shown in pieces around its marks, with
// ".." for what is left out. A table written as HTML is often one line of
// tens of kilobytes, with the total far from what it adds up.

// widestLine is the window when the output has no width of its own.
const widestLine = 160

// gapWidth is the columns of a " .. "; nothing narrower is left out.
const gapWidth = 4

// window returns the glyphs to show of text, which begins at the byte
// offset, in no more than the given columns, and the marks that lie in them.
// The anchor is the mark that must be seen.
func window(text string, offset int, marks []mark, anchor, columns int) ([]glyph, []mark) {
	glyphs := near(text, offset, marks, columns)
	if total(glyphs) <= columns {
		return glyphs, marks
	}
	for ; ; marks, anchor = dropFarthest(marks, anchor) {
		away := distances(glyphs, marks, columns)
		fits := func(reach int) bool { return total(keep(glyphs, away, reach)) <= columns }
		if len(marks) == 1 || fits(0) {
			reach := sort.Search(columns, func(n int) bool { return !fits(n + 1) })
			return keep(glyphs, away, reach), marks
		}
	}
}

// near cuts the text into glyphs, but only around the marks when it is very
// long: what no window can reach costs nothing.
func near(text string, offset int, marks []mark, columns int) []glyph {
	reach := columns * utf8.UTFMax
	if len(text) <= 4*reach {
		return appendGlyphs(nil, text, offset)
	}
	var list []glyph
	done := offset
	end := offset + len(text)
	for _, m := range marks {
		from := runeStart(text, max(done, m.start-reach)-offset) + offset
		to := runeStart(text, min(end, min(m.end, m.start+reach)+reach)-offset) + offset
		if to <= done {
			continue
		}
		list = appendGap(list, done, from)
		list = appendGlyphs(list, text[from-offset:to-offset], from)
		done = to
	}
	return appendGap(list, done, end)
}

func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

func appendGap(list []glyph, start, end int) []glyph {
	if start >= end {
		return list
	}
	if n := len(list); n > 0 && list[n-1].kind == gap {
		list[n-1].end = end
		return list
	}
	return append(list, glyph{start: start, end: end, kind: gap, width: gapWidth, shown: " .. "})
}

func total(glyphs []glyph) int {
	sum := 0
	for i := range glyphs {
		sum += glyphs[i].width
	}
	return sum
}

// dropFarthest leaves out the mark that is farthest from the anchor.
func dropFarthest(marks []mark, anchor int) ([]mark, int) {
	first, last := marks[0], marks[len(marks)-1]
	if marks[anchor].start-first.start > last.start-marks[anchor].start {
		return marks[1:], anchor - 1
	}
	return marks[:len(marks)-1], anchor
}

// distances returns how many columns each glyph is away from the nearest
// mark. A gap, and the tail of a mark too long for the window, is as far
// away as can be.
func distances(glyphs []glyph, marks []mark, columns int) []int {
	away := make([]int, len(glyphs))
	for i := range away {
		away[i] = columns + 1
	}
	for _, m := range marks {
		room := columns / 2
		for i := first(glyphs, m.start); i < len(glyphs) && glyphs[i].start < max(m.end, m.start+1) && room > 0; i++ {
			away[i] = 0
			room -= glyphs[i].width
		}
	}
	spread(glyphs, away)
	return away
}

// first returns the index of the glyph with the byte at offset, or the last
// one when it is the end of the line.
func first(glyphs []glyph, offset int) int {
	i := sort.Search(len(glyphs), func(i int) bool { return glyphs[i].end > offset })
	return min(i, len(glyphs)-1)
}

// spread fills in the distances between the marks.
func spread(glyphs []glyph, away []int) {
	for i := 1; i < len(away); i++ {
		if glyphs[i].kind != gap {
			away[i] = min(away[i], away[i-1]+glyphs[i].width)
		}
	}
	for i := len(away) - 2; i >= 0; i-- {
		if glyphs[i].kind != gap {
			away[i] = min(away[i], away[i+1]+glyphs[i].width)
		}
	}
}

// keep returns the glyphs that are no farther away than reach, with gaps for
// the rest. It does not cut through a figure or a tag.
func keep(glyphs []glyph, away []int, reach int) []glyph {
	kept := make([]bool, len(glyphs))
	for i := range glyphs {
		kept[i] = away[i] <= reach && glyphs[i].kind != gap
	}
	for i := 1; i < len(glyphs); i++ {
		if kept[i] && !kept[i-1] && away[i] > 0 && joined(glyphs[i-1], glyphs[i]) {
			kept[i] = false
		}
	}
	for i := len(glyphs) - 2; i >= 0; i-- {
		if kept[i] && !kept[i+1] && away[i] > 0 && joined(glyphs[i], glyphs[i+1]) {
			kept[i] = false
		}
	}
	return collapse(glyphs, kept)
}

// collapse puts a gap in place of each run that is not kept. A run that is
// no wider than a gap stays.
func collapse(glyphs []glyph, kept []bool) []glyph {
	var list []glyph
	for i := 0; i < len(glyphs); {
		j := i + 1
		for j < len(glyphs) && kept[j] == kept[i] {
			j++
		}
		run := glyphs[i:j]
		if kept[i] || total(run) <= gapWidth && run[0].kind != gap {
			list = append(list, run...)
		} else {
			list = appendGap(list, run[0].start, run[len(run)-1].end)
		}
		i = j
	}
	return list
}

// joined reports whether a and b belong to one word, figure or tag, so that
// either alone would mislead: 18 is not 118.
func joined(a, b glyph) bool {
	if a.kind != drawn || b.kind != drawn {
		return false
	}
	x, _ := utf8.DecodeRuneInString(a.shown)
	y, _ := utf8.DecodeRuneInString(b.shown)
	if x >= utf8.RuneSelf || y >= utf8.RuneSelf {
		return unicode.IsDigit(x) && unicode.IsDigit(y)
	}
	return x > ' ' && y > ' ' && x != '|' && x != '>' && y != '|' && y != '<'
}
