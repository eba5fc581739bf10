// Package ruletest runs the examples on rule pages and the cases in testdata.
// An example is a change to a filled-in form, so that it shows the fault and
// nothing else.
package ruletest

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/testdata"
)

// DefaultForm is the form that an example changes if it names none.
const DefaultForm = "disclosure-2021"

// Write returns the report that a diff to a form makes. Before the diff stand
// any of the lines "form: ID", "year: 2023" and "organ: NAME"; the form is made
// that year's report and that organ's first.
func Write(diff string) (string, error) {
	form, year, organ := DefaultForm, "", ""
	for _, header := range []struct {
		key   string
		value *string
	}{{"form: ", &form}, {"year: ", &year}, {"organ: ", &organ}} {
		if rest, ok := strings.CutPrefix(diff, header.key); ok {
			*header.value, diff, _ = strings.Cut(rest, "\n")
		}
	}
	src := testdata.Form(form)
	if src == "" {
		return "", fmt.Errorf("no form %q", form)
	}
	if year != "" {
		var err error
		if src, err = shift(src, year); err != nil {
			return "", err
		}
	}
	if organ != "" {
		src = strings.ReplaceAll(src, matter(src, "organ"), organ)
	}
	return patch(src, diff)
}

// shift makes a report one for another year: its year and those beside it
// move along, but in document numbers.
func shift(src, year string) (string, error) {
	from, err := strconv.Atoi(matter(src, "year"))
	to, err2 := strconv.Atoi(year)
	if err != nil || err2 != nil {
		return "", fmt.Errorf("cannot make year %q of %q", year, matter(src, "year"))
	}
	years := regexp.MustCompile(`〔?\b20\d\d\b`)
	return years.ReplaceAllStringFunc(src, func(s string) string {
		n, err := strconv.Atoi(s)
		if err != nil || n < from-1 || n > from+1 {
			return s
		}
		return strconv.Itoa(n + to - from)
	}), nil
}

// matter returns a value of the front matter.
func matter(src, key string) string {
	_, rest, _ := strings.Cut(src, "\n"+key+": ")
	value, _, _ := strings.Cut(rest, "\n")
	return value
}

// patch applies a diff to a report. Its lines begin with "-", "+" or a blank;
// "..." stands between hunks. What a hunk removes or keeps must stand in the
// report exactly once.
func patch(src, diff string) (string, error) {
	if strings.TrimSpace(diff) == "" {
		return src, nil
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
			return "", fmt.Errorf("these lines stand %d times in the form:\n%s", n, before)
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
