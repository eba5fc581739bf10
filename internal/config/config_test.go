package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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

// Every error names the file, the line and, for a typo, what was meant.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ src, want string }{
		{"fiels = []", `gouji.toml:1: unknown key "fiels"; did you mean "files"?`},
		{"\n[rules]\nsum-mismach = \"off\"", `gouji.toml:3: no rule "sum-mismach"; did you mean "sum-mismatch"?`},
		{"[rules]\nsum-mismatch = \"fatal\"", `gouji.toml:2: sum-mismatch: "fatal" is none of off, info, warning, error`},
		{"files = [\"a", `gouji.toml:1:`},
		{"files = [\"{organ}/{yaer}.md\"]", `gouji.toml:1: "{organ}/{yaer}.md": a pattern holds`},
		{"exclude = [\"[\"]", `gouji.toml:1: "[" is no valid pattern`},
		{"[[organ]]\nname = \"甲\"\nkind = \"departement\"", `gouji.toml:3: organ "甲": kind "departement" is none of`},
		{"[[organ]]\nname = \"甲\"\n[[organ]]\nname = \"甲\"", `two organs are called "甲"`},
		{"[[organ]]\nname = \"甲\"\nparent = \"乙\"", `gouji.toml:3: organ "甲": no organ is called "乙", its parent`},
		{"[[organ]]\nname = \"甲\"\nparent = \"乙\"\n[[organ]]\nname = \"乙\"\nparent = \"甲\"", `organs are their own parents: 甲 → 乙 → 甲`},
		{"[[organ]]\nname = \"甲\"\nparant = \"乙\"", `gouji.toml:3: unknown key "organ.parant"; did you mean "parent"?`},
		{"[[override]]\nfiles = [\"x\"]\nrules = { no-rule = \"off\" }", `gouji.toml:3: no rule "no-rule"`},
	} {
		_, err := Parse("gouji.toml", test.src)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: got %v, want %s", test.src, err, test.want)
		}
	}
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
