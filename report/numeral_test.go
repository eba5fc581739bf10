package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNumeralAt(t *testing.T) {
	tests := []struct{ text, value, read string }{
		{"13件", "13", "13"},
		{"3 件", "3", "3"},
		{"１２件", "12", "１２"},
		{"1,234件", "1234", "1,234"},
		{"11,398,889件", "11398889", "11,398,889"},
		{"3415.74万元", "34157400", "3415.74万"},
		{"12.5万件", "125000", "12.5万"},
		{"160.5964万元", "1605964", "160.5964万"},
		{"1.23456万", "12345.6", "1.23456万"},
		{"1.2亿元", "120000000", "1.2亿"},
		{"3万亿元", "3000000000000", "3万亿"},
		{"3百万元", "3000000", "3百万"},
		{"2千万元", "20000000", "2千万"},
		{"3千件", "3000", "3千"},
		{"3千余件", "3000", "3千"},
		{"58.5%", "58.5", "58.5"},
		{"8,6,3件", "8", "8"},
		{"12,34", "12", "12"},
		{"5。", "5", "5"},
		{"5.", "5", "5"},
		{"2023年", "2023", "2023"},
		{"十二件", "12", "十二"},
		{"一百零五件", "105", "一百零五"},
		{"两千三百件", "2300", "两千三百"},
		{"二十万元", "200000", "二十万"},
		{"二〇二三年", "2023", "二〇二三"},
		{"廿五件", "25", "廿五"},
		{"零件", "0", "零"},

		{"", "0", ""},
		{"件", "0", ""},
		{" 3件", "0", ""},
		{"-3", "0", ""},
		{"一百五件", "0", ""},
		{"三五件", "0", ""},
		{"十四五", "0", ""},
		{"万件", "0", ""},
		{"1万2千件", "0", ""},
		{"5千瓦", "0", ""},
		{"3百五十件", "0", ""},
		{"1万一千件", "0", ""},
		{strings.Repeat("9", 61), "0", ""},
	}
	for _, test := range tests {
		n, size := NumeralAt(test.text)
		if n.String() != test.value || test.text[:size] != test.read {
			t.Errorf("NumeralAt(%q) = %s, %q; want %s, %q", test.text, n, test.text[:size], test.value, test.read)
		}
	}
}

func TestEachNumeral(t *testing.T) {
	tests := []struct{ text, want string }{
		{"全县共受理政府信息公开申请 749 件，其中自然人申请 741 件，法人或其他组织申请 8 件", "749 741 8"},
		{"收到75件，同比增长16.13%", "75 16.13"},
		{"受理5，办结6", "5 6"},
		{"分别为8,6,3件", "8 6 3"},
		{"主动公开信息1,234条", "1,234"},
		{"收取信息处理费共计380元，其中民政局1件", "380 1"},
		{"收费金额160.5964万元", "160.5964万"},
		{"１２件", "１２"},
		{"共计:5件，共计：6件", "5 6"},
		{"(3件)（4件）", "3 4"},
		{"1.收到5件", "1 5"},
		{"发文3、4、5件。", "3 4 5"},

		{"联系电话0358-8221234", ""},
		{"9:00-12:00，9：00", ""},
		{"3-5件，15～30天，2021—2025年，2021——2025年", ""},
		{"1/3，3:1，12·4", ""},
		{"PM2.5，A4纸，5G网络，20XX年，1e3，v1.2.3", ""},
		{"1.2.3", ""},
		{"http://www.gov.cn/12/t20240117_123.html?id=3&x=4", ""},
		{"2024-01-17，2024.1.17", ""},
		{"012件", ""},
		{"5+3=8件", ""},
		{"-5件，+3件", ""},
		{"1万2千件，12.5万3千件", ""},
		{"5千瓦", ""},

		{"收到申请十二件，办结两件，一百零五份", "十二 两 一百零五"},
		{"三 件", "三"},
		{"第一项加第二项之和，第二十条第（一）项", "一 二 二十"},
		{"四类过程性信息，三大类，五个方面", "四 三 五"},
		{"全年收到一件申请，公开一份", "一 一"},
		{"一起行政诉讼案件", "一"},
		{"零次", "零"},
		{"政府令第711号", "711"},
		{"12345热线", "12345"},

		{"一是加强领导，二是完善制度", ""},
		{"一些问题，统一部署，进一步，一般", ""},
		{"统一项目，同一个，每一项，另一方面，一方面", ""},
		{"三安全一稳定，十四五，万元，千家万户，百件", ""},
		{"一次性告知，高效办成一件事，在一起，一部分，一条龙，一件一档", ""},
		{"三五件，二三十件，数十件，几十件，一百五件", ""},
		{"三、收到和处理政府信息公开申请情况", ""},
		{"零件", ""},
		{"二〇二三年", ""},
		{"双随机一公开，七五普法", ""},
	}
	for _, test := range tests {
		var got []string
		EachNumeral(test.text, func(at, size int, n Number) bool {
			text := test.text[at : at+size]
			if again, _ := NumeralAt(text); !again.Equal(n) && !strings.Contains(text, "千") {
				t.Errorf("%q: %s at %q", test.text, n, text)
			}
			got = append(got, text)
			return true
		})
		if strings.Join(got, " ") != test.want {
			t.Errorf("EachNumeral(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestEachNumeralStops(t *testing.T) {
	count := 0
	EachNumeral("5件，6件", func(int, int, Number) bool {
		count++
		return false
	})
	if count != 1 {
		t.Errorf("%d numbers after the first was refused", count)
	}
}

func TestEachNumeralAllocates(t *testing.T) {
	allocs := testing.AllocsPerRun(100, func() {
		EachNumeral(sample, func(int, int, Number) bool { return true })
		EachDate(sample, func(int, int, Date) bool { return true })
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

func TestMeasureAt(t *testing.T) {
	tests := []struct{ text, want string }{
		{"件", "件"}, {"件次。", "件次"}, {"万元", "万元"}, {"个工作日内", "个工作日"}, {"个", "个"}, {"%", "%"},
		{"人次", "人次"}, {"大类", "大类"}, {"大", ""}, {"", ""}, {"年", ""}, {" 件", ""}, {"万人次，", "万人次"},
	}
	for _, test := range tests {
		if got := MeasureAt(test.text); got != test.want {
			t.Errorf("MeasureAt(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func FuzzNumeralAt(f *testing.F) {
	for _, text := range []string{
		"1,234.5万件", "一百零五件", "第二十条", "0358-8221234", "5G2", "１２．５亿", "1万2千", "3千件", "一起案件", "\xe4\xb8", "9：00",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		valid := utf8.ValidString(text)
		if n, size := NumeralAt(text); size < 0 || size > len(text) || size == 0 && !n.IsZero() ||
			valid && !utf8.ValidString(text[:size]) {
			t.Fatalf("NumeralAt(%q) = %s, %d bytes", text, n, size)
		}
		last := 0
		EachNumeral(text, func(at, size int, n Number) bool {
			if at < last || size <= 0 || at+size > len(text) || n.Sign() < 0 {
				t.Fatalf("%q: %s at %d, %d bytes, after %d", text, n, at, size, last)
			}
			if valid && !utf8.ValidString(text[at:at+size]) {
				t.Fatalf("%q: %q cuts a character", text, text[at:at+size])
			}
			last = at + size
			return true
		})
	})
}

func BenchmarkEachNumeral(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		EachNumeral(sample, func(int, int, Number) bool { return true })
	}
}
