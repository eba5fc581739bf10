package workspace

import (
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

func TestCompact(t *testing.T) {
	src := "一行\r\n二行有错\n\n四行也有\n五行\n六"
	file := report.NewFile("a.md", src)
	other := report.NewFile("b.md", "别处")
	at := func(text string) report.Span {
		for i := range src {
			if len(src)-i >= len(text) && src[i:i+len(text)] == text {
				return file.Span(i, i+len(text))
			}
		}
		t.Fatalf("no %q", text)
		return report.Span{}
	}
	f := &rules.FileResult{File: file, Diagnostics: []rules.Diagnostic{
		{Span: at("有错"), Related: []rules.Related{{Span: at("也有\n五行")}, {Span: other.Span(0, 3)}}},
		{Span: at("六"), Fixes: []rules.Fix{{Edits: []rules.Edit{{Span: at("二行")}}}}},
		{}, // about no place
	}}
	spans := func() []report.Span {
		d := f.Diagnostics
		return []report.Span{d[0].Span, d[0].Related[0].Span, d[0].Related[1].Span, d[1].Span, d[1].Fixes[0].Edits[0].Span, d[2].Span}
	}
	before := spans()
	compact(f)
	for i, after := range spans() {
		b := before[i]
		if b.Text() != after.Text() || b.Position() != after.Position() || b.EndPosition() != after.EndPosition() {
			t.Errorf("%q at %v became %q at %v", b.Text(), b.Position(), after.Text(), after.Position())
		}
		if b.File != nil && (b.File.Disk(b.Start) != after.File.Disk(after.Start) || b.File.Disk(b.End) != after.File.Disk(after.End)) {
			t.Errorf("%q: offsets on disk %d-%d became %d-%d", b.Text(), b.File.Disk(b.Start), b.File.Disk(b.End), after.File.Disk(after.Start), after.File.Disk(after.End))
		}
	}
	if f.File == file || len(f.File.Src) >= len(src) {
		t.Errorf("the file still has %d of %d bytes", len(f.File.Src), len(src))
	}
}
