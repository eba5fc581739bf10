package reporter

import (
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// headOf returns the rule and the place in words.
func (t *teller) headOf(d *rules.Diagnostic) string {
	return strings.TrimSpace(d.Rule + " " + t.in(d.Place))
}

// fullMessage returns what the format text says, without the document:
// what matters most comes first, as the end may be cut.
func (t *teller) fullMessage(d *rules.Diagnostic) string {
	lines := []string{t.in(d.Message)}
	if label := t.ownLabel(d); label != "" {
		lines = append(lines, label)
	}
	related, hidden := listed(d.Related)
	for _, n := range t.notes(d, hidden) {
		lines = append(lines, n.key+t.say("：", ": ")+n.text)
	}
	for _, r := range related {
		message := t.in(r.Message)
		if _, operand := operandName(message, r.Value); message != "" && !(operand && d.Formula != "") {
			lines = append(lines, t.say("相关：", "see: ")+t.related(r, message))
		}
	}
	return strings.Join(lines, "\n")
}

func (t *teller) related(r rules.Related, message string) string {
	if r.Span.File == nil {
		return message
	}
	return t.placeInRepository(r.Span) + " " + message
}
