package ownrule

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// scope says which reports a rule is for.
type scope struct {
	applies *Applies
	formats []*profile.Profile // nil for all
	when    *expression        // nil for always
}

// holds reports whether the rule is for the report. When that is not known the
// rule is skipped. A finding that rests on a guess is a warning at most.
func (s *scope) holds(p *rules.Pass) (ok bool, atMost rules.Severity) {
	if s.formats != nil && !slices.Contains(s.formats, p.Form.Profile) {
		return false, rules.Off
	}
	if years := s.applies.Years; years != (Years{}) {
		year := p.Form.Year()
		if year == 0 {
			p.Skip(say("不知道报告年度，而这条规则只管部分年度", "the year is not known, and the rule is for some years only"))
			return false, rules.Off
		}
		if !years.holds(year) {
			return false, rules.Off
		}
		atMost = rules.IfGuessed(p.Report.Meta.Year)
	}
	if kinds := s.applies.Kinds; len(kinds) > 0 {
		kind := p.OrganKind()
		if !kind.Known() {
			p.Skip(say("不知道机关类别，而这条规则只管部分机关", "the kind of organ is not known, and the rule is for some kinds only"))
			return false, rules.Off
		}
		if !slices.Contains(kinds, kind.Value) {
			return false, rules.Off
		}
		if guessed := rules.IfGuessed(kind); guessed != rules.Off {
			atMost = guessed
		}
	}
	if s.when != nil {
		met, guessed, problem := s.when.isMet(p)
		if !problem.IsZero() {
			p.Skip(problem)
			return false, rules.Off
		}
		if guessed != rules.Off {
			atMost = guessed
		}
		return met, atMost
	}
	return true, atMost
}
