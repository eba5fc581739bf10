package reporter

import (
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// Words returns what there is to say of a finding, for an editor: it shows
// place, rule, related places and changes in ways of its own.
func (o Options) Words(d *rules.Diagnostic) string {
	plain := *d
	plain.Fixes = nil
	lines := []string{o.in(d.Message)}
	if label := o.ownLabel(d); label != "" {
		lines = append(lines, o.say("此处：", "here: ")+label)
	}
	for _, n := range o.remarks(&plain, nil) {
		lines = append(lines, n.key+o.say("：", ": ")+n.text)
	}
	return strings.Join(lines, "\n")
}

// Said returns a message in the language of the output, fit to be shown on
// one line.
func (o Options) Said(m rules.Message) string { return o.in(m) }
