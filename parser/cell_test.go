package parser

import (
	"testing"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// FuzzTrim: what is seen at a glance to have no blanks around it has none.
func FuzzTrim(f *testing.F) {
	for _, seed := range []string{"", " 12 ", "　总计　", "\ufeff一。", "\u00a0x", "\u3000", " \t文"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // a file is UTF-8
		}
		p := page{src: s}
		if got, want := p.at(p.trim(extent{0, len(s)})), report.TrimBlank(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	})
}

// FuzzIsLabel: what is words beyond doubt is words to who looks closer.
func FuzzIsLabel(f *testing.F) {
	for _, seed := range []string{"1.属于国家秘密", "2.件", "3.其他", "信息内容", "不适用不适用不适用", "10.5万元", "无"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if kind, _, _, _ := report.ReadFigure(s); isLabel(s) && kind != report.Words {
			t.Errorf("%q is a label, and of kind %d", s, kind)
		}
	})
}
