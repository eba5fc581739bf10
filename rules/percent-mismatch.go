package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed percent-mismatch.md
var percentMismatchPage string

var percentMismatch = Rule{
	Name:     "percent-mismatch",
	Title:    Message{"占比与数字不符", "percentage does not fit its figures"},
	Family:   Prose,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     percentMismatchPage,
	Words: []string{
		"占比", "占总", "占全", "占申", "占收", "占受", "占答", "占办", "占公", "占当", "占本", "占 ",
		"占0", "占1", "占2", "占3", "占4", "占5", "占6", "占7", "占8", "占9",
	},
	Check: checkPercent,
}

// checkPercent works out the percentages that follow a part of a whole.
func checkPercent(p *Pass) {
	for block := range p.MentionBlocks {
		text := p.Report.Blocks[block].Prose
		counts := p.countsIn(block)
		var lists *wholes
		for i := range counts {
			if share, ok := readShare(text.Text, counts, i, &lists); ok && !share.fits(share.among(p, counts)) && share.whole != nil {
				flagShare(p, text, share)
			}
		}
	}
}

// share says that a part is so many percent of a whole.
type share struct {
	percent, part count
	whole         *count // nil when the text does not tell
	stated        bool   // the whole stands between 占 and the percentage
}

// readShare reads the percentage counts[i] behind 占, and the part before it.
func readShare(text string, counts []count, i int, lists **wholes) (s share, ok bool) {
	s.percent = counts[i]
	if !s.percent.percent() || s.percent.vague || i == 0 {
		return s, false
	}
	from := startOf(text, s.percent.at, clauseEnds+"、（(")
	at := from + strings.LastIndex(text[from:s.percent.at], "占")
	if at < from || suffixed(text[:at], "约") {
		return s, false
	}
	part := i - 1
	if counts[part].at > at {
		s.whole, s.stated = &counts[part], true
		part--
	}
	if part < 0 || counts[part].percent() || counts[part].measure == "" && counts[part].end != counts[part].unit {
		return s, false
	}
	s.part = counts[part]
	if s.part.vague || s.part.unit > at || strings.Trim(text[s.part.unit:at], "，,、（( 　") != "" {
		return s, false
	}
	if s.whole == nil {
		if *lists == nil {
			*lists = wholesIn(text, counts)
		}
		s.whole = (*lists).of(s.part)
	}
	return s, true
}

// wholes are the parts of the lists of a text with the wholes that they are
// of, in order.
type wholes []partOf

type partOf struct {
	at    int // of the part
	whole count
}

func wholesIn(text string, counts []count) *wholes {
	var all wholes
	eachPartList(text, counts, func(l *partList) {
		if !l.near {
			return
		}
		for i := range l.parts {
			all = append(all, partOf{l.parts[i].at, l.whole})
		}
	})
	slices.SortStableFunc(all, func(a, b partOf) int { return a.at - b.at })
	return &all
}

// of returns the whole that a part is of, nil when it is of none.
func (w *wholes) of(part count) *count {
	i, ok := slices.BinarySearchFunc(*w, part.at, func(p partOf, at int) int { return p.at - at })
	if !ok {
		return nil
	}
	return &(*w)[i].whole
}

// among returns the figures that the percentage may be of: the one stated,
// or those of the same kind before the part, and the totals of the tables.
func (s *share) among(p *Pass, counts []count) (all []report.Number) {
	if s.stated {
		return []report.Number{s.whole.value}
	}
	counts = countsBetween(counts, s.part.at-2*reach, s.part.at)
	for i := range counts {
		c := &counts[i]
		if c.percent() || s.part.measure != "" && c.family() != s.part.family() {
			continue
		}
		all = append(all, c.value)
		if n := len(all); n > 1 {
			all = append(all, all[n-2].Add(c.value))
		}
	}
	for _, id := range [...]string{"handled", "done"} {
		if c := p.Form.Profile.Claim(id); c != nil {
			sheet := sheet{table: &p.Form.Tables[c.TableIndex]}
			for i := range c.Alternatives {
				if total, ok := sheet.alternative(&c.Alternatives[i]); ok {
					all = append(all, total)
				}
			}
		}
	}
	return all
}

// fits reports whether the percentage is right for one of the wholes, rounded
// or cut off: one unit of its last digit is allowed.
func (s *share) fits(wholes []report.Number) bool {
	unit := report.Int(1)
	if n := s.percent.value.Decimals(); n > 0 {
		unit, _ = report.ParseNumber("0." + strings.Repeat("0", n-1) + "1")
	}
	for _, whole := range wholes {
		off := abs(s.percent.value.Mul(whole).Sub(s.part.value.Mul(report.Int(100))))
		if !whole.IsZero() && off.Cmp(unit.Mul(whole)) <= 0 {
			return true
		}
	}
	return false
}

func flagShare(p *Pass, text report.Prose, s share) {
	if s.whole.value.IsZero() {
		return
	}
	ratio := s.part.value.Mul(report.Int(100)).Rat()
	expected := ratio.Quo(ratio, s.whole.value.Rat()).FloatString(s.percent.value.Decimals())
	p.Flag(Diagnostic{
		Span: text.Slice(s.percent.at, s.percent.unit),
		Message: Message{
			fmt.Sprintf("%s 占 %s 的比例应为 %s%%，实为 %s%%", s.part.value, s.whole.value, expected, s.percent.value),
			fmt.Sprintf("%s of %s should be %s %%, is %s %%", s.part.value, s.whole.value, expected, s.percent.value),
		},
		Label:    Message{"应为 " + expected + "%", "should be " + expected + " %"},
		Expected: expected,
		Actual:   s.percent.value.String(),
		Formula:  fmt.Sprintf("%s ÷ %s = %s%%", s.part.value, s.whole.value, expected),
		Related: []Related{
			{Span: text.Slice(s.whole.at, s.whole.unit), Message: Message{"总数 " + s.whole.value.String(), "whole " + s.whole.value.String()}, Value: s.whole.value.String()},
			{Span: text.Slice(s.part.at, s.part.unit), Message: Message{"分项 " + s.part.value.String(), "part " + s.part.value.String()}, Value: s.part.value.String()},
		},
		Help:  Message{"核对数字和百分比；四舍五入和舍去尾数都可以", "check the figures and the percentage; rounded and cut off are both fine"},
		Basis: p.Form.Profile.Basis + "：内容应当准确",
	})
}
