package rules

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// BenchmarkFacts measures what gathering facts adds to a report: of the form,
// and of one whose sections 1 and 5 have 1,500 characters each.
func BenchmarkFacts(b *testing.B) {
	long := strings.Repeat("坚持以公开为常态、不公开为例外，围绕2025年重点工作发布信息。", 50)
	for _, c := range []struct {
		name string
		form *profile.Form
	}{
		{"small", bind(b, "disclosure-2021-small")},
		{"city", bind(b, "disclosure-2021")},
		{"long", bind(b, "disclosure-2021", "全年未发生责任追究情形。", long, "部分单位信息更新不够及时", long)},
	} {
		b.Run(c.name, func(b *testing.B) {
			checker := NewChecker(setRules())
			p := checker.pass(c.form, nil)
			b.ReportAllocs()
			for b.Loop() {
				checker.facts(p)
			}
		})
	}
}

// BenchmarkSet measures the rules over 100,000 reports: 10,000 organs, ten
// years each, in groups of a hundred members. Nothing is wrong with them.
func BenchmarkSet(b *testing.B) {
	results, organs := synthetic(b, 10_000, 10)
	checker := NewChecker(setRules())
	b.ReportAllocs()
	for b.Loop() {
		checker.Set(results, organs, nil, nil) // reading a report again would panic
	}
	found := checker.Finish(results)
	for _, d := range found.Diagnostics {
		b.Errorf("%s: %s", d.Rule, d.Message.ZH)
	}
}

// synthetic makes the facts of reports that agree with each other.
func synthetic(t testing.TB, count, years int) (results []*FileResult, organs []report.Organ) {
	random := rand.New(rand.NewPCG(1, 2))
	form := bind(t, "disclosure-2021-small")
	p := form.Profile
	checker := NewChecker(setRules())
	pass := checker.pass(form, nil)
	base := checker.facts(pass)
	for i := range count {
		organ := report.Organ{Name: fmt.Sprintf("示例%d局", i), Scope: "own"}
		if i%100 > 0 {
			organ.Parent = fmt.Sprintf("示例%d局", i-i%100)
		}
		organs = append(organs, organ)
		for year := range years {
			f := *base
			f.File = fmt.Sprintf("reports/%s/%d.md", organ.Name, 2021+year)
			f.Year = 2021 + year
			f.Organ = organ.Name
			cell := form.Tables[4].Rows[0].Cells[0]
			cell.Text, cell.Value = fmt.Sprint(i+year), report.Int(int64(i+year))
			cells := pass.surveyed()
			cells.read(form)
			f.figures = encodeFigures(nil, form, cells)
			f.texts = make([]textFacts, 2)
			for j := range f.texts {
				f.texts[j] = textFacts{section: int32(p.Section([]string{"overview", "problems"}[j])), letters: 1000}
				for k := range f.texts[j].sketch {
					f.texts[j].sketch[k] = byte(1 + random.IntN(255))
				}
			}
			results = append(results, &FileResult{File: report.NewFile(f.File, ""), Facts: &f})
		}
	}
	return results, organs
}
