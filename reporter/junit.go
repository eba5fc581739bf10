package reporter

import (
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/gouji-lint/gouji/rules"
)

// JUnit writes a test suite for each file. A finding is a test that failed,
// whatever its severity, a skipped rule one that was skipped, and a file
// without either one test that passed.
func JUnit(w io.Writer, r *rules.Result, o Options) error {
	p := newPrinter(w, o)
	files := perFile(r)
	tests, skipped := 0, 0
	for _, f := range files {
		tests += f.tests()
		skipped += len(f.skipped)
	}
	p.line(`<?xml version="1.0" encoding="UTF-8"?>`)
	p.tag("testsuites", "name", "gouji", "tests", strconv.Itoa(tests), "failures", strconv.Itoa(len(r.Diagnostics)),
		"errors", "0", "skipped", strconv.Itoa(skipped), "time", seconds(o.Elapsed))
	p.line()
	for _, f := range files {
		p.suite(f)
	}
	p.line("</testsuites>")
	return p.Flush()
}

func (f *fileFindings) tests() int { return max(1, len(f.findings)+len(f.skipped)) }

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }

func (p *printer) suite(f *fileFindings) {
	name := "gouji"
	if f.name != "" {
		name = clean(p.path(f.name))
	}
	p.tag("testsuite", "name", name, "tests", strconv.Itoa(f.tests()), "failures", strconv.Itoa(len(f.findings)),
		"errors", "0", "skipped", strconv.Itoa(len(f.skipped)), "time", "0")
	p.line()
	t := testNames{suite: name, seen: map[string]int{}}
	for _, d := range f.findings {
		p.failure(d, &t)
	}
	for _, s := range f.skipped {
		p.test(t.attributes(oneLine(s.Rule)))
		p.empty("skipped", "message", p.in(s.Reason))
		p.line("</testcase>")
	}
	if len(f.findings)+len(f.skipped) == 0 {
		p.empty("testcase", t.attributes("gouji")...)
		p.line()
	}
	p.line("</testsuite>")
}

// testNames names tests so that they are told apart and keep their names when
// lines move: history is kept by name, and of two tests with one name GitLab
// shows one.
type testNames struct {
	suite string
	seen  map[string]int
}

func (t *testNames) attributes(name string, more ...string) []string {
	t.seen[name]++
	if n := t.seen[name]; n > 1 {
		name = fmt.Sprintf("%s (%d)", name, n)
	}
	class := strings.TrimSuffix(t.suite, path.Ext(t.suite)) // what follows a dot is taken for a class of Java
	return append([]string{"name", name, "classname", class, "time", "0"}, more...)
}

func (p *printer) test(attributes []string) { p.tag("testcase", attributes...) }

func (p *printer) failure(d *rules.Diagnostic, t *testNames) {
	var place []string
	if s, ok := home(d); ok {
		place = []string{"file", t.suite, "line", strconv.Itoa(p.region(s).from.Line)}
	}
	p.test(t.attributes(p.headOf(d), place...))
	p.tag("failure", "type", d.Severity.String(), "message", p.in(d.Message))
	if d.Span.File != nil {
		p.text(p.placeInRepository(d.Span) + "\n")
	}
	p.text(p.fullMessage(d))
	p.line("</failure></testcase>")
}
