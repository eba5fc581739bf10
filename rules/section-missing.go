package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed section-missing.md
var sectionMissingPage string

var sectionMissing = Rule{
	Name:     "section-missing",
	Title:    Message{"缺少规定的章节", "section missing"},
	Family:   Sections,
	Severity: Error,
	Since:    "0.1.0",
	Page:     sectionMissingPage,
	Check:    checkSectionMissing,
}

// checkSectionMissing reports each section of the form that the report does
// not have; all at once when it has hardly any of them.
func checkSectionMissing(p *Pass) {
	if unread(p.Report) {
		return
	}
	var missing []int
	required := 0
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		if s.Def.Optional {
			continue
		}
		if required++; !s.Found() {
			missing = append(missing, i)
		}
	}
	if len(missing) > required/2 {
		p.Flag(p.sectionsMissing(missing, required))
		return
	}
	for _, i := range missing {
		p.Flag(p.sectionMissing(i))
	}
}

func (p *Pass) sectionMissing(i int) Diagnostic {
	def := p.Form.Sections[i].Def
	d := Diagnostic{
		Item:   def.ID,
		AtMost: p.Encouraged(),
		Message: Message{
			fmt.Sprintf("缺「%s」一节", def.Label()),
			fmt.Sprintf("the section 「%s」 is missing", def.Label()),
		},
		Help:  Message{"补上标题和内容；没有需要说明的，也要写明", "add the heading and say something under it, also when there is nothing to report"},
		Basis: p.contents(),
	}
	d.Span, d.Label = besideSection(p.Form, i)
	if hasTables(p.Form, def.ID) {
		d.AtMost = Warning
		d.Message = Message{
			fmt.Sprintf("「%s」的表格在，标题没有找到", def.Label()),
			fmt.Sprintf("the table of 「%s」 is there, its heading is not", def.Label()),
		}
		d.Help = Message{"在表格前补上标题", "put the heading before the table"}
	}
	return d
}

// sectionsMissing speaks of a document that is built in another way: it lacks
// most of the sections that are required.
func (p *Pass) sectionsMissing(missing []int, required int) Diagnostic {
	names := make([]string, len(missing))
	for j, i := range missing {
		names[j] = p.Form.Sections[i].Def.Label()
	}
	at := p.Report.Title.Span
	if at.IsZero() {
		at = p.Report.File.Span(0, 0)
	}
	return Diagnostic{
		AtMost: p.Encouraged(),
		Span:   at,
		Message: Message{
			fmt.Sprintf("规定的 %d 节缺 %d 节：%s", required, len(missing), quoted(names)),
			fmt.Sprintf("%d of the %d prescribed sections are missing: %s", len(missing), required, strings.Join(names, ", ")),
		},
		Label: Message{"没有按规定分章节", "not divided as prescribed"},
		Help:  Message{"按规定的章节标题编排", "use the prescribed section headings"},
		Basis: p.contents(),
	}
}

// besideSection returns the heading after or before which a section belongs.
func besideSection(f *profile.Form, missing int) (report.Span, Message) {
	for i := missing - 1; i >= 0; i-- {
		if s := &f.Sections[i]; s.Found() {
			return s.Place(), Message{"缺的章节应在这一节之后", "the missing section belongs behind this one"}
		}
	}
	for i := missing + 1; i < len(f.Sections); i++ {
		if s := &f.Sections[i]; s.Found() {
			return s.Place(), Message{"缺的章节应在这一节之前", "the missing section belongs before this one"}
		}
	}
	return f.Report.File.Span(0, 0), Message{}
}

// hasTables reports whether the report has a table of the section.
func hasTables(f *profile.Form, section string) bool {
	for i := range f.Tables {
		if f.Tables[i].Def.Section == section && f.Tables[i].Found() {
			return true
		}
	}
	return false
}
