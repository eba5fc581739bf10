package reporter

import (
	"crypto/rand"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/gouji-lint/gouji/rules"
)

// What GitHub keeps of an annotation, in UTF-16 units: the rest is cut by
// the runner (message) or refused by the API (title).
const (
	longestMessage = 4096
	longestTitle   = 255
)

// mostSummary is how long the page of a step may get. GitHub takes 1 MiB of
// all that a step writes, and refuses the page when it is more.
const mostSummary = 900 << 10

// GitHub writes annotations, the format text for readers of the log and, if
// there is a place for it, the format markdown in full.
func GitHub(w io.Writer, r *rules.Result, o Options) error {
	p := newPrinter(w, o.of(r))
	p.annotations(r.Diagnostics)
	if err := p.Flush(); err != nil {
		return err
	}
	if err := inLog(w, r, o); err != nil || o.Summary == nil {
		return err
	}
	return markdown(o.Summary, r, o, utf8Bytes, mostSummary-o.SummaryUsed)
}

// inLog writes the format text between a command that stops all commands and
// its end. The text quotes documents, and a line of a pull request's document
// must not be able to say ::error or ##[add-mask] to the runner. Annotations
// come before, as the runner would not see them in between.
func inLog(w io.Writer, r *rules.Result, o Options) error {
	token := rand.Text() // a document cannot end the block if it cannot guess this
	if _, err := fmt.Fprintf(w, "::group::gouji\n::stop-commands::%s\n", token); err != nil {
		return err
	}
	if err := Text(w, r, o); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "::%s::\n::endgroup::\n", token)
	return err
}

func command(s rules.Severity) string {
	switch s {
	case rules.Error:
		return "error"
	case rules.Warning:
		return "warning"
	}
	return "notice"
}

// cut shortens s to so many UTF-16 units.
func cut(s string, units int) string {
	if len(s) <= units {
		return s
	}
	n := 0
	last := 0
	for i, r := range s {
		n += utf16.RuneLen(r)
		if n <= units-len("..") {
			last = i + len(string(r))
		}
	}
	if n <= units {
		return s
	}
	return s[:last] + ".."
}

// escapeMessage encodes the message of a command. GitHub's runner takes the
// first :: for its beginning, others the last, so there is none in it.
func escapeMessage(s string) string { return strings.ReplaceAll(escapeData(s), "::", ":<U+003A>") }

// escapeData encodes what a command holds. The percent sign goes first.
func escapeData(s string) string {
	s = strings.ReplaceAll(s, "%", "%25")
	s = strings.ReplaceAll(s, "\r", "%0D")
	return strings.ReplaceAll(s, "\n", "%0A")
}

// escapeProperty encodes a property, which ends at a comma or colon as well.
func escapeProperty(s string) string {
	s = strings.ReplaceAll(escapeData(s), ":", "%3A")
	return strings.ReplaceAll(s, ",", "%2C")
}
