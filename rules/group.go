package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// group is a report that adds up others, with the reports of its members.
type group struct {
	sum     *Facts
	members []*Facts  // of the same format
	missing []Message // why members are not all, or not known to be
}

// complete reports whether nothing else than its members is in the sum.
func (g *group) complete() bool { return len(g.missing) == 0 }

// eachGroup yields the reports that add up members, with these. It says of
// which reports that cannot be told.
func (p *SetPass) eachGroup(yield func(*group)) {
	for f, organ := range p.Set.Sums {
		scope := organ.Scope
		if f.Scope != "" {
			scope = f.Scope
		}
		if len(f.Profile.Rollups) == 0 {
			continue // reports of this kind add up none
		}
		switch g := p.group(f, organ); {
		case scope == "own":
		case scope != "aggregate":
			p.Skip(f, Message{
				"没有声明报告是否汇总成员（scope 为 \"aggregate\" 或 \"own\"）",
				"it is not declared whether the report adds up its members (scope \"aggregate\" or \"own\")",
			})
		case len(g.members) == 0:
			p.Skip(f, Message{"没有可以汇总的成员报告", "there are no reports of members to add up"})
		default:
			yield(g)
		}
	}
}

// group gathers the reports of members.
func (p *SetPass) group(f *Facts, organ *report.Organ) *group {
	g := &group{sum: f}
	because := func(zh, en string) { g.missing = append(g.missing, Message{zh, en}) }
	reports, missing := p.Set.Members(f)
	if !organ.Complete {
		because("没有声明成员齐全（complete = true）", "the members are not declared complete")
	}
	if len(missing) > 0 {
		because("有成员没有当年的报告", "a member has no report for the year")
	}
	nested := false
	for _, m := range reports {
		if m.Profile == f.Profile {
			g.members = append(g.members, m)
		}
		o := p.Set.Organ(m)
		nested = nested || p.Set.HasMembers(o) && o.Scope != "aggregate" && m.Scope != "aggregate"
	}
	if len(g.members) < len(reports) {
		because("有成员的报告是别的格式", "the report of a member has another format")
	}
	if nested {
		because("有成员没有汇总它自己的成员", "a member does not add up its own members")
	}
	return g
}

// why says what keeps the members from being complete.
func (g *group) why() Message {
	var zh, en []string
	for _, m := range g.missing {
		zh, en = append(zh, m.ZH), append(en, m.EN)
	}
	return Message{
		"只核对了汇总数不少于已有成员之和，没有核对相等：" + strings.Join(zh, "；"),
		"totals were only held to be at least the sum of the members known: " + strings.Join(en, "; "),
	}
}

// guessed caps findings about the group.
func (g *group) guessed() Severity { return mildest(guessed(g.sum), guessed(g.members...)) }

// memberSums is what the figures of members add up to.
type memberSums struct {
	sum   []report.Number
	known []bool // every member gives the figure
}

// add adds up the figures of the members.
func (g *group) add(p *SetPass) memberSums {
	n := g.sum.Profile.Figures()
	s := memberSums{make([]report.Number, n), make([]bool, n)}
	for i := range s.known {
		s.known[i] = true
	}
	for _, m := range g.members {
		f := p.figures(m)
		given := f.given()
		for i := range given {
			s.sum[i] = s.sum[i].Add(f.value(i))
			s.known[i] = s.known[i] && given[i]
		}
	}
	return s
}

// given reports which figures the report gives: not those it lacks, nor those
// of columns that it leaves blank.
func (f *figures) given() []bool {
	given := make([]bool, len(f.counts))
	p := f.of.Profile
	for i := range p.Tables {
		t := &p.Tables[i]
		unfilled := unfilledColumns(len(t.Rows), len(t.Columns), func(row, column int) (bool, bool) {
			kind := f.kind(t.Figure(row, column))
			return kind >= figureZero, kind != figureWritten
		})
		for row := range t.Rows {
			for column := range t.Columns {
				n := t.Figure(row, column)
				given[n] = f.kind(n) >= figureZero || f.kind(n) == figureBlank && !unfilled[column]
			}
		}
	}
	return given
}

// rollupCell is a figure that is not what its members make it.
type rollupCell struct {
	figure       int
	own, members report.Number
}

// compare returns the figures of a rollup that are off. own are the figures of
// the sum.
func (g *group) compare(r *profile.Rollup, own *figures, s memberSums) (off []rollupCell) {
	slack := r.Slack.Mul(report.Int(int64(len(g.members))))
	equal := g.equal(r)
	given := own.given()
	for _, n := range r.Figures {
		if !given[n] {
			continue
		}
		c := rollupCell{n, own.value(n), s.sum[n]}
		d := c.own.Sub(c.members)
		if d.Neg().Cmp(slack) > 0 || equal && s.known[n] && d.Cmp(slack) > 0 {
			off = append(off, c)
		}
	}
	return off
}

// equal reports whether the sum must be equal to its members.
func (g *group) equal(r *profile.Rollup) bool {
	return g.complete() && r.Relation == profile.Equal
}
