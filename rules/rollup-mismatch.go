package rules

import (
	_ "embed"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed rollup-mismatch.md
var rollupMismatchPage string

var rollupMismatch = Rule{
	Name:     "rollup-mismatch",
	Title:    Message{"汇总数与成员报告不符", "totals do not agree with the reports of members"},
	Family:   Organs,
	Severity: Error,
	Since:    "0.1.0",
	Page:     rollupMismatchPage,
	CheckSet: checkRollup,
}

// checkRollup compares the reports that are declared to add up members with
// the reports of these: equal when every member is there, at least as much
// otherwise. What is off in one table is one finding.
func checkRollup(p *SetPass) {
	p.eachGroup(func(g *group) {
		if !g.complete() && len(g.sum.Profile.Rollups) > 0 {
			p.Skip(g.sum, g.why())
		}
		sums := g.add(p)
		own := p.figures(g.sum)
		for i := range g.sum.Profile.Rollups {
			r := &g.sum.Profile.Rollups[i]
			if off := g.compare(r, own, sums); len(off) > 0 {
				p.checkCells(g, r, off)
			}
		}
	})
}

// checkCells reports the cells that are off, but for those that sum-mismatch
// blames, in the total or in members.
func (p *SetPass) checkCells(g *group, r *profile.Rollup, off []rollupCell) {
	forms, ok := p.Forms(g.sum)
	if !ok {
		return
	}
	corrections, ok := g.corrections(p)
	if !ok {
		return
	}
	off = slices.DeleteFunc(off, func(c rollupCell) bool {
		right, wrong := corrections[c.figure]
		return wrong && c.own.Equal(c.members.Add(right)) || blamed(forms[0], c.figure)
	})
	if len(off) == 0 {
		return
	}
	o := rollupOff{group: g, def: r, form: forms[0], cells: off}
	o.totalFirst()
	if d, ok := o.explain(p); ok {
		p.Flag(g.sum, d)
	}
}

// corrections returns, by figure, what sum-mismatch would add to the figures
// of members. Only those whose sums are wrong are read again.
func (g *group) corrections(p *SetPass) (map[int]report.Number, bool) {
	all := map[int]report.Number{}
	for _, m := range g.members {
		if !p.figures(m).broken() {
			continue
		}
		forms, ok := p.Forms(g.sum, m)
		if !ok {
			return nil, false
		}
		for t := range forms[1].Tables {
			s := arithmetic(forms[1], t)
			for _, c := range s.causes() {
				for _, w := range c.wrong {
					if w.row < len(s.table.Rows) {
						n := s.table.Def.Figure(w.row, w.column)
						all[n] = all[n].Add(w.expected.Sub(s.value(w.variable)))
					}
				}
			}
		}
	}
	return all, true
}
