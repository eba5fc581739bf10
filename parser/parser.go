// Package parser turns the bytes of a Markdown file into a report.Report.
//
// It is the only package that knows Markdown and HTML. goldmark finds the
// blocks where there are others than paragraphs, headings and tables;
// everything inside a block (cells, prose, figures) is read here, on the
// source, so that each has its exact place. The parser never fails and
// never reports: what it could not read is an Anomaly of the Report.
package parser

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/yuin/goldmark/parser"
)

// Limits bound what is read; 0 is no limit. A report has some 20 KiB and 300
// lines.
type Limits struct {
	Bytes int // of a file
	Lines int // of a file
}

// The limits of a Parser made by New.
const (
	DefaultBytes = 1 << 20
	DefaultLines = 50_000
)

// Parser reads reports. It owns the scratch that reading needs, so that a
// worker that reads thousands of files allocates it once.
//
// It is not safe for concurrent use: each worker owns one.
type Parser struct {
	Limits Limits

	markdown parser.Parser
	guard    *guard
	page     page
}

// New returns a Parser with the default limits.
func New() *Parser {
	g := &guard{}
	return &Parser{
		Limits:   Limits{Bytes: DefaultBytes, Lines: DefaultLines},
		markdown: newMarkdown(g),
		guard:    g,
	}
}

// Parse reads f. It never fails: what could not be read is an Anomaly.
//
// The Report and all that it points to, but not f, belong to the Parser and
// hold until its next Parse or Read. To keep a Report, give it a Parser of
// its own.
func (p *Parser) Parse(f *report.File) *report.Report {
	return p.parse(f, signsIn(f.Src))
}

// parse reads f, which has the signs seen and no other.
func (p *Parser) parse(f *report.File, seen signs) *report.Report {
	p.page.reset(f, seen)
	if over := p.Limits.over(len(f.Src), f.Src); over != "" {
		p.page.anomaly(report.TooLarge, 0, 0, over)
		return &p.page.report
	}
	p.page.read(p.markdown, p.guard)
	return &p.page.report
}

// Read decodes data, the bytes of the file called name, and parses them. The
// Report holds as long as one of Parse.
func (p *Parser) Read(name string, data []byte) *report.Report {
	if over := p.Limits.over(len(data), ""); over != "" {
		p.page.reset(report.NewFile(name, ""), 0)
		p.page.anomaly(report.TooLarge, 0, 0, over)
		return &p.page.report
	}
	f, seen, ok := decode(name, data)
	if !ok {
		p.page.reset(report.NewFile(name, ""), 0)
		p.page.anomaly(report.NotText, 0, 0, "")
		return &p.page.report
	}
	return p.parse(f, seen)
}

// Parse reads f with a Parser of its own: the caller may keep the Report.
func Parse(f *report.File) *report.Report { return New().Parse(f) }

// over says which limit a file exceeds, "" for none.
func (l Limits) over(size int, src string) string {
	if l.Bytes > 0 && size > l.Bytes {
		return "bytes " + strconv.Itoa(size) + " > " + strconv.Itoa(l.Bytes)
	}
	// A line takes a byte at least: most files need no count.
	if l.Lines > 0 && len(src) > l.Lines {
		lines := strings.Count(src, "\n") + strings.Count(src, "\r") - strings.Count(src, "\r\n") + 1
		if lines > l.Lines {
			return "lines " + strconv.Itoa(lines) + " > " + strconv.Itoa(l.Lines)
		}
	}
	return ""
}
