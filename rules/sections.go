package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// section is a section of the form by its place in it.
type section struct {
	*profile.BoundSection
	number int // 1 for the first
}

// foundSections returns the sections that the report has, in the order of the
// form.
func (p *Pass) foundSections() []section {
	if p.found == nil {
		p.found = make([]section, 0, len(p.Form.Sections))
		for i := range p.Form.Sections {
			if s := &p.Form.Sections[i]; s.Found() {
				p.found = append(p.found, section{s, i + 1})
			}
		}
	}
	return p.found
}

// unread reports whether nothing of the file could be read. Then only
// file-unreadable has something to say.
func unread(r *report.Report) bool { return len(r.Blocks) == 0 && len(r.Anomalies) > 0 }

// quoted puts each name into 「」 and joins them.
func quoted(names []string) string {
	return "「" + strings.Join(names, "」、「") + "」"
}

// contents names what lays down which sections a report has.
func (p *Pass) contents() string {
	law := p.Form.Law().Contents
	if basis := p.Form.Profile.Basis; law != basis {
		return law + "；" + basis
	}
	return law
}
