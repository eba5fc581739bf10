package parser

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestDecode(t *testing.T) {
	for _, test := range []struct {
		name, data string
		ok         bool
		encoding   report.Encoding
		src        string
	}{
		{"empty", "", true, report.UTF8, ""},
		{"UTF-8", "一、", true, report.UTF8, "一、"},
		{"byte order mark", "\ufeff一", true, report.UTF8, "\ufeff一"},
		{"NUL in UTF-8", "一\x00", true, report.UTF8, "一\x00"},
		{"GB18030", "\xd2\xbb\xa1\xa2a", true, report.GB18030, "一、a"},
		{"GB18030, four bytes", "\xd2\xbb\x82\x35\x8f\x33", true, report.GB18030, "一龦"},
		{"cut off", "\xd2\xbb\xa1", false, "", ""},
		{"UTF-16", "\xff\xfe\x00\x4e", false, "", ""},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", false, "", ""},
		{"UTF-8 cut off", "\xe4\xb8\x80\xe4", false, "", ""},
	} {
		f, ok := Decode("报告.md", []byte(test.data))
		if ok != test.ok {
			t.Errorf("%s: %v, want %v", test.name, ok, test.ok)
			continue
		}
		if ok && (f.Src != test.src || f.Encoding != test.encoding) {
			t.Errorf("%s: %q in %s, want %q in %s", test.name, f.Src, f.Encoding, test.src, test.encoding)
		}
	}
}

// TestDisk encodes every character of GB18030, private ones aside, and asks where it is on
// disk.
func TestDisk(t *testing.T) {
	encoder := simplifiedchinese.GB18030.NewEncoder()
	var src, data strings.Builder
	data.WriteString("\xd2\xbb") // no UTF-8
	src.WriteString("一")
	places := map[int]int{0: 0}
	for r := rune(1); r <= 0x20010; r++ {
		encoded, err := encoder.String(string(r))
		if err != nil || r == utf8.RuneError || r >= 0xD800 && r < 0xF900 || r > 0xFFFF && r < 0x1FFF0 {
			continue
		}
		places[src.Len()] = data.Len()
		src.WriteRune(r)
		data.WriteString(encoded)
	}
	f, ok := Decode("报告.md", []byte(data.String()))
	if !ok || f.Src != src.String() {
		t.Fatal("not read back")
	}
	places[src.Len()] = data.Len()
	for at, disk := range places {
		if got := f.Disk(at); got != disk {
			t.Fatalf("byte %d is at %d on disk, want %d", at, got, disk)
		}
	}
}

func TestLimits(t *testing.T) {
	p := New()
	p.Limits = Limits{Bytes: 40, Lines: 5}
	for _, test := range []struct {
		name, data string
		want       report.AnomalyKind
	}{
		{"within", "一\n二\n三\n四\n", ""},
		{"too long", strings.Repeat("一", 14), report.TooLarge},
		{"too many lines", "1\r\n2\r\n3\r4\n5\n6", report.TooLarge},
		{"no text", "\xff\xff", report.NotText},
	} {
		r := p.Read("报告.md", []byte(test.data))
		check(t, r)
		got := report.AnomalyKind("")
		if len(r.Anomalies) > 0 {
			got = r.Anomalies[0].Kind
		}
		if got != test.want || len(r.Anomalies) > 1 {
			t.Errorf("%s: %v, want %q", test.name, r.Anomalies, test.want)
		}
		if got != "" && len(r.Blocks) > 0 {
			t.Errorf("%s: read all the same", test.name)
		}
	}
	p.Limits = Limits{}
	if r := p.Read("报告.md", []byte(strings.Repeat("一\n", 60_000))); len(r.Anomalies) > 0 {
		t.Error("no limits:", r.Anomalies)
	}
}

// TestLineEnds reads one report with every kind of line end: only offsets
// differ.
func TestLineEnds(t *testing.T) {
	src := "# 某局2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年，我局\n公开。\n\n" +
		"| 项目 | 数 |\n| --- | --- |\n| 规章 | 3 |\n\n<table>\n<tr><td>甲\n乙</td></tr>\n</table>\n\n某局\n2024年1月17日\n"
	texts := func(src string) string {
		r := parse(t, src)
		var b strings.Builder
		b.WriteString(r.Title.Text + r.SignOff.Organ.Value + r.SignOff.Raw.Value)
		for _, block := range r.Blocks {
			b.WriteString("\n" + block.Prose.Text)
			if block.Table != nil {
				for _, row := range block.Table.Rows {
					for _, c := range row.Cells {
						b.WriteString("|" + c.Text)
					}
				}
			}
		}
		return b.String()
	}
	want := texts(src)
	if !strings.Contains(want, "2023年，我局公开。") || !strings.Contains(want, "|甲乙") || !strings.Contains(want, "|规章|3") {
		t.Fatal(want)
	}
	for name, end := range map[string]string{"CRLF": "\r\n", "CR": "\r"} {
		if got := texts(strings.ReplaceAll(src, "\n", end)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := texts("\ufeff" + src); got != want {
		t.Errorf("byte order mark: %q, want %q", got, want)
	}
	if got := texts(strings.TrimSuffix(src, "\n")); got != want {
		t.Errorf("no line end at the end: %q, want %q", got, want)
	}
}

// TestBytes reads files that are hardly text.
func TestBytes(t *testing.T) {
	for b := range 256 {
		parse(t, string([]byte{byte(b)}))
		parse(t, "|"+string([]byte{byte(b)})+"|\n|-|\n")
		parse(t, "<table><td>"+string([]byte{byte(b)}))
		parse(t, "文"+string([]byte{byte(b)})+"\n"+string([]byte{byte(b)}))
	}
	r := parse(t, "一、\x00总体\xff情况\n")
	if got := r.Blocks[0].Prose.Text; got != "一、\x00总体\xff情况" {
		t.Errorf("%q", got)
	}
}
