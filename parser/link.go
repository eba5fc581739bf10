package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// link handles a ]: [text](target) leaves the text, ![alt](target) nothing.
func (c *cleaner) link(i, end int) int {
	if len(c.brackets) == 0 {
		return i + 1
	}
	open := c.brackets[len(c.brackets)-1]
	c.brackets = c.brackets[:len(c.brackets)-1]
	stop, target := linkTarget(c.src[:end], i+1)
	if stop == 0 {
		return i + 1
	}
	e := &c.edits[open]
	e.kind = drop
	if c.src[e.start] == '[' {
		c.add(i, stop, drop, "")
		return stop
	}
	c.image(c.src[e.end:i], target, extent{e.start, stop})
	e.end = stop
	c.edits = c.edits[:open+1]
	c.stars, c.bars = forget(c.stars, open), forget(c.bars, open)
	return stop
}

func (c *cleaner) image(alt, target string, e extent) {
	c.images = append(c.images, report.Image{Alt: alt, Target: target, Span: report.Span{Start: e.start, End: e.end}})
}

// linkTarget reads (target "title") at src[i] and returns the offset behind
// it, 0 when there is none.
func linkTarget(src string, i int) (stop int, target string) {
	if i >= len(src) || src[i] != '(' {
		return 0, ""
	}
	src = src[:min(len(src), i+maxTag)]
	depth, quote := 1, byte(0)
	for j := i + 1; j < len(src); j++ {
		switch b := src[j]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '(':
			if depth++; depth > 32 {
				return 0, ""
			}
		case b == ')':
			if depth--; depth == 0 {
				target, _, _ = strings.Cut(strings.TrimSpace(src[i+1:j]), " ")
				return j + 1, strings.Trim(target, "<>")
			}
		case (b == '"' || b == '\'') && src[j-1] == ' ':
			quote = b
		case b == '[' || b == '\n':
			return 0, ""
		}
	}
	return 0, ""
}
