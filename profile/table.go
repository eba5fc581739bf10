package profile

import "github.com/gouji-lint/gouji/report"

// bindTables gives every row of figures its meaning. A table of the document
// belongs to the section that its labels speak of, so that a lost heading or
// a table cut in pieces costs nothing. It reports whether the pattern of the
// tables, and where they stand, was all that it had to look at.
func (x *index) bindTables(f *Form, grids []grid, m *room) (byPattern bool) {
	b := newBinder(x, f, m)
	b.lines = make([]line, 0, mostRows(grids))
	var strays []*grid
	for i := range grids {
		section, home := b.sectionOf(&grids[i])
		switch {
		case section < 0:
		case home:
			b.bindTable(&grids[i], section)
		default:
			strays = append(strays, &grids[i])
		}
	}
	for _, g := range strays {
		if section, _ := b.sectionOf(g); !f.hasRows(section) {
			b.bindTable(g, section)
		}
	}
	for i := range f.Tables {
		f.Tables[i].judgeRagged()
	}
	return !b.beyond
}

func mostRows(grids []grid) (most int) {
	for i := range grids {
		most = max(most, len(grids[i].rows))
	}
	return most
}

// binder binds the tables of one report, one after the other. What it hands
// out is cut from a few slices made for the whole report.
type binder struct {
	lib  *index
	form *Form

	cells  []*report.Cell // free for the figures of rows
	votes  []int          // by section
	lines  []line         // of the table at hand
	heads  []head         // by column of the tables of the profile
	states []state        // by table of the profile

	grid     *grid
	section  int
	context  int  // table of the caption or row that was read last, -1
	compared int  // unknown words that were compared with labels
	beyond   bool // something was looked at that is not in the pattern of the tables
}

// state is what is known of a table of the profile while one of the document
// is read.
type state struct {
	offset   int  // index of its first column in heads
	confused bool // its columns cannot be told from the header
	mirrored bool // the header repeats labels where spans were
	adopted  bool // the header was looked at
	tally
	reading
}

func newBinder(x *index, f *Form, m *room) *binder {
	p := f.Profile
	b := &binder{lib: x, form: f, votes: make([]int, len(p.Sections)), states: make([]state, len(p.Tables))}
	columns := 0
	for i := range p.Tables {
		b.states[i].offset = columns
		columns += len(p.Tables[i].Columns)
	}
	b.cells, b.heads = m.newTables(f), make([]head, columns)
	return b
}

// take returns n cells to fill in.
func (b *binder) take(n int) (taken []*report.Cell) {
	taken, b.cells = cut(b.cells, n)
	return taken
}

// isFlat reports whether the tables of a section are printed flat.
func (f *Form) isFlat(section int) bool {
	for i := range f.Profile.Tables {
		if t := &f.Profile.Tables[i]; t.section == section {
			return t.Layout == Flat
		}
	}
	return false
}

// hasRows reports whether a row of the section's tables was found.
func (f *Form) hasRows(section int) bool {
	for i := range f.Tables {
		if f.Tables[i].Def.section == section && f.Tables[i].Found() {
			return true
		}
	}
	return false
}

// hasTable reports whether the format has a table in the section.
func (f *Form) hasTable(section int) bool {
	for i := range f.Profile.Tables {
		if f.Profile.Tables[i].section == section {
			return true
		}
	}
	return false
}

// manyVotes is how many labels make a table one of the form, wherever it
// stands. Other tables of a report have a label or two in common with it.
const manyVotes = 5

// sectionOf returns the section that a table belongs to, -1 for none, and
// whether it stands there, or under no known heading.
func (b *binder) sectionOf(g *grid) (section int, home bool) {
	clear(b.votes)
	for i := range g.rows {
		for _, id := range g.row(i) {
			b.vote(id)
		}
	}
	best := 0
	for i, v := range b.votes {
		if v > b.votes[best] {
			best = i
		}
	}
	under := b.form.sectionAt(g.table.Block)
	switch {
	case len(b.votes) == 0:
		return -1, false
	case b.votes[best] >= manyVotes, under < 0 && b.votes[best] > 0:
		return best, under < 0 || under == best
	case under >= 0 && b.form.hasTable(under):
		return under, true
	}
	return -1, false
}

// sectionAt returns the section whose body holds the block, -1 for none.
func (f *Form) sectionAt(block int) int {
	for i := range f.Sections {
		if s := &f.Sections[i]; s.Found() && block >= s.First && block < s.First+len(s.Body) {
			return i
		}
	}
	return -1
}

// vote gives one vote to each section that the label may belong to.
func (b *binder) vote(id labelID) {
	last := -1
	for _, m := range b.lib.entries[id] {
		if m.profile != b.form.Profile || m.kind == sectionLabel {
			continue
		}
		if s := b.form.Profile.Tables[m.table].section; s != last {
			b.votes[s]++
			last = s
		}
	}
}

// bindTable binds the rows whose labels are known, then those whose labels
// are a few characters off.
func (b *binder) bindTable(g *grid, section int) {
	b.grid, b.section = g, section
	if b.form.isFlat(section) {
		b.bindFlat()
		return
	}
	if !b.survey() {
		return
	}
	b.forgetHeads()
	fresh := true // no figures yet below this header
	for i := range b.lines {
		switch b.lines[i].kind {
		case headerLine:
			if !fresh {
				b.forgetHeads()
			}
			fresh = true
			b.noteHeader(i)
		case rowLine:
			fresh = false
			b.bindRow(i)
		case otherLine:
			b.noteCaptions(i)
		}
	}
	b.bindRest()
}

// bindRest binds the rows with labels that are not known.
func (b *binder) bindRest() {
	table := -1 // that of the row before, or of the first one
	for i := range b.lines {
		if b.lines[i].kind == rowLine {
			table = b.lines[i].table
			break
		}
	}
	for i := range b.lines {
		switch b.lines[i].kind {
		case rowLine:
			table = b.lines[i].table
		case strangeLine:
			b.bindStrange(i, table)
		}
	}
}

// bindRow records a row with a known label.
func (b *binder) bindRow(i int) {
	l := &b.lines[i]
	b.adopt(l.table, i)
	row, t := b.row(i), &b.form.Tables[l.table]
	switch {
	case l.meaning.kind == rowLabel:
		t.keep(l.index, row)
	case row.Figures > 0:
		t.keep(len(t.Rows)+l.index, row)
	}
	b.checkGroups(i)
}

// keep puts a row in its place, or with the repeated ones when there is one.
func (t *BoundTable) keep(i int, row BoundRow) {
	t.addSource(row.Table)
	place := t.At(i)
	if place.Found() {
		t.Repeated = append(t.Repeated, RepeatedRow{row, i})
		return
	}
	*place = row
}

// At returns row i, counting on behind the rows into the groups.
func (t *BoundTable) At(i int) *BoundRow {
	if i < len(t.Rows) {
		return &t.Rows[i]
	}
	return &t.Groups[i-len(t.Rows)]
}

// addSource records the table at hand, once.
func (t *BoundTable) addSource(source *report.Table) {
	if n := len(t.Sources); n == 0 || t.Sources[n-1] != source {
		t.Sources = append(t.Sources, source)
	}
}
