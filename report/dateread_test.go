package report

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDateAt(t *testing.T) {
	tests := []struct {
		text string
		want string // year-month-day
		form DateForm
		read string // the bytes read; all of text when empty
	}{
		{"2024年1月17日", "2024-1-17", 0, ""},
		{"2024年12月31日止", "2024-12-31", 0, "2024年12月31日"},
		{"2024年01月07日", "2024-1-7", ZeroPadded, ""},
		{"2024年1月07日", "2024-1-7", ZeroPadded, ""},
		{"2024 年 1 月 17 日", "2024-1-17", Spaced, ""},
		{"2024年\u00a01月17日", "2024-1-17", Spaced, ""},
		{"2024年1月 17日", "2024-1-17", Spaced, ""},
		{"２０２４年１月１７日", "2024-1-17", FullWidthDate, ""},
		{"2024年１月17日", "2024-1-17", FullWidthDate, ""},
		{"２０２４年０１月０７日", "2024-1-7", FullWidthDate | ZeroPadded, ""},
		{"2024年1月17号", "2024-1-17", 0, ""},
		{"2024年元月17日", "2024-1-17", 0, ""},
		{"2024年2月30日", "2024-2-30", 0, ""},
		{"2024年13月45日", "2024-13-45", 0, ""},

		{"二〇二四年一月十七日", "2024-1-17", ChineseDigits, ""},
		{"二○二四年一月十七日", "2024-1-17", ChineseDigits, ""},
		{"二零二四年一月十七日", "2024-1-17", ChineseDigits, ""},
		{"二0二四年一月十七日", "2024-1-17", ChineseDigits, ""},
		{"二O二四年一月十七日", "2024-1-17", ChineseDigits, ""},
		{"二〇二三年十一月二十一日", "2023-11-21", ChineseDigits, ""},
		{"二〇二三年十二月廿五日", "2023-12-25", ChineseDigits, ""},
		{"二〇二三年十二月三十一日", "2023-12-31", ChineseDigits, ""},
		{"二〇二三年十二月卅一日", "2023-12-31", ChineseDigits, ""},
		{"一九九八年十月", "1998-10-0", ChineseDigits, ""},
		{"二〇二四年 一月 十七日", "2024-1-17", ChineseDigits | Spaced, ""},
		{"二〇二四年1月17日", "2024-1-17", ChineseDigits, ""},
		{"二〇二四年", "2024-0-0", ChineseDigits, ""},
		{"二〇二四年度", "2024-0-0", ChineseDigits, ""},
		{"十月一日", "0-10-1", ChineseDigits, ""},
		{"一月一日起", "0-1-1", ChineseDigits, "一月一日"},

		{"2024.1.17", "2024-1-17", Dotted, ""},
		{"2024.01.07", "2024-1-7", Dotted | ZeroPadded, ""},
		{"2024-01-17", "2024-1-17", Dotted | ZeroPadded, ""},
		{"2024-1-17", "2024-1-17", Dotted, ""},
		{"2024/1/17", "2024-1-17", Dotted, ""},
		{"2024-01-17T10:00:00", "2024-1-17", Dotted | ZeroPadded, "2024-01-17"},
		{"2024. 1. 17", "2024-1-17", Dotted | Spaced, ""},
		{"２０２４．１．１７", "2024-1-17", Dotted | FullWidthDate, ""},
		{"2023.1.1-2023.12.31", "2023-1-1", Dotted, "2023.1.1"},
		{"2024.1.17。", "2024-1-17", Dotted, "2024.1.17"},

		{"2024年1月", "2024-1-0", 0, ""},
		{"2024年1月底", "2024-1-0", 0, "2024年1月"},
		{"1月17日", "0-1-17", 0, ""},
		{"12月31日止", "0-12-31", 0, "12月31日"},
		{"02月29日", "0-2-29", ZeroPadded, ""},
		{"2月30日", "0-2-30", 0, ""},
		{"12月份", "0-12-0", 0, "12月"},
		{"1月至12月", "0-1-0", 0, "1月"},
		{"1-12月", "0-1-0", 0, "1"},
		{"1至12月", "0-1-0", 0, "1"},
		{"24年1月17日", "2024-1-17", ShortYear, ""},
		{"98年12月", "1998-12-0", ShortYear, ""},
		{"24年度", "2024-0-0", ShortYear, ""},
		{"23年底", "2023-0-0", ShortYear, "23年"},
		{"2024年", "2024-0-0", 0, ""},
		{"2024 年，我局", "2024-0-0", Spaced, "2024 年"},
		{"2024年度", "2024-0-0", 0, ""},
		{"2024年 3 件", "2024-0-0", 0, "2024年"},
		{"2024年十余件", "2024-0-0", 0, "2024年"},
		{"2023年1-12月", "2023-0-0", 0, "2023年"},
		{"2023-2025年", "2023-0-0", 0, "2023"},
		{"2021—2023年", "2021-0-0", 0, "2021"},
		{"2021——2025年", "2021-0-0", 0, "2021"},
		{"2021 - 2025 年", "2021-0-0", 0, "2021"},
		{"2022、2023和2024年", "2022-0-0", 0, "2022"},
		{"2022至2024年", "2022-0-0", 0, "2022"},
		{"2024年00月00日", "2024-0-0", 0, "2024年"},
	}
	for _, test := range tests {
		d, size := DateAt(test.text)
		read := test.read
		if read == "" {
			read = test.text
		}
		got := fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day)
		if got != test.want || d.Form != test.form || test.text[:size] != read || d.Text.Value != read {
			t.Errorf("DateAt(%q) = %s, form %06b, %q, size %d; want %s, %06b, %q",
				test.text, got, d.Form, d.Text.Value, size, test.want, test.form, read)
		}
	}
}

func TestNoDate(t *testing.T) {
	for _, text := range []string{
		"", "年", "12年", "3年", "十五年", "三年", "一月一报", "一月", "十二月", "五月天", "二十二月三日", "12345热线", "12345",
		"0358-8221234", "30号", "20240117", "2024.1", "2024", "2024〕", "1000年", "3000年", "202111日起", "9:00-12:00",
		"3415.74", "3个月", "1.5万", "13月", "0月", "2024.13.1", "2024.1.32", "2024-1.17", "2024-01-17-5", "2024.1.17.3",
		"140105199001011234", "0000年1月1日", "百年", "第一", "1/3", "3-5件", "五年", "十四五",
	} {
		if d, size := DateAt(text); size > 0 {
			t.Errorf("DateAt(%q) = %+v, %d bytes", text, d, size)
		}
	}
}

func TestEachDate(t *testing.T) {
	tests := []struct{ text, want string }{
		{"本年度报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。", "2023年1月1日 2023年12月31日"},
		{"统计期限从2023年1月1日到12月31日止", "2023年1月1日 12月31日"},
		{"统计期限为2023年1-12月", "2023年 1 12月"},
		{"自2010年1月1日起至2009年12月31日止", "2010年1月1日 2009年12月31日"},
		{"2023 年，我局认真贯彻《2022年政务公开工作要点》", "2023 年 2022年"},
		{"2023-2025年规划", "2023 2025年"},
		{"2021—2023年", "2021 2023年"},
		{"2021年至2023年", "2021年 2023年"},
		{"2022、2023和2024年", "2022 2023 2024年"},
		{"（2026年1月23日）", "2026年1月23日"},
		{"根据国办公开办函〔2021〕30号的要求", ""},
		{"〔2019〕60号文自2019年11月25日起", "2019年11月25日"},
		{"联系电话：0358-8221234，12345热线，9:00-12:00", ""},
		{"电话0351-2024年", "2024年"},
		{"收费3415.74万元，1303/1499=86.92", ""},
		{"1.2023年收到申请5件。2.1月份", "2023年 1月"},
		{"1、2024年1月17日", "2024年1月17日"},
		{"V2024.1.17", ""},
		{"版本1.2024.1.17", ""},
		{"http://www.example.gov.cn/2024/1/17/t20240117_2024-01-17.html", ""},
		{"2023.1.1-2023.12.31", "2023.1.1 2023.12.31"},
		{"2023.1.1—2023.12.31", "2023.1.1 2023.12.31"},
		{"日期:2024-01-17 10:00", "2024-01-17"},
		{"身份证140105199001011234", ""},
		{"截至24年底，工作12年", "24年"},
		{"自202111日起至20211231日止", ""},
		{"二〇二四年一月十七日", "二〇二四年一月十七日"},
		{"实行一月一调度，一年一考核，十四五期间", ""},
		{"三、收到和处理政府信息公开申请情况", ""},
		{"吕梁市教育局\n2024年1月17日", "2024年1月17日"},
		{"二十大以来，十月一日国庆", "十月一日"},
		{"2024年1月17日2024年1月18日", "2024年1月17日 2024年1月18日"},
		{"同比2022年增长，较2021年下降", "2022年 2021年"},
	}
	for _, test := range tests {
		var got []string
		EachDate(test.text, func(at, size int, d Date) bool {
			if text := test.text[at : at+size]; text != d.Text.Value {
				t.Errorf("%q: Text %q at %q", test.text, d.Text.Value, text)
			}
			got = append(got, d.Text.Value)
			return true
		})
		if strings.Join(got, " ") != test.want {
			t.Errorf("EachDate(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestEachDateStops(t *testing.T) {
	count := 0
	EachDate("2023年1月1日至2023年12月31日", func(int, int, Date) bool {
		count++
		return false
	})
	if count != 1 {
		t.Errorf("%d dates after the first was refused", count)
	}
}

func FuzzEachDate(f *testing.F) {
	for _, text := range []string{
		"自2023年1月1日起至12月31日止", "2023-2025年", "二〇二四年一月十七日", "2024.1.17", "1-12月", "２０２４年", "二0", "\xe4\xba",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		EachDate(text, func(at, size int, d Date) bool {
			if at < last || size <= 0 || at+size > len(text) {
				t.Fatalf("%q: date at %d, %d bytes, after %d", text, at, size, last)
			}
			if d.Text.Value != text[at:at+size] || d.IsZero() {
				t.Fatalf("%q: %+v at %q", text, d, text[at:at+size])
			}
			if utf8.ValidString(text) && !utf8.ValidString(d.Text.Value) {
				t.Fatalf("%q: %q cuts a character", text, d.Text.Value)
			}
			last = at + size
			return true
		})
	})
}

const sample = "2023 年，我局认真贯彻执行《中华人民共和国政府信息公开条例》等文件的各项要求，严格按照市政府关于政府信息公开工作的" +
	"统一部署，积极主动做好政府信息公开各项工作，及时公开教育相关工作。全年共收到政府信息公开申请13件，其中自然人12件，" +
	"法人或其他组织1件；上年结转一件，均已按时答复。"

func BenchmarkEachDate(b *testing.B) {
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		EachDate(sample, func(int, int, Date) bool { return true })
	}
}
