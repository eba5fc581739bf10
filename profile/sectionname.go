package profile

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// named returns the section that has the text for a label, -1 for none.
func (f *Form) named(meanings []meaning, text string) (int, Match) {
	m, ok := find(meanings, f.Profile, func(m meaning) bool { return m.kind == sectionLabel })
	switch {
	case !ok:
		return -1, Missing
	case text == f.Profile.Sections[m.index].Label(), key(text) == f.Profile.Sections[m.index].key:
		return m.index, Exact
	}
	return m.index, Variant
}

// withoutOwner returns a heading without the organ and the year that it begins
// with, "" when it begins with neither: 示例市教育局2025年度行政执法数据表.
func (f *Form) withoutOwner(text string) string {
	rest := strings.TrimPrefix(text, f.Report.Meta.Organ.Value)
	if numerals.may(rest) && strings.Contains(rest, "年") {
		report.EachDate(rest, func(at, size int, d report.Date) bool {
			if at == 0 && d.Month == 0 {
				rest = strings.TrimPrefix(rest[size:], "度")
			}
			return false
		})
	}
	if rest == text {
		return ""
	}
	return rest
}

// NamedIn reports whether a text has one of the headings in full, but for
// words that headings do with or without.
func (s *Section) NamedIn(text string) bool {
	text = loose(text)
	return slices.ContainsFunc(s.comparison().loose, func(label string) bool { return strings.Contains(text, label) })
}

// comparison is what headings are compared with that are not written like any
// label: the keys of the labels, and what is left of them without the words
// that vary.
type comparison struct{ keys, loose []string }

// compile prepares the comparison, which most runs do without.
func (s *Section) compile() {
	labels := s.Labels
	s.key = key(s.Label())
	s.comparison = sync.OnceValue(func() (c comparison) {
		for _, label := range labels {
			k := key(label)
			c.keys = append(c.keys, k)
			c.loose = append(c.loose, loose(k))
		}
		return c
	})
}

// loose returns a folded text without the words that vary between wordings
// which say the same: 存在的主要问题和改进情况, 存在问题及改进情况.
func loose(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("的和与及以,", r) {
			return -1
		}
		return r
	}, report.Fold(text))
	return strings.ReplaceAll(text, "主要", "")
}

// nearSection returns the section with a label that says the same in other
// words, or else with one that is one to three characters away.
func (f *Form) nearSection(text string) (int, Match) {
	k := key(text)
	l := loose(k)
	for i := range f.Profile.Sections {
		if slices.Contains(f.Profile.Sections[i].comparison().loose, l) {
			return i, Variant
		}
	}
	best, distance := -1, 4
	for i := range f.Profile.Sections {
		for _, want := range f.Profile.Sections[i].comparison().keys {
			most := min(3, utf8.RuneCountInString(want)/3, distance-1)
			if d := report.EditDistance(k, want, most); d <= most {
				best, distance = i, d
			}
		}
	}
	if best < 0 {
		return -1, Missing
	}
	return best, Typo
}

// isRow reports whether the label belongs to a table.
func (f *Form) isRow(meanings []meaning) bool {
	_, ok := find(meanings, f.Profile, func(m meaning) bool { return m.kind != sectionLabel })
	return ok
}
