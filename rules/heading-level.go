package rules

import (
	_ "embed"
	"fmt"
)

//go:embed heading-level.md
var headingLevelPage string

var headingLevel = Rule{
	Name:     "heading-level",
	Title:    Message{"序号跳级", "level of ordinals skipped"},
	Family:   Writing,
	Severity: Info,
	Since:    "0.1.0",
	Page:     headingLevelPage,
	Check:    checkHeadingLevel,
}

// levelSamples are the ordinals of the four levels.
var levelSamples = [...]string{"", "一、", "（一）", "1.", "（1）"}

// checkHeadingLevel reports once the lists that begin below a skipped level.
func checkHeadingLevel(p *Pass) {
	var skips []place
	fix := Fix{Title: Message{"改用上一级的序号", "use the level above"}}
	should, is, above := 0, 0, 0
	for _, o := range p.outline() {
		if !skipsLevel(above, o.Level) {
			above = o.Level
			continue
		}
		if at := (place{o.block, 0, o.label(p)}); p.spanAt(at).Text() == p.textAt(at) && o.N < 100 {
			fix.Edits = append(fix.Edits, Edit{p.spanAt(at), ordinalForms(above+1, o.N)[0]})
		}
		if o.N > 1 {
			continue
		}
		if skips == nil {
			should, is = above+1, o.Level
		}
		skips = append(skips, place{o.block, 0, o.label(p)})
	}
	if len(skips) == 0 {
		return
	}
	d := Diagnostic{
		Span: p.spanAt(skips[0]),
		Message: Message{
			fmt.Sprintf("「%s」下面应为「%s」，实为「%s」", levelSamples[should-1], levelSamples[should], levelSamples[is]),
			fmt.Sprintf("below %s comes %s, not %s", levelSamples[should-1], levelSamples[should], levelSamples[is]),
		},
		Label: Message{fmt.Sprintf("应为「%s」", levelSamples[should]), fmt.Sprintf("should be %s", levelSamples[should])},
		Basis: "GB/T 9704-2012 7.3.3：结构层次序数依次用「一、」「（一）」「1.」「（1）」",
		Help:  Message{"改用上一级的序号，或者补上中间一级", "use the level above, or add the one between"},
	}
	d.Fixes = fixed(fix) // not safe: the level between may have to be added instead
	p.gather(&d, skips)
	p.Flag(d)
}

// skipsLevel reports whether a level is missing between the one above and the
// next. A text of two levels may put 1. under 一、.
func skipsLevel(above, next int) bool {
	return above > 0 && next > above+1 && !(above == 1 && next == 3)
}
