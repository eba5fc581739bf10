package reporter

import (
	"io"
	"strconv"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Checkstyle writes the findings in the XML of Checkstyle, which many build
// servers read.
func Checkstyle(w io.Writer, r *rules.Result, o Options) error {
	p := newPrinter(w, o)
	p.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	p.line(`<checkstyle version="4.3">`)
	for _, file := range perFile(r) {
		p.tag("file", "name", clean(p.path(file.name)))
		p.line()
		for _, d := range file.findings {
			p.checkstyle(d)
		}
		p.line("</file>")
	}
	p.line("</checkstyle>")
	return p.Flush()
}

func (p *printer) checkstyle(d *rules.Diagnostic) {
	at := report.Position{Line: 1, Column: 1}
	if s, ok := home(d); ok {
		at = p.region(s).from
	}
	p.empty("error", "line", strconv.Itoa(at.Line), "column", strconv.Itoa(at.Column),
		"severity", d.Severity.String(), "message", p.in(d.Message)+formula(d), "source", "gouji."+oneLine(d.Rule))
	p.line()
}
