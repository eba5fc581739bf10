package profile

import (
	"strings"
	"testing"
)

const province = `id = "lakes-2021"
extends = "disclosure-2021"
title = "示例省政府信息公开工作年度报告格式"
basis = "示例省政府办公厅通知"

[[section]]
id = "plan"
after = "problems"
labels = ["六、下一年度工作安排"]

[[section]]
id = "others"
labels = ["七、其他需要报告的事项"]

[[table]]
id = "regulations"

  [[table.row]]
  id = "files"
  after = "rules"
  labels = ["其他主动公开文件"]

[[table]]
id = "applications"

  [[table.row]]
  id = "consulted"
  after = "refused-none"
  labels = ["（八）转为咨询"]
`

func TestExtends(t *testing.T) {
	src := strings.Replace(province, "refused-none", "partial", 1) + `
[[identity]]
id = "results"
right = ["consulted"]

[[deadline]]
kinds = ["department"]
month = 1
day = 20
basis = "示例省政府办公厅通知"
`
	l, err := Standard().With(Source{"lakes.toml", src})
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Profiles()) != len(Standard().Profiles()) {
		t.Fatalf("%d formats", len(l.Profiles()))
	}
	p := l.Profiles()[0]
	var sections, rows []string
	for _, s := range p.Sections {
		sections = append(sections, s.ID)
	}
	for _, r := range p.Table("regulations").Rows {
		rows = append(rows, r.ID)
	}
	if got := strings.Join(sections, " "); got != "overview disclosure applications litigation problems plan others" {
		t.Errorf("sections %s", got)
	}
	if got := strings.Join(rows, " "); got != "rules files normative" {
		t.Errorf("rows %s", got)
	}
	if d := p.Deadline("department"); d.Day != 20 || len(p.Deadlines) != 4 {
		t.Errorf("deadline %v of %d", d, len(p.Deadlines))
	}
	if p.ID != "lakes-2021" || !p.Is("disclosure-2021") || p.Family != "disclosure" || p.Years.From != 2021 {
		t.Errorf("%s of %s from %d", p.ID, p.Family, p.Years.From)
	}
	if n := len(Standard().Profiles()[0].Table("regulations").Rows); n != 2 {
		t.Errorf("the profile that is extended has %d rows now", n)
	}
	for _, link := range p.Links() {
		if link.ID == "carried" && (!link.GoesOn(p, p) || !link.GoesOn(p, l.Profiles()[1])) {
			t.Error("figures do not go on from last year")
		}
	}
}

// Profiles that do not fit together are told with their place.
func TestOwnFaults(t *testing.T) {
	second := func(src string) []Source { return []Source{{"a.toml", small}, {"b.toml", src}} }
	for want, own := range map[string][]Source{
		`b.toml:1:6: the id "levy-2024" is that of a.toml, too`:                                     second(small),
		`b.toml:1:6: the id "disclosure-2021" is that of a profile that gouji has`:                  second(strings.Replace(small, "levy-2024", "disclosure-2021", 1)),
		`x.toml:28:11: table "applications": row "consulted": no row "refused-none" to stand after`: {{"x.toml", province}},
		`x.toml:2:11: nothing to extend is called "disclosure-2022"`:                                {{"x.toml", strings.Replace(province, "disclosure-2021", "disclosure-2022", 1)}},
		`x.toml:2:11: "two" extends itself: one → two → one`: {
			{"x.toml", "id = \"one\"\nextends = \"two\"\n"}, {"y.toml", "id = \"two\"\nextends = \"one\"\n"}},
		`x.toml:1:6: "self" extends itself: self → self`: {{"x.toml", "id = \"self\"\nextends = \"self\"\n"}},
		`y.toml:2:11: "disclosure-2021" is extended by "one" already`: {
			{"x.toml", "id = \"one\"\nextends = \"disclosure-2021\"\n"}, {"y.toml", "id = \"two\"\nextends = \"disclosure-2021\"\n"}},
		`x.toml:1:1: an id is required`: {{"x.toml", "title = \"x\"\n"}},
	} {
		if _, err := Standard().With(own...); err == nil || err.Error() != want {
			t.Errorf("got %v\nwant %s", err, want)
		}
	}
}

// A report is of the family that its title names, not of one that its organ
// is called like.
func TestFamilyByTitle(t *testing.T) {
	enforcement, disclosure := newTitleWords([]string{"行政执法", "统计|数据"}), newTitleWords([]string{"政府信息公开", "报告"})
	for title, want := range map[string][2]bool{
		"示例市教育局2024年度行政执法统计年报":        {true, false},
		"示例市2024年度行政执法数据表":            {true, false},
		"示例市综合行政执法局2024年政府信息公开工作年度报告": {false, true},
		"示例市行政执法局2024年度统计年报":          {false, false},
		"示例市行政执法局2024年度行政执法数据":        {true, false},
		"示例市政府信息公开办公室2024年工作报告":       {false, false},
		"示例市人民政府信息公开2024年报告":          {false, true},
		"示例市教育局2024年工作总结":             {false, false},
	} {
		if got := [2]bool{enforcement.in(title) >= 0, disclosure.in(title) >= 0}; got != want {
			t.Errorf("%s: %v, want %v", title, got, want)
		}
	}
}

// The embedded profiles are called what they are, and formats of one family
// are told by the same words.
func TestEmbedded(t *testing.T) {
	words := map[string]string{}
	for _, p := range Standard().All() {
		if !hasEmbedded(p.ID) {
			t.Errorf("%s does not stand in a file of that name", p.ID)
		}
		title := strings.Join(p.Words, " ")
		if other, ok := words[p.Family]; ok && other != title {
			t.Errorf("%s: words %s, other formats of the family have %s", p.ID, title, other)
		}
		words[p.Family] = title
	}
}

// Figures that stand in reports of two families are those of both.
func TestCounterparts(t *testing.T) {
	if err := Standard().checkCounterparts(); err != nil {
		t.Error(err)
	}
	own := "\n[[counterpart]]\nid = \"x\"\ntable = \"levy\"\nrow = \"in\"\ncolumn = \"amount\"\nbasis = \"y\"\n"
	for more, want := range map[string]string{
		"family = \"none\"\nequals = [\"a/b/c\"]\n":                     `small.toml:47:10: counterpart "x": no family "none"`,
		"family = \"disclosure\"\nequals = [\"charges/fees\"]\n":        `small.toml:48:11: counterpart "x": "charges/fees" is no sum of table/row/column`,
		"family = \"disclosure\"\nequals = [\"charges/fees/sum\"]\n":    `small.toml:48:11: counterpart "x": "charges/fees/sum": no format of disclosure has the figure charges/fees/sum`,
		"family = \"levy-2024\"\nequals = [\"levy/in/amount\"]\n":       `small.toml:47:10: counterpart "x": "levy-2024" is the family of the profile itself`,
		"family = \"disclosure\"\nequals = [\"charges/fees/amount\"]\n": ``,
	} {
		_, err := Standard().With(Source{"small.toml", small + own + more})
		if got := errorText(err); got != want {
			t.Errorf("%s got %s\nwant %s", more, got, want)
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
