package report

import "unicode/utf8"

// EditDistance returns how many characters must be put in, taken out or
// replaced to make b of a; most+1 when it is more than most.
func EditDistance(a, b string, most int) int {
	if a == b {
		return 0
	}
	if most <= 0 {
		return 1
	}
	a, b = trimCommon(a, b)
	var bufA, bufB [64]rune
	short, long := appendRunes(bufA[:0], a), appendRunes(bufB[:0], b)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(long)-len(short) > most {
		return most + 1
	}
	return banded(short, long, most)
}

// Nearest returns the one of some names that a mistyped name most likely means,
// "" when none is near: when more than two characters, and more than a third,
// are others.
func Nearest(name string, names []string) (best string) {
	distance := max(2, utf8.RuneCountInString(name)/3) + 1
	for _, n := range names {
		if d := EditDistance(name, n, distance-1); d < distance {
			best, distance = n, d
		}
	}
	return best
}

// trimCommon takes off what a and b have in common at both ends.
func trimCommon(a, b string) (string, string) {
	for a != "" && b != "" {
		ra, size := utf8.DecodeRuneInString(a)
		rb, sizeB := utf8.DecodeRuneInString(b)
		if ra != rb || size != sizeB {
			break
		}
		a, b = a[size:], b[size:]
	}
	for a != "" && b != "" {
		ra, size := utf8.DecodeLastRuneInString(a)
		rb, sizeB := utf8.DecodeLastRuneInString(b)
		if ra != rb || size != sizeB {
			break
		}
		a, b = a[:len(a)-size], b[:len(b)-size]
	}
	return a, b
}

func appendRunes(dst []rune, s string) []rune {
	for _, r := range s {
		dst = append(dst, r)
	}
	return dst
}

// banded computes the rows of the usual table, a row for each rune of long,
// only up to most places off its diagonal: farther off, every way costs more.
func banded(short, long []rune, most int) int {
	var buf [64]int
	row := append(buf[:0], make([]int, len(short)+1)...)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(long); i++ {
		if nextRow(row, short, long[i-1], i, most) > most {
			return most + 1
		}
	}
	return min(row[len(short)], most+1)
}

// nextRow turns row i-1 into row i and returns its least value.
func nextRow(row []int, short []rune, r rune, i, most int) int {
	from, to := max(1, i-most), min(len(short), i+most)
	diagonal := row[from-1]
	row[from-1] = most + 1
	if from == 1 {
		row[0] = i
	}
	least := row[from-1]
	for j := from; j <= to; j++ {
		up := row[j]
		row[j] = diagonal
		if short[j-1] != r {
			row[j] = 1 + min(diagonal, up, row[j-1])
		}
		diagonal = up
		least = min(least, row[j])
	}
	return least
}
