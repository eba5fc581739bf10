package ruletest

import (
	"strings"

	"github.com/gouji-lint/gouji/internal/fix"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Look is what internal/fix looks at a report with: all rules, at every
// severity.
func Look(data []byte) (*profile.Form, []rules.Diagnostic) {
	checker := rules.NewChecker(rules.All())
	form := profile.Standard().Bind(parser.New().Read("report.md", data))
	return form, checker.Finish([]*rules.FileResult{checker.Report(form, nil)}).Diagnostics
}

// Fixed returns the lines that fixing the reports with findings changes, as a
// diff without context; "..." stands between lines that are apart.
func Fixed(r *rules.Result, unsafe bool) string {
	var b strings.Builder
	seen := map[*report.File]bool{}
	for i := range r.Diagnostics {
		f := r.Diagnostics[i].Span.File
		if f == nil || seen[f] {
			continue
		}
		seen[f] = true
		b.WriteString(changedLines(f.Src, unsafe))
	}
	return b.String()
}

func changedLines(src string, unsafe bool) string {
	result, err := fix.Text([]byte(src), Look, fix.Task{Want: func(_ *rules.Diagnostic, f *rules.Fix) bool { return f.Safe || unsafe }})
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	apart := false
	for i, line := range strings.SplitAfter(fix.Patch("", []byte(src), result.Data), "\n") {
		switch {
		case i < 2, line == "":
		case line[0] == '+' || line[0] == '-':
			if apart && b.Len() > 0 {
				b.WriteString("...\n")
			}
			apart = false
			b.WriteString(line)
		default:
			apart = true
		}
	}
	return b.String()
}
