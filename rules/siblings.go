package rules

// misnumbered returns the places where the n-th ordinal of a list is not n.
func misnumbered(list []numbered) (wrong []int) {
	for i, o := range list {
		if o.N != i+1 {
			wrong = append(wrong, i)
		}
	}
	return wrong
}

// exchanged reports whether two neighbours have each other's number.
func exchanged(list []numbered, wrong []int) bool {
	return len(wrong) == 2 && wrong[1] == wrong[0]+1 && list[wrong[0]].N == wrong[1]+1 && list[wrong[1]].N == wrong[0]+1
}

// isSame reports whether two blocks say the same.
func (p *Pass) isSame(a, b numbered) bool {
	return a.N == b.N && p.Report.Blocks[a.block].Prose.Text[a.Size:] == p.Report.Blocks[b.block].Prose.Text[b.Size:]
}

// numberedBetween reports whether the ordinals between a and b stand inside
// of paragraphs: （一）…。（二）…。
func (p *Pass) numberedBetween(a, b numbered) bool {
	if b.N <= a.N+1 {
		return false
	}
	for n := a.N + 1; n < b.N; n++ {
		if !p.hasOrdinal(a.block, b.block, b.Level, n) {
			return false
		}
	}
	return true
}
