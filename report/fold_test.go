package report

import (
	"testing"
	"unicode/utf8"
	"unsafe"
)

func TestFold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"总体情况", "总体情况"},
		{"规 章", "规章"},
		{"规\u3000章\u00a0", "规章"},
		{"\ufeff规\u200b章\n", "规章"},
		{"第二十条 第（一）项", "第二十条第(一)项"},
		{"第二十条第(一)项", "第二十条第(一)项"},
		{"本年收费金额（单位：万元）", "本年收费金额(单位:万元)"},
		{"危及“三安全一稳定”", `危及"三安全一稳定"`},
		{"危及\"三安全一稳定\"", `危及"三安全一稳定"`},
		{"危及「三安全一稳定」", `危及"三安全一稳定"`},
		{"危及‘三安全一稳定'", `危及"三安全一稳定"`},
		{"政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议,行政诉讼情况"},
		{"政府信息公开行政复议，行政诉讼情况", "政府信息公开行政复议,行政诉讼情况"},
		{"（本列数据的钩稽关系为", "(本列数据的勾稽关系为"},
		{"（本列数据的勾稽关系为", "(本列数据的勾稽关系为"},
		{"国办公开办函〔2021〕30号", "国办公开办函[2021]30号"},
		{"国办公开办函【2021】30号", "国办公开办函[2021]30号"},
		{"国办公开办函［２０２１］３０号", "国办公开办函[2021]30号"},
		{"《条例》", "<条例>"},
		{"ＡＢＣ abc", "abcabc"},
		{"2021—2025年", "2021-2025年"},
		{"2021－2025年", "2021-2025年"},
		{"2021–2025年", "2021-2025年"},
		{"１．属于国家秘密", "1.属于国家秘密"},
		{"a\xffb", "a\xffb"},
	}
	for _, test := range tests {
		got := Fold(test.text)
		if got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.text, got, test.want)
		}
		if again := Fold(got); again != got {
			t.Errorf("Fold(%q) = %q: not the same twice", got, again)
		}
		if appended := string(AppendFold([]byte("前"), test.text)); appended != "前"+test.want {
			t.Errorf("AppendFold(%q) = %q", test.text, appended)
		}
		if got == test.text && unsafe.StringData(got) != unsafe.StringData(test.text) {
			t.Errorf("Fold(%q) is a copy", test.text)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("第二十条 第（一）项")
	f.Add("Ａ\xff“")
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(text)
		if again := Fold(folded); again != folded && utf8.ValidString(text) {
			t.Fatalf("Fold(%q) = %q, then %q", text, folded, again)
		}
		if appended := string(AppendFold(nil, text)); appended != folded {
			t.Fatalf("Fold(%q) = %q, AppendFold %q", text, folded, appended)
		}
		if want := foldByRune(text); folded != want {
			t.Fatalf("Fold(%q) = %q, want %q", text, folded, want)
		}
	})
}

// foldByRune is Fold without what makes it fast.
func foldByRune(text string) string {
	var dst []byte
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch folded := foldRune(r); {
		case folded == r:
			dst = append(dst, text[i:i+size]...)
		case folded != noRune:
			dst = utf8.AppendRune(dst, folded)
		}
		i += size
	}
	return string(dst)
}

func BenchmarkFold(b *testing.B) {
	for _, text := range []string{"属于国家秘密", "一、本年新收政府信息公开申请数量", "本年收费金额（单位：万元）"} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				Fold(text)
			}
		})
	}
}
