package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// suppression is a comment in a report that allows a finding. Its fields are
// the keys of the JSON form.
type suppression struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Rule   string `json:"rule"`   // or rule/item
	Reason string `json:"reason"` // "" when none is given; then it allows nothing
	From   int    `json:"from"`   // the lines that it covers; 0 for the whole file
	To     int    `json:"to"`
}

func (t *tool) suppressionsCommand() *cobra.Command {
	format := newChoice("text", "text", "json")
	cmd := &cobra.Command{
		Use:   "suppressions [PATH…]",
		Short: t.say("列出各报告中的屏蔽注释和理由，供复查", "list the comments that suppress findings, with their reasons"),
		Long: t.say("列出各 PATH 中报告里的全部屏蔽注释：文件、行、规则、范围、理由，供复查。",
			"List all comments that suppress findings in the reports at each PATH: file, line, rule, extent and reason, for a review."),
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, paths []string) error { return t.suppressions(format.value, paths) },
	}
	offer(cmd, "format", t.say("输出格式", "output format"), format)
	return cmd
}

// suppressions lists the comments. One a line they come back from the workers.
func (t *tool) suppressions(format string, paths []string) error {
	var lines bytes.Buffer
	write := t.suppressionText
	if format == "json" {
		write = func(s suppression) string { return string(encodeLine(s)) }
	}
	reports, err := t.render(paths, &lines, func(f *profile.Form) (text []byte) {
		for i := range f.Report.Directives {
			text = append(text, write(newSuppression(&f.Report.Directives[i]))...)
			text = append(text, '\n')
		}
		return text
	})
	if err != nil {
		return err
	}
	found := strings.TrimSuffix(lines.String(), "\n")
	n := bytes.Count(lines.Bytes(), []byte("\n"))
	if format == "json" {
		if n > 0 {
			found = "\n" + strings.ReplaceAll(found, "\n", ",\n")
		}
		_, err = fmt.Fprintf(t.out, "{\"version\":1,\"suppressions\":[%s\n]}\n", found)
		return err
	}
	_, err = fmt.Fprint(t.out, lines.String(), t.say("%d 份报告中有 %d 条屏蔽注释\n", "%d report(s) with %d comment(s) that suppress findings\n", reports, n))
	return err
}

func newSuppression(d *report.Directive) suppression {
	s := suppression{File: d.Span.File.Name, Line: d.Span.Position().Line, Rule: d.Rule, Reason: d.Reason}
	if !d.Covers.IsZero() {
		s.From, s.To = d.Covers.Position().Line, d.Covers.EndPosition().Line
	}
	return s
}

// suppressionText says in one line what a comment allows and why.
func (t *tool) suppressionText(s suppression) string {
	extent := t.say("整个文件", "the whole file")
	switch {
	case s.From > 0 && s.From == s.To:
		extent = t.say("第 %d 行", "line %d", s.From)
	case s.From > 0:
		extent = t.say("第 %d 至 %d 行", "lines %d to %d", s.From, s.To)
	}
	reason := s.Reason
	if reason == "" {
		reason = t.say("没有写理由，不起作用", "no reason given, so it has no effect")
	}
	line := t.say("%s:%d: %s（%s）%s", "%s:%d: %s (%s) %s", s.File, s.Line, s.Rule, extent, reason)
	return printable(strings.ReplaceAll(line, "\n", " "))
}

// encodeLine returns a value as one line of JSON.
func encodeLine(v any) []byte {
	b := new(bytes.Buffer)
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		panic(err) // structs of strings and numbers always encode
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
