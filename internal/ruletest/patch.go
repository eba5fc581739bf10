// Package ruletest runs the examples on rule pages and the cases in testdata.
// An example is a change to a filled-in form, so that it shows the fault and
// nothing else.
package ruletest

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/testdata"
)

// DefaultForm is the form that an example changes if it names none.
const DefaultForm = "disclosure-2021"

// Patch applies a diff to the form with the id. Its lines begin with "-",
// "+" or a blank; "..." stands between hunks. What a hunk removes or keeps must
// stand in the form exactly once.
func Patch(form, diff string) (string, error) {
	src := testdata.Form(form)
	if src == "" {
		return "", fmt.Errorf("no form %q", form)
	}
	for _, hunk := range strings.Split(strings.TrimRight(diff, "\n"), "\n...\n") {
		before, after, err := sides(hunk)
		if err != nil {
			return "", err
		}
		switch n := strings.Count("\n"+src, "\n"+before); n {
		case 1:
			src = strings.TrimPrefix(strings.Replace("\n"+src, "\n"+before, "\n"+after, 1), "\n")
		default:
			return "", fmt.Errorf("these lines stand %d times in form %s:\n%s", n, form, before)
		}
	}
	return src, nil
}

// sides returns the lines that a hunk looks for and those it puts there.
func sides(hunk string) (before, after string, err error) {
	for _, line := range strings.Split(hunk, "\n") {
		if line == "" {
			line = " "
		}
		text := line[1:] + "\n"
		switch line[0] {
		case '-':
			before += text
		case '+':
			after += text
		case ' ':
			before += text
			after += text
		default:
			return "", "", fmt.Errorf("a line of an example begins with -, + or a blank: %q", line)
		}
	}
	if before == "" {
		return "", "", fmt.Errorf("a hunk needs a line of the form to stand at:\n%s", hunk)
	}
	return before, after, nil
}
