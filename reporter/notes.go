package reporter

import (
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// note is a line under a finding: 「算式: 3 + 0 = 3」.
type note struct{ key, text string }

// notes returns what is to be said of a finding besides message and place.
func (o Options) notes(d *rules.Diagnostic, hidden []rules.Related) []note {
	return append(o.remarks(d, hidden), note{o.say("详情", "more"), "gouji explain " + oneLine(d.Rule)})
}

// remarks are the notes for readers who have no command at hand.
func (o Options) remarks(d *rules.Diagnostic, hidden []rules.Related) []note {
	list := []note{
		{o.say("算式", "formula"), oneLine(d.Formula)},
		{o.say("线索", "hint"), o.in(d.Hint)},
		{o.say("依据", "basis"), oneLine(d.Basis)},
		{o.say("建议", "help"), o.in(d.Help)},
		{o.say("修正", "fix"), o.fixLine(d)},
		{o.say("未列", "not shown"), o.leftOut(hidden)},
	}
	said := list[:0]
	for _, n := range list {
		if n.text != "" {
			said = append(said, n)
		}
	}
	return said
}

// fixLine says that gouji can make the change, and with which command.
func (o Options) fixLine(d *rules.Diagnostic) string {
	if len(d.Fixes) == 0 {
		return ""
	}
	command := "gouji fix"
	if !d.Fixes[0].Safe {
		command = "gouji fix --unsafe"
	}
	return o.say("%s（运行 %s）", "%s (run %s)", o.in(d.Fixes[0].Title), command)
}

// leftOut says how many related places are not shown.
func (o Options) leftOut(hidden []rules.Related) string {
	n := len(hidden)
	for _, r := range hidden {
		if r.Value != "0" {
			return o.say("另有 %d 处", "%d more "+plural(n, "place", "places"), n)
		}
	}
	if n == 0 {
		return ""
	}
	return o.say("另有 %d 处，都是 0", "%d more "+plural(n, "place, a 0", "places, all 0"), n)
}

// ownLabel returns the label when it says more than the message.
func (o Options) ownLabel(d *rules.Diagnostic) string {
	label := o.in(d.Label)
	if strings.Contains(o.in(d.Message), label) {
		return ""
	}
	return label
}
