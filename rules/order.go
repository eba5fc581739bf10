package rules

// inOrder returns which of the places, given in the order that they should
// have, make up the longest run that has it; of two such runs, the one that
// keeps the earlier ones.
func inOrder(places []int) []bool {
	length, next := make([]int, len(places)), make([]int, len(places))
	first := -1
	for i := len(places) - 1; i >= 0; i-- {
		length[i], next[i] = 1, -1
		for j := len(places) - 1; j > i; j-- {
			if places[j] > places[i] && length[j]+1 >= length[i] {
				length[i], next[i] = length[j]+1, j
			}
		}
		if first < 0 || length[i] >= length[first] {
			first = i
		}
	}
	stays := make([]bool, len(places))
	for i := first; i >= 0; i = next[i] {
		stays[i] = true
	}
	return stays
}
