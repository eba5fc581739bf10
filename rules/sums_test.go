package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// A figure stands in the sums of its row and of its column, and those are
// exact; a sum with a figure in words is not known.
func TestSums(t *testing.T) {
	row := "| （一）予以公开 | 5345 | 129 | 0 | 41 | 19 | 14 | 5548 |"
	for _, c := range []struct {
		written string
		want    []string
	}{
		{row, []string{
			"results/sum 13810 = 5548 + 2168 + 730 + 3421 + 457 + 1486: true",
			"row/open 5548 = 5345 + 129 + 0 + 41 + 19 + 14: true",
		}},
		{strings.Replace(row, "5548", "5549", 1), []string{
			"results/sum 13810 = 5549 + 2168 + 730 + 3421 + 457 + 1486: false",
			"row/open 5549 = 5345 + 129 + 0 + 41 + 19 + 14: false",
		}},
		{strings.Replace(row, "129", "约一百", 1), []string{
			"results/sum 13810 = 5548 + 2168 + 730 + 3421 + 457 + 1486: true",
			"row/open 5548 = 5345 + ? + 0 + 41 + 19 + 14: false",
		}},
	} {
		text := strings.Replace(testdata.Form("disclosure-2021"), row, c.written, 1)
		form := profile.Standard().Bind(parser.Parse(report.NewFile("a.md", text)))
		var got []string
		table := 1
		for form.Profile.Tables[table].ID != "applications" {
			table++
		}
		def := &form.Profile.Tables[table]
		for _, s := range rules.Sums(form, table, def.Row("open"), def.Column("sum")) {
			got = append(got, fmt.Sprintf("%s %s = %s: %t", s.Item, addends(s.Left), addends(s.Right), s.Holds()))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.written, got, c.want)
		}
	}
}

func addends(list []rules.Addend) string {
	var all []string
	for _, a := range list {
		text := a.Value.String()
		if !a.Known {
			text = "?"
		}
		all = append(all, text)
	}
	return strings.Join(all, " + ")
}
