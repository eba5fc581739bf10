package report

import (
	"slices"
	"strings"
	"testing"
)

func proseOf(text string) Prose {
	f := NewFile("报告.md", text)
	return Prose{Text: text, Span: f.Span(0, len(text))}
}

func TestEachSentence(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \u3000\n", nil},
		{"收到申请5件", []string{"收到申请5件"}},
		{"收到5件。答复4件。", []string{"收到5件。", "答复4件。"}},
		{"收到5件，答复4件；结转1件。", []string{"收到5件，答复4件；", "结转1件。"}},
		{"收到5件;结转1件。", []string{"收到5件;", "结转1件。"}},
		{"公开什么？怎么公开！", []string{"公开什么？", "怎么公开！"}},
		{"公开什么?怎么公开!", []string{"公开什么?", "怎么公开!"}},
		{"真的？！是的。。", []string{"真的？！", "是的。。"}},
		{"等等……下一步", []string{"等等……", "下一步"}},
		{"第一行\n第二行\r\n第三行", []string{"第一行", "第二行", "第三行"}},
		{" 收到5件。\u3000 答复4件。 ", []string{"收到5件。", "答复4件。"}},
		{"做到“应公开尽公开。”效果明显。", []string{"做到“应公开尽公开。”效果明显。"}},
		{"“应公开尽公开。不推诿。”是要求。下一步。", []string{"“应公开尽公开。不推诿。”是要求。", "下一步。"}},
		{"他说应公开。”下一步。", []string{"他说应公开。”", "下一步。"}},
		{"\"三审。\"制度。\"三校\"制度。", []string{"\"三审。\"", "制度。", "\"三校\"制度。"}},
		{"完成。\"三审\"制度", []string{"完成。", "\"三审\"制度"}},
		{"共50条（甲20条；乙30条）。", []string{"共50条（甲20条；乙30条）。"}},
		{"（见附件。）下一步。", []string{"（见附件。）下一步。"}},
		{"《怎么办？》的解读。", []string{"《怎么办？》的解读。"}},
		{"“少了后引号。下一句。", []string{"“少了后引号。", "下一句。"}},
		{"（一行。\n二行）。", []string{"（一行。", "二行）。"}},
		{"1）收到5件。2）答复4件。", []string{"1）收到5件。", "2）答复4件。"}},
		{"见http://a.cn/?id=1。", []string{"见http://a.cn/?id=1。"}},
		{"收费3415.74万元,占1,234件。", []string{"收费3415.74万元,占1,234件。"}},
		{"“" + strings.Repeat("长", longest) + "。后”", []string{"“" + strings.Repeat("长", longest) + "。", "后”"}},
	}
	for _, test := range tests {
		var got []string
		for sentence := range proseOf(test.text).EachSentence {
			if sentence.Span.Text() != sentence.Text {
				t.Errorf("%q: span of %q has %q", test.text, sentence.Text, sentence.Span.Text())
			}
			got = append(got, sentence.Text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("EachSentence(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestEachSentenceAllocates(t *testing.T) {
	p := proseOf(sample)
	if n := testing.AllocsPerRun(100, func() {
		for range p.EachSentence {
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestEachSentenceStops(t *testing.T) {
	count := 0
	for range proseOf("一句。二句。").EachSentence {
		count++
		break
	}
	if count != 1 {
		t.Errorf("%d sentences after a break", count)
	}
}

// FuzzEachSentence checks that nothing but blanks is lost between sentences.
func FuzzEachSentence(f *testing.F) {
	for _, text := range []string{"收到5件。答复4件；", "“一。二”三。", "（（（）", "a\n\n b?c", "\"。\"", "\xe3\x80"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := proseOf(text)
		last := 0
		for part := range p.EachSentence {
			span := part.Span
			if part.Text == "" || span.Start < last || span.Text() != part.Text {
				t.Fatalf("%q: part %q at [%d,%d) after %d", text, part.Text, span.Start, span.End, last)
			}
			if TrimBlank(text[last:span.Start]) != "" {
				t.Fatalf("%q: lost %q", text, text[last:span.Start])
			}
			last = span.End
		}
		if TrimBlank(text[last:]) != "" {
			t.Fatalf("%q: lost %q", text, text[last:])
		}
	})
}

func BenchmarkEachSentence(b *testing.B) {
	p := proseOf(sample)
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		for range p.EachSentence {
		}
	}
}
