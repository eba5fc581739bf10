package ownrule

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// What a pattern may cost. An engine of linear time needs as many steps as
// the sentence has bytes times the program has instructions, at worst.
const (
	longestPattern = 500   // bytes
	mostSteps      = 300   // instructions
	mostAllSteps   = 5_000 // of all patterns of a configuration
	longestLine    = 4_000 // bytes of a sentence that a pattern is run on
)

// pattern compiles the pattern of the rule. It is run on the sentences that
// hold a literal which each match has, or else on those of a section.
func (c *compiler) pattern() (*regexp.Regexp, []string, error) {
	d := c.definition
	fault := func(m rules.Message) error { return c.source.fault(c.n, "forbid_pattern", m) }
	if len(d.Pattern) > longestPattern {
		return nil, nil, fault(say("模式长于 %d 字节", "the pattern is longer than %d bytes", longestPattern))
	}
	parsed, err := syntax.Parse(d.Pattern, syntax.Perl)
	if err != nil {
		return nil, nil, c.patternError(err)
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil || len(program.Inst) > mostSteps {
		return nil, nil, fault(say("模式展开后太大（多于 %d 步），减少 {n,m} 的次数", "the pattern is too large when written out (more than %d steps); repeat less with {n,m}", mostSteps))
	}
	if c.shared.steps += len(program.Inst); c.shared.steps > mostAllSteps {
		return nil, nil, fault(say("所有模式合起来太大（多于 %d 步）", "all patterns together are too large (more than %d steps)", mostAllSteps))
	}
	re, err := regexp.Compile(d.Pattern)
	if err != nil {
		return nil, nil, c.patternError(err)
	}
	if re.MatchString("") {
		return nil, nil, fault(say("模式在没有文字的地方也匹配", "the pattern matches where there is nothing"))
	}
	literals := literalsOf(parsed.Simplify())
	if literals == nil && d.Section == "" {
		return nil, nil, fault(say("模式中没有每次都出现的文字（至少连续两个字），会拖慢核对：写上这样的文字，或用 section 指定章节",
			"the pattern has no text of two characters or more that stands in every match, and would slow every check down: add one, or name a section"))
	}
	return re, literals, nil
}

// patternError says where a pattern is faulty.
func (c *compiler) patternError(err error) error {
	var e *syntax.Error
	if !errors.As(err, &e) {
		return c.source.fault(c.n, "forbid_pattern", say("模式写得不对：%v", "faulty pattern: %v", err))
	}
	at := max(0, strings.Index(c.definition.Pattern, e.Expr))
	return c.source.inside(c.n, "forbid_pattern", at, say("模式写得不对：%s：%s（用 RE2 写法）", "faulty pattern: %s: %s (the syntax is RE2)", e.Code, e.Expr))
}

// mostLiterals is how many texts one may stand for: more would cost more than
// they save.
const mostLiterals = 50

// literalsOf returns texts of two characters or more of which one stands in
// every match, nil when there are none.
func literalsOf(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		text := string(re.Rune)
		if re.Flags&syntax.FoldCase != 0 || utf8.RuneCountInString(text) < 2 || strings.ContainsAny(text, "\n。！？；!?;") {
			return nil
		}
		return []string{text}
	case syntax.OpCapture, syntax.OpPlus:
		return literalsOf(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return literalsOf(re.Sub[0])
		}
	case syntax.OpConcat:
		return bestOf(re.Sub)
	case syntax.OpAlternate:
		return allOf(re.Sub)
	}
	return nil
}

// bestOf returns the literals of the part whose shortest one is longest.
func bestOf(parts []*syntax.Regexp) (best []string) {
	for _, part := range parts {
		if l := literalsOf(part); l != nil && (best == nil || shortest(l) > shortest(best)) {
			best = l
		}
	}
	return best
}

func shortest(list []string) int {
	n := len(list[0])
	for _, s := range list {
		n = min(n, len(s))
	}
	return n
}

// allOf returns the literals of all parts, nil when one has none.
func allOf(parts []*syntax.Regexp) (all []string) {
	for _, part := range parts {
		l := literalsOf(part)
		if l == nil {
			return nil
		}
		all = append(all, l...)
	}
	if len(all) > mostLiterals {
		return nil
	}
	return all
}

// matches looks for what a pattern matches.
type matches struct {
	phrases
	pattern    *regexp.Regexp
	everywhere bool // there is no literal: all sentences of the section are read
}

// check reports what the pattern matches, once for all places.
func (c *matches) check(p *rules.Pass) {
	section, atMost, ok := c.begin(p)
	if !ok {
		return
	}
	sentences := p.Mentions
	if c.everywhere {
		sentences = p.Sentences
	}
	var found []report.Span
	for s := range within(section, sentences) {
		if len(s.Text) > longestLine {
			p.Skip(say("有一句话长于 %d 字节，没有核对", "a sentence is longer than %d bytes and was not checked", longestLine))
			continue
		}
		for _, m := range c.pattern.FindAllStringIndex(s.Text, -1) {
			if m[0] < m[1] {
				found = append(found, s.Slice(m[0], m[1]))
			}
		}
	}
	if len(found) > 0 {
		p.Flag(c.forbidden(found, "", say("不应这样写", "should not be written like this"), atMost))
	}
}
