package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed parts-mismatch.md
var partsMismatchPage string

var partsMismatch = Rule{
	Name:     "parts-mismatch",
	Title:    Message{"分项之和不等于总数", "parts do not add up to their whole"},
	Family:   Prose,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     partsMismatchPage,
	Words: []string{
		"其中", "分别为", "分别是", "包括", "件（", "件(", "条（", "条(", "篇（", "篇(", "份（", "份(", "项（", "项(", "个（", "个(", "次（", "次(",
		"人（", "人(", "期（", "期(", "场（", "场(", "宗（", "宗(", "起（", "起(",
	},
	Check: checkParts,
}

// checkParts adds up the lists of parts in running text.
func checkParts(p *Pass) {
	for block := range p.MentionBlocks {
		text := p.Report.Blocks[block].Prose
		fee := p.fee().stands(block) // then fee-parts adds up counts and amounts
		eachPartList(text.Text, p.countsIn(block), func(l *partList) {
			switch {
			case fee || l.balanced() || !l.near || l.whole.vague || l.bare() || l.overlaps():
			case l.compared(p, text):
			case l.exceeds() >= 0:
				flagLargerPart(p, text, l)
			case len(l.parts) > 1 && l.closed && l.complete():
				flagParts(p, text, l)
			}
		})
	}
}

// exceeds returns the part that is larger than the whole, counted in the
// same measure word, -1 when there is none.
func (l *partList) exceeds() int {
	for i := range l.parts {
		if c := &l.parts[i]; c.measure == l.whole.measure && c.value.Cmp(l.whole.value) > 0 {
			return i
		}
	}
	return -1
}

// compared reports whether all parts were compared with the tables, which say
// more of them than their sum.
func (l *partList) compared(p *Pass, text report.Prose) bool {
	for _, c := range l.parts {
		if !p.claims().compared(text.Slice(c.at, c.unit)) {
			return false
		}
	}
	return true
}

// complete reports whether the list means to name all parts: one that leaves
// out a third names only some.
func (l *partList) complete() bool {
	sum := l.sum()
	return sum.Mul(report.Int(10)).Cmp(l.whole.value.Mul(report.Int(7))) >= 0
}

func flagParts(p *Pass, text report.Prose, l *partList) {
	sum := l.sum()
	p.Flag(l.finding(p, text, Diagnostic{
		Message: Message{
			fmt.Sprintf("总数应为所列各项之和 %s，实为 %s，%s", sum, l.whole.value, difference(sum, l.whole.value)),
			fmt.Sprintf("the whole should be the sum of its parts, %s, is %s", sum, l.whole.value),
		},
		Label:    Message{"各项之和为 " + sum.String(), "the parts add up to " + sum.String()},
		Expected: sum.String(),
		Formula:  l.formula(),
		Help:     Message{"核对总数和各项；只列了一部分的，写明「等」", "check the whole and its parts; say so when only some are listed"},
	}))
}

func flagLargerPart(p *Pass, text report.Prose, l *partList) {
	part := l.parts[l.exceeds()]
	p.Flag(l.finding(p, text, Diagnostic{
		Message: Message{
			fmt.Sprintf("分项 %s 大于总数 %s", part.value, l.whole.value),
			fmt.Sprintf("the part %s is larger than its whole, %s", part.value, l.whole.value),
		},
		Label: Message{fmt.Sprintf("小于其中的 %s", part.value), fmt.Sprintf("less than its part %s", part.value)},
		Help:  Message{"核对总数和这一项", "check the whole and this part"},
	}))
}

// finding adds what findings about the list have in common.
func (l *partList) finding(p *Pass, text report.Prose, d Diagnostic) Diagnostic {
	d.Span = text.Slice(l.whole.at, l.whole.unit)
	d.Actual = l.whole.value.String()
	d.Basis = p.Form.Profile.Basis + "：内容应当准确"
	for _, c := range l.parts {
		shown := strings.TrimSpace(l.text[c.at:c.unit])
		d.Related = append(d.Related, Related{Span: text.Slice(c.at, c.unit), Message: Message{"分项 " + shown, "part " + shown}, Value: c.value.String()})
	}
	return d
}

// formula writes the sum of the parts.
func (l *partList) formula() string {
	var parts []string
	for i := range l.parts {
		parts = append(parts, l.parts[i].value.String())
	}
	return fmt.Sprintf("%s = %s ≠ %s", strings.Join(parts, " + "), l.sum(), l.whole.value)
}
