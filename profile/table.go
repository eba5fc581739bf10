package profile

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// bindTables gives every row of figures its meaning. A table of the document
// belongs to the section that its labels speak of, so that a lost heading or
// a table cut in pieces costs nothing.
func (f *Form) bindTables(grids []grid) {
	f.Tables = make([]BoundTable, len(f.Profile.Tables))
	for i := range f.Tables {
		f.Tables[i].prepare(&f.Profile.Tables[i])
	}
	flat := map[int][]grid{}
	for _, g := range grids {
		section, ok := f.sectionOf(g)
		if !ok {
			continue
		}
		b := binder{form: f, grid: g, section: section}
		if f.isFlat(section) {
			flat[section] = append(flat[section], g)
			continue
		}
		b.bindRows()
	}
	for i := range f.Tables {
		if t := &f.Tables[i]; t.Def.Layout == Flat {
			t.bindFlat(f.Profile, flat[t.Def.section])
		}
	}
	for i := range f.Tables {
		f.Tables[i].judgeRagged()
	}
}

func (t *BoundTable) prepare(def *Table) {
	t.Def = def
	t.Rows = make([]BoundRow, len(def.Rows))
	t.Groups = make([]BoundRow, len(def.Groups))
	t.Columns = make([]Match, len(def.Columns))
	t.Headers = make([]*report.Cell, len(def.Columns))
	for i := range t.Columns {
		t.Columns[i] = Exact
	}
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

// sectionOf returns the section that most labels of the table speak of, or
// the one that it stands in.
func (f *Form) sectionOf(g grid) (int, bool) {
	votes := make([]int, len(f.Profile.Sections))
	for _, row := range g.meanings {
		for _, cell := range row {
			f.vote(votes, cell)
		}
	}
	best := -1
	for i, v := range votes {
		if v > 0 && (best < 0 || v > votes[best]) {
			best = i
		}
	}
	if best >= 0 {
		return best, true
	}
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Found() && g.table.Block >= s.First && g.table.Block < s.First+len(s.Body) && f.hasTable(i) {
			return i, true
		}
	}
	return 0, false
}

func (f *Form) hasTable(section int) bool {
	for i := range f.Profile.Tables {
		if f.Profile.Tables[i].section == section {
			return true
		}
	}
	return false
}

// vote gives one vote to each section that the label may belong to.
func (f *Form) vote(votes []int, meanings []meaning) {
	last := -1
	for _, m := range meanings {
		if m.profile != f.Profile || m.kind == sectionLabel {
			continue
		}
		if s := f.Profile.Tables[m.table].section; s != last {
			votes[s]++
			last = s
		}
	}
}

// binder binds the rows of one table of the document.
type binder struct {
	form    *Form
	grid    grid
	section int
	labels  []label // by row: its label, or none
	headers []bool  // by row: it holds column labels and no figure
	width   int     // cells that a row of the table has

	shift  bool          // figures begin behind the labels, not at the right edge
	byHead map[int][]int // by wide table: the cell of each column, when the header tells
}

// label is the cell of a row that names it.
type label struct {
	at int // -1 when there is none
	meaning
}

// bindRows binds rows whose labels are known, then those whose labels are a
// few characters off.
func (b *binder) bindRows() {
	b.survey()
	var unknown []int
	for i := range b.grid.table.Rows {
		switch l := b.labels[i]; {
		case b.headers[i]:
			b.noteHeader(i)
		case l.at >= 0 && l.kind != captionLabel && l.kind != noteLabel:
			b.bindRow(i, l, Exact)
		case l.at < 0 && b.hasFigures(i):
			unknown = append(unknown, i)
		}
	}
	for _, i := range unknown {
		b.bindUnknown(i)
	}
}

// survey reads what all rows together say about the shape of the table.
func (b *binder) survey() {
	rows := b.grid.table.Rows
	b.labels, b.headers = make([]label, len(rows)), make([]bool, len(rows))
	for i := range rows {
		b.labels[i], b.headers[i] = b.label(i), b.isHeader(i)
	}
	b.width = usualWidth(b.grid.table)
	for t := range b.form.Tables {
		def := b.form.Tables[t].Def
		if def.section != b.section || len(def.Columns) < wide {
			continue
		}
		b.shift = b.shifted(b.width - len(def.Columns))
		if columns := b.columns(&b.form.Tables[t]); columns != nil {
			b.byHead = map[int][]int{t: columns}
		}
	}
}

// label returns the last cell before the figures that names a row or group,
// -1 when there is none.
func (b *binder) label(i int) label {
	found := label{at: -1}
	for j, meanings := range b.grid.meanings[i] {
		if b.grid.table.Rows[i].Cells[j].Kind == report.Figure {
			break
		}
		m, ok := find(meanings, b.form.Profile, func(m meaning) bool {
			return m.kind != sectionLabel && m.kind != columnLabel && b.form.Profile.Tables[m.table].section == b.section
		})
		if ok {
			found = label{j, m}
		}
	}
	return found
}

// isHeader reports whether the row holds column labels and no figure.
func (b *binder) isHeader(i int) bool {
	columns, rows := 0, 0
	cells := b.grid.table.Rows[i].Cells
	for j, meanings := range b.grid.meanings[i] {
		if cells[j].Kind == report.Figure {
			return false
		}
		if j > 0 && report.SameCell(&cells[j], &cells[j-1]) || len(meanings) == 0 {
			continue
		}
		if _, ok := b.column(meanings); ok {
			columns++
		} else if _, ok := find(meanings, b.form.Profile, func(m meaning) bool { return m.kind == rowLabel }); ok {
			rows++
		}
	}
	return columns > 1 || columns == 1 && rows == 0
}

func (b *binder) column(meanings []meaning) (meaning, bool) {
	return find(meanings, b.form.Profile, func(m meaning) bool {
		return m.kind == columnLabel && b.form.Profile.Tables[m.table].section == b.section
	})
}

// hasFigures reports whether the row looks like one of figures: a label, then
// a figure and no words.
func (b *binder) hasFigures(i int) bool {
	figures := 0
	for _, c := range b.grid.table.Rows[i].Cells {
		switch c.Kind {
		case report.Figure:
			figures++
		case report.Words:
			if figures > 0 {
				return false
			}
		}
	}
	return figures > 0
}

// noteHeader remembers which cells head the columns of which table, and the
// form's note.
func (b *binder) noteHeader(i int) {
	cells := b.grid.table.Rows[i].Cells
	for j, meanings := range b.grid.meanings[i] {
		for _, m := range meanings {
			if m.profile != b.form.Profile || b.form.Profile.Tables[m.table].section != b.section {
				continue
			}
			t := &b.form.Tables[m.table]
			switch m.kind {
			case columnLabel:
				if t.Headers[m.index] == nil {
					t.Headers[m.index] = &cells[j]
				}
			case noteLabel:
				t.Note = &cells[j]
			}
		}
	}
}

// bindRow records row i, which l names.
func (b *binder) bindRow(i int, l label, match Match) {
	t := &b.form.Tables[l.table]
	row := BoundRow{
		Source: &b.grid.table.Rows[i],
		Table:  b.grid.table,
		Label:  &b.grid.table.Rows[i].Cells[l.at],
		Match:  match,
	}
	slot := &t.Groups
	if l.kind == rowLabel {
		slot = &t.Rows
	}
	b.fill(&row, l.table, i, l.at)
	if l.kind == groupLabel && row.Figures == 0 {
		return
	}
	t.addSource(b.grid.table)
	if (*slot)[l.index].Found() {
		t.Repeated = append(t.Repeated, row)
		return
	}
	(*slot)[l.index] = row
}

func (t *BoundTable) addSource(source *report.Table) {
	for _, s := range t.Sources {
		if s == source {
			return
		}
	}
	t.Sources = append(t.Sources, source)
}

// bindUnknown binds a row of figures with an unknown label to the row whose
// label is nearest, or records it as extra.
func (b *binder) bindUnknown(i int) {
	cells := b.grid.table.Rows[i].Cells
	at := -1
	for j := range cells {
		if cells[j].Kind == report.Figure {
			break
		}
		if cells[j].Kind == report.Words {
			at = j
		}
	}
	if at < 0 {
		return
	}
	if m, ok := b.nearest(key(cells[at].Text)); ok {
		b.bindRow(i, label{at, m}, Typo)
		return
	}
	for t := range b.form.Tables {
		if table := &b.form.Tables[t]; table.Def.section == b.section && len(table.Sources) > 0 && table.Sources[len(table.Sources)-1] == b.grid.table {
			table.ExtraRows = append(table.ExtraRows, ExtraRow{&b.grid.table.Rows[i], b.grid.table, &cells[at]})
			return
		}
	}
}

// nearest returns the row not found yet whose label is at most three
// characters, and at most a third of them, away.
func (b *binder) nearest(text string) (meaning, bool) {
	best, distance := meaning{}, 4
	for t := range b.form.Profile.Tables {
		def := &b.form.Profile.Tables[t]
		if def.section != b.section {
			continue
		}
		for r := range def.Rows {
			if b.form.Tables[t].Rows[r].Found() {
				continue
			}
			want := key(def.Rows[r].Label())
			most := min(3, utf8.RuneCountInString(want)/3, distance-1)
			if d := report.EditDistance(text, want, most); d <= most {
				best, distance = meaning{b.form.Profile, rowLabel, t, r}, d
			}
		}
	}
	return best, distance <= 3
}
