package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed basis-outdated.md
var basisOutdatedPage string

var basisOutdated = Rule{
	Name:     "basis-outdated",
	Title:    Message{"依据的文件已被代替或文号不对", "basis replaced or its number wrong"},
	Family:   Document,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     basisOutdatedPage,
	Words:    []string{"国办公开办函", "国务院令", "国办函", "年度报告格式", "年度报告有关事项"},
	Check:    checkBasisOutdated,
}

// history are words of sentences that speak of what was in force before.
var history = []string{"原《", "原国", "原格式", "曾", "废止", "代替", "替代", "修订前", "此前", "以往", "停止执行"}

// checkBasisOutdated compares what the beginning of a report cites with the
// documents that the profile knows.
func checkBasisOutdated(p *Pass) {
	known := p.Form.Profile.Documents
	if len(known) == 0 {
		return
	}
	for s := range p.Mentions {
		if s.Section != "" && s.Section != "overview" || len(s.Text) > longestList {
			continue
		}
		found := p.outdated(&s, known)
		if len(found) > 0 && containsAny(s.Text, history) {
			continue
		}
		for _, d := range found {
			p.Flag(d)
		}
	}
}

// outdated judges what a sentence cites.
func (p *Pass) outdated(s *Sentence, known []profile.Document) (found []Diagnostic) {
	all := citations(s.Text, known)
	for i := range all {
		c := &all[i]
		if d := c.documentOf(known); d != nil {
			if d.ReplacedBy != "" && !cites(all, p.Form.Profile.Document(d.ReplacedBy)) {
				found = append(found, p.replaced(s, c, d))
			}
			continue
		}
		switch d := c.titled(known); {
		case d == nil:
		case c.issuer == d.Issuer():
			found = append(found, p.wrongNumber(s, c, d))
		case c.issuer == "" && d.ReplacedBy != "":
			found = append(found, p.replaced(s, c, d))
		}
	}
	return found
}

// cites reports whether the document is cited by its number.
func cites(all []citation, d *profile.Document) bool {
	for i := range all {
		if all[i].issuer != "" && all[i].is(d) {
			return true
		}
	}
	return false
}

func (p *Pass) replaced(s *Sentence, c *citation, d *profile.Document) Diagnostic {
	is := d.Number
	if c.issuer == "" {
		is = "《" + c.title + "》"
	}
	return Diagnostic{
		Item: "replaced",
		Span: c.place(s),
		Message: Message{
			fmt.Sprintf("依据的文件应为%s，实为%s，后者已被代替", d.ReplacedBy, is),
			fmt.Sprintf("the basis should be %s, is %s, which was replaced", d.ReplacedBy, is),
		},
		Label:    Message{"已被代替", "replaced"},
		Expected: d.ReplacedBy,
		Actual:   is,
		Help:     Message{"核对是按哪个格式编制的，改引现行文件", "find out which format the report follows, and cite the document in force"},
		Basis:    d.ReplacedBy,
	}
}

func (p *Pass) wrongNumber(s *Sentence, c *citation, d *profile.Document) Diagnostic {
	is := s.Text[c.number:c.behind]
	diagnostic := Diagnostic{
		Item: "number",
		Span: c.place(s),
		Message: Message{
			fmt.Sprintf("《%s》的文号应为%s，实为%s", c.title, d.Number, is),
			fmt.Sprintf("the number of 《%s》 should be %s, is %s", c.title, d.Number, is),
		},
		Label:    Message{"应为" + d.Number, "should be " + d.Number},
		Expected: d.Number,
		Actual:   is,
		Help:     Message{"改正文号", "correct the number"},
		Basis:    d.Number,
	}
	if d.ReplacedBy != "" {
		diagnostic.Help = Message{"这份文件已被" + d.ReplacedBy + "代替，改引现行文件", "it was replaced by " + d.ReplacedBy + ": cite that"}
	}
	return diagnostic
}
