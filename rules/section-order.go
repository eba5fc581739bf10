package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed section-order.md
var sectionOrderPage string

var sectionOrder = Rule{
	Name:     "section-order",
	Title:    Message{"章节次序不对", "sections out of order"},
	Family:   Sections,
	Severity: Error,
	Since:    "0.1.0",
	Page:     sectionOrderPage,
	Check:    checkSectionOrder,
}

// checkSectionOrder reports the fewest sections that have to move.
func checkSectionOrder(p *Pass) {
	if ordered(p.Form) {
		return // as nearly always
	}
	found := foundSections(p.Form)
	places := make([]int, len(found))
	for i := range found {
		places[i] = found[i].Index
	}
	stays := inOrder(places)
	for i, s := range found {
		if stays[i] {
			continue
		}
		other, zh, en := neighbour(found, stays, i)
		p.Flag(Diagnostic{
			Item:   s.Def.ID,
			AtMost: p.Encouraged(),
			Span:   s.Place(),
			Message: Message{
				fmt.Sprintf("「%s」应在「%s」之%s，次序不对", s.Def.Label(), other.Def.Label(), zh),
				fmt.Sprintf("「%s」 belongs %s 「%s」", s.Def.Label(), en, other.Def.Label()),
			},
			Label:   Message{"应在那一节之" + zh, "belongs " + en + " that section"},
			Related: []Related{{Span: other.Place(), Message: Message{"那一节在这里", "that section is here"}}},
			Help:    Message{"按规定的次序排列各节", "put the sections in the prescribed order"},
			Basis:   p.Form.Profile.Basis,
		})
	}
}

// ordered reports whether no section stands before one that it belongs behind.
func ordered(f *profile.Form) bool {
	last := -1
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Found() {
			if s.Index <= last {
				return false
			}
			last = s.Index
		}
	}
	return true
}

// neighbour returns the section in order that the i-th stands on the wrong
// side of, and the right side.
func neighbour(found []section, stays []bool, i int) (other section, zh, en string) {
	for j := i - 1; j >= 0; j-- {
		if stays[j] && found[j].Index > found[i].Index {
			return found[j], "后", "behind"
		}
	}
	for j := i + 1; j < len(found); j++ {
		if stays[j] && found[j].Index < found[i].Index {
			return found[j], "前", "before"
		}
	}
	return found[i], "后", "behind"
}
