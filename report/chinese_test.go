package report

import "testing"

func TestChineseAt(t *testing.T) {
	tests := []struct {
		text  string
		value int64
		read  string
	}{
		{"一", 1, "一"},
		{"两件", 2, "两"},
		{"十", 10, "十"},
		{"十二件", 12, "十二"},
		{"二十", 20, "二十"},
		{"二十三", 23, "二十三"},
		{"九十九", 99, "九十九"},
		{"廿五", 25, "廿五"},
		{"卅一", 31, "卅一"},
		{"一百", 100, "一百"},
		{"一百零五", 105, "一百零五"},
		{"一百〇五", 105, "一百〇五"},
		{"一百一十五", 115, "一百一十五"},
		{"一百十五", 115, "一百十五"},
		{"一百五十", 150, "一百五十"},
		{"两千三百", 2300, "两千三百"},
		{"一千零五十", 1050, "一千零五十"},
		{"一千零五", 1005, "一千零五"},
		{"一万零五百", 10500, "一万零五百"},
		{"二十万元", 200000, "二十万"},
		{"一千二百万", 12000000, "一千二百万"},
		{"三亿五千万", 350000000, "三亿五千万"},
		{"五万亿", 5000000000000, "五万亿"},
		{"二〇二三", 2023, "二〇二三"},
		{"二○二四年", 2024, "二○二四"},
		{"二零二四", 2024, "二零二四"},
		{"一九九八", 1998, "一九九八"},
		{"零", 0, "零"},

		{"", 0, ""},
		{"件", 0, ""},
		{"12", 0, ""},
		{"百件", 0, ""},
		{"万元", 0, ""},
		{"千", 0, ""},
		{"一百五", 0, ""},
		{"三万五", 0, ""},
		{"一百零", 0, ""},
		{"三五件", 0, ""},
		{"两三百件", 0, ""},
		{"十四五", 0, ""},
		{"二三十件", 0, ""},
		{"一二三产业", 0, ""},
		{"一一对应", 0, ""},
		{"十百", 0, ""},
		{"一亿一万亿一万亿", 0, ""},
		{"一二三四五六七八九一二三四五六七八九一二三", 0, ""},
	}
	for _, test := range tests {
		value, size := chineseAt(test.text)
		if value != test.value || test.text[:size] != test.read {
			t.Errorf("chineseAt(%q) = %d, %q; want %d, %q", test.text, value, test.text[:size], test.value, test.read)
		}
	}
}

// TestChineseAtCounts writes every number below 20 000 and reads it again.
func TestChineseAtCounts(t *testing.T) {
	for n := int64(1); n < 20_000; n++ {
		text := chineseText(n)
		value, size := chineseAt(text)
		if value != n || size != len(text) {
			t.Fatalf("chineseAt(%q) = %d, %d bytes; want %d", text, value, size, n)
		}
	}
}

// chineseText writes n < 100 000 000 in full.
func chineseText(n int64) string {
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	units := []struct {
		value int64
		name  string
	}{{10_000, "万"}, {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}
	text, gap := "", false
	for _, unit := range units {
		count := n / unit.value
		n %= unit.value
		switch {
		case count == 0:
			gap = text != ""
			continue
		case gap:
			text += "零"
			gap = false
		}
		if count < 10 {
			text += digits[count] + unit.name
		} else {
			text += chineseText(count) + unit.name
		}
	}
	return text
}
