package rules

import (
	_ "embed"
	"fmt"
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
	found := p.foundSections()
	if ordered(found) {
		return // as nearly always
	}
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

// ordered reports whether each section stands behind the one before it.
func ordered(found []section) bool {
	for i := 1; i < len(found); i++ {
		if found[i].Index <= found[i-1].Index {
			return false
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
