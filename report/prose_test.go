package report

import "testing"

// marked is prose whose markup is taken out:
// 「共**收到**申请&nbsp;5 件。」 over two lines.
func marked() Prose {
	const src = "> 共**收到**申请&nbsp;5\n> 件。答复\\*4件。\n"
	f := NewFile("报告.md", src)
	return Prose{
		Text: "共收到申请\u00a05件。答复*4件。",
		Span: f.Span(2, len(src)-1),
		Cuts: []Cut{
			{0, 2},   // 共
			{3, 7},   // 收到
			{9, 15},  // 申请
			{15, 21}, // &nbsp;
			{17, 27}, // 5
			{18, 31}, // 件。答复
			{30, 44}, // *4件。
		},
	}
}

func TestProseSlice(t *testing.T) {
	p := marked()
	tests := []struct{ text, want string }{
		{"共", "共"},
		{"收到", "收到"},
		{"共收到", "共**收到"},
		{"到申", "到**申"},
		{"申请\u00a05", "申请&nbsp;5"},
		{"5件", "5\n> 件"},
		{"答复*4件。", "答复\\*4件。"},
		{"*4", "*4"},
	}
	for _, test := range tests {
		at := indexOf(t, p.Text, test.text)
		if got := p.Slice(at, at+len(test.text)).Text(); got != test.want {
			t.Errorf("Slice of %q is %q, want %q", test.text, got, test.want)
		}
		sub := p.Sub(at, at+len(test.text))
		if sub.Text != test.text || sub.Span.Text() != test.want {
			t.Errorf("Sub of %q is %q at %q", test.text, sub.Text, sub.Span.Text())
		}
	}
	if got := p.Slice(3, 3); got.Start != 7 || got.End != 7 {
		t.Errorf("empty slice at %d to %d", got.Start, got.End)
	}
	if got := (Prose{Text: "甲"}).Slice(0, 3); !got.IsZero() {
		t.Errorf("slice of prose from nowhere is %v", got)
	}
	if sub := p.Sub(3, 3); !sub.IsZero() || sub.Span.Start != 7 {
		t.Errorf("empty part %+v", sub)
	}
}

func indexOf(t *testing.T, text, part string) int {
	t.Helper()
	for i := 0; i+len(part) <= len(text); i++ {
		if text[i:i+len(part)] == part {
			return i
		}
	}
	t.Fatalf("%q is not in %q", part, text)
	return 0
}

// TestProseSub takes every part of every part: it must stand where the part
// of the whole stands.
func TestProseSub(t *testing.T) {
	for _, p := range []Prose{marked(), proseOf("共收到申请5件。")} {
		n := len(p.Text)
		for i := 0; i <= n; i++ {
			for j := i + 1; j <= n; j++ {
				sub := p.Sub(i, j)
				if sub.Text != p.Text[i:j] || sub.Span != p.Slice(i, j) {
					t.Fatalf("Sub(%d, %d) = %q at %v", i, j, sub.Text, sub.Span)
				}
				for k := i; k < j; k += 2 {
					if got, want := sub.Slice(k-i, j-i), p.Slice(k, j); got != want {
						t.Fatalf("Sub(%d, %d).Slice(%d, %d) = %v, want %v", i, j, k-i, j-i, got, want)
					}
				}
			}
		}
	}
}

func TestEachSentenceOfMarked(t *testing.T) {
	var got []string
	for sentence := range marked().EachSentence {
		got = append(got, sentence.Text+"|"+sentence.Span.Text())
	}
	want := []string{"共收到申请\u00a05件。|共**收到**申请&nbsp;5\n> 件。", "答复*4件。|答复\\*4件。"}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %q, want %q", got, want)
	}
}
