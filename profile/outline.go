package profile

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

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

// keepRest keeps the numbered headings that are left. A row of a table that a
// converter took apart is none: 四、结转下年度继续办理 0 0 0 0 0 0.
func (o *outline) keepRest() {
	end := o.form.Report.SignOff.Block
	for _, h := range o.heads {
		if h.Numbered && h.Stray == 0 && h.Index < end && o.outermost(h) && !endsInFigures(h.Text) {
			o.form.Extra = append(o.form.Extra, h.Heading)
		}
	}
}

// endsInFigures reports whether the last words of a text are figures.
func endsInFigures(text string) bool {
	words := strings.Fields(text)
	return len(words) > 2 && isFigure(words[len(words)-1]) && isFigure(words[len(words)-2])
}

func isFigure(word string) bool { return strings.Trim(word, "0123456789") == "" }
