package workspace

import (
	"slices"
	"sync"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/rules"
)

// ruleList is the rules that some files of a run are checked by.
type ruleList struct {
	rules   []*rules.Rule
	checker *rules.Checker
}

// ruleLists are the lists of a run: that of the run itself, and one for each
// configuration with rules of its own.
type ruleLists struct {
	ruleList
	only func(*rules.Rule) bool

	mutex sync.Mutex
	own   map[*config.Config]*ruleList
}

// newRuleLists returns the lists of a run with no configuration yet. Of the
// rules that a configuration defines those are wanted for which only holds.
func newRuleLists(list []*rules.Rule, only func(*rules.Rule) bool) *ruleLists {
	return &ruleLists{
		ruleList: ruleList{list, rules.NewChecker(list)}, only: only,
		own: map[*config.Config]*ruleList{},
	}
}

// of returns the rules for the files of a configuration, nil for none.
func (l *ruleLists) of(c *config.Config) *ruleList {
	if c == nil || len(c.OwnRules()) == 0 {
		return &l.ruleList
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.own[c] == nil {
		own := c.OwnRules()
		if l.only != nil {
			own = slices.DeleteFunc(slices.Clone(own), func(r *rules.Rule) bool { return !l.only(r) })
		}
		l.own[c] = &ruleList{slices.Concat(l.rules, own), l.checker.With(own)}
	}
	return l.own[c]
}
