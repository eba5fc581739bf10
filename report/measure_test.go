package report

import (
	"strings"
	"testing"
)

// A measure word begins with one of MeasureSigns, and each of them begins one.
func TestMeasureSigns(t *testing.T) {
	longer := []string{"", "类", "面", "元", "件", "次", "工作日", "作日"}
	for r := rune(0x80); r < 0xFFFF; r++ {
		begins := false
		for _, more := range longer {
			begins = begins || MeasureAt(string(r)+more) != ""
		}
		if begins != strings.ContainsRune(MeasureSigns, r) {
			t.Errorf("%c begins a measure word: %t", r, begins)
		}
	}
}
