package profile

import "github.com/gouji-lint/gouji/report"

// Binder binds reports one after the other. It owns the memory of a Form, so
// that a worker that binds thousands of reports allocates it once.
//
// A Form holds until the next Bind, as its report holds until the next one is
// parsed. To keep a Form, use Library.Bind. The zero Binder is ready; it is not
// safe for concurrent use: each worker owns one.
type Binder struct{ room room }

// Bind is Library.Bind in the memory of the Binder.
func (b *Binder) Bind(l *Library, r *report.Report) *Form { return l.of(r).bind(r, &b.room) }

// room is memory for a Form and what it takes to bind it.
type room struct {
	form     Form
	sections []BoundSection
	heads    []headline
	tables   []BoundTable
	sources  []*report.Table // by table
	rows     []BoundRow      // and groups, of all tables
	columns  []Match         // of all tables
	cells    []*report.Cell  // headers of all columns, then figures
	pattern  []byte          // of the report's tables, see appendPattern
}

// renew returns n zero elements in the place of those in memory.
func renew[T any](memory *[]T, n int) []T {
	if *memory == nil || cap(*memory) < n {
		*memory = make([]T, n)
		return *memory
	}
	*memory = (*memory)[:n]
	clear(*memory)
	return *memory
}

// newForm returns a new Form in the place of the one before.
func (m *room) newForm(r *report.Report) *Form {
	m.form = Form{Report: r, Written: written(r)}
	return &m.form
}

// newTables gives a form its tables, without a row, and returns cells that are
// free for the figures of rows.
func (m *room) newTables(f *Form) (free []*report.Cell) {
	p := f.Profile
	rows, columns := 0, 0
	for i := range p.Tables {
		t := &p.Tables[i]
		rows += len(t.Rows) + len(t.Groups)
		columns += len(t.Columns)
	}
	f.Tables = renew(&m.tables, len(p.Tables))
	slots, matches := renew(&m.rows, rows), renew(&m.columns, columns)
	sources, cells := renew(&m.sources, len(p.Tables)), renew(&m.cells, columns+p.figures)
	for i := range p.Tables {
		t, def := &f.Tables[i], &p.Tables[i]
		t.Def = def
		t.Rows, slots = cut(slots, len(def.Rows))
		t.Groups, slots = cut(slots, len(def.Groups))
		t.Columns, matches = cut(matches, len(def.Columns))
		t.Headers, cells = cut(cells, len(def.Columns))
		t.Sources = sources[i : i : i+1]
		for k := range t.Columns {
			t.Columns[k] = Exact
		}
	}
	return cells
}

// cut parts the first n elements from the rest. When there are not as many it
// makes new ones: rows may be repeated, and groups have figures of their own.
func cut[T any](free []T, n int) (taken, rest []T) {
	if n > len(free) {
		return make([]T, n), free
	}
	return free[:n:n], free[n:]
}
