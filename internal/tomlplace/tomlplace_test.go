package tomlplace_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/internal/tomlplace"
	"github.com/gouji-lint/gouji/report"
)

const document = "\ufefffiles = [ # 两个\n  \"甲\", 'b' ]\n" +
	"[rules]\nsum-mismatch = \"off\" # [x]\n\"a.b\".c = 1\n" +
	"[[rule]]\nname = \"一\"\nmessage = { zh = \"x\", en = 'y' }\n" +
	"[[rule]]\n  name = \"q\\\"\\u4E00z\"\ntext = \"\"\"\nab\\\n   cd\"\"\"\"\n  [rule.applies]\n  years = [[1], [2, 3]]\n[[ rule . part ]]\nx = 1979-05-27T07:32:00Z\n[[rule.part]]\nx = 2\n"

func TestPlaces(t *testing.T) {
	x := tomlplace.Read(report.NewFile("x.toml", document))
	for _, c := range []struct {
		path       string
		key, value string
	}{
		{"files", "1:1", "1:9"},
		{"files[0]", "2:3", "2:3"},
		{"files[1]", "2:8", "2:8"},
		{"rules", "3:1", "3:1"},
		{"rules.sum-mismatch", "4:1", "4:16"},
		{"rules.a.b.c", "5:1", "5:11"},
		{"rule[0]", "6:1", "6:1"},
		{"rule[0].name", "7:1", "7:8"},
		{"rule[0].message", "8:1", "8:11"},
		{"rule[0].message.en", "8:23", "8:28"},
		{"rule[1].name", "10:3", "10:10"},
		{"rule[1].text", "11:1", "11:8"},
		{"rule[1].applies.years[1][1]", "15:21", "15:21"},
		{"rule[1].part[0].x", "17:1", "17:5"},
		{"rule[1].part[1].x", "19:1", "19:5"},
	} {
		key, ok := x.Key(c.path)
		value, _ := x.Value(c.path)
		if got := at(key) + " " + at(value); !ok || got != c.key+" "+c.value {
			t.Errorf("%s: got %s (%t), want %s %s", c.path, got, ok, c.key, c.value)
		}
	}
}

func at(s report.Span) string {
	p := s.Position()
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

func TestInside(t *testing.T) {
	x := tomlplace.Read(report.NewFile("x.toml", document))
	for _, c := range []struct {
		path string
		at   int
		want string
	}{
		{"rule[1].name", 0, "10:11"}, // q
		{"rule[1].name", 2, "10:14"}, // 一
		{"rule[1].name", 5, "10:20"}, // z
		{"rule[1].text", 1, "12:2"},  // b
		{"rule[1].text", 2, "13:4"},  // c
		{"rule[1].text", 4, "13:6"},  // "
	} {
		if p, ok := x.Inside(c.path, c.at); !ok || at(p) != c.want {
			t.Errorf("%s at %d: got %v, want %s", c.path, c.at, p, c.want)
		}
	}
	if _, ok := x.Inside("rule[7].name", 0); ok {
		t.Error("a rule that is not there has a place")
	}
}

// Whatever the TOML reader accepts has a place for each of its keys.
func FuzzRead(f *testing.F) {
	f.Add(document)
	f.Add("a.b = 1\n[c]\nd = [{x = 1}, {}]\n'e' = ''''x''''\n")
	f.Fuzz(func(t *testing.T, src string) {
		x := tomlplace.Read(report.NewFile("x.toml", src))
		var v map[string]any
		if meta, err := toml.Decode(src, &v); err != nil || !utf8.ValidString(src) || len(meta.Keys()) > 100 {
			return
		}
		check(t, x, "", v)
	})
}

// check looks for every key of a table, and compares texts.
func check(t *testing.T, x *tomlplace.Index, path string, value any) {
	t.Helper()
	switch value := value.(type) {
	case map[string]any:
		for key, v := range value {
			if strings.ContainsAny(key, ".[]") {
				continue // paths would be ambiguous
			}
			if path != "" {
				key = path + "." + key
			}
			check(t, x, key, v)
		}
	case []map[string]any:
		for i, v := range value {
			check(t, x, fmt.Sprintf("%s[%d]", path, i), v)
		}
	case []any:
		for i, v := range value {
			check(t, x, fmt.Sprintf("%s[%d]", path, i), v)
		}
	default:
		if _, ok := x.Value(path); !ok {
			t.Errorf("no place for %q, which is %v", path, value)
		}
		if text, ok := value.(string); ok {
			if rest, _ := x.Inside(path, len(text)); rest.Text() != "" && !strings.HasPrefix(rest.Text(), `\`) {
				t.Errorf("%q goes on behind its end with %q", path, rest.Text())
			}
		}
	}
}
