// Package fault holds the error about a file that people write for gouji: its
// configuration, its rules.
package fault

import (
	"fmt"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Fault is what is wrong with a file, and where.
type Fault struct {
	Place   report.Span
	Message rules.Message
}

// Error implements error: file, line and column, and in English what is wrong.
func (f *Fault) Error() string {
	at := f.Place.Position()
	return fmt.Sprintf("%s:%d:%d: %s", f.Place.File.Name, at.Line, at.Column, f.Message.EN)
}
