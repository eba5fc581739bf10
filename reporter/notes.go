package reporter

import "github.com/gouji-lint/gouji/rules"

// note is a line under a finding: 「算式: 3 + 0 = 3」.
type note struct{ key, text string }

// notes returns what is to be said of a finding besides message and place.
func (o Options) notes(d *rules.Diagnostic, hidden int) []note {
	list := []note{
		{o.say("算式", "formula"), oneLine(d.Formula)},
		{o.say("线索", "hint"), o.in(d.Hint)},
		{o.say("依据", "basis"), oneLine(d.Basis)},
		{o.say("建议", "help"), o.in(d.Help)},
		{o.say("修正", "fix"), o.fixes(d)},
		{o.say("另有", "besides"), o.hidden(hidden)},
		{o.say("详情", "more"), "gouji explain " + d.Rule},
	}
	said := list[:0]
	for _, n := range list {
		if n.text != "" {
			said = append(said, n)
		}
	}
	return said
}

// fixes says that gouji can make the change, and with which command.
func (o Options) fixes(d *rules.Diagnostic) string {
	if len(d.Fixes) == 0 {
		return ""
	}
	command := "gouji fix"
	if !d.Fixes[0].Safe {
		command = "gouji fix --unsafe"
	}
	return o.say("%s（运行 %s）", "%s (run %s)", o.in(d.Fixes[0].Title), command)
}

func (o Options) hidden(n int) string {
	if n == 0 {
		return ""
	}
	return o.say("%d 处相关位置未列出", "%d more related "+plural(n, "place", "places")+" not shown", n)
}
