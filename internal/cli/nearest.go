package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// nearest returns up to three names that a mistyped word may mean, best
// first: those a few letters off, and those that it is a part of.
func nearest(word string, names []string) []string {
	distance := func(name string) int {
		if slices.Contains(strings.Split(name, "-"), word) {
			return 1
		}
		most := max(2, len(name)/3)
		if d := report.EditDistance(word, name, most); d <= most && d < len(word) {
			return d
		}
		return far
	}
	near := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return distance(n) == far })
	slices.SortStableFunc(near, func(a, b string) int { return cmp.Compare(distance(a), distance(b)) })
	return near[:min(len(near), 3)]
}

// far is the distance of words that have nothing to do with each other.
const far = 1 << 10
