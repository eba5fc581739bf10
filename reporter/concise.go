package reporter

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/gouji-lint/gouji/rules"
)

// Concise writes one line per finding, in the form that editors and grep
// know: file:line:column: and the message.
func Concise(w io.Writer, r *rules.Result, o Options) error {
	return writeAll(beginConcise(w, o), r, o)
}

// conciseParts writes the format concise in parts.
type conciseParts struct{ *printer }

func beginConcise(w io.Writer, o Options) Parts { return conciseParts{newPrinter(w, o)} }

// Part implements Parts.
func (p conciseParts) Part(r *rules.Result) error {
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		p.line(p.prefix(d), p.palette.paint(p.palette.severity(d.Severity), p.severity(d.Severity)),
			" ", d.Rule, " ", p.in(d.Message), formula(d))
	}
	return p.Flush()
}

// End implements Parts.
func (p conciseParts) End(time.Duration) error { return nil }

// prefix returns where the finding is; of a whole file, its beginning. A
// file's name that begins with colons would be a command in a build log.
func (p *printer) prefix(d *rules.Diagnostic) string {
	if d.Span.File == nil {
		return ""
	}
	name := clean(d.Span.File.Name)
	if strings.HasPrefix(strings.TrimLeft(name, " "), ":") {
		name = "./" + name
	}
	at := p.position(d.Span.File, d.Span.Start)
	return name + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column) + ": "
}

func formula(d *rules.Diagnostic) string {
	if d.Formula == "" {
		return ""
	}
	return " (" + oneLine(d.Formula) + ")"
}
