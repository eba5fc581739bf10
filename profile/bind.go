package profile

import "github.com/gouji-lint/gouji/report"

// Bind tells the format of a report and matches every label of it once.
func (l *Library) Bind(r *report.Report) *Form {
	f := &Form{Report: r}
	grids := make([]grid, len(r.Tables))
	for i, t := range r.Tables {
		grids[i] = l.read(t)
		if t.Block > 0 {
			grids[i].above = &r.Blocks[t.Block-1]
		}
	}
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
		f.Telling = telling(grids, f.Told, f.ByYear)
	}
	l.bindSections(f)
	f.bindTables(grids)
	l.findFlattened(f)
	return f
}

// told returns the profile that most labels of the tables belong to, nil when
// they tell no profile from another.
func (l *Library) told(grids []grid) *Profile {
	scores := make([]int, len(l.Profiles))
	for _, g := range grids {
		for _, row := range g.meanings {
			for _, cell := range row {
				l.score(scores, cell)
			}
		}
	}
	return pick(l.Profiles, scores)
}

// score adds one for each profile that knows the label.
func (l *Library) score(scores []int, meanings []meaning) {
	for i, p := range l.Profiles {
		for _, m := range meanings {
			if m.profile == p && m.kind != sectionLabel {
				scores[i]++
				break
			}
		}
	}
}

// pick returns the profile with the highest score, nil when it is shared.
func pick(profiles []*Profile, scores []int) *Profile {
	best, second := -1, -1
	for i := range scores {
		switch {
		case best < 0 || scores[i] > scores[best]:
			best, second = i, best
		case second < 0 || scores[i] > scores[second]:
			second = i
		}
	}
	if best < 0 || second >= 0 && scores[second] == scores[best] {
		return nil
	}
	return profiles[best]
}

// telling returns the first label that one profile has and the other has not.
func telling(grids []grid, one, other *Profile) *report.Cell {
	inTable := func(m meaning) bool { return m.kind != sectionLabel }
	for _, g := range grids {
		for i, row := range g.meanings {
			for j, meanings := range row {
				_, has := find(meanings, one, inTable)
				_, also := find(meanings, other, inTable)
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
