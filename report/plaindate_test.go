package report

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What is read in one go is what the reader of all forms reads.
func TestPlainDates(t *testing.T) {
	parts := strings.Split("2024 2023 1 12 17 31 0 07 45 年 月 日 号 度 元 元月 底 至 到 - – 、 和 . / ， 。 二 〇 十 ２ １７ a 局 \u3000 \u00a0", " ")
	parts = append(parts, " ", "2024年", "2024年1月", "1月17日")
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		got, size := DateAt(s)
		want, wantSize := unusualDate(s)
		if got != want || size != wantSize {
			t.Fatalf("%q: got %+v, %d bytes, want %+v, %d", s, got, size, want, wantSize)
		}
	})
}

func TestCalendar(t *testing.T) {
	for _, year := range []int{1900, 2000, 2023, 2024, 2100} {
		for month := 1; month < 15; month++ {
			for day := 1; day < 34; day++ {
				on := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
				want := on.Year() == year && int(on.Month()) == month && on.Day() == day
				if got := (Date{Year: year, Month: month, Day: day}).Exists(); got != want {
					t.Errorf("%d-%d-%d exists: %t", year, month, day, got)
				}
			}
		}
	}
}
