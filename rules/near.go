package rules

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// nearest returns the part of a text that is one or two characters away from
// one of the labels, the nearest such part; from = to when there is none.
// Short labels differ by that much from other words.
func nearest(text string, labels []string) (from, to int) {
	best := 3
	for _, label := range labels {
		want := report.Fold(bareLabel(label))
		n := utf8.RuneCountInString(want)
		if n < 8 {
			continue
		}
		for start := range text {
			end := start
			for size := 1; size <= n+2 && end < len(text); size++ {
				_, width := utf8.DecodeRuneInString(text[end:])
				end += width
				if size < n-2 {
					continue
				}
				if d := report.EditDistance(report.Fold(text[start:end]), want, best-1); d < best {
					best, from, to = d, start, end
				}
			}
		}
	}
	return from, to
}
