package profile

import (
	"fmt"
	"strings"
	"testing"
)

// small is a profile that is right, of a form with one table.
const small = `id = "levy-2024"
title = "示例费年度报告"
basis = "示例办法第一条"
words = ["示例费", "年度报告|年报"]
years = { from = 2024 }

[[section]]
id = "figures"
labels = ["一、收支情况"]

[[section]]
id = "notes"
labels = ["二、其他情况"]

[[table]]
id = "levy"
section = "figures"
name = "表一"
unit = "万元"
  [[table.column]]
  id = "amount"
  labels = ["金额"]
  [[table.row]]
  id = "in"
  labels = ["收入"]
  [[table.row]]
  id = "out"
  labels = ["支出"]
  [[table.row]]
  id = "left"
  labels = ["结余"]

[[identity]]
id = "rest"
table = "levy"
over = "columns"
left = ["in"]
right = ["out", "left"]
basis = "表一「结余」的含义"
`

func TestSmallLoads(t *testing.T) {
	p, err := Load("small.toml", small)
	if err != nil {
		t.Fatal(err)
	}
	if p.Family != "levy-2024" || p.Figures() != 3 || len(p.Equations()) != 1 {
		t.Errorf("family %s, %d figures, %d equations", p.Family, p.Figures(), len(p.Equations()))
	}
}

// What is wrong with a profile is told with file, line and column.
func TestProfileFaults(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{`title = "示例费年度报告"`, `titel = "示例费年度报告"`, `small.toml:2:1: unknown key "titel"; did you mean "title"?`},
		{`  labels = ["收入"]`, `  label = ["收入"]`, `small.toml:25:3: unknown key "table.row.label"; did you mean "labels"?`},
		{`years = { from = 2024 }`, `years = { form = 2024 }`, `small.toml:5:11: unknown key "years.form"; did you mean "from"?`},
		{"[[section]]\nid = \"notes\"", "[[sektion]]\nid = \"notes\"", `small.toml:11:1: unknown key "sektion"; did you mean "section"?`},
		{`from = 2024`, `from = "2024"`, `small.toml:5:11: years.from: incompatible types`},
		{`unit = "万元"`, `unit = "万元`, `small.toml:19:`},
		{`title = "示例费年度报告"`, ``, `small.toml:1:1: id, title and basis are required`},
		{`section = "figures"`, `section = "figure"`, `small.toml:17:11: table "levy": no section "figure"`},
		{`over = "columns"`, `over = "column"`, `small.toml:36:8: identity "rest": over "column" is neither`},
		{`right = ["out", "left"]`, `right = ["out", "lfet"]`, `small.toml:38:17: identity "rest": no row or group "lfet"`},
		{`id = "notes"`, `id = "figures"`, `small.toml:12:6: section "figures": the id "figures" stands twice`},
		{`id = "out"`, `id = "in"`, `small.toml:27:8: table "levy": row "in": the id "in" stands twice`},
		{`id = "notes"`, `id = "Notes!"`, `small.toml:12:6: section "Notes!": the id "Notes!" has more than a-z, 0-9 and -`},
		{`id = "notes"`, ``, `small.toml:11:1: section: an id is required`},
		{`labels = ["支出"]`, `labels = ["收 入"]`, `small.toml:28:13: table "levy": row "out": the label "收 入" is that of row "levy/in", too`},
		{`labels = ["支出"]`, `labels = [" "]`, `small.toml:28:13: table "levy": row "out": the label " " says nothing`},
		{`labels = ["二、其他情况"]`, `labels = ["2.收支情况"]`, `small.toml:13:11: section "notes": the label "2.收支情况" is that of section "figures", too`},
		{`  labels = ["支出"]`, `  labels = ["支出"]` + "\n  after = \"in\"", `small.toml:29:11: table "levy": row "out": after "in" is for a new row in a profile that extends another`},
		{`id = "levy-2024"`, `id = "levy-2024"` + "\nextends = \"levy-2023\"", `small.toml:2:11: nothing to extend is called "levy-2023"`},
		{`basis = "示例办法第一条"`, `basis = "示例办法第一条"` + "\nwording = \"levy\"", `small.toml:4:11: no wording "levy"`},
		{"", "\n[[deadline]]\nkinds = [\"bureau\"]\nmonth = 1\nday = 31\nbasis = \"x\"\n", `small.toml:42:10: deadline: no kind of organ "bureau"`},
		{"", "\n[[deadline]]\nkinds = [\"city\"]\nmonth = 2\nday = 31\nbasis = \"x\"\n", `small.toml:41:1: deadline: 2-31: kinds, an existing day and basis are required`},
		{"", "\n[[aspect]]\nid = \"a\"\nname = \"乙\"\nsection = \"notes\"\nwords = [\"甲\"]\nbasis = \"x\"\n", `small.toml:45:10: aspect "a": the word "甲" has fewer than two characters`},
		{"", "\n[[power]]\ntable = \"levy\"\nrow = \"on\"\nkinds = [\"city\"]\n", `small.toml:43:7: power: no row "on" in table "levy"`},
		{`id = "levy-2024"`, `id = "Levy 2024"`, `small.toml:1:6: the id "Levy 2024" has more than a-z, 0-9 and -`},
		{`right = ["out", "left"]`, `right = ["out", "left"]` + "\nrule = \"sums\"", `small.toml:39:8: identity "rest": rule "sums" does not report such an identity`},
		{"", "\n[[continuity]]\nid = \"Carried\"\n", `small.toml:42:6: continuity "Carried": the id "Carried" has more than`},
		{"", "\n[[continuity]]\nid = \"goes-on\"\nrule = \"carried\"\ntable = \"levy\"\nbasis = \"x\"\n", `small.toml:43:8: continuity "goes-on": rule "carried" is neither "carry-mismatch" nor`},
		{"", strings.Repeat("# long\n", 40000), `small.toml:1:1: the file has 280`},
		{`labels = ["支出"]`, `labels = ` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000), `small.toml:1:1: arrays nest 5000 deep, in a profile at most 8`},
		{"", tooWide(), `small.toml:40:1: table "wide": `},
	} {
		src := small + c.new
		if c.old != "" {
			src = strings.Replace(small, c.old, c.new, 1)
		}
		if _, err := Load("small.toml", src); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.60s → %.60s:\n got %v\nwant %s", c.old, c.new, err, c.want)
		}
	}
}

// tooWide is a table with more figures than any form.
func tooWide() string {
	var s strings.Builder
	s.WriteString("[[table]]\nid = \"wide\"\nsection = \"notes\"\n")
	for i := range 70 {
		fmt.Fprintf(&s, "[[table.column]]\nid = \"c%d\"\nlabels = [\"列%d号\"]\n[[table.row]]\nid = \"r%d\"\nlabels = [\"行%d号\"]\n", i, i, i, i)
	}
	return s.String()
}

// FuzzLoad holds that no text makes Load panic, and that every error names
// the file.
func FuzzLoad(f *testing.F) {
	f.Add(small)
	f.Add("id = 'a'\n[[table.row]]\n[table]\n[[table]]")
	f.Add("a = [[[[[[[[[[[[")
	f.Add("extends = \"disclosure-2021\"\nid = \"x\"\n[[table]]\nid = \"applications\"\n[[table.row]]\nid=\"y\"\nafter=\"open\"\nlabels=['（九）']")
	f.Fuzz(func(t *testing.T, src string) {
		if _, err := Load("x.toml", src); err != nil && !strings.HasPrefix(err.Error(), "x.toml:") {
			t.Errorf("no place: %v", err)
		}
		if _, err := Standard().With(Source{"x.toml", src}); err != nil && !strings.HasPrefix(err.Error(), "x.toml:") {
			t.Errorf("no place: %v", err)
		}
	})
}
