package ownrule

import (
	"errors"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// expression is a condition whose names have been found in the formats.
type expression struct {
	root  *node
	plans []plan                      // one for each format that has all the figures
	lacks map[*profile.Profile]string // a figure that a format does not have which has others of them
	facts []int                       // that it reads
}

// plan is what the names mean in one format.
type plan struct {
	format  *profile.Profile
	figures []operand
	columns int // in how many columns it is worked out; 0 when not in each
	table   int // of those columns
}

// expression compiles a text of the rule; each works it out in each column.
func (c *compiler) expression(key, source string, each bool) (*expression, error) {
	t := &typer{}
	root, err := t.condition(source)
	var wrong *flaw
	if errors.As(err, &wrong) {
		return nil, c.source.inside(c.n, key, wrong.at, wrong.worded())
	}
	e := &expression{root: root, lacks: map[*profile.Profile]string{}}
	root.leaves(func(l *node) {
		if l.leaf == fact {
			e.facts = append(e.facts, l.index)
		}
	})
	if m := e.plan(c.shared.meanings, c.formats, t.figures, each); m != nil {
		return nil, c.source.inside(c.n, key, m.at, m.worded())
	}
	return e, nil
}

// plan finds the figures in each of the formats. When none has them all, the
// first one that is missing from the format with most of them is reported. A
// format with none of them is of another family of reports. A format that has
// one of them twice, and all others, is not left out for that: the name is to
// be made clear.
func (e *expression) plan(known meanings, formats []*profile.Profile, names []path, each bool) *flaw {
	var worst *flaw
	most := -1
	for _, p := range formats {
		made, found, wrong := known.planFor(p, names, each)
		switch {
		case wrong == nil:
			e.plans = append(e.plans, made)
			continue
		case wrong.unclear && found == len(names):
			return wrong
		}
		if found > 0 {
			e.lacks[p] = wrong.name
		}
		if found > most {
			most, worst = found, wrong
		}
	}
	if len(e.plans) > 0 {
		return nil
	}
	return worst
}

// planFor finds the figures in a format, and says how many it found, once or
// more than once, and which is the first one that it did not find just once.
func (m meanings) planFor(p *profile.Profile, names []path, each bool) (made plan, found int, wrong *flaw) {
	made = plan{format: p, table: -1}
	for _, name := range names {
		o, unknown := m.resolve(p, name, each)
		switch {
		case unknown == nil:
			found++
			unknown = made.add(o, name)
		case unknown.unclear:
			found++
		}
		if unknown != nil && wrong == nil {
			unknown.name, wrong = name.String(), unknown
		}
	}
	if each && wrong == nil && made.columns == 0 {
		wrong = &flaw{message: say("over 用于各列，而表达式没有不写列的名称", "over is for each column, but every name has a column")}
	}
	return made, found, wrong
}

// add adds a figure to those of the plan. Figures in each column stand in one
// table.
func (p *plan) add(o operand, name path) *flaw {
	p.figures = append(p.figures, o)
	switch {
	case o.column >= 0:
		return nil
	case p.table >= 0 && p.table != o.table:
		return &flaw{at: name[0].at, message: say("over 用于一张表的各列，而「%[1]s」在另一张表", "over is for the columns of one table, and %[1]q stands in another", name)}
	}
	p.table, p.columns = o.table, len(p.format.Tables[o.table].Columns)
	return nil
}

// prepare makes s ready to work the expression out for a report, and returns
// its plan; nil when that cannot be. The problem says why, unless the report is
// of another family.
func (e *expression) prepare(s *state, p *rules.Pass) (pl *plan, guessed rules.Severity, problem rules.Message) {
	for i := range e.plans {
		if e.plans[i].format == p.Form.Profile {
			pl = &e.plans[i]
		}
	}
	if pl == nil {
		if lacks := e.lacks[p.Form.Profile]; lacks != "" {
			problem = say("%[1]s没有「%[2]s」", "the %[3]s has no %[2]s", p.Form.Profile.Name.ZH, lacks, p.Form.Profile.Name.EN)
		}
		return nil, rules.Off, problem
	}
	s.form, s.figures = p.Form, pl.figures
	return pl, e.readFacts(p, s), rules.Message{}
}

// readFacts fills in the facts that the expression reads.
func (e *expression) readFacts(p *rules.Pass, s *state) (guessed rules.Severity) {
	for _, i := range e.facts {
		f := factKinds[i].read(p)
		s.known[i] = f.Known()
		if factKinds[i].kind == number {
			s.facts[i].number.decimal, s.known[i] = report.ParseNumber(f.Value)
		}
		s.facts[i].text = f.Value
		if g := rules.IfGuessed(f); g != rules.Off {
			guessed = g
		}
	}
	return guessed
}

// isMet works the condition out for a report.
func (e *expression) isMet(p *rules.Pass) (met bool, guessed rules.Severity, problem rules.Message) {
	var s state
	plan, guessed, problem := e.prepare(&s, p)
	if plan == nil {
		return false, rules.Off, problem
	}
	v := e.root.work(&s)
	return v.truth, guessed, s.problem
}
