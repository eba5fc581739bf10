package fix

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// each returns a Look whose findings propose to replace each old by its new,
// wherever the text has one; "&" parts the edits of a fix.
func each(pairs ...string) Look {
	return func(data []byte) (*profile.Form, []rules.Diagnostic) {
		read := parser.New().Read("report.md", data)
		var found []rules.Diagnostic
		for i := 0; i < len(pairs); i += 2 {
			d := rules.Diagnostic{Rule: pairs[i] + "→" + pairs[i+1]}
			fix := rules.Fix{Safe: true}
			for _, old := range strings.Split(pairs[i], "&") {
				if at := strings.Index(read.File.Src, old); at >= 0 {
					fix.Edits = append(fix.Edits, rules.Edit{Span: read.File.Span(at, at+len(old)), New: pairs[i+1]})
				}
			}
			if len(fix.Edits) > 0 {
				d.Fixes = []rules.Fix{fix}
				found = append(found, d)
			}
		}
		return &profile.Form{Report: read}, found
	}
}

func all(*rules.Diagnostic, *rules.Fix) bool { return true }

func TestText(t *testing.T) {
	for _, c := range []struct {
		about, before, want string
		look                Look
		changes             int
	}{
		{"nothing to do", "甲", "甲", each("乙", "丙"), 0},
		{"two fixes", "甲乙丙", "1乙3", each("丙", "3", "甲", "1"), 2},
		{"neighbours", "甲乙", "12", each("甲", "1", "乙", "2"), 2},
		{"of two that overlap the first is made", "甲乙丙", "1丙", each("甲乙", "1", "乙丙", "2"), 1},
		{"the other one waits", "甲乙丙乙丙", "1丙2", each("甲乙", "1", "乙丙", "2"), 2},
		{"one that touches with one of its edits waits as a whole", "甲乙丙乙", "122", each("甲乙", "1", "乙&丙", "2"), 2},
		{"a fix that brings the next", "甲", "丁", each("丙", "丁", "乙", "丙", "甲", "乙"), 3},
		{"what changes nothing is no change", "甲", "甲", each("甲", "甲"), 0},
		{"line endings", "甲\r\n乙\r\n", "1\r\n2\r\n乙\r\n", each("甲", "1\n2"), 1},
		{"the last line has no end", "甲\r\n乙", "甲\r\n1\r\n2", each("乙", "1\n2"), 1},
		{"byte order mark", "\ufeff甲\n", "\ufeff1\n", each("甲", "1"), 1},
	} {
		r, err := Text([]byte(c.before), c.look, Task{Want: all})
		if err != nil {
			t.Fatal(err)
		}
		if string(r.Data) != c.want || c.changes != len(r.Changes) {
			t.Errorf("%s: got %q with %v", c.about, r.Data, r.Changes)
		}
	}
}

// What is edited is written in the encoding of the file, and what is not
// keeps its bytes, also those that an encoder would write otherwise.
func TestEncoding(t *testing.T) {
	encoded := func(s string) string {
		s, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	before := "\x80" + encoded("甲㐀乙𠮷丙")
	r, err := Text([]byte(before), each("乙", "，𠮷x", "甲", "壹"), Task{Want: all})
	if err != nil {
		t.Fatal(err)
	}
	if want := "\x80" + encoded("壹㐀，𠮷x𠮷丙"); string(r.Data) != want {
		t.Errorf("got %x\nwant %x", r.Data, want)
	}
}

// A fix that changes a figure is a fault, and nothing comes of it.
func TestFiguresAreKept(t *testing.T) {
	const before = "| 甲 | 乙 |\n| --- | --- |\n| 12 | １,３００ |\n"
	for old, new := range map[string]string{"12": "21", "１,３００": "130", "| 12": "|", "乙 |\n": "乙 ||\n"} {
		if r, err := Text([]byte(before), each(old, new), Task{Want: all}); err == nil && !strings.Contains(old, "乙") {
			t.Errorf("%s → %s: no error, %s", old, new, r.Data)
		}
	}
	for old, new := range map[string]string{"12": "１２", "１,３００": "1300", "| 12": "| ０ |\n| 12", "乙": "2"} {
		if _, err := Text([]byte(before), each(old, new), Task{Want: all}); err != nil {
			t.Errorf("%s → %s: %v", old, new, err)
		}
	}
}

func TestUnsound(t *testing.T) {
	f, other := report.NewFile("a.md", "甲乙丙"), report.NewFile("b.md", "甲乙丙")
	at := func(f *report.File, start, end int, new string) rules.Edit {
		return rules.Edit{Span: f.Span(start, end), New: new}
	}
	for about, edits := range map[string][]rules.Edit{
		"another file":        {at(other, 0, 3, "x")},
		"outside":             {at(f, 0, 12, "x")},
		"backwards":           {at(f, 3, 0, "x")},
		"a part of a rune":    {at(f, 1, 3, "x")},
		"no text":             {at(f, 0, 3, "\xff")},
		"itself":              {at(f, 0, 6, "x"), at(f, 3, 9, "y")},
		"nothing":             {},
		"two in one place":    {at(f, 3, 3, "x"), at(f, 3, 3, "y")},
		"before what goes":    {at(f, 3, 3, "x"), at(f, 3, 6, "")},
		"no change":           {at(f, 0, 3, "甲")},
		"behind what changes": {at(f, 0, 3, "x"), at(f, 3, 3, "y")},
	} {
		if sound(f, inOrder(edits)) {
			t.Errorf("%s: taken for sound", about)
		}
	}
}

func TestAlign(t *testing.T) {
	for _, c := range []struct{ about, before, want string }{
		{"widths", "|甲|b|\n|-|:-:|\n|1|**12345**|\n", "| 甲  |     b     |\n| --- | :-------: |\n| 1   | **12345** |\n"},
		{"sides", "甲|b|c\n:-|-:|-\nxxxx|12|a\\|b\n", "| 甲   |   b | c    |\n| :--- | --: | ---- |\n| xxxx |  12 | a\\|b |\n"},
		{"line endings, no last one", "| 甲 | b |\r\n| --- | --- |\r\n| 1 | 2 |", "| 甲  | b   |\r\n| --- | --- |\r\n| 1   | 2   |"},
		{"in a list in a quotation", "> 1. |甲|\n>    |-|\n>    |1|\n", "> 1. | 甲  |\n>    | --- |\n>    | 1   |\n"},
		{"rows of other widths", "| 甲 | b |\n| --- | --- |\n| 1 |\n| 1 | 2 | 333 |\n", "| 甲  | b   |\n| --- | --- |\n| 1   |\n| 1   | 2   | 333 |\n"},
		{"blanks behind", "| 甲 |  \n| --- |\t\n| |\n", "| 甲  |  \n| --- |\t\n|     |\n"},
		{"where a cell ends is not certain", "|甲\\|\n|-|\n", "|甲\\|\n|-|\n"},
		{"code and html", "```\n|甲|\n|-|\n```\n\n<table><tr><td>|甲|</td></tr></table>\n", "```\n|甲|\n|-|\n```\n\n<table><tr><td>|甲|</td></tr></table>\n"},
	} {
		r, err := Text([]byte(c.before), each(), Task{Want: all, Align: true})
		if err != nil {
			t.Fatal(err)
		}
		if string(r.Data) != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.about, r.Data, c.want)
		}
	}
}
