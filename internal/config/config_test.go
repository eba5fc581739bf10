package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/rules"
)

const good = `
files = ["reports/{organ}/{year}.md", "{year}/{organ}年报.md"]
exclude = ["reports/drafts/**", "旧"]

[rules]
sum-mismatch = "warning"

[[override]]
files = ["reports/archive/**"]
rules = { sum-mismatch = "off", row-missing = "info" }

[[organ]]
name = "吕梁市教育局"
aliases = ["教育局"]
kind = "department"
parent = "吕梁市人民政府"

[[organ]]
name = "吕梁市人民政府"
kind = "city"
scope = "aggregate"
`

func TestParse(t *testing.T) {
	c, err := Parse("gouji.toml", good)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Levels("reports/a/2023.md")["sum-mismatch"]; got != rules.Warning {
		t.Errorf("sum-mismatch: got %v", got)
	}
	if got := c.Levels("reports/archive/a/2023.md")["sum-mismatch"]; got != rules.Off {
		t.Errorf("sum-mismatch in the archive: got %v", got)
	}
	if got := c.Levels("reports/a/2023.md")["row-missing"]; got != rules.Off {
		t.Errorf("an override leaked: row-missing is %v", got)
	}
	for file, want := range map[string]bool{
		"reports/drafts/x/2023.md": true, "reports/drafts.md": false, "旧/2019.md": true, "旧年/2019.md": false, "reports/a.md": false,
	} {
		if got := c.Excludes(file); got != want {
			t.Errorf("Excludes(%q) = %v", file, got)
		}
	}
	if o := c.Organ("教育局"); o == nil || o.Name != "吕梁市教育局" {
		t.Errorf("alias: got %+v", o)
	}
}

func TestClaims(t *testing.T) {
	c, err := Parse("gouji.toml", good)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		file, organ, year string
		ok                bool
	}{
		{"reports/教育局/2023.md", "教育局", "2023", true},
		{"reports/教育 局/2023.md", "教育 局", "2023", true},
		{"2023/教育局年报.md", "教育局", "2023", true},
		{"reports/教育局/附件/2023.md", "", "", false},
		{"reports/教育局/二三.md", "", "", false},
		{"readme.md", "", "", false},
	} {
		organ, year, ok := c.Claims(test.file)
		if organ != test.organ || year != test.year || ok != test.ok {
			t.Errorf("Claims(%q) = %q, %q, %v", test.file, organ, year, ok)
		}
	}
}

// Every error names the file, the line and the column, in both languages, and
// what was probably meant.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ src, at, en, zh string }{
		{"fiels = []", "1:1", `unknown key "fiels"; did you mean "files"?`, "不认识「fiels」；是不是「files」？"},
		{"# sum-mismach\n[rules]\nsum-mismach = \"off\"", "3:1", `no rule "sum-mismach"; did you mean "sum-mismatch"?`, "没有规则「sum-mismach」；是不是「sum-mismatch」？"},
		{"[rules]\nsum-mismatch = \"fatal\"", "2:17", `sum-mismatch: "fatal" is none of off, info, warning, error`, "sum-mismatch：「fatal」不是级别"},
		{"unfixable = [\"cell-unit\", \"cell-unt\"]", "1:28", `no rule "cell-unt"; did you mean "cell-unit"?`, "没有规则「cell-unt」；是不是「cell-unit」？"},
		{"files = [\"a", "1:11", "unexpected EOF", "TOML 语法有误（文字用半角引号"},
		{"files = \"a\"", "1:1", `"files" should be texts in brackets, such as ["a", "b"]`, `「files」应为方括号中的文字，如 ["甲", "乙"]`},
		{"[[organ]]\nname = \"甲\"\ncomplete = 1", "3:1", `"organ.complete" should be true or false`, "「organ.complete」应为 true 或 false"},
		{"rules = 1", "1:1", `"rules" should be a table`, "「rules」应为一个表"},
		{"organ = 1", "1:1", `"organ" should be tables with headers of their own`, "「organ」应为几个各有标题的表"},
		{"files = [\"{organ}/{yaer}.md\"]", "1:11", `"{organ}/{yaer}.md": a pattern holds`, "「{organ}/{yaer}.md」：花括号中只能写"},
		{"exclude = [\"a\", \"[\"]", "1:18", `"[" is no valid pattern`, "「[」不是合法的路径模式"},
		{"[[override]]\nfiles = [\"{\"]", "2:11", `"{" is no valid pattern`, "「{」不是合法的路径模式"},
		{"[[override]]\nrules = { sum-mismatch = \"off\" }", "1:1", "an override needs files", "要用 files 写明"},
		{"[[override]]\nfiles = [\"a\"]\nrules = 1", "3:1", "an override needs rules", "要用 rules 写明"},
		{"[[override]]\nfiles = [\"a\"]\nrules = { sum-mismatch = \"off\" }\n[[override]]\nfiles = [1]", "5:1", `"override.files" should be texts`, "「override.files」应为"},
		{"[rules]\nsum-mismatch = 1", "2:1", `"rules.sum-mismatch" should be a text in quotes`, "应为引号中的文字"},
		{"rules.sum-mismatch = \"fatal\"", "1:23", `sum-mismatch: "fatal" is none of off, info, warning, error`, "sum-mismatch：「fatal」不是级别"},
		{"[[organ]]\nkind = \"city\"", "1:1", "an organ needs a name", "要用 name 写明机关全称"},
		{"[[organ]]\nname = \"甲\"\nkind = \"departement\"", "3:9", `organ "甲": kind "departement" is none of`, "类别「departement」不在"},
		{"[[organ]]\nname = \"甲\"\nscope = \"all\"", "3:10", `scope "all" is neither`, "范围「all」既不是"},
		{"[[organ]]\nname = \"甲\"\n[[organ]]\nname = \"甲\"", "4:9", `"甲" is the name of two organs: 甲, 甲`, "「甲」是两个机关的名称"},
		{"[[organ]]\nname = \"甲（乙）局\"\n[[organ]]\nname = \"丙\"\naliases = [\"甲(乙)局\"]", "5:13", `two organs: 甲（乙）局, 丙`, "「甲(乙)局」是两个机关的名称：甲（乙）局、丙"},
		{"[[organ]]\nname = \"甲\"\nparent = \"乙\"", "3:11", `organ "甲": no organ is called "乙", its parent`, "上级「乙」没有写成 [[organ]]"},
		{"[[organ]]\nname = \"甲\"\nparent = \"乙\"\n[[organ]]\nname = \"乙\"\nparent = \"甲\"", "3:11", "organs are their own parents: 甲 → 乙 → 甲", "机关互为上级：甲 → 乙 → 甲"},
		{"[[organ]]\nname = \"甲\"\nparent = \"甲\"", "3:11", "甲 → 甲", "机关互为上级：甲 → 甲"},
		{"[[organ]]\nname = \"甲\"\n[[organ]]\nname = \"乙\"\nparant = \"甲\"", "5:1", `unknown key "organ.parant"; did you mean "parent"?`, "是不是「parent」？"},
		{"[rules]\nno-rule = \"off\"\n[[override]]\nfiles = [\"x\"]\nrules = { sum-mismatch = \"of\" }", "2:1", `no rule "no-rule"`, "没有规则「no-rule」"},
		{"[rules]\nsum-mismatch = \"off\"\n[[override]]\nfiles = [\"x\"]\n[override.rules]\nsum-mismatch = \"of\"", "6:17", `"of" is none of`, "「of」不是级别"},
	} {
		_, err := Parse("gouji.toml", test.src)
		var wrong *fault.Fault
		if !errors.As(err, &wrong) {
			t.Errorf("%q: got %v", test.src, err)
			continue
		}
		if want := "gouji.toml:" + test.at + ": "; !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), test.en) || !strings.Contains(wrong.Message.ZH, test.zh) {
			t.Errorf("%q: got %v, %s\nwant %s%s, %s", test.src, err, wrong.Message.ZH, want, test.en, test.zh)
		}
	}
}

// What holds for a file, and where that is written.
func TestSettings(t *testing.T) {
	c, err := Parse("gouji.toml", good)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, s := range c.Settings("reports/archive/a/2023.md") {
		if !s.Origin.IsZero() {
			got[s.Key+"="+s.Value] = fmt.Sprint(s.Origin.Position().Line)
		}
	}
	want := map[string]string{
		"files=reports/{organ}/{year}.md": "2", "files={year}/{organ}年报.md": "2", "exclude=reports/drafts/**": "3", "exclude=旧": "3",
		"organ=吕梁市教育局": "13", "organ=吕梁市人民政府": "19", "rules.sum-mismatch=off": "10", "rules.row-missing=info": "10",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The schema knows every key of the file, and no other.
func TestSchema(t *testing.T) {
	var schema any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	var compare func(schema any, of reflect.Type, at string)
	compare = func(schema any, of reflect.Type, at string) {
		node := schema.(map[string]any)
		if of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if items, ok := node["items"]; ok {
			node = items.(map[string]any)
		}
		properties, _ := node["properties"].(map[string]any)
		if of.Kind() == reflect.Map {
			if diff := cmp.Diff(slices.Sorted(slices.Values(names(rules.All()))), slices.Sorted(maps.Keys(properties))); diff != "" {
				t.Errorf("%s: %s", at, diff)
			}
			return
		}
		if of.Kind() != reflect.Struct {
			return
		}
		if diff := cmp.Diff(slices.Sorted(slices.Values(keysOf(of))), slices.Sorted(maps.Keys(properties))); diff != "" {
			t.Errorf("%s: %s", at, diff)
		}
		for _, f := range fieldsOf(of) {
			key := f.Tag.Get("toml")
			if property, ok := properties[key]; ok {
				compare(property, f.Type, at+"."+key)
			}
		}
	}
	compare(schema, reflect.TypeFor[Config](), "")
}

// A reader of configuration files never panics; its errors have a place in
// the file.
func FuzzParse(f *testing.F) {
	f.Add(good)
	f.Add("[[organ]]\nname = \"甲\"\nparent = \"甲\"")
	f.Add("rules = { sum-mismatch = \"off\" } # \"")
	f.Fuzz(func(t *testing.T, text string) {
		_, err := Parse("gouji.toml", text)
		var wrong *fault.Fault
		if err == nil {
			return
		}
		if !errors.As(err, &wrong) || wrong.Place.Start < 0 || wrong.Place.End > len(wrong.Place.File.Src) || wrong.Place.Start > wrong.Place.End {
			t.Errorf("%q: %v", text, err)
		}
		_ = wrong.Error()
	})
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "work", "年报", "教育局")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, Name)
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, ok := Find(deep); !ok || got != path {
		t.Errorf("Find = %q, %v", got, ok)
	}
	if err := os.Mkdir(filepath.Join(root, "work", ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	if got, ok := Find(deep); ok {
		t.Errorf("Find went beyond the work tree: %q", got)
	}
}
