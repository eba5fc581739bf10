package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// yearBreak is a continuity that does not hold between a report and last
// year's.
type yearBreak struct {
	now, prior *Facts
	forms      [2]*profile.Form // of now and of prior
	links      []yearLink       // the instances that fail, that of a total first
}

// yearLink is an instance with the figures of both years.
type yearLink struct {
	*profile.Link
	prior    []int // figures of last year's report
	expected report.Number
	actual   report.Number
}

// eachBreak yields what does not go on from one year to the next as the rule
// knows it. A figure that sum-mismatch blames is left to it, a table that is a
// copy of last year's to figures-copied.
func (p *SetPass) eachBreak(f, prior *Facts, yield func(*yearBreak)) {
	links, lost := p.failing(f, prior)
	if lost {
		p.Skip(f, Message{
			"本年或上年的表里缺少要逐年核对的数",
			"a figure that goes on from year to year is missing in this report or in last year's",
		})
	}
	if len(links) == 0 {
		return
	}
	if forms, ok := p.Forms(f, prior); ok {
		b := yearBreak{now: f, prior: prior, forms: [2]*profile.Form(forms)}
		b.each(links, yield)
	}
}

// failing returns the links that fail, and whether a continuity could not be
// checked at all.
func (p *SetPass) failing(f, prior *Facts) (links []yearLink, lost bool) {
	before, now := p.figures(prior), p.figures(f)
	var of *profile.Continuity // the last one looked at
	unread := false
	for _, l := range p.goingOn(f.Profile, prior.Profile) {
		if l.Continuity != of {
			of, lost, unread = l.Continuity, lost || unread, true
		}
		if l.holds(now, before) {
			unread = false
			continue
		}
		if !l.read(now, before) {
			continue
		}
		unread = false
		if !l.expected.Equal(l.actual) && !copied(now, before, l.Table) {
			links = append(links, l)
		}
	}
	return links, lost || unread
}

// goingOn is the links of a rule from one format to another.
type goingOn struct {
	rule       *Rule
	own, prior *profile.Profile
	links      []yearLink
}

// goingOn returns what goes on from a report of the format prior as the rule
// knows it.
func (p *SetPass) goingOn(own, prior *profile.Profile) []yearLink {
	for i := range p.links {
		if g := &p.links[i]; g.rule == p.rule && g.own == own && g.prior == prior {
			return g.links
		}
	}
	g := goingOn{rule: p.rule, own: own, prior: prior}
	all := own.Links()
	for i := range all {
		if all[i].Rule == p.rule.Name && all[i].GoesOn(own, prior) {
			g.links = append(g.links, yearLink{Link: &all[i], prior: all[i].In(prior)})
		}
	}
	p.links = append(p.links, g)
	return g.links
}

// holds reports whether a link is certain to hold: all its figures are counts.
func (l *yearLink) holds(now, before *figures) bool {
	left, ok := now.count(l.Left)
	added, ok2 := now.count(l.Right)
	last, ok3 := before.count(l.prior)
	return ok && ok2 && ok3 && left == added+last
}

// read works a link out. It returns false when a figure is missing.
func (l *yearLink) read(now, before *figures) bool {
	actual, ok := now.sum(l.Left[:1])
	others, ok2 := now.sum(l.Left[1:])
	added, ok3 := now.sum(l.Right)
	last, ok4 := before.sum(l.prior)
	l.actual, l.expected = actual, last.Add(added).Sub(others)
	return ok && ok2 && ok3 && ok4
}

// each yields one break for each continuity with the links that are left when
// the texts are looked at.
func (b *yearBreak) each(links []yearLink, yield func(*yearBreak)) {
	for len(links) > 0 {
		of, n := links[0].Continuity, 0
		for n < len(links) && links[n].Continuity == of {
			n++
		}
		b.links = slices.DeleteFunc(links[:n:n], func(l yearLink) bool { return b.excused(&l) })
		links = links[n:]
		if i := slices.IndexFunc(b.links, func(l yearLink) bool { return b.total(&l) }); i > 0 {
			b.links[0], b.links[i] = b.links[i], b.links[0]
		}
		if len(b.links) > 0 {
			yield(b)
		}
	}
}

// total reports whether the figure meant is the sum of others.
func (b *yearBreak) total(l *yearLink) bool { return b.now.Profile.Derived(l.Left[0]) }

// excused reports whether one of the figures is known to be wrong, or was not
// filled in.
func (b *yearBreak) excused(l *yearLink) bool {
	for i, numbers := range [2][]int{slices.Concat(l.Left, l.Right), l.prior} {
		for _, n := range numbers {
			if unfilled(b.forms[i], n) || blamed(b.forms[i], n) {
				return true
			}
		}
	}
	return false
}

// begin fills in what findings of a link have in common.
func (b *yearBreak) begin(l *yearLink) Diagnostic {
	ref := b.now.Profile.FigureRef(l.Left[0])
	cell := b.forms[0].Cell(ref)
	place := b.now.Profile.Place(ref)
	d := Diagnostic{
		Item:     l.Item,
		AtMost:   mildest(guessed(b.now, b.prior), b.encouraged(), ifRecalled(b.now.Profile.Table(l.Table).Recalled)),
		Span:     cell.Span,
		Label:    Message{"应为 " + l.expected.String(), "should be " + l.expected.String()},
		Ref:      ref,
		Place:    Message{place, place},
		Expected: l.expected.String(),
		Actual:   shown(cell),
		Basis:    l.Basis,
		Hint:     b.hint(l),
	}
	for _, n := range slices.Concat(l.Right, l.Left[1:]) {
		d.Related = append(d.Related, b.related(0, n))
	}
	for _, n := range l.prior {
		d.Related = append(d.Related, b.related(1, n))
	}
	return d
}

// encouraged caps a finding at Warning when one of the years knew its format
// as encouraged only.
func (b *yearBreak) encouraged() Severity {
	for _, f := range [2]*Facts{b.now, b.prior} {
		if f.Profile.Years.Encouraged(f.Year) {
			return Warning
		}
	}
	return Off
}

// related names a figure of this year's report (0) or of last year's (1).
func (b *yearBreak) related(year, n int) Related {
	form := b.forms[year]
	ref := form.Profile.FigureRef(n)
	cell := form.Cell(ref)
	f := [2]*Facts{b.now, b.prior}[year]
	name := cellName(form.Profile, n)
	return Related{
		Span:    cell.Span,
		Message: Message{fmt.Sprintf("%d年%s %s", f.Year, name, shown(cell)), fmt.Sprintf("%d, %s: %s", f.Year, name, shown(cell))},
		Value:   shown(cell),
	}
}

// hint says that the figure is the same as one that it should be worked out
// from.
func (b *yearBreak) hint(l *yearLink) Message {
	if l.actual.IsZero() {
		return Message{}
	}
	for _, n := range slices.Concat(l.Right, l.Left[1:]) {
		if cell := b.forms[0].Cell(b.now.Profile.FigureRef(n)); cell.Kind == report.Figure && cell.Value.Equal(l.actual) {
			name := cellName(b.now.Profile, n)
			return Message{
				fmt.Sprintf("%s 与本年的%s相同，可能填成了它", l.actual, name),
				fmt.Sprintf("%s equals %s of this year, which may have been written here", l.actual, name),
			}
		}
	}
	return Message{}
}

// formula writes how the figure is worked out: 「643 + 88 - 55 = 676 ≠ 698」.
func (b *yearBreak) formula(l *yearLink) string {
	var s strings.Builder
	add := func(sign string, year, n int) {
		if s.Len() > 0 {
			s.WriteString(" " + sign + " ")
		}
		value := report.Number{}
		if c := b.forms[year].Cell(b.forms[year].Profile.FigureRef(n)); c.Kind == report.Figure {
			value = c.Value
		}
		if value.Sign() < 0 {
			s.WriteString("(" + value.String() + ")")
		} else {
			s.WriteString(value.String())
		}
	}
	for _, n := range l.prior {
		add("+", 1, n)
	}
	for _, n := range l.Right {
		add("+", 0, n)
	}
	for _, n := range l.Left[1:] {
		add("-", 0, n)
	}
	return fmt.Sprintf("%s = %s ≠ %s", s.String(), l.expected, l.actual)
}

// cellName names a figure of a format: 「上年结转」「总计」.
func cellName(p *profile.Profile, n int) string {
	row, column := figureNames(p, n)
	return "「" + row + "」「" + column + "」"
}

// figureNames returns the names of the row and the column of a figure.
func figureNames(p *profile.Profile, n int) (row, column string) {
	t, i, j := p.FigureAt(n)
	return p.Tables[t].Rows[i].Short(), p.Tables[t].Columns[j].Label()
}

// mildest returns the lowest cap; Off is none.
func mildest(caps ...Severity) (least Severity) {
	for _, c := range caps {
		if c != Off && (least == Off || c < least) {
			least = c
		}
	}
	return least
}
