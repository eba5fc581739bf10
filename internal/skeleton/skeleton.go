// Package skeleton writes a new report: the form of its year with nothing in
// it but what is known beforehand.
//
// It knows no format. What a report looks like is data of its profile.
package skeleton

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Facts say whose report it is.
type Facts struct {
	Organ string
	Year  int
	Kind  string // "" when it is not known
	// Known gives a figure that is certain beforehand, "" for the others.
	Known func(profile.Ref) string
}

// Write returns the report in Markdown, with blank cells and a comment where
// something is to be written.
func Write(p *profile.Profile, f Facts) string {
	w := writer{profile: p, facts: f}
	w.matter()
	w.paragraph("# " + f.Organ + strconv.Itoa(f.Year) + "年" + name(p))
	w.paragraph(w.filled(p.Preface))
	for i := range p.Sections {
		w.section(&p.Sections[i])
	}
	w.paragraph(f.Organ)
	w.paragraph(fmt.Sprintf("%d年__月__日", f.Year+1))
	return strings.TrimRight(w.b.String(), "\n") + "\n"
}

// name is what reports of the format are called.
func name(p *profile.Profile) string {
	if len(p.Titles) > 0 {
		return p.Titles[0]
	}
	return p.Title
}

type writer struct {
	profile *profile.Profile
	facts   Facts
	b       strings.Builder
}

func (w *writer) matter() {
	organ := w.facts.Organ
	if strings.ContainsAny(organ, `:#'"{}[],&*!|>%@\`+"`") {
		organ = strconv.Quote(organ) // YAML would read a mark into it
	}
	fmt.Fprintf(&w.b, "---\norgan: %s\nyear: %d\n", organ, w.facts.Year)
	if w.facts.Kind != "" {
		fmt.Fprintf(&w.b, "kind: %s\n", w.facts.Kind)
	}
	w.b.WriteString("---\n\n")
}

// paragraph writes a block, if there is something to write.
func (w *writer) paragraph(s string) {
	if s != "" {
		w.b.WriteString(s + "\n\n")
	}
}

func (w *writer) filled(s string) string {
	return strings.ReplaceAll(s, "{year}", strconv.Itoa(w.facts.Year))
}

// section writes a heading with what belongs below it: the tables, or a
// heading for each aspect that the section has to speak of.
func (w *writer) section(s *profile.Section) {
	w.paragraph("## " + s.Label())
	if s.Ask != "" {
		w.paragraph("<!-- " + w.filled(s.Ask) + " -->")
	}
	n := 0
	for i := range w.profile.Aspects {
		a := &w.profile.Aspects[i]
		if a.Section == s.ID && (w.facts.Kind == "" || a.Of(w.facts.Kind)) {
			n++
			w.paragraph("### （" + report.HanNumeral(n) + "）" + a.Name)
		}
	}
	w.paragraph(w.filled(s.Draft))
	w.allTables(s.ID)
}

// Tables returns the tables of a section in Markdown, with the figures that
// are known.
func Tables(p *profile.Profile, section string, known func(profile.Ref) string) string {
	w := writer{profile: p, facts: Facts{Known: known}}
	w.allTables(section)
	return w.b.String()
}

func (w *writer) allTables(section string) {
	tables := w.tables(section)
	for _, t := range tables {
		if len(tables) > 1 && len(t.Captions) > 0 {
			w.paragraph(t.Captions[0])
		}
		w.table(t)
	}
}

func (w *writer) tables(section string) (tables []*profile.Table) {
	for i := range w.profile.Tables {
		if t := &w.profile.Tables[i]; t.Section == section {
			tables = append(tables, t)
		}
	}
	return tables
}
