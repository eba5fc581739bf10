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
	plans []plan // one for each format that has all the figures
	facts []int  // that it reads
	lacks string // a figure that the other formats do not have
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
		return nil, c.source.inside(c.n, key, wrong.at, wrong.message)
	}
	e := &expression{root: root}
	root.leaves(func(l *node) {
		if l.leaf == fact {
			e.facts = append(e.facts, l.index)
		}
	})
	if m := e.plan(c.formats, t.figures, each); m != nil {
		return nil, c.source.inside(c.n, key, m.at, m.message)
	}
	return e, nil
}

// plan finds the figures in each of the formats. When none has them all, the
// first one that is missing from the format with most of them is reported.
func (e *expression) plan(formats []*profile.Profile, names []path, each bool) *misnomer {
	var worst *misnomer
	most := -1
	for _, p := range formats {
		made, found, wrong := planFor(p, names, each)
		if wrong == nil {
			e.plans = append(e.plans, made)
			continue
		}
		if found < len(names) {
			e.lacks = names[found].String()
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

// planFor finds the figures in a format, and says how many it found.
func planFor(p *profile.Profile, names []path, each bool) (made plan, found int, wrong *misnomer) {
	made = plan{format: p, table: -1}
	for i, name := range names {
		o, wrong := resolve(p, name, each)
		if wrong != nil {
			return made, i, wrong
		}
		made.figures = append(made.figures, o)
		if o.column >= 0 {
			continue
		}
		if made.table >= 0 && made.table != o.table {
			return made, i, &misnomer{name[0].at, say("over 用于一张表的各列，而「%[1]s」在另一张表", "over is for the columns of one table, and %[1]q stands in another", name)}
		}
		made.table, made.columns = o.table, len(p.Tables[o.table].Columns)
	}
	if each && made.columns == 0 {
		return made, len(names), &misnomer{0, say("over 用于各列，而表达式没有不写列的名称", "over is for each column, but every name has a column")}
	}
	return made, len(names), nil
}

// state prepares to work the expression out for a report. The problem says
// why that cannot be.
func (e *expression) state(p *rules.Pass) (s *state, pl *plan, guessed rules.Severity, problem rules.Message) {
	for i := range e.plans {
		if e.plans[i].format == p.Form.Profile {
			pl = &e.plans[i]
		}
	}
	if pl == nil {
		return nil, nil, rules.Off, say("%s没有「%s」", "the %[3]s has no %[2]s", p.Form.Profile.Name.ZH, e.lacks, p.Form.Profile.Name.EN)
	}
	s = &state{form: p.Form, figures: pl.figures}
	if len(e.facts) > 0 {
		guessed = e.readFacts(p, s)
	}
	return s, pl, guessed, rules.Message{}
}

// readFacts fills in the facts that the expression reads.
func (e *expression) readFacts(p *rules.Pass, s *state) (guessed rules.Severity) {
	kinds := factKinds()
	s.facts, s.known = make([]value, len(kinds)), make([]bool, len(kinds))
	for _, i := range e.facts {
		f := kinds[i].read(p)
		s.known[i] = f.Known()
		if kinds[i].kind == number {
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
	s, _, guessed, problem := e.state(p)
	if !problem.IsZero() {
		return false, rules.Off, problem
	}
	v := e.root.work(s)
	return v.truth, guessed, s.problem
}
