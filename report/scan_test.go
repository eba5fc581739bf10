package report

import "testing"

func TestNextNumeral(t *testing.T) {
	const all = "0123456789０１２３４５６７８９〇零○◯一二三四五六七八九十百千万亿两廿卅"
	for i, r := range all {
		text := "收件：" + string(r)
		if at := nextNumeral(text, 0); at != len("收件：") {
			t.Errorf("%c, %d of the numerals, is passed over", r, i)
		}
	}
	for _, text := range []string{"", "收", "不上与中为业丰", "“”（）、。", "\xe4", "\xe4\xb8", "é𠀀😀"} {
		if at := nextNumeral(text, 0); at != len(text) {
			t.Errorf("nextNumeral(%q) = %d", text, at)
		}
	}
}
