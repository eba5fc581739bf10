package report

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is passed over or read in one go is what reading each numeral yields.
func TestEachNumeralPlainly(t *testing.T) {
	parts := strings.Split("3 12 2023 0 07 1,234 12.5 ２ 三 十二 一百五 一 两 万 千 亿 件 次 年 第 统 几 数 十 事 性 余 ， 。 - . : / ～ a PM http://a.cn/ ? % 申请 （ ） 千瓦", " ")
	parts = append(parts, " ", "\u3000", "三件", "1万2千")
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		var got, want []string
		EachNumeral(s, func(at, size int, n Number) bool {
			got = append(got, fmt.Sprint(at, size, n))
			return true
		})
		eachNumeralPlainly(s, func(at, size int, n Number) {
			want = append(want, fmt.Sprint(at, size, n))
		})
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%q: got %v, want %v", s, got, want)
		}
	})
}

func eachNumeralPlainly(s string, yield func(at, size int, n Number)) {
	joined := -1
	for i := nextNumeral(s, 0); i < len(s); i = nextNumeral(s, i) {
		n, size := NumeralAt(s[i:])
		whole := size > 0
		if size == 0 {
			size = mixedRun(s[i:])
		}
		end := i + size
		if count, _ := digitsAt(s[i:]); count == 0 {
			whole = whole && chineseCounts(s, i, end)
		} else {
			link := joinAt(s[end:])
			whole = whole && link == 0 && i != joined && !joinedBefore(s, i) && !leadingZero(s[i:])
			joined = end + link
		}
		if whole {
			yield(i, size, n)
		}
		i = end
	}
}
