package rules

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// corpus returns the folder of published reports, or skips the test.
func corpus(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("GOUJI_CORPUS")
	if dir == "" {
		t.Skip("GOUJI_CORPUS names no folder with published reports")
	}
	return dir
}

func bindFile(t *testing.T, path string) *profile.Form {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return profile.Standard().Bind(parser.Parse(report.NewFile(filepath.Base(path), string(src))))
}

func check(form *profile.Form) *Result {
	c := NewChecker(All())
	return c.Finish([]*FileResult{c.Report(form, nil)})
}

// published is what is known of the figures of a report: the identities that
// they break.
type published struct {
	Broken [][2]string `json:"broken"`
}

// items returns what the broken identities are called here.
func (e published) items() (sums, ragged []string) {
	rows := map[string]string{"open": "open", "part": "partial"}
	columns := map[string]string{"自然人": "natural", "商业企业": "business", "科研机构": "research", "社会公益组织": "nonprofit", "法律服务机构": "legal", "其他": "other", "总计": "sum"}
	groups := map[string]string{"review": "review", "direct": "direct", "after": "after-review"}
	for _, b := range e.Broken {
		switch b[0] {
		case "balance":
			sums = append(sums, "balance/"+columns[b[1]])
		case "result":
			sums = append(sums, "results/"+columns[b[1]])
		case "row":
			sums = append(sums, "row/"+rows[b[1]])
		case "t4":
			sums = append(sums, "outcome/"+groups[b[1]])
		case "shape":
			ragged = append(ragged, rows[b[1]])
		}
	}
	slices.Sort(sums)
	slices.Sort(ragged)
	return sums, ragged
}

// found returns the identities that findings of a report speak of, and the
// rows without one figure for each column.
func found(form *profile.Form) (sums, ragged []string) {
	p := NewChecker(nil).pass(form, nil)
	p.rule = &sumMismatch
	for _, s := range p.sheets() {
		for _, c := range s.causes() {
			for _, i := range c.broken {
				sums = append(sums, s.equations[i].Item)
			}
		}
	}
	for _, d := range check(form).Diagnostics {
		if d.Rule == "row-ragged" {
			ragged = append(ragged, d.Ref.Row)
		}
	}
	slices.Sort(sums)
	slices.Sort(ragged)
	return sums, ragged
}

// shapeOnly reports whether a rule speaks of how a report is written down
// rather than of what it says.
func shapeOnly(rule string) bool {
	return rule == "note-missing" || strings.HasPrefix(rule, "cell-") || strings.HasPrefix(rule, "heading-")
}

// list lists findings without their places.
func list(r *Result) (lines []string) {
	for _, d := range r.Diagnostics {
		if !shapeOnly(d.Rule) {
			lines = append(lines, fmt.Sprintf("%s[%s/%s] %s", d.Severity, d.Rule, d.Item, d.Message.ZH))
		}
	}
	slices.Sort(lines)
	return lines
}

// The figures of every published report break those identities that another
// program found broken, and the same findings come of all shapes.
func TestPublishedFigures(t *testing.T) {
	dir := filepath.Join(corpus(t), "figures")
	want := map[string][]string{}
	reports := 0
	for _, shape := range []string{"wide", "flat", "narrow", "shift", "mirror", "html"} {
		src, err := os.ReadFile(filepath.Join(dir, shape, "expected.json"))
		if err != nil {
			t.Fatal(err)
		}
		var expected map[string]published
		if err := json.Unmarshal(src, &expected); err != nil {
			t.Fatal(err)
		}
		for name, e := range expected {
			reports++
			form := bindFile(t, filepath.Join(dir, shape, filepath.FromSlash(name)))
			sums, ragged := found(form)
			wantSums, wantRagged := e.items()
			if !slices.Equal(sums, wantSums) || !slices.Equal(ragged, wantRagged) {
				t.Errorf("%s/%s: broken %v, ragged %v; expected %v and %v", shape, name, sums, ragged, wantSums, wantRagged)
			}
			result := check(form)
			lines := list(result)
			if want[name] == nil {
				want[name] = lines
			} else if !slices.Equal(lines, want[name]) {
				t.Errorf("%s/%s: finds\n%s\nand in another shape\n%s", shape, name, strings.Join(lines, "\n"), strings.Join(want[name], "\n"))
			}
			arithmetic := 0
			for _, d := range result.Diagnostics {
				if d.Rule == "sum-mismatch" || d.Rule == "row-ragged" {
					arithmetic++
				}
			}
			if (arithmetic > 0) != (len(e.Broken) > 0) {
				t.Errorf("%s/%s: %d findings for %d broken identities", shape, name, arithmetic, len(e.Broken))
			}
		}
	}
	if reports != 126 {
		t.Errorf("%d reports, want 126", reports)
	}
}

// The report of 吕梁市教育局 is without fault in its figures, in Markdown and
// in HTML tables.
func TestPublishedReport(t *testing.T) {
	dir := corpus(t)
	var lists [2][]string
	for i, name := range []string{"lvliang-education-2023.md", "lvliang-education-2023.html-tables.md"} {
		result := check(bindFile(t, filepath.Join(dir, name)))
		for _, d := range result.Diagnostics {
			if d.Severity == Error || d.Rule == "sum-mismatch" || d.Rule == "row-ragged" {
				t.Errorf("%s: %s[%s] %s", name, d.Severity, d.Rule, d.Message.ZH)
			}
		}
		lists[i] = list(result)
	}
	if !slices.Equal(lists[0], lists[1]) {
		t.Errorf("in Markdown\n%s\nin HTML\n%s", strings.Join(lists[0], "\n"), strings.Join(lists[1], "\n"))
	}
}

// What a converter leaves of a report is read with the figures of the report,
// or a finding says what is lost. "" reads all tables.
func TestConvertedReports(t *testing.T) {
	dir := filepath.Join(corpus(t), "converted")
	city, office := cityFigures(), officeFigures()
	for _, test := range []struct {
		file  string
		want  map[profile.Ref]string
		blank string // what stands for 0
		lost  string // the tables that are lost
	}{
		{"A_hangzhou_clean.h2m-table.md", city, "0", ""},
		{"A_hangzhou_clean.h2m-table-mirror.md", city, "0", ""},
		{"A_hangzhou_clean.node-html-markdown.md", city, "0", ""},
		{"A_hangzhou_clean.pandoc-gfm.md", city, "0", ""},
		{"A_hangzhou_clean.turndown-gfm.md", city, "0", ""},
		{"A_hangzhou_clean.pandoc-markdown.md", city, "0", "表二 表三 表四"},
		{"A_hangzhou_clean.turndown-plain.md", city, "0", "表二 表三 表四"},
		{"B_shanghai2019_nestedp.pandoc-gfm.md", office, "", ""},
		{"B_shanghai2019_nestedp.turndown-gfm.md", office, "", ""},
		{"B_shanghai2019_nestedp.h2m-table.md", office, "", "表二"},
		{"B_shanghai2019_nestedp.node-html-markdown.md", office, "", "表三 表四"},
		{"F_template-docx.pandoc-gfm.md", nil, "", ""},
		{"shuyang-2025.model-written.md", countyFigures(), "0", ""},
	} {
		t.Run(test.file, func(t *testing.T) {
			form := bindFile(t, filepath.Join(dir, test.file))
			said := map[string]bool{}
			for _, d := range check(form).Diagnostics {
				switch d.Rule {
				case "table-missing", "table-broken":
					name := d.Message.ZH[:len("表二")]
					if said[name] = true; !strings.Contains(test.lost, name) {
						t.Errorf("%s: %s", d.Rule, d.Message.ZH)
					}
				case "sum-mismatch", "row-ragged", "row-missing", "row-extra", "column-missing", "label-typo":
					t.Errorf("%s: %s", d.Rule, d.Message.ZH)
				}
			}
			for i := range form.Tables {
				table := &form.Tables[i]
				if !strings.Contains(test.lost, table.Def.Name) {
					compare(t, table, test.want, test.blank)
				} else if !said[table.Def.Name] {
					t.Errorf("%s is lost, and nothing says so", table.Def.Name)
				}
			}
		})
	}
}

// compare holds every figure of a table to want. What want does not have is
// blank.
func compare(t *testing.T, table *profile.BoundTable, want map[profile.Ref]string, blank string) {
	t.Helper()
	for row := range table.Rows {
		for column := range table.Def.Columns {
			ref := table.Ref(row, column)
			text := want[ref]
			if text == "" {
				text = blank
			}
			if c := table.Cell(row, column); c == nil || c.Text != text {
				t.Errorf("%v: got %v, want %q", ref, c, text)
			}
		}
	}
}

// fill enters figures of one table, row by row; _ is none.
func fill(want map[profile.Ref]string, p *profile.Profile, table string, text string) {
	t, figures := p.Table(table), strings.Fields(text)
	for i := range t.Rows {
		for k := range t.Columns {
			if figures[0] != "_" {
				want[profile.Ref{Table: table, Row: t.Rows[i].ID, Column: t.Columns[k].ID}] = figures[0]
			}
			figures = figures[1:]
		}
	}
}

// officeFigures are those of 上海市人民政府办公厅 2019, which leaves zeros and
// most totals blank.
func officeFigures() map[profile.Ref]string {
	p, want := profile.Standard().Profiles()[1], map[profile.Ref]string{}
	fill(want, p, "regulations", "13 13 524 60 60 368")
	fill(want, p, "licensing", "0 0 0 0 0 0")
	fill(want, p, "sanctions", "0 0 0 0 0 0")
	fill(want, p, "charges", "0 0")
	fill(want, p, "procurement", "6 251000元")
	fill(want, p, "applications", `
		821 35 _ _ 2 1 859
		18 _ _ _ _ _ 18
		258 12 _ _ 1 1 _
		3 _ _ _ _ _ _
		14 _ _ _ _ _ _
		_ _ _ _ _ _ _
		_ _ _ _ _ _ _
		_ _ _ _ _ _ _
		5 _ _ _ _ _ _
		3 1 _ _ _ _ _
		_ _ _ _ _ _ _
		10 2 _ _ _ _ _
		252 12 _ _ 1 _ _
		44 3 _ _ _ _ _
		25 _ _ _ _ _ _
		148 1 _ _ _ _ _
		5 4 _ _ _ _ _
		_ _ _ _ _ _ _
		_ _ _ _ _ _ _
		_ _ _ _ _ _ _
		_ _ _ _ _ _ _
		767 35 _ _ 2 1 805
		72 _ _ _ _ _ 72`)
	fill(want, p, "litigation", "5 _ _ 2 7 8 _ _ 1 9 _ _ _ _ _")
	return want
}

// countyFigures are those of 沭阳县 2025, written down by a language model in 18
// tables.
func countyFigures() map[profile.Ref]string {
	p, want := profile.Standard().Profiles()[0], map[profile.Ref]string{}
	fill(want, p, "regulations", "0 0 0 6 1 32")
	fill(want, p, "licensing", "517645")
	fill(want, p, "sanctions", "693957 2154")
	fill(want, p, "charges", "4068.208")
	fill(want, p, "applications", `
		705 3 0 0 5 0 713
		36 0 0 0 0 0 36
		290 1 0 0 3 0 294
		99 0 0 0 2 0 101
		0 0 0 0 0 0 0
		0 0 0 0 0 0 0
		2 0 0 0 0 0 2
		2 0 0 0 0 0 2
		13 0 0 0 0 0 13
		2 0 0 0 0 0 2
		4 0 0 0 0 0 4
		9 0 0 0 0 0 9
		111 0 0 0 0 0 111
		2 0 0 0 0 0 2
		0 0 0 0 0 0 0
		12 0 0 0 0 0 12
		6 1 0 0 0 0 7
		0 0 0 0 0 0 0
		0 0 0 0 0 0 0
		0 0 0 0 0 0 0
		9 0 0 0 0 0 9
		7 0 0 0 0 0 7
		142 1 0 0 0 0 143
		710 3 0 0 5 0 718
		31 0 0 0 0 0 31`)
	fill(want, p, "litigation", "27 10 9 15 61 3 0 0 0 3 8 0 1 1 10")
	return want
}

// cityFigures are those of a city, all identities of which hold.
func cityFigures() map[profile.Ref]string {
	p, want := profile.Standard().Profiles()[0], map[profile.Ref]string{}
	fill(want, p, "regulations", "3 5 74 564 984 4185")
	fill(want, p, "licensing", "11398889")
	fill(want, p, "sanctions", "6937489 166105")
	fill(want, p, "charges", "316441")
	fill(want, p, "applications", `
		13612 252 0 45 128 32 14069
		535 6 0 1 18 0 560
		5345 129 0 41 19 14 5548
		2120 39 0 1 6 2 2168
		13 0 0 0 0 0 13
		30 0 0 0 0 0 30
		11 0 0 0 0 0 11
		49 2 0 0 0 0 51
		103 1 0 0 0 0 104
		84 1 0 0 0 0 85
		282 4 0 0 0 0 286
		147 0 0 0 1 2 150
		3075 50 0 0 89 8 3222
		177 3 0 0 0 0 180
		19 0 0 0 0 0 19
		199 1 0 0 3 0 203
		147 1 0 0 0 0 148
		0 0 0 0 0 0 0
		100 1 0 0 0 0 101
		5 0 0 0 0 0 5
		315 3 0 0 0 0 318
		202 0 0 1 0 0 203
		941 17 0 1 3 3 965
		13364 252 0 44 121 29 13810
		783 6 0 2 25 3 819`)
	fill(want, p, "litigation", "376 97 196 121 790 16 1 12 27 56 74 1 30 51 156")
	return want
}
