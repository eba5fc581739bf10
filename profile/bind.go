package profile

import (
	"cmp"
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// Bind tells the family and the format of a report and matches every label of
// it once.
func (l *Library) Bind(r *report.Report) *Form { return l.of(r).bind(r, new(room)) }

// BindByLabels binds a report whose title does not tell its family to the one
// that the labels of its tables tell, nil when they tell none. It reads the
// formats of every family.
func (l *Library) BindByLabels(r *report.Report) *Form {
	for _, f := range l.families() {
		if form := f.open().bind(r, new(room)); form.Told != nil {
			return form
		}
	}
	return nil
}

// bind binds a report whose tables are written like those of one before by the
// same pattern.
func (l *Library) bind(r *report.Report, m *room) *Form {
	f := m.newForm(r)
	of := l.byYear(f.Year())
	if of != nil {
		f.ByYear = of.open()
	}
	m.pattern = appendPattern(m.pattern[:0], r.Tables)
	if p := l.patterns.find(m.pattern, of); p != nil {
		f.Told = p.told
		l.bindSections(f, p.index, m)
		if p.at(f) {
			p.trace.bind(f, m)
		} else if p.index.bindTables(f, p.index.read(r), m) {
			l.patterns.learn(m.pattern, of, p.index, f)
		}
		p.index.findFlattened(f)
		return f
	}
	x, grids := l.tell(f, of)
	l.bindSections(f, x, m)
	if x.bindTables(f, grids, m) {
		l.patterns.learn(m.pattern, of, x, f)
	}
	x.findFlattened(f)
	return f
}

// tell finds out which format a report has, and returns the index to bind it
// by. It looks at the format of the report year first. When no other one has a
// label that it does not have, as with most reports, no other can have more of
// those of the tables, and none is read.
func (l *Library) tell(f *Form, of *format) (x *index, grids []grid) {
	x = cmp.Or(of, l.formats[0]).alone()
	grids = x.read(f.Report)
	known, strange := x.known(grids)
	if of == nil && known > 0 || len(strange) > maxStrange || !l.foreignTo(strange) {
		x = l.whole()
		grids = x.read(f.Report)
		f.Told = x.told(grids)
	} else if known >= leastTold {
		f.Told = x.profiles[0]
	}
	if f.Told != nil && f.ByYear != nil && f.Told != f.ByYear {
		f.Telling = x.telling(grids, f.Told, f.ByYear)
	}
	return x, grids
}

// bindSections settles the format of a report, as far as it was told, and
// binds the sections.
func (l *Library) bindSections(f *Form, x *index, m *room) {
	if f.Profile = cmp.Or(f.Told, f.ByYear); f.Profile == nil {
		f.Profile = l.formats[0].open()
	}
	f.Profile.cutOrgan(&f.Report.Meta.Organ)
	x.bindSections(f, m)
}

// known counts the labels of tables that are known and returns the words that
// are none, each once, up to one more than maxStrange.
func (x *index) known(grids []grid) (known int, strange []string) {
	for i := range grids {
		g := &grids[i]
		for row := range g.rows {
			for j, id := range g.row(row) {
				switch c := &g.table.Rows[row].Cells[j]; {
				case c.Kind != report.Words || len(c.Text) > maxLabel:
				case x.inTable(id):
					known++
				case !slices.Contains(strange, c.Text):
					if strange = append(strange, c.Text); len(strange) > maxStrange {
						return known, strange
					}
				}
			}
		}
	}
	return known, strange
}

// inTable reports whether a label is one of a table.
func (x *index) inTable(id labelID) bool {
	for _, m := range x.entries[id] {
		if m.kind != sectionLabel {
			return true
		}
	}
	return false
}

// told returns the profile that the labels of the tables tell: the one that
// most of them belong to, nil when they tell no profile from another.
func (x *index) told(grids []grid) *Profile {
	scores := make([]int, len(x.profiles))
	for i := range grids {
		g := &grids[i]
		for row := range g.rows {
			for _, id := range g.row(row) {
				x.score(scores, id)
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
	return x.profiles[best]
}

// leastTold is how many labels it takes to tell a format: 其他 and 总计 stand
// in tables of all kinds.
const leastTold = 5

// score adds one for each profile that knows the label.
func (x *index) score(scores []int, id labelID) {
	if id == unknown {
		return
	}
	for i, p := range x.profiles {
		for _, m := range x.entries[id] {
			if m.profile == p && m.kind != sectionLabel {
				scores[i]++
				break
			}
		}
	}
}

// telling returns the first label that one profile has and the other has not.
func (x *index) telling(grids []grid, one, other *Profile) *report.Cell {
	inTable := func(m meaning) bool { return m.kind != sectionLabel }
	for n := range grids {
		g := &grids[n]
		for i := range g.rows {
			for j, id := range g.row(i) {
				_, has := find(x.entries[id], one, inTable)
				_, also := find(x.entries[id], other, inTable)
				if has && !also {
					return &g.table.Rows[i].Cells[j]
				}
			}
		}
	}
	return nil
}
