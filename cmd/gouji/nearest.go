package main

import (
	"slices"
	"strings"
)

// nearest returns the names that a mistyped word may mean, best first: those
// a few letters off, and those that it is a part of.
func nearest(word string, names []string) []string {
	type scored struct {
		name     string
		distance int
	}
	var near []scored
	for _, n := range names {
		d := distance(word, n)
		if len(word) >= 3 && slices.Contains(strings.Split(n, "-"), word) {
			d = 1
		}
		if d <= max(1, len(n)/3) {
			near = append(near, scored{n, d})
		}
	}
	slices.SortStableFunc(near, func(a, b scored) int { return a.distance - b.distance })
	var best []string
	for _, s := range near[:min(len(near), 3)] {
		best = append(best, s.name)
	}
	return best
}

// distance counts the letters to insert, leave out, change or swap with the
// next one to make b of a.
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(a)][len(b)]
}
