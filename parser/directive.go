package parser

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// directive reads the suppressions in the comment at e:
//
//	<!-- gouji-disable-next-line RULE, RULE: 理由 -->
//	<!-- gouji-disable RULE: 理由 -->
func (p *page) directive(e extent) {
	text := strings.TrimSuffix(strings.TrimPrefix(p.src[e.start:e.end], "<!--"), "-->")
	word, rest := cutWord(report.TrimBlank(text))
	if !strings.HasPrefix(word, "gouji") {
		return
	}
	nextLine := word == "gouji-disable-next-line"
	if !nextLine && word != "gouji-disable" {
		p.anomaly(report.DirectiveInvalid, e.start, e.end, word)
		return
	}
	names, reason := cutReason(rest)
	names = strings.ReplaceAll(strings.ReplaceAll(names, "，", ","), "、", ",")
	for name := range strings.SplitSeq(names, ",") {
		name = report.TrimBlank(name)
		if !isRuleName(name) {
			p.anomaly(report.DirectiveInvalid, e.start, e.end, name)
			continue
		}
		if nextLine {
			p.islands = append(p.islands, island{directiveIsland, e.start, len(p.report.Directives)})
		}
		p.report.Directives = append(p.report.Directives,
			report.Directive{Rule: name, Reason: reason, Span: p.file.Span(e.start, e.end)})
	}
}

// cutWord parts s behind its first word.
func cutWord(s string) (word, rest string) {
	for i, r := range s {
		if report.IsBlank(r) || r == ':' || r == '：' {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// cutReason parts s at its first colon.
func cutReason(s string) (names, reason string) {
	for i, r := range s {
		if r == ':' || r == '：' {
			return s[:i], report.TrimBlank(s[i+len(string(r)):])
		}
	}
	return s, ""
}

// isRuleName reports whether s is written like "rule-name" or "rule-name/item".
func isRuleName(s string) bool {
	for _, r := range s {
		ascii := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' || r == '/' || r == '_' || r == '.'
		if !ascii {
			return false
		}
	}
	return s != "" && s[0] != '/' && s[0] != '-'
}

// cover makes the directives that wait for a block cover it.
func (p *page) cover(block report.Span) {
	for _, i := range p.waiting {
		p.report.Directives[i].Covers = block
	}
	p.waiting = p.waiting[:0]
}

// uncovered turns the directives that no block follows into anomalies: with
// an empty Covers they would stand for the whole file.
func (p *page) uncovered() {
	for i := len(p.waiting) - 1; i >= 0; i-- {
		n := p.waiting[i]
		span := p.report.Directives[n].Span
		p.anomaly(report.DirectiveInvalid, span.Start, span.End, p.report.Directives[n].Rule)
		p.report.Directives = slices.Delete(p.report.Directives, n, n+1)
	}
	p.waiting = p.waiting[:0]
}
