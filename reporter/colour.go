package reporter

import "github.com/gouji-lint/gouji/rules"

// palette holds the terminal codes in use; all are empty without colour.
// Colour repeats what words and marks say already.
type palette struct {
	err, warning, info string // words and marks of a finding
	rail               string // line numbers and arrows
	related            string // marks of related places
	key                string // what introduces a note
	spot, relatedSpot  string // the places themselves, in the line of the document
	reset              string
}

func newPalette(colour bool) palette {
	if !colour {
		return palette{}
	}
	return palette{
		err: "\x1b[1;31m", warning: "\x1b[1;33m", info: "\x1b[1;32m",
		rail: "\x1b[1;34m", related: "\x1b[36m", key: "\x1b[1m",
		spot: "\x1b[1;4m", relatedSpot: "\x1b[4m", reset: "\x1b[0m",
	}
}

func (p palette) severity(s rules.Severity) string {
	switch s {
	case rules.Error:
		return p.err
	case rules.Warning:
		return p.warning
	}
	return p.info
}

// paint puts s between a code and its end.
func (p palette) paint(code, s string) string {
	if code == "" || s == "" {
		return s
	}
	return code + s + p.reset
}

// end returns what ends a code.
func (p palette) end(code string) string {
	if code == "" {
		return ""
	}
	return p.reset
}
