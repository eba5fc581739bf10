package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// Set is all reports of a run by organ and year, those of each family by
// themselves. It does not depend on the order in which they were read.
type Set struct {
	Reports []*Facts // one for each known organ and year: by organ, then year
	Unknown []*Facts // whose organ or year is not known, by name
	Copies  []Copy   // further reports of an organ and year, by name; nothing is compared with them

	configured []report.Organ
	config     map[string]int // index in configured by the key of a name or alias
	below      map[int][]int  // members in configured by the organ that adds them up

	organs   map[series]int // a number for each organ and family of reports
	families []string       // all of them, in order
	starts   []int          // by organ: index in Reports of its first report; one more at the end
}

// series is the reports of one organ, by key, of one family.
type series struct{ organ, family string }

// Copy is a report of an organ and year that has another one.
type Copy struct{ Report, Used *Facts }

// NewSet orders reports by organ and year. An alias of an organ means the
// organ. Of several reports of one organ and year the first by name is used.
func NewSet(reports []*Facts, organs []report.Organ) *Set {
	s := &Set{configured: organs}
	s.configure()
	s.number(reports)
	s.fill(reports)
	return s
}

// configure indexes the organs of the configuration.
func (s *Set) configure() {
	s.config, s.below = map[string]int{}, map[int][]int{}
	for i := range s.configured {
		s.config[report.Fold(s.configured[i].Name)] = i
		for _, alias := range s.configured[i].Aliases {
			s.config[report.Fold(alias)] = i
		}
	}
	for i := range s.configured {
		if parent, ok := s.config[report.Fold(s.configured[i].Parent)]; ok {
			s.below[parent] = append(s.below[parent], i)
		}
	}
}

// key is what organs are told apart by.
func (s *Set) key(name string) string {
	key := report.Fold(name)
	if i, ok := s.config[key]; ok {
		return report.Fold(s.configured[i].Name)
	}
	return key
}

// number gives each organ and family a number, in the order of their names.
func (s *Set) number(reports []*Facts) {
	s.organs = map[series]int{}
	for _, f := range reports {
		s.organs[series{s.key(f.Organ), f.family()}] = 0
	}
	keys := make([]series, 0, len(s.organs))
	for key := range s.organs {
		keys = append(keys, key)
		if !slices.Contains(s.families, key.family) {
			s.families = append(s.families, key.family)
		}
	}
	slices.Sort(s.families)
	slices.SortFunc(keys, func(a, b series) int {
		return cmp.Or(strings.Compare(a.organ, b.organ), strings.Compare(a.family, b.family))
	})
	for i, key := range keys {
		s.organs[key] = i
	}
}

// fill puts the reports in order and sets copies aside.
func (s *Set) fill(reports []*Facts) {
	type entry struct {
		organ int
		*Facts
	}
	entries := make([]entry, 0, len(reports))
	for _, f := range reports {
		if f.Year == 0 || f.Organ == "" {
			s.Unknown = append(s.Unknown, f)
			continue
		}
		entries = append(entries, entry{s.organs[series{s.key(f.Organ), f.family()}], f})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.organ != b.organ {
			return a.organ - b.organ
		}
		return cmp.Or(a.Year-b.Year, cmp.Compare(a.File, b.File))
	})
	s.Reports = make([]*Facts, 0, len(entries))
	for i, e := range entries {
		for len(s.starts) <= e.organ {
			s.starts = append(s.starts, len(s.Reports))
		}
		if i > 0 && entries[i-1].organ == e.organ && entries[i-1].Year == e.Year {
			s.Copies = append(s.Copies, Copy{e.Facts, s.Reports[len(s.Reports)-1]})
			continue
		}
		s.Reports = append(s.Reports, e.Facts)
	}
	for len(s.starts) <= len(s.organs) {
		s.starts = append(s.starts, len(s.Reports))
	}
	slices.SortFunc(s.Unknown, func(a, b *Facts) int { return cmp.Compare(a.File, b.File) })
	slices.SortFunc(s.Copies, func(a, b Copy) int { return cmp.Compare(a.Report.File, b.Report.File) })
}

// Years yields each report with the one before it of the same organ, however
// many years that is.
func (s *Set) Years(yield func(f, before *Facts) bool) { s.years(0, len(s.organs), yield) }

// Pairs yields each report with the same organ's of the year before.
func (s *Set) Pairs(yield func(f, prior *Facts) bool) { s.pairs(0, len(s.organs), yield) }

// years yields the Years of organs, from the number first to the one before
// end.
func (s *Set) years(first, end int, yield func(f, before *Facts) bool) {
	for organ := first; organ < end; organ++ {
		reports := s.Reports[s.starts[organ]:s.starts[organ+1]]
		for i := 1; i < len(reports); i++ {
			if !yield(reports[i], reports[i-1]) {
				return
			}
		}
	}
}

// pairs yields the Pairs of such organs.
func (s *Set) pairs(first, end int, yield func(f, prior *Facts) bool) {
	s.years(first, end, func(f, before *Facts) bool { return before.Year != f.Year-1 || yield(f, before) })
}

// Sums yields the reports of organs that have members, with what the
// configuration says of the organ.
func (s *Set) Sums(yield func(f *Facts, organ *report.Organ) bool) {
	for i := range s.configured {
		organ := &s.configured[i]
		if len(s.below[i]) == 0 {
			continue
		}
		for _, family := range s.families {
			for _, f := range s.of(organ.Name, family) {
				if !yield(f, organ) {
					return
				}
			}
		}
	}
}

// Members returns the reports, of the same year, of the organs that this one
// adds up, in the order of the configuration, and the organs that have none.
func (s *Set) Members(f *Facts) (reports []*Facts, missing []*report.Organ) {
	i, ok := s.config[s.key(f.Organ)]
	if !ok {
		return nil, nil
	}
	for _, member := range s.below[i] {
		all := s.of(s.configured[member].Name, f.family())
		if n := slices.IndexFunc(all, func(m *Facts) bool { return m.Year == f.Year }); n >= 0 {
			reports = append(reports, all[n])
		} else {
			missing = append(missing, &s.configured[member])
		}
	}
	return reports, missing
}

// Organ returns what the configuration says of the organ of a report, nil
// when it says nothing.
func (s *Set) Organ(f *Facts) *report.Organ {
	if i, ok := s.config[s.key(f.Organ)]; ok {
		return &s.configured[i]
	}
	return nil
}

// HasMembers reports whether the configuration names members of the organ.
func (s *Set) HasMembers(organ *report.Organ) bool {
	i, ok := s.config[report.Fold(organ.Name)]
	return ok && len(s.below[i]) > 0
}

// Beside returns the report of another family that is of the organ and the
// year of this one, nil when there is none.
func (s *Set) Beside(f *Facts, family string) *Facts {
	for _, other := range s.of(f.Organ, family) {
		if other.Year == f.Year {
			return other
		}
	}
	return nil
}

// of returns the reports of an organ, of one family, by year.
func (s *Set) of(organ, family string) []*Facts {
	if n, ok := s.organs[series{s.key(organ), family}]; ok {
		return s.Reports[s.starts[n]:s.starts[n+1]]
	}
	return nil
}
