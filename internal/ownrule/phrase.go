package ownrule

import (
	"iter"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// phrases looks for what a report, or one of its sections, says.
type phrases struct {
	scope
	definition *Definition
	sections   map[*profile.Profile]string // the section's id; nil when it is the whole report
}

// section returns the section that the rule looks at, nil for all of the
// report. Where the report has no such section, or nothing in it, the rule is
// skipped; where its format has none, the rule is not for it.
func (c *phrases) section(p *rules.Pass) (s *profile.BoundSection, ok bool) {
	if c.sections == nil {
		return nil, true
	}
	id, known := c.sections[p.Form.Profile]
	if !known {
		return nil, false
	}
	if s = p.Form.Section(id); !s.Found() || len(s.Body) == 0 {
		p.Skip(say("报告没有「%s」一节，或其中没有内容", "the report has no section %s, or nothing in it", c.definition.Section))
		return nil, false
	}
	return s, true
}

// begin returns the section of the report to look at, nil for all of it, and
// how severe a finding is at most. ok is false when there is nothing to look at.
func (c *phrases) begin(p *rules.Pass) (section *profile.BoundSection, atMost rules.Severity, ok bool) {
	if ok, atMost = c.holds(p); ok {
		section, ok = c.section(p)
	}
	return section, atMost, ok
}

// within yields the sentences that stand in a section, all when it is nil.
func within(section *profile.BoundSection, sentences iter.Seq[rules.Sentence]) iter.Seq[rules.Sentence] {
	return func(yield func(rules.Sentence) bool) {
		for s := range sentences {
			if (section == nil || s.Section == section.Def.ID) && !yield(s) {
				return
			}
		}
	}
}

// require reports that none of the phrases is there.
func (c *phrases) require(p *rules.Pass) {
	section, atMost, ok := c.begin(p)
	if !ok || c.stands(p, section) {
		return
	}
	quoted := named(c.definition.Require)
	d := rules.Diagnostic{
		AtMost: atMost, Span: titleOf(p.Report), Message: c.definition.Message.message(), Basis: c.definition.Basis,
		Label: rules.Message{ZH: "没有写到" + listed(quoted, "或"), EN: "says nothing of " + listed(quoted, " or ")},
		Help:  rules.Message{ZH: "写明有关情况，用上" + listed(quoted, "或"), EN: "write about it, in the words " + listed(quoted, " or ")},
	}
	if section != nil {
		d.Span = section.Place()
	}
	p.Flag(d)
}

// stands reports whether one of the phrases stands in the section, or in the
// report. Running text has been searched; tables have not.
func (c *phrases) stands(p *rules.Pass, section *profile.BoundSection) bool {
	for range within(section, p.Mentions) {
		return true
	}
	blocks := p.Report.Blocks
	if section != nil {
		blocks = section.Body
	}
	for i := range blocks {
		for _, phrase := range c.definition.Require {
			if strings.Contains(blocks[i].Prose.Text, phrase) || strings.Contains(blocks[i].Span.Text(), phrase) {
				return true
			}
		}
	}
	return false
}

// forbid reports each phrase that is there, once.
func (c *phrases) forbid(p *rules.Pass) {
	section, atMost, ok := c.begin(p)
	if !ok {
		return
	}
	found := make([][]report.Span, len(c.definition.Forbid))
	for s := range within(section, p.Mentions) {
		for i, phrase := range c.definition.Forbid {
			for at := range occurrences(s.Text, phrase) {
				found[i] = append(found[i], s.Slice(at, at+len(phrase)))
			}
		}
	}
	for i, spans := range found {
		if len(spans) > 0 {
			phrase := c.definition.Forbid[i]
			p.Flag(c.forbidden(spans, phrase, say("不应写「%s」", "should not say %q", phrase), atMost))
		}
	}
}

// occurrences yields where a phrase stands in a text.
func occurrences(text, phrase string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; ; {
			at := strings.Index(text[from:], phrase)
			if at < 0 || !yield(from+at) {
				return
			}
			from += at + len(phrase)
		}
	}
}

// mostPlaces is how many further places of the same fault are pointed to.
const mostPlaces = 5

// forbidden is the finding about something that stands in some places.
func (c *phrases) forbidden(spans []report.Span, item string, label rules.Message, atMost rules.Severity) rules.Diagnostic {
	d := rules.Diagnostic{
		Item: item, AtMost: atMost, Span: spans[0], Label: label,
		Message: c.definition.Message.message(), Basis: c.definition.Basis,
	}
	if n := len(spans); n > 1 {
		d.Message = also(d.Message, say("（共 %d 处）", " (%d places)", n))
	}
	for _, s := range spans[1:min(len(spans), 1+mostPlaces)] {
		d.Related = append(d.Related, rules.Related{Span: s, Message: say("这里也是", "here too")})
	}
	return d
}

// titleOf returns where a finding about the whole report stands: at its title,
// or at its beginning.
func titleOf(r *report.Report) report.Span {
	if !r.Title.IsZero() {
		return r.Title.Span
	}
	return r.File.Span(0, 0)
}

// named puts a few phrases into quotes.
func named(list []string) (quoted []string) {
	for _, phrase := range list {
		quoted = append(quoted, "「"+phrase+"」")
	}
	return quoted
}
