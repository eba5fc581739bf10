package profile

import "github.com/gouji-lint/gouji/report"

// Bind tells the family and the format of a report and matches every label of
// it once.
func (l *Library) Bind(r *report.Report) *Form { return l.of(r).bind(r) }

func (l *Library) bind(r *report.Report) *Form {
	f := &Form{Report: r}
	grids := l.read(r)
	f.Told, f.ByYear = l.told(grids), l.byYear(f.Year())
	switch {
	case f.Told != nil:
		f.Profile = f.Told
	case f.ByYear != nil:
		f.Profile = f.ByYear
	default:
		f.Profile = l.Profiles[0]
	}
	if f.Told != nil && f.ByYear != nil && f.Told != f.ByYear {
		f.Telling = l.telling(grids, f.Told, f.ByYear)
	}
	f.Profile.cutOrgan(&r.Meta.Organ)
	l.bindSections(f)
	l.bindTables(f, grids)
	l.findFlattened(f)
	return f
}

// told returns the profile that the labels of the tables tell: the one that
// most of them belong to, nil when they tell no profile from another.
func (l *Library) told(grids []grid) *Profile {
	scores := make([]int, len(l.Profiles))
	for i := range grids {
		g := &grids[i]
		for row := range g.rows {
			for _, id := range g.row(row) {
				l.score(scores, id)
			}
		}
	}
	best, second := 0, -1
	for i := 1; i < len(scores); i++ {
		switch {
		case scores[i] > scores[best]:
			best, second = i, best
		case second < 0 || scores[i] > scores[second]:
			second = i
		}
	}
	if scores[best] < leastTold || second >= 0 && scores[second] == scores[best] {
		return nil
	}
	return l.Profiles[best]
}

// leastTold is how many labels it takes to tell a format: 其他 and 总计 stand
// in tables of all kinds.
const leastTold = 5

// score adds one for each profile that knows the label.
func (l *Library) score(scores []int, id labelID) {
	if id == unknown {
		return
	}
	for i, p := range l.Profiles {
		for _, m := range l.entries[id] {
			if m.profile == p && m.kind != sectionLabel {
				scores[i]++
				break
			}
		}
	}
}

// telling returns the first label that one profile has and the other has not.
func (l *Library) telling(grids []grid, one, other *Profile) *report.Cell {
	inTable := func(m meaning) bool { return m.kind != sectionLabel }
	for n := range grids {
		g := &grids[n]
		for i := range g.rows {
			for j, id := range g.row(i) {
				_, has := find(l.entries[id], one, inTable)
				_, also := find(l.entries[id], other, inTable)
				if has && !also {
					return &g.table.Rows[i].Cells[j]
				}
			}
		}
	}
	return nil
}

func (l *Library) byYear(year int) *Profile {
	for _, p := range l.Profiles {
		if p.Years.Holds(year) {
			return p
		}
	}
	return nil
}
