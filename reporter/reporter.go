// Package reporter writes what a run found: for a person at a terminal, for
// a program, or for a forge. It reads rules.Result only, and nothing else in
// gouji writes findings.
//
// Text that came from a document is hostile until shown otherwise: every
// format writes control characters, terminal escapes and direction overrides
// in a visible form, never as they are.
package reporter

import (
	"fmt"
	"io"
	"time"

	"github.com/gouji-lint/gouji/rules"
)

// Options say how to write. The zero Options write Chinese without colour.
type Options struct {
	Lang     string        // "zh-CN", or "en"
	Color    bool          // the output is a terminal that shows colour
	Width    int           // columns of the terminal; 0 when there is none
	Layout   Layout        // of the format text
	Elapsed  time.Duration // what the run took; 0 is not shown
	Version  string        // of gouji, for programs
	OfChange bool          // only what a change touches was looked for

	// For forges, which know files by their path in the repository.
	Prefix      string    // path of the working directory below the root of the repository; "" at the root
	BlobURL     string    // where the commit's files are on the web, with a slash at the end; "" when they are not
	Summary     io.Writer // of the format github: the page of the step, GITHUB_STEP_SUMMARY; nil when there is none
	SummaryUsed int       // bytes that the page has already

	rules []*rules.Rule // of the run
}

// Layout says how the format text shows a finding.
type Layout string

// The layouts. Auto is List on a terminal of less than 60 columns, else Full.
const (
	Auto Layout = ""
	Full Layout = "full" // the line of the document with marks under it
	List Layout = "list" // everything in words, for narrow screens and screen readers
)

// Format is one way to write a result.
type Format struct {
	Name  string
	Title rules.Message // a few words, for help texts
	Forge bool          // it names files from the root of the repository, or links to them
	Write func(w io.Writer, r *rules.Result, o Options) error
	// Begin begins a result that comes in parts; nil when the format has to
	// know all of it first.
	Begin func(w io.Writer, o Options) Parts
}

// Parts writes a result in parts: the findings of some files, then those of
// the next ones. End sums up.
type Parts interface {
	Part(r *rules.Result) error
	End(elapsed time.Duration) error
}

// writeAll writes a result that is there as a whole.
func writeAll(p Parts, r *rules.Result, o Options) error {
	if err := p.Part(r); err != nil {
		return err
	}
	return p.End(o.Elapsed)
}

// Formats returns all formats, the default first.
func Formats() []Format {
	return []Format{
		{"text", rules.Message{ZH: "给人看的全文", EN: "for people, in full"}, false, Text, beginText},
		{"concise", rules.Message{ZH: "每处一行", EN: "one line per finding"}, false, Concise, beginConcise},
		{"json", rules.Message{ZH: "给程序用，见 schema.json", EN: "for programs, see schema.json"}, false, JSON, beginJSON},
		{"github", rules.Message{ZH: "GitHub Actions 批注", EN: "GitHub Actions annotations"}, true, GitHub, nil},
		{"sarif", rules.Message{ZH: "SARIF 2.1.0，代码扫描用", EN: "SARIF 2.1.0, for code scanning"}, true, SARIF, nil},
		{"gitlab", rules.Message{ZH: "GitLab 代码质量报告", EN: "GitLab code quality report"}, true, GitLab, nil},
		{"junit", rules.Message{ZH: "JUnit 测试报告", EN: "JUnit test report"}, true, JUnit, nil},
		{"checkstyle", rules.Message{ZH: "Checkstyle 报告", EN: "Checkstyle report"}, true, Checkstyle, nil},
		{"rdjson", rules.Message{ZH: "reviewdog 用", EN: "for reviewdog"}, true, RDJSON, nil},
		{"markdown", rules.Message{ZH: "一张表，贴在合并请求里", EN: "a table, to be posted in a pull request"}, true, Markdown, nil},
		{"html", rules.Message{ZH: "一页网页，看多个机关的报告", EN: "a page, to look through the reports of many organs"}, true, HTML, nil},
	}
}

// say returns one of two texts, with args filled in.
func (o Options) say(zh, en string, args ...any) string {
	text := rules.Message{ZH: zh, EN: en}.In(o.Lang)
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// in returns a message in the language of the output, fit to be shown.
func (o Options) in(m rules.Message) string { return oneLine(m.In(o.Lang)) }

// severity returns the word for a severity.
func (o Options) severity(s rules.Severity) string {
	switch s {
	case rules.Error:
		return o.say("错误", "error")
	case rules.Warning:
		return o.say("警告", "warning")
	}
	return o.say("提示", "info")
}

// severities returns the word for so many findings of a severity.
func (o Options) severities(s rules.Severity, n int) string {
	word := o.severity(s)
	return o.say(word, plural(n, word, word+"s"))
}

// narrowest is the width below which marks under a line help nobody.
const narrowest = 60

// list reports whether findings are shown in words only.
func (o Options) list() bool {
	return o.Layout == List || o.Layout == Auto && o.Width > 0 && o.Width < narrowest
}
