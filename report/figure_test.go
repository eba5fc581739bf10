package report

import (
	"testing"
	"unicode/utf8"
)

func TestReadFigure(t *testing.T) {
	tests := []struct {
		text  string
		kind  CellKind
		value string
		form  CellForm
		unit  string
	}{
		// Plain figures.
		{"0", Figure, "0", 0, ""},
		{"3", Figure, "3", 0, ""},
		{"11398889", Figure, "11398889", 0, ""},
		{"3569900", Figure, "3569900", 0, ""},
		{"999999999999999999", Figure, "999999999999999999", 0, ""},
		{"9999999999999999999", Figure, "9999999999999999999", 0, ""},
		{"3415.74", Figure, "3415.74", 0, ""},
		{"984361.00", Figure, "984361.00", 0, ""},
		{"4166.214619", Figure, "4166.214619", 0, ""},
		{"0.5", Figure, "0.5", 0, ""},
		{" 12 ", Figure, "12", 0, ""},
		{"\u00a012\u3000", Figure, "12", 0, ""},
		{"12\u200b", Figure, "12", 0, ""},

		// Signs.
		{"-1", Figure, "-1", 0, ""},
		{"−18", Figure, "-18", 0, ""},
		{"–18", Figure, "-18", 0, ""},
		{"－18", Figure, "-18", FullWidth, ""},
		{"+19", Figure, "19", Signed, ""},
		{"＋１９", Figure, "19", Signed | FullWidth, ""},
		{"- 5", Figure, "-5", Spaces, ""},
		{"-0", Figure, "0", 0, ""},

		// Forms.
		{"１２３４", Figure, "1234", FullWidth, ""},
		{"３４１５．７４", Figure, "3415.74", FullWidth, ""},
		{"1２", Figure, "12", FullWidth, ""},
		{"1,234", Figure, "1234", Thousands, ""},
		{"11,398,889", Figure, "11398889", Thousands, ""},
		{"1,234.50", Figure, "1234.50", Thousands, ""},
		{"1，234", Figure, "1234", Thousands | FullWidth, ""},
		{"-1,234", Figure, "-1234", Thousands, ""},
		{"1, 234", Figure, "1234", Thousands | Spaces, ""},
		{"012", Figure, "12", Zeros, ""},
		{"00", Figure, "0", Zeros, ""},
		{"-05", Figure, "-5", Zeros, ""},
		{"1 2", Figure, "12", Spaces, ""},
		{"1\u30002", Figure, "12", Spaces, ""},
		{"1 234 567", Figure, "1234567", Spaces, ""},
		{"984361 .00", Figure, "984361.00", Spaces, ""},

		// Units.
		{"3件", Figure, "3", WithUnit, "件"},
		{"3 件", Figure, "3", WithUnit, "件"},
		{"2笔", Figure, "2", WithUnit, "笔"},
		{"984361元", Figure, "984361", WithUnit, "元"},
		{"251000元", Figure, "251000", WithUnit, "元"},
		{"160.5964万元", Figure, "160.5964", WithUnit, "万元"},
		{"160.5964 万 元", Figure, "160.5964", WithUnit, "万元"},
		{"00元", Figure, "0", Zeros | WithUnit, "元"},
		{"1,234件", Figure, "1234", Thousands | WithUnit, "件"},
		{"１２件", Figure, "12", FullWidth | WithUnit, "件"},
		{"1 2件", Figure, "12", Spaces | WithUnit, "件"},
		{"58.5%", Figure, "58.5", WithUnit, "%"},
		{"58.5％", Figure, "58.5", WithUnit, "％"},
		{"120人次", Figure, "120", WithUnit, "人次"},

		// Nothing.
		{"", Blank, "0", 0, ""},
		{" ", Blank, "0", 0, ""},
		{"\u00a0", Blank, "0", 0, ""},
		{"\u3000", Blank, "0", 0, ""},
		{"\u200b\ufeff", Blank, "0", 0, ""},
		{"\t\n", Blank, "0", 0, ""},
		{"/", Dash, "0", 0, ""},
		{"／", Dash, "0", 0, ""},
		{"\\", Dash, "0", 0, ""},
		{"-", Dash, "0", 0, ""},
		{"－", Dash, "0", 0, ""},
		{"–", Dash, "0", 0, ""},
		{"—", Dash, "0", 0, ""},
		{"——", Dash, "0", 0, ""},
		{"---", Dash, "0", 0, ""},
		{"--------------------", Dash, "0", 0, ""},
		{" / ", Dash, "0", 0, ""},
		{"/ / /", Dash, "0", 0, ""},
		{"无", Dash, "0", 0, ""},
		{"暂 无", Dash, "0", 0, ""},
		{"不适用", Dash, "0", 0, ""},
		{"N/A", Dash, "0", 0, ""},
		{"n/a", Dash, "0", 0, ""},
		{"Ｎ／Ａ", Dash, "0", 0, ""},

		// Words.
		{"约12", Words, "0", 0, ""},
		{"12余", Words, "0", 0, ""},
		{"12件左右", Words, "0", 0, ""},
		{"1e3", Words, "0", 0, ""},
		{"1/3", Words, "0", 0, ""},
		{"(3)", Words, "0", 0, ""},
		{"（3）", Words, "0", 0, ""},
		{"零", Words, "0", 0, ""},
		{"〇", Words, "0", 0, ""},
		{"一", Words, "0", 0, ""},
		{"十二", Words, "0", 0, ""},
		{"1,2O0", Words, "0", 0, ""},
		{"12,34", Words, "0", 0, ""},
		{"1,2345", Words, "0", 0, ""},
		{"1234,567", Words, "0", 0, ""},
		{"0,123", Words, "0", 0, ""},
		{"1,234,56", Words, "0", 0, ""},
		{"1.2.3", Words, "0", 0, ""},
		{"12.", Words, "0", 0, ""},
		{".5", Words, "0", 0, ""},
		{"--5", Words, "0", 0, ""},
		{"+", Words, "0", 0, ""},
		{"2021年", Words, "0", 0, ""},
		{"0 0 0", Words, "0", 0, ""},
		{"3 0 0", Words, "0", 0, ""},
		{"0 12", Words, "0", 0, ""},
		{"第二十条第（一）项", Words, "0", 0, ""},
		{"本年制发件数", Words, "0", 0, ""},
		{"9999999999999999999999999999999999999999999999999999999999999", Words, "0", 0, ""},
	}
	for _, test := range tests {
		kind, value, form, unit := ReadFigure(test.text)
		if kind != test.kind || value.String() != test.value || form != test.form || unit != test.unit {
			t.Errorf("ReadFigure(%q) = %d, %s, %07b, %q; want %d, %s, %07b, %q",
				test.text, kind, value, form, unit, test.kind, test.value, test.form, test.unit)
		}
	}
}

func TestReadFigureAllocates(t *testing.T) {
	for _, text := range []string{"0", "13612", "3415.74", "", "\u00a0", "/", "无", "3件", "-1", "012", "属于国家秘密"} {
		if n := testing.AllocsPerRun(100, func() { ReadFigure(text) }); n != 0 {
			t.Errorf("ReadFigure(%q) allocates %v times", text, n)
		}
	}
}

func FuzzReadFigure(f *testing.F) {
	for _, text := range []string{"12", "1,234.5", "１２", "-1 2件", "\u00a0", "／", "00元", "160.5964 万元", "\xff1", "（1", "不 适用"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		kind, value, form, unit := ReadFigure(text)
		// Behind a blank nothing is read at a glance.
		if k, v, f, u := ReadFigure(" " + text); utf8.ValidString(text) && (k != kind || !v.Equal(value) || f != form || u != unit) {
			t.Fatalf("ReadFigure(%q) = %d, %s, %b, %q; behind a blank %d, %s, %b, %q", text, kind, value, form, unit, k, v, f, u)
		}
		if kind != Figure {
			if !value.IsZero() || form != 0 || unit != "" {
				t.Fatalf("ReadFigure(%q): kind %d with %s, %b, %q", text, kind, value, form, unit)
			}
			return
		}
		// A figure written plainly again is the same figure.
		again, same, _, _ := ReadFigure(value.String())
		if again != Figure || !same.Equal(value) || same.Decimals() != value.Decimals() {
			t.Fatalf("ReadFigure(%q) = %s, read again %s", text, value, same)
		}
		if form.Has(WithUnit) != (unit != "") {
			t.Fatalf("ReadFigure(%q): form %b, unit %q", text, form, unit)
		}
	})
}

func BenchmarkReadFigure(b *testing.B) {
	for _, text := range []string{"0", "13612", "3415.74", "1,234", "属于国家秘密", ""} {
		b.Run(text, func(b *testing.B) {
			for b.Loop() {
				ReadFigure(text)
			}
		})
	}
}

func TestSaysNone(t *testing.T) {
	for _, text := range []string{"无", "暂无", "没有", "不适用", "不涉及", "无 ", "\u3000无", "暂\u200b无", "n/a", "N/A", "Ｎ／Ａ", "NA"} {
		if !saysNone(text) {
			t.Errorf("%q says that there is none", text)
		}
	}
	for _, text := range []string{"", "无效", "不予公开", "总计", "其他", "（无）", "一", "没", "0"} {
		if saysNone(text) {
			t.Errorf("%q does not say that there is none", text)
		}
	}
}
