package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEditDistance(t *testing.T) {
	tests := []struct {
		a, b string
		most int
		want int
	}{
		{"", "", 3, 0},
		{"总体情况", "总体情况", 0, 0},
		{"总体情况", "总体概述", 0, 1},
		{"总体情况", "总体概述", 3, 2},
		{"总体情况", "总体概述", 1, 2},
		{"", "总体", 3, 2},
		{"总体情况概述", "总体情况", 3, 2},
		{"属于三类内部事物信息", "属于三类内部事务信息", 3, 1},
		{"先行有效件数", "现行有效件数", 3, 1},
		{"废纸件数", "废止件数", 3, 1},
		{"政府信息公开行政法复议", "政府信息公开行政复议", 3, 1},
		{"其他法律行政止公开", "其他法律行政法规禁止公开", 3, 3},
		{"总体情况", "其他需要报告的事项", 3, 4},
		{"abc", "xyzabc", 2, 3},
	}
	for _, test := range tests {
		for _, pair := range [][2]string{{test.a, test.b}, {test.b, test.a}} {
			if got := EditDistance(pair[0], pair[1], test.most); got != test.want {
				t.Errorf("EditDistance(%q, %q, %d) = %d, want %d", pair[0], pair[1], test.most, got, test.want)
			}
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		name  string
		names []string
		want  string
	}{
		{"sum-mismach", []string{"year-missing", "sum-mismatch", "unit-label"}, "sum-mismatch"},
		{"fiels", []string{"rules", "files"}, "files"},
		{"本年新受", []string{"上年结转", "本年新收"}, "本年新收"},
		{"予以公开", []string{"上年结转", "结果维持"}, ""},
		{"甲", nil, ""},
		{"kinds", []string{"kind", "kinds"}, "kinds"},
	} {
		if got := Nearest(c.name, c.names); got != c.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", c.name, c.names, got, c.want)
		}
	}
}

// TestEditDistanceTable compares with the whole table, written plainly.
func TestEditDistanceTable(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("甲乙丙a")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		most := rapid.IntRange(0, 13).Draw(t, "most")
		want := min(plainDistance([]rune(a), []rune(b)), most+1)
		if got := EditDistance(a, b, most); got != want {
			t.Fatalf("EditDistance(%q, %q, %d) = %d, want %d", a, b, most, got, want)
		}
	})
}

func plainDistance(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return plainDistance(a[1:], b[1:])
	}
	row := make([][]int, len(a)+1)
	for i := range row {
		row[i] = make([]int, len(b)+1)
		row[i][0] = i
	}
	for j := range row[0] {
		row[0][j] = j
	}
	for i := range a {
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[i+1][j+1] = min(row[i][j]+cost, row[i][j+1]+1, row[i+1][j]+1)
		}
	}
	return row[len(a)][len(b)]
}

func TestEditDistanceAllocates(t *testing.T) {
	a, b := "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
	if n := testing.AllocsPerRun(100, func() { EditDistance(a, b, 3) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	long := strings.Repeat("甲", 10_000)
	if got := EditDistance(long+"乙", "丙"+long, 3); got != 2 {
		t.Errorf("distance of long strings %d", got)
	}
}

func BenchmarkEditDistance(b *testing.B) {
	for b.Loop() {
		EditDistance("属于三类内部事物信息", "其他法律行政法规禁止公开", 3)
	}
}
