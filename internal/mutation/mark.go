package mutation

import "strings"

// Marks stand around a place in a text while a fault is being made, so that
// the place is known whatever is written around it afterwards. They are
// characters for private use, which no report has.
const (
	openMark  = '\uE000'
	closeMark = '\uE001'
)

// marked puts marks around a text.
func marked(s string) string { return string(openMark) + s + string(closeMark) }

// unmark takes the marks out of a text and returns the places between them.
func unmark(text string) (string, []Place) {
	var b strings.Builder
	var places []Place
	var open []int // places not closed yet
	for _, r := range text {
		switch r {
		case openMark:
			open = append(open, len(places))
			places = append(places, Place{Start: b.Len()})
		case closeMark:
			places[open[len(open)-1]].End = b.Len()
			open = open[:len(open)-1]
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), places
}
