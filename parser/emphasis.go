package parser

import (
	"unicode"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// mark is a run of * or _ that may open emphasis.
type mark struct{ edit, left int }

// emphasis pairs runs of * and _. A run of more than three, and any of three
// bars or more, is a blank to fill in or a masked name.
func (c *cleaner) emphasis(b byte, i, end int) int {
	n := run(c.src[i:end])
	if n > 3 || b == '_' && n > 2 {
		return i + n
	}
	opens, closes := c.flanks(b, i, i+n)
	stack := &c.stars
	if b == '_' {
		stack = &c.bars
	}
	used := 0
	for closes && used < n && len(*stack) > 0 {
		opener := &(*stack)[len(*stack)-1]
		k := min(opener.left, n-used, 2)
		c.edits[opener.edit].kind = drop
		c.edits[opener.edit].start -= k
		opener.left -= k
		used += k
		if opener.left == 0 {
			*stack = (*stack)[:len(*stack)-1]
		}
	}
	if used > 0 {
		c.add(i, i+used, drop, "")
	}
	if opens && used < n {
		*stack = append(*stack, mark{c.add(i+n, i+n, off, ""), n - used})
	}
	return i + n
}

// flanks reports whether the run src[start:end] can open and close emphasis.
// CommonMark lets no ** close between a full stop and a letter, as Chinese
// writers do all the time (**概述。**正文); they mean it, so it closes here.
func (c *cleaner) flanks(b byte, start, end int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(c.src[:start])
	after, _ := utf8.DecodeRuneInString(c.src[end:])
	blankBefore := start == 0 || report.IsBlank(before)
	blankAfter := end == len(c.src) || report.IsBlank(after)
	punctBefore := unicode.IsPunct(before) || unicode.IsSymbol(before)
	punctAfter := unicode.IsPunct(after) || unicode.IsSymbol(after)
	left := !blankAfter && (!punctAfter || blankBefore || punctBefore)
	right := !blankBefore && (!punctBefore || blankAfter || punctAfter)
	switch {
	case b == '_':
		return left && (!right || punctBefore), right && (!left || punctAfter)
	case end-start > 1:
		return left, !blankBefore
	}
	return left, right
}

// forget drops the marks whose edits are gone.
func forget(marks []mark, last int) []mark {
	for len(marks) > 0 && marks[len(marks)-1].edit > last {
		marks = marks[:len(marks)-1]
	}
	return marks
}
