package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// rollupOff is what is off in one rollup.
type rollupOff struct {
	*group
	def   *profile.Rollup
	form  *profile.Form // of the sum
	cells []rollupCell  // the one to point at first
}

// mostMembers is how many members are named in a finding.
const mostMembers = 12

// totalFirst puts the total of the first row that is off first: readers know
// it best.
func (o *rollupOff) totalFirst() {
	p := o.sum.Profile
	_, row, _ := p.FigureAt(o.cells[0].figure)
	i := slices.IndexFunc(o.cells, func(c rollupCell) bool {
		_, r, _ := p.FigureAt(c.figure)
		return r == row && p.Derived(c.figure)
	})
	if i > 0 {
		first := o.cells[i]
		o.cells = slices.Insert(slices.Delete(o.cells, i, i+1), 0, first)
	}
}

// explain words the finding. It returns false when the report of a member
// cannot be read again.
func (o *rollupOff) explain(p *SetPass) (Diagnostic, bool) {
	first := o.cells[0]
	ref := o.sum.Profile.FigureRef(first.figure)
	place := o.sum.Profile.Place(ref)
	d := Diagnostic{
		Item:     o.def.ID,
		AtMost:   mildest(o.guessed(), ifRecalled(o.sum.Profile.Table(ref.Table).Recalled)),
		Span:     o.form.Cell(ref).Span,
		Ref:      ref,
		Place:    Message{place, place},
		Expected: first.members.String(),
		Actual:   shown(o.form.Cell(ref)),
		Message:  o.message(),
		Label:    Message{"成员之和为 " + first.members.String(), "members add up to " + first.members.String()},
		Hint:     o.alone(p),
		Help: Message{
			"核对成员报告与汇总台账；不计入汇总的成员从 gouji.toml 中去掉",
			"check the members' reports against the records of the total; take members that are not part of it out of gouji.toml",
		},
		Basis: o.def.Basis,
	}
	if !o.equal(o.def) {
		d.AtMost = Warning
	}
	shares := o.shares(p, first.figure)
	d.Formula = o.formula(shares, first)
	for _, s := range shares[:min(mostMembers, len(shares))] {
		forms, ok := p.Forms(o.sum, s.member)
		if !ok {
			return d, false
		}
		d.Related = append(d.Related, Related{
			Span:    forms[1].Cell(ref).Span,
			Message: Message{s.member.Organ + " " + s.value.String(), s.member.Organ + ": " + s.value.String()},
			Value:   s.value.String(),
		})
	}
	return d, true
}

// memberShare is what a member adds.
type memberShare struct {
	member *Facts
	value  report.Number
}

// shares returns the members that add something to a figure: all in order, or
// the largest first when there are many.
func (o *rollupOff) shares(p *SetPass, figure int) (all []memberShare) {
	for _, m := range o.members {
		if v := p.figures(m).value(figure); !v.IsZero() {
			all = append(all, memberShare{m, v})
		}
	}
	if len(all) > mostMembers {
		slices.SortStableFunc(all, func(a, b memberShare) int { return b.value.Cmp(a.value) })
	}
	return all
}

// formula writes the sum: 「349 + 933 = 1282 ≠ 1300」.
func (o *rollupOff) formula(shares []memberShare, c rollupCell) string {
	terms := make([]string, 0, mostMembers+1)
	for _, s := range shares[:min(mostMembers, len(shares))] {
		terms = append(terms, s.value.String())
	}
	if len(shares) > mostMembers {
		terms = append(terms, "…")
	}
	if len(terms) == 0 {
		terms = []string{"0"}
	}
	relation := "≠"
	if !o.equal(o.def) {
		relation = ">"
	}
	return fmt.Sprintf("%s = %s %s %s", strings.Join(terms, " + "), c.members, relation, c.own)
}

// message words the figures that are off, one for each row.
func (o *rollupOff) message() Message {
	first, p := o.cells[0], o.sum.Profile
	row, column := figureNames(p, first.figure)
	n := len(o.members)
	whole := Message{fmt.Sprintf("应为 %d 个成员之和", n), fmt.Sprintf("should be the sum of its %d members,", n)}
	switch {
	case !o.complete():
		whole = Message{fmt.Sprintf("应不少于已有 %d 个成员之和", n), fmt.Sprintf("should be at least the sum of the %d members known,", n)}
	case !o.equal(o.def):
		whole = Message{fmt.Sprintf("应不少于 %d 个成员之和", n), fmt.Sprintf("should be at least the sum of its %d members,", n)}
	}
	zh := []string{fmt.Sprintf("「%s」的「%s」%s %s，实为 %s，%s", row, column, whole.ZH, first.members, first.own, difference(first.members, first.own))}
	en := []string{fmt.Sprintf("%s of %s %s %s, is %s", column, row, whole.EN, first.members, first.own)}
	const most = 4
	for _, c := range o.perRow() {
		if len(zh) == most {
			break
		}
		row, column := figureNames(p, c.figure)
		zh = append(zh, fmt.Sprintf("「%s」的「%s」%s", row, column, difference(c.members, c.own)))
		en = append(en, fmt.Sprintf("%s of %s is off by %s", column, row, c.own.Sub(c.members)))
	}
	if len(o.cells) > len(zh) {
		zh = append(zh, fmt.Sprintf("共 %d 格不符", len(o.cells)))
		en = append(en, fmt.Sprintf("%d figures in all", len(o.cells)))
	}
	return Message{strings.Join(zh, "；"), strings.Join(en, "; ")}
}

// perRow returns one figure for each further row: its total where that is off.
func (o *rollupOff) perRow() (cells []rollupCell) {
	p := o.sum.Profile
	_, last, _ := p.FigureAt(o.cells[0].figure)
	for _, c := range o.cells[1:] {
		switch _, row, _ := p.FigureAt(c.figure); {
		case row == last && len(cells) > 0 && p.Derived(c.figure):
			cells[len(cells)-1] = c
		case row != last:
			cells = append(cells, c)
			last = row
		}
	}
	return cells
}

// alone says that all differences are the figures of one member, which was
// left out or counted twice.
func (o *rollupOff) alone(p *SetPass) Message {
	if !o.equal(o.def) {
		return Message{}
	}
	sums := o.add(p)
	for _, m := range o.members {
		own, f := p.figures(o.sum), p.figures(m)
		less, more := true, true
		for _, n := range o.def.Figures {
			gap := own.value(n).Sub(sums.sum[n])
			less = less && gap.Equal(f.value(n).Neg())
			more = more && gap.Equal(f.value(n))
		}
		name := m.Organ
		switch {
		case less:
			return Message{
				fmt.Sprintf("各格差额正是「%s」的数，可能没有计入", name),
				fmt.Sprintf("the differences are the figures of %s, which may have been left out", name),
			}
		case more:
			return Message{
				fmt.Sprintf("各格差额正是「%s」的数，可能重复计入", name),
				fmt.Sprintf("the differences are the figures of %s, which may have been counted twice", name),
			}
		}
	}
	return Message{}
}
