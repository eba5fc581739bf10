// Package bench holds what gouji costs against its yardstick: goldmark as it
// comes, with tables, parsing the same reports in the same run. How to measure
// stands in goals_test.go.
package bench

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// shapes returns one report of about 20 KB with its tables as pipes, as HTML
// and as HTML with the styles that a site's editor exports.
func shapes(tb testing.TB) map[string]string {
	src, err := os.ReadFile("../../testdata/reports/吕梁市教育局/2023.md")
	if err != nil {
		tb.Fatal(err)
	}
	pipe := lengthen(string(src))
	return map[string]string{
		"pipe":   pipe,
		"html":   asHTML(pipe, "<td>%s</td>"),
		"styled": asHTML(pipe, `<td style="width:38px"><p style="text-align:center">%s</p></td>`),
	}
}

// lengthen gives the report as much prose as a long one has.
func lengthen(src string) string {
	head, tail, found := strings.Cut(src, "\n## 二、")
	if !found {
		panic("the report has no section 二")
	}
	var more strings.Builder
	for i := 0; len(src)+more.Len() < 19<<10; i++ {
		fmt.Fprintf(&more, "\n围绕第%d项重点工作，按月梳理应当公开的事项，及时更新栏目，回应群众关切；"+
			"对咨询较多的问题，编写问答%d篇，在网站和公众号同步发布，方便群众查阅。\n", i+1, 3*i+2)
	}
	return head + more.String() + "\n## 二、" + tail
}

// asHTML writes the pipe tables of a report as HTML.
func asHTML(src, cell string) string {
	var out strings.Builder
	open := false
	for _, line := range strings.SplitAfter(src, "\n") {
		row := strings.HasPrefix(line, "|")
		switch {
		case row && !open:
			out.WriteString("<table>\n")
		case !row && open:
			out.WriteString("</table>\n")
		}
		open = row
		if !row {
			out.WriteString(line)
			continue
		}
		if strings.HasPrefix(line, "| ---") {
			continue
		}
		out.WriteString("<tr>")
		for _, text := range strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|") {
			fmt.Fprintf(&out, cell, strings.TrimSpace(text))
		}
		out.WriteString("</tr>\n")
	}
	return out.String()
}

// goujiCheck checks a report as one of many, which it may be compared with.
func goujiCheck() func(string) *rules.FileResult { return checkWith(rules.NewChecker(rules.All())) }

// goujiAlone checks a report that is compared with none.
func goujiAlone() func(string) *rules.FileResult {
	checker := rules.NewChecker(rules.All())
	checker.Alone()
	return checkWith(checker)
}

func checkWith(checker *rules.Checker) func(string) *rules.FileResult {
	p, b := parser.New(), new(profile.Binder)
	return func(src string) *rules.FileResult {
		return checker.Report(b.Bind(profile.Standard(), p.Parse(report.NewFile("2023.md", src))), nil)
	}
}

// BenchmarkCheck measures a whole check beside the yardsticks, and its stages.
func BenchmarkCheck(b *testing.B) {
	for shape, src := range shapes(b) {
		for name, yardstick := range map[string]func(string){"P": parseP(), "H": parseH()} {
			b.Run(shape+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					yardstick(src)
				}
			})
		}
		b.Run(shape+"/parse", func(b *testing.B) {
			p := parser.New()
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(report.NewFile("2023.md", src))
			}
		})
		b.Run(shape+"/bind", func(b *testing.B) {
			p, binder := parser.New(), new(profile.Binder)
			b.ReportAllocs()
			for b.Loop() {
				binder.Bind(profile.Standard(), p.Parse(report.NewFile("2023.md", src)))
			}
		})
		b.Run(shape+"/fresh", func(b *testing.B) {
			check, all := goujiCheck(), unlike(src)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				check(all[i%len(all)])
			}
		})
		for name, check := range map[string]func(string) *rules.FileResult{"check": goujiCheck(), "alone": goujiAlone()} {
			b.Run(shape+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					check(src)
				}
			})
		}
	}
}

// unlike returns reports that differ in the words of a table: more of them
// than profile remembers how to bind.
func unlike(src string) (all []string) {
	for n := range 20 {
		one := strings.Replace(src, "勾稽关系", fmt.Sprintf("勾稽关系%d", n), 1)
		if one == src {
			panic("the report has no note on its figures")
		}
		all = append(all, one)
	}
	return all
}

// Every shape of the report is as clean as the file it was made of.
func TestShapesAreClean(t *testing.T) {
	for shape, src := range shapes(t) {
		for _, d := range goujiCheck()(src).Diagnostics {
			if d.Severity > rules.Info {
				t.Errorf("%s: %d: %s %s", shape, d.Span.Position().Line, d.Rule, d.Message.ZH)
			}
		}
	}
}
