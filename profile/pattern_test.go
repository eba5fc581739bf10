package profile_test

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
	"pgregory.net/rapid"
)

// A report is bound by the pattern of one before as it is bound without.
func TestPatternsMakeNoDifference(t *testing.T) {
	var sources []string
	eachFile(t, func(name, src string) {
		sources = append(sources, src)
		if form := bind(name, src); form.Profile.Is("disclosure-2021") {
			for _, s := range shape.All() {
				sources = append(sources, shape.Rewrite(form, s))
			}
		}
	}, "../testdata/forms/*.md", "../testdata/reports/*/*.md")
	narrow := shape.Rewrite(bind("form.md", testdata.Form("disclosure-2021")), shape.Narrow)
	sources = append(sources, strings.Replace(narrow, "| 1.属于国家秘密", "| （三）不予公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| 1.属于国家秘密", 1))
	for range 2 { // once to learn, once to use what was learnt
		for i, src := range sources {
			if diff := sameByPattern(parser.Parse(report.NewFile("report.md", src))); diff != "" {
				t.Errorf("report %d: %s", i, diff)
			}
		}
	}
}

// Whatever is changed in a table, the pattern of another is not taken for it.
func TestPatternsOfAlteredTables(t *testing.T) {
	bases := map[string]string{}
	var names []string
	for _, id := range []string{"disclosure-2021", "disclosure-2019"} {
		form := bind(id, testdata.Form(id))
		for _, s := range shape.All() {
			name := id + "/" + string(s)
			names = append(names, name)
			bases[name] = shape.Rewrite(form, s)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		r := parser.Parse(report.NewFile("report.md", bases[rapid.SampledFrom(names).Draw(t, "base")]))
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			alter(t, r)
		}
		for range 3 {
			if diff := sameByPattern(r); diff != "" {
				t.Fatal(diff)
			}
			refill(t, r)
		}
	})
}

// Reports whose tables hold the same words may still be bound in two ways.
func TestPatternsTellApart(t *testing.T) {
	const title, second, fourth = "# 某局2023年政府信息公开工作年度报告\n\n", "## 二、主动公开政府信息情况\n\n", "## 四、政府信息公开行政复议、行政诉讼情况\n\n"
	const few = "| 信息内容 | 本年处理决定数量 |\n|---|---|\n| 行政许可 | 5 |\n"
	licences := func(figures string) string {
		return "| 信息内容 | 本年处理决定数量 | 本年处理决定数量 | 本年处理决定数量 |\n|---|---|---|---|\n| 行政许可 |" + figures + "|\n"
	}
	rules := func(figures string) string {
		return "<table><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td>" + figures + "</tr></table>\n"
	}
	lines := func(names ...string) (src string) {
		for _, name := range names {
			src += name + "\n\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 10 |\n\n"
		}
		return src
	}
	for name, pair := range map[string][2]string{
		"copies of a figure": {title + second + licences("5|5|5"), title + second + licences("5|6|7")},
		"span of a figure":   {title + second + rules("<td>5</td><td>5</td><td>6</td>"), title + second + rules(`<td colspan="2">5</td><td>6</td>`)},
		"names above":        {title + fourth + lines("行政复议", "复议后起诉"), title + fourth + lines("复议后起诉", "行政复议")},
		"section":            {title + second + few, title + "## 五、存在的主要问题及改进情况\n\n" + few},
		"year":               {title + second + few, strings.Replace(title, "2023", "2020", 1) + second + few},
	} {
		for _, order := range [][2]int{{0, 1}, {1, 0}} {
			for _, i := range order {
				if diff := sameByPattern(parser.Parse(report.NewFile("report.md", pair[i]))); diff != "" {
					t.Errorf("%s, %v: %s", name, order, diff)
				}
			}
		}
		a, b := bind("a.md", pair[0]), bind("b.md", pair[1])
		if a.Profile == b.Profile && outline(a) == outline(b) {
			t.Errorf("%s: both are bound in one way: %s", name, outline(a))
		}
	}
}

// outline says which rows of a form were found, and how.
func outline(f *profile.Form) string {
	var b strings.Builder
	for i := range f.Tables {
		for at := range len(f.Tables[i].Rows) {
			if r := f.Tables[i].At(at); r.Found() {
				fmt.Fprintf(&b, "%d.%d: table %d, %d figures, %t;", i, at, slices.Index(f.Report.Tables, r.Table), r.Figures, r.Ragged)
			}
		}
	}
	return b.String()
}

// alter changes something in a table of the report.
func alter(t *rapid.T, r *report.Report) {
	table := rapid.SampledFrom(r.Tables).Draw(t, "table")
	if len(table.Rows) == 0 {
		return
	}
	i := rapid.IntRange(0, len(table.Rows)-1).Draw(t, "row")
	row := &table.Rows[i]
	if len(row.Cells) == 0 {
		return
	}
	c := &row.Cells[rapid.IntRange(0, len(row.Cells)-1).Draw(t, "cell")]
	switch rapid.SampledFrom([]string{"kind", "words", "span", "cut", "drop", "repeat", "exchange", "width", "move"}).Draw(t, "change") {
	case "kind":
		c.Kind = rapid.SampledFrom([]report.CellKind{report.Blank, report.Figure, report.Dash, report.Absent}).Draw(t, "kind")
		c.Text = map[report.CellKind]string{report.Figure: "0", report.Dash: "/"}[c.Kind]
	case "words":
		c.Kind, c.Text = report.Words, rapid.SampledFrom([]string{"总计", "其他", "本年处理决定数量", "结果维持", "自然人", "自燃人", "备注", "予以公开", "不予公开", "（三）不予公开"}).Draw(t, "words")
	case "span":
		*c = row.Cells[0]
	case "cut":
		row.Cells = row.Cells[:len(row.Cells)-1]
	case "drop":
		table.Rows = append(table.Rows[:i:i], table.Rows[i+1:]...)
	case "repeat":
		copied := report.Row{Cells: slices.Clone(row.Cells), Span: row.Span}
		table.Rows = slices.Insert(slices.Clone(table.Rows), rapid.IntRange(0, len(table.Rows)).Draw(t, "behind"), copied)
	case "exchange":
		table.Rows[0], *row = *row, table.Rows[0]
	case "width":
		table.Width++
	case "move":
		table.Block = rapid.IntRange(0, len(r.Blocks)-1).Draw(t, "block")
	}
}

// refill gives every figure another value.
func refill(t *rapid.T, r *report.Report) {
	n := rapid.IntRange(0, 9).Draw(t, "first")
	for _, table := range r.Tables {
		for i := range table.Rows {
			for j := range table.Rows[i].Cells {
				if c := &table.Rows[i].Cells[j]; c.Kind == report.Figure {
					n = n * 7 % 10
					c.Text, c.Value = strconv.Itoa(n), report.Int(int64(n))
				}
			}
		}
	}
}

// binder binds one report after the other: none must be left of the one before.
var binder profile.Binder

// sameByPattern says where a report is bound in another way than without the
// patterns of others, "" for nowhere.
func sameByPattern(r *report.Report) string {
	again := *r // binding may shorten the name of the organ
	got, want := binder.Bind(profile.Standard(), r), profile.BindAnew(profile.Standard(), &again)
	got.Report, want.Report = nil, nil
	if got.Telling != want.Telling || !sameCells(got, want) {
		return "other cells"
	}
	if !reflect.DeepEqual(got, want) {
		return fmt.Sprintf("got %+v, want %+v", got, want)
	}
	profile.Standard().Bind(r) // what is met twice is learnt
	return ""
}

// sameCells reports whether two forms of one report have the same cells at the
// same places. A cell that the report does not have is made when it is bound.
func sameCells(got, want *profile.Form) bool {
	a, b := cellsOf(got), cellsOf(want)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && (a[i] == nil || b[i] == nil || a[i].Kind != report.Absent) {
			return false
		}
	}
	return len(a) == len(b)
}

func cellsOf(f *profile.Form) (cells []*report.Cell) {
	for i := range f.Tables {
		t := &f.Tables[i]
		cells = append(append(cells, t.Headers...), t.Note)
		for at := range len(t.Rows) + len(t.Groups) {
			cells = append(append(cells, t.At(at).Label), t.At(at).Cells...)
		}
	}
	return cells
}
