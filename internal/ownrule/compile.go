package ownrule

import (
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Compile turns the definitions of files into rules that check reports of the
// formats in the library. Verify has been called.
func Compile(sources []*Source, lib *profile.Library) ([]*rules.Rule, error) {
	var list []*rules.Rule
	shared := &shared{meanings: meanings{}}
	for _, s := range sources {
		for n := range s.Definitions {
			r, err := s.compile(n, lib, shared)
			if err != nil {
				return nil, err
			}
			list = append(list, r)
		}
	}
	return list, nil
}

func (s *Source) compile(n int, lib *profile.Library, shared *shared) (*rules.Rule, error) {
	d := &s.Definitions[n]
	formats, err := s.formats(n, lib)
	if err != nil {
		return nil, err
	}
	r := &rules.Rule{
		Name: d.Name, Title: d.Title.message(), Family: rules.Own, Severity: rules.Warning,
	}
	if d.Title.isZero() {
		r.Title = d.Message.message()
	}
	if level, ok := rules.ParseSeverity(d.Severity); ok {
		r.Severity = level
	}
	c := &compiler{source: s, n: n, definition: d, formats: formats, rule: r, shared: shared}
	if err := c.check(); err != nil {
		return nil, err
	}
	r.Page = c.page()
	return r, nil
}

// formats returns the formats of which the rule may see a report; nil for all,
// when it does not matter what they are: then none need be read.
func (s *Source) formats(n int, lib *profile.Library) ([]*profile.Profile, error) {
	d := &s.Definitions[n]
	if len(d.Applies.Profiles) == 0 {
		if d.Section+d.When+d.Assert == "" {
			return nil, nil
		}
		return lib.All(), nil
	}
	var formats []*profile.Profile
	var ids []string
	for i, id := range d.Applies.Profiles {
		before := len(formats)
		for _, p := range lib.All() {
			ids = append(ids, p.ID)
			if p.Is(id) && !slices.Contains(formats, p) {
				formats = append(formats, p)
			}
		}
		if len(formats) == before {
			return nil, s.fault(n, fmt.Sprintf("applies.profiles[%d]", i), also(
				say("没有格式「%s」，有的是 %s", "no format %q; there are %s", id, listed(ids, ", ")), meant(id, ids)))
		}
	}
	return formats, nil
}

// compiler makes one rule.
type compiler struct {
	source     *Source
	n          int
	definition *Definition
	formats    []*profile.Profile
	rule       *rules.Rule
	shared     *shared
	asserted   *expression // nil when the rule asserts nothing
}

// shared is what the rules of one configuration share while they are made.
type shared struct {
	steps    int // that all patterns take so far
	meanings meanings
}

// check gives the rule what it does.
func (c *compiler) check() error {
	sections, err := c.sections()
	if err != nil {
		return err
	}
	scope := scope{applies: &c.definition.Applies, formats: c.formats}
	if c.definition.When != "" {
		if scope.when, err = c.expression("when", c.definition.When, false); err != nil {
			return err
		}
	}
	base := phrases{scope: scope, definition: c.definition, sections: sections}
	switch d := c.definition; {
	case d.Require != nil:
		c.rule.Words, c.rule.Always = d.Require, true
		c.rule.Check = base.require
	case d.Forbid != nil:
		c.rule.Words = d.Forbid
		c.rule.Check = base.forbid
	case d.Pattern != "":
		p, literals, err := c.pattern()
		if err != nil {
			return err
		}
		c.rule.Words = literals
		c.rule.Check = (&matches{phrases: base, pattern: p, everywhere: literals == nil}).check
	case d.Assert != "":
		if c.asserted, err = c.expression("assert", d.Assert, d.Over != ""); err != nil {
			return err
		}
		c.rule.Check = (&assertion{scope: scope, definition: d, expression: c.asserted}).check
	}
	return nil
}

// sections finds the section of the rule in each of the formats: the id by
// format. It is an error when none of them has it.
func (c *compiler) sections() (map[*profile.Profile]string, error) {
	name := c.definition.Section
	if name == "" {
		return nil, nil
	}
	found := map[*profile.Profile]string{}
	var labels []string
	for _, p := range c.formats {
		if i := p.SectionNamed(name); i >= 0 {
			found[p] = p.Sections[i].ID
		}
		for i := range p.Sections {
			labels = append(labels, bare(p.Sections[i].Label()))
		}
	}
	if len(found) == 0 {
		return nil, c.source.fault(c.n, "section", also(
			say("没有章节「%s」", "no section %q", name), meant(name, labels)))
	}
	return found, nil
}
