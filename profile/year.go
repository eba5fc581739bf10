package profile

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// Year returns the report year, 0 when it is not known. It is the one stated,
// unless title and statistics period agree on another: see Written.
func (f *Form) Year() int {
	fact := f.Report.Meta.Year
	if f.Written.Known() {
		fact = f.Written
	}
	year, err := strconv.Atoi(fact.Value)
	if err != nil {
		return 0
	}
	return year
}

// written returns the year that a report's title and its statistics period
// agree on, when another one is stated for it; where none is stated, that of
// its statistics period and its sign-off, when the title has another one;
// else the zero Fact.
func written(r *report.Report) report.Fact {
	stated := r.Meta.Year
	if stated.Known() && stated.Guessed() {
		return outvoted(r)
	}
	if !stated.Known() || stated.Guessed() || strings.Contains(r.Title.Text, stated.Value) {
		return report.Fact{}
	}
	title := report.Fact{}
	report.EachDate(r.Title.Text, func(at, size int, d report.Date) bool {
		if d.Year != 0 && d.Month == 0 {
			digits := strings.TrimRight(r.Title.Text[at:at+size], "年度 \u00a0\u3000")
			title = report.Fact{Value: strconv.Itoa(d.Year), Origin: report.FromText, Span: r.Title.Slice(at, at+len(digits))}
		}
		return title.Value != stated.Value
	})
	if title.Value == stated.Value || !startsPeriod(r, title.Value) {
		return report.Fact{}
	}
	return title
}

// outvoted returns the year before that of the sign-off when the statistics
// period is of it and the title is not.
func outvoted(r *report.Report) report.Fact {
	year := strconv.Itoa(r.SignOff.Date.Year - 1)
	if r.SignOff.Date.Month == 0 || year == r.Meta.Year.Value || strings.Contains(r.Title.Text, year) || !startsPeriod(r, year) {
		return report.Fact{}
	}
	return report.Fact{Value: year, Origin: report.FromText, Span: r.SignOff.Raw.Span}
}

// startsPeriod reports whether a statistics period near the head of a report
// begins on the first day of the year, and none on that of another one.
func startsPeriod(r *report.Report, year string) (yes bool) {
	for i := range r.Blocks[:min(12, len(r.Blocks))] {
		other := false
		report.EachDate(r.Blocks[i].Prose.Text, func(_, _ int, d report.Date) bool {
			if d.Year != 0 && d.Month == 1 && d.Day == 1 {
				yes = strconv.Itoa(d.Year) == year
				other = !yes
			}
			return !other
		})
		if other {
			return false
		}
	}
	return yes
}
