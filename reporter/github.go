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

// GitHub writes an annotation for each finding and then the format text for
// readers of the log.
func GitHub(w io.Writer, r *rules.Result, o Options) error {
	p := newPrinter(w, o)
	for i := range r.Diagnostics {
		p.annotation(&r.Diagnostics[i])
	}
	if err := p.Flush(); err != nil {
		return err
	}
	return inLog(w, r, o)
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

// annotation writes one workflow command.
func (p *printer) annotation(d *rules.Diagnostic) {
	title := strings.TrimSpace(d.Rule + " " + p.in(d.Place))
	p.line("::", command(d.Severity), " ", p.properties(d),
		"title=", escapeProperty(cut(title, longestTitle)),
		"::", escapeData(cut(p.annotationMessage(d), longestMessage)))
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

// properties returns the place. Columns count only on a single line: GitHub
// drops the place of a span over several lines that has them.
func (p *printer) properties(d *rules.Diagnostic) string {
	if d.Span.File == nil {
		return ""
	}
	file := "file=" + escapeProperty(clean(d.Span.File.Name))
	if wholeFile(d.Span) {
		return file + ",line=1,"
	}
	at := p.stretch(d.Span)
	if at.last > at.line {
		return fmt.Sprintf("%s,line=%d,endLine=%d,", file, at.line, at.last)
	}
	from, to := p.position(d.Span.File, at.start).Column, p.position(d.Span.File, at.end).Column
	return fmt.Sprintf("%s,line=%d,endLine=%d,col=%d,endColumn=%d,", file, at.line, at.line, from, to)
}

// annotationMessage returns what the format text says, without the document:
// what matters most comes first, as the end may be cut.
func (p *printer) annotationMessage(d *rules.Diagnostic) string {
	lines := []string{p.in(d.Message)}
	if label := p.ownLabel(d); label != "" {
		lines = append(lines, label)
	}
	for _, n := range p.notes(d, nil) {
		lines = append(lines, n.key+p.say("：", ": ")+n.text)
	}
	for _, r := range d.Related {
		message := p.in(r.Message)
		if _, operand := operandName(message, r.Value); message != "" && !(operand && d.Formula != "") {
			lines = append(lines, p.say("相关：", "see: ")+p.related(r, message))
		}
	}
	return strings.Join(lines, "\n")
}

func (p *printer) related(r rules.Related, message string) string {
	if r.Span.File == nil {
		return message
	}
	return p.place(r.Span) + " " + message
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

// escapeData encodes the message of a command. The percent sign goes first.
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
