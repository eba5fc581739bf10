package rules_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Reports have the tables of one year, the text of another and the title of a
// third. Whatever comes together, no rule crashes.
func TestMixedReports(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	forms, lines := readAll(t, "../testdata/forms/*.md"), textLines(t)
	checker := rules.NewChecker(rules.All())
	for _, form := range forms {
		for year := 2008; year < 2028; year++ {
			for range 10 {
				src := mixed(random, form, year, lines)
				if random.IntN(2) == 0 {
					parts := strings.Split(forms[random.IntN(len(forms))], "\n## ")
					src += "\n\n## " + parts[random.IntN(len(parts))]
				}
				checkWhole(t, checker, src)
			}
		}
	}
}

func checkWhole(t *testing.T, checker *rules.Checker, src string) {
	t.Helper()
	defer func() {
		if crash := recover(); crash != nil {
			t.Fatalf("%v\n%s", crash, src)
		}
	}()
	f := report.NewFile("report.md", src)
	checker.Finish([]*rules.FileResult{checker.Report(profile.Standard().Bind(parser.Parse(f)), nil)})
}

var someYear = regexp.MustCompile(`20[012]\d`)

// mixed moves some years of a form and puts lines of other reports into it.
func mixed(random *rand.Rand, form string, year int, lines []string) string {
	form = someYear.ReplaceAllStringFunc(form, func(is string) string {
		if random.IntN(2) == 0 {
			return strconv.Itoa(year)
		}
		return is
	})
	at := strings.Split(form, "\n")
	for range 3 << random.IntN(4) {
		i := 7 + random.IntN(len(at)-7) // behind the front matter
		at = append(at[:i:i], append([]string{"", lines[random.IntN(len(lines))], ""}, at[i:]...)...)
	}
	return strings.Join(at, "\n")
}

// textLines returns every line of Chinese in the cases and pages.
func textLines(t *testing.T) (lines []string) {
	han := regexp.MustCompile(`\p{Han}{3}`)
	for _, text := range append(readAll(t, "../testdata/*/*.txtar"), readAll(t, "*.md")...) {
		for line := range strings.SplitSeq(text, "\n") {
			if han.MatchString(line) {
				lines = append(lines, strings.TrimLeft(line, "+- "))
			}
		}
	}
	return lines
}

func readAll(t *testing.T, pattern string) (texts []string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatal(pattern, err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}
