package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestOrdinalAt(t *testing.T) {
	tests := []struct {
		text string
		want Ordinal
		rest string // what follows the ordinal
	}{
		{"一、总体情况", Ordinal{Level: 1, N: 1}, "总体情况"},
		{"六、其他需要报告的事项", Ordinal{Level: 1, N: 6}, "其他需要报告的事项"},
		{"十一、附则", Ordinal{Level: 1, N: 11}, "附则"},
		{"二、 上年结转政府信息公开申请数量", Ordinal{Level: 1, N: 2}, "上年结转政府信息公开申请数量"},
		{"二、\u3000主动公开", Ordinal{Level: 1, N: 2}, "主动公开"},
		{"（一）予以公开", Ordinal{Level: 2, N: 1}, "予以公开"},
		{"（七）总计", Ordinal{Level: 2, N: 7}, "总计"},
		{"1.属于国家秘密", Ordinal{Level: 3, N: 1}, "属于国家秘密"},
		{"12. 其他", Ordinal{Level: 3, N: 12}, "其他"},
		{"（1）网站", Ordinal{Level: 4, N: 1}, "网站"},
		{"3.危及“三安全一稳定”", Ordinal{Level: 3, N: 3}, "危及“三安全一稳定”"},

		{"一.总体情况", Ordinal{Level: 1, N: 1, Form: DotAfter}, "总体情况"},
		{"一．总体情况", Ordinal{Level: 1, N: 1, Form: DotAfter | FullWidthOrdinal}, "总体情况"},
		{"一，总体情况", Ordinal{Level: 1, N: 1, Form: CommaAfter}, "总体情况"},
		{"一,总体情况", Ordinal{Level: 1, N: 1, Form: CommaAfter}, "总体情况"},
		{"一 、总体情况", Ordinal{Level: 1, N: 1, Form: SpacedOrdinal}, "总体情况"},
		{"（一）、高度重视", Ordinal{Level: 2, N: 1, Form: MarkAfter}, "高度重视"},
		{"(一)高度重视", Ordinal{Level: 2, N: 1, Form: HalfBrackets}, "高度重视"},
		{"(一) 系统化推进主动公开。", Ordinal{Level: 2, N: 1, Form: HalfBrackets}, "系统化推进主动公开。"},
		{"（一)高度重视", Ordinal{Level: 2, N: 1, Form: HalfBrackets}, "高度重视"},
		{"(二).及时公开", Ordinal{Level: 2, N: 2, Form: HalfBrackets | MarkAfter}, "及时公开"},
		{"（ 二 ）及时公开", Ordinal{Level: 2, N: 2, Form: SpacedOrdinal}, "及时公开"},
		{"㈠主动公开", Ordinal{Level: 2, N: 1, Form: Enclosed}, "主动公开"},
		{"㈡、主动公开", Ordinal{Level: 2, N: 2, Form: Enclosed | MarkAfter}, "主动公开"},
		{"二）主动公开", Ordinal{Level: 2, N: 2, Form: OpenBracket}, "主动公开"},
		{"1、局领导", Ordinal{Level: 3, N: 1, Form: PauseAfter}, "局领导"},
		{"1、2023年收到", Ordinal{Level: 3, N: 1, Form: PauseAfter}, "2023年收到"},
		{"１．属于", Ordinal{Level: 3, N: 1, Form: FullWidthOrdinal}, "属于"},
		{"1．属于", Ordinal{Level: 3, N: 1, Form: FullWidthOrdinal}, "属于"},
		{"１、属于", Ordinal{Level: 3, N: 1, Form: FullWidthOrdinal | PauseAfter}, "属于"},
		{"1，属于", Ordinal{Level: 3, N: 1, Form: CommaAfter}, "属于"},
		{"1.2023年收到", Ordinal{Level: 3, N: 1}, "2023年收到"},
		{"⒈属于", Ordinal{Level: 3, N: 1, Form: Enclosed}, "属于"},
		{"(1)网站", Ordinal{Level: 4, N: 1, Form: HalfBrackets}, "网站"},
		{"1）网站", Ordinal{Level: 4, N: 1, Form: OpenBracket}, "网站"},
		{"①网站", Ordinal{Level: 4, N: 1, Form: Enclosed}, "网站"},
		{"⑿网站", Ordinal{Level: 4, N: 12, Form: Enclosed}, "网站"},
		{"第一部分 总体情况", Ordinal{Level: 1, N: 1, Form: PartOrdinal}, "总体情况"},
		{"第二部分：主动公开", Ordinal{Level: 1, N: 2, Form: PartOrdinal}, "主动公开"},
		{"第三章 附则", Ordinal{Level: 1, N: 3, Form: PartOrdinal}, "附则"},
	}
	for _, test := range tests {
		got, ok := OrdinalAt(test.text)
		rest := test.text[got.Size:]
		got.Size = 0
		if !ok || got != test.want || rest != test.rest {
			t.Errorf("OrdinalAt(%q) = %+v, %t, then %q; want %+v, then %q", test.text, got, ok, rest, test.want, test.rest)
		}
	}
}

func TestNoOrdinal(t *testing.T) {
	for _, text := range []string{
		"", "总体情况", "l六、存在的主要问题", "2023年，我局", "2023 年", "1.5万件", "1.17", "1.1 概述", "12345热线",
		"一是加强领导", "一、"[:3], "一些", "三安全一稳定", "一方面", "二〇二四年一月十七日", "第一，", "第二十条第（一）项",
		"第一责任人", "（2023）", "（无）", "（一", "()", "1,234件", "1 234", "百、", "零、", "一百二十、", "123、",
		"3件", "２０２３年", "一二、", "十四五、",
	} {
		if o, ok := OrdinalAt(text); ok {
			t.Errorf("OrdinalAt(%q) = %+v, want none", text, o)
		}
	}
}

// The short way to read an ordinal reads what the long one reads, and what is
// passed over at a glance is none.
func TestCommonOrdinal(t *testing.T) {
	parts := []string{"（", "）", "(", ")", "一", "二", "九", "十", "百", "〇", "两", "第", "、", ".", "．", "，", ",", " ", "\u3000", "1", "2", "0", "１", "2023年", "年", "主动公开", "部分", "章", "条", "项"}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 6).Draw(t, "parts"), "")
		if o, ok := commonOrdinal(s); ok {
			if want, ok := anyOrdinal(s); !ok || o != want {
				t.Fatalf("%q: %+v, want %+v, %v", s, o, want, ok)
			}
		}
		if o, ok := anyOrdinal(s); ok && !mayBeOrdinal(s) {
			t.Fatalf("%q: %+v was passed over", s, o)
		}
	})
}
