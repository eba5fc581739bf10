package ownrule

import (
	"fmt"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// say returns a message in both languages with the same args filled in.
func say(zh, en string, args ...any) rules.Message {
	return rules.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
}

// also returns a message with another behind it.
func also(m, more rules.Message) rules.Message {
	return rules.Message{ZH: m.ZH + more.ZH, EN: m.EN + more.EN}
}

// meant asks whether the nearest of some names was meant; nothing when none
// is near.
func meant(name string, names []string) rules.Message {
	best := report.Nearest(name, names)
	if best == "" {
		return rules.Message{}
	}
	return say("；是不是「%s」？", "; did you mean %q?", best)
}

// listed names a few things.
func listed(names []string, separator string) string {
	const most = 12
	text := ""
	for i, n := range names[:min(len(names), most)] {
		if i > 0 {
			text += separator
		}
		text += n
	}
	if len(names) > most {
		text += separator + "…"
	}
	return text
}
