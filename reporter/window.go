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

// window adds the glyphs to show of text, which begins at the byte offset,
// in no more than the given columns, and returns the marks that lie in them.
// The anchor is the mark that must be seen.
func window(list []glyph, text string, offset int, marks []mark, anchor, columns int) ([]glyph, []mark) {
	glyphs := near(list, text, offset, marks, columns)
	if total(glyphs) <= columns {
		return glyphs, marks
	}
	kept := make([]bool, len(glyphs))
	away := make([]int, len(glyphs))
	for {
		measure(away, glyphs, marks, columns)
		fits := func(reach int) bool { return keep(kept, glyphs, away, reach) <= columns }
		if len(marks) == 1 || fits(0) {
			keep(kept, glyphs, away, sort.Search(columns, func(n int) bool { return !fits(n + 1) }))
			return collapse(glyphs, kept), marks
		}
		marks, anchor = dropFarthest(marks, anchor)
	}
}

// near cuts the text into glyphs, but only around the marks when it is very
// long: what no window can reach costs nothing.
func near(list []glyph, text string, offset int, marks []mark, columns int) []glyph {
	if len(text) <= 8*columns {
		return appendGlyphs(list, text, offset)
	}
	done := 0
	for from, to := 0, 0; len(marks) > 0; {
		from, to, marks = reach(text, offset, marks, columns)
		list = appendGap(list, offset+done, offset+from)
		list = appendGlyphs(list, text[from:to], offset+from)
		done = to
	}
	return appendGap(list, offset+done, offset+len(text))
}

// reach returns the part of the text that a window may show around the first
// mark and those that follow closely, and the other marks.
func reach(text string, offset int, marks []mark, columns int) (from, to int, rest []mark) {
	from = before(text, marks[0].start-offset, columns)
	for {
		start, end := marks[0].start-offset, marks[0].end-offset
		to = max(to, after(text, min(end, after(text, start, columns)), columns))
		marks = marks[1:]
		if len(marks) == 0 || before(text, marks[0].start-offset, columns) > to {
			return from, to, marks
		}
	}
}

// before returns where the n characters before at begin; a few more, so as
// not to cut an emoji made of several characters.
func before(text string, at, n int) int {
	for ; at > 0 && n > -longest; n-- {
		if r, _ := utf8.DecodeRuneInString(text[at:]); n <= 0 && plainRune(r) {
			break
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return at
}

// after returns where the n characters from at end, or a few more.
func after(text string, at, n int) int {
	for ; at < len(text) && n > -longest; n-- {
		r, size := utf8.DecodeRuneInString(text[at:])
		if n <= 0 && plainRune(r) {
			break
		}
		at += size
	}
	return at
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

// measure finds how many columns each glyph is away from the nearest mark. A
// gap, and the tail of a mark too long for the window, is as far as can be.
func measure(away []int, glyphs []glyph, marks []mark, columns int) {
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

// keep chooses the glyphs that are no farther away than reach, and returns
// the columns that they take with the gaps between. It does not cut through
// a figure or a tag.
func keep(kept []bool, glyphs []glyph, away []int, reach int) (width int) {
	for i := range glyphs {
		kept[i] = away[i] <= reach && glyphs[i].kind != gap
	}
	for i := 1; i < len(glyphs); i++ {
		if kept[i] && !kept[i-1] && away[i] > 0 && joined(&glyphs[i-1], &glyphs[i]) {
			kept[i] = false
		}
	}
	for i := len(glyphs) - 2; i >= 0; i-- {
		if kept[i] && !kept[i+1] && away[i] > 0 && joined(&glyphs[i], &glyphs[i+1]) {
			kept[i] = false
		}
	}
	for i := 0; i < len(kept); {
		n := runLength(kept[i:])
		run := total(glyphs[i : i+n])
		if !kept[i] {
			run = min(run, gapWidth)
		}
		width += run
		i += n
	}
	return width
}

// runLength returns how many flags at the beginning are the same.
func runLength(flags []bool) int {
	n := 1
	for n < len(flags) && flags[n] == flags[0] {
		n++
	}
	return n
}

// collapse puts a gap in place of each run that is not kept. A run that is
// no wider than a gap stays.
func collapse(glyphs []glyph, kept []bool) []glyph {
	list := glyphs[:0] // never gets ahead of what is read
	for i := 0; i < len(kept); {
		n := runLength(kept[i:])
		run := glyphs[i : i+n]
		if kept[i] || total(run) <= gapWidth && run[0].kind != gap {
			list = append(list, run...)
		} else {
			list = appendGap(list, run[0].start, run[n-1].end)
		}
		i += n
	}
	return list
}

// joined reports whether a and b belong to one word, figure or tag, so that
// either alone would mislead: 18 is not 118.
func joined(a, b *glyph) bool {
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
