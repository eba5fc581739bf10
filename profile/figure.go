package profile

// The figures of a format are numbered through, table by table, row by row,
// so that a report can be kept as a list of them.

// Figures returns how many figures the form has.
func (p *Profile) Figures() int { return p.figures }

// Figure returns the number of the figure that ref names, -1 when the form
// has none.
func (p *Profile) Figure(ref Ref) int {
	t := p.Table(ref.Table)
	if t == nil {
		return -1
	}
	row, column := t.Row(ref.Row), t.Column(ref.Column)
	if row < 0 || column < 0 {
		return -1
	}
	return t.Figure(row, column)
}

// Figure returns the number of the figure in row and column, by index.
func (t *Table) Figure(row, column int) int { return t.first + row*len(t.Columns) + column }

// FigureAt returns the table, row and column of the figure with the number,
// by index.
func (p *Profile) FigureAt(n int) (table, row, column int) {
	for table+1 < len(p.Tables) && p.Tables[table+1].first <= n {
		table++
	}
	t := &p.Tables[table]
	at := n - t.first
	return table, at / len(t.Columns), at % len(t.Columns)
}

// FigureRef names the figure with the number.
func (p *Profile) FigureRef(n int) Ref {
	table, row, column := p.FigureAt(n)
	t := &p.Tables[table]
	return Ref{Table: t.ID, Row: t.Rows[row].ID, Column: t.Columns[column].ID}
}

// In returns the figures that are given in a unit, by number.
func (p *Profile) In(unit string) (numbers []int) {
	for i := range p.Tables {
		t := &p.Tables[i]
		for column := range t.Columns {
			for row := 0; t.UnitOf(column) == unit && row < len(t.Rows); row++ {
				numbers = append(numbers, t.Figure(row, column))
			}
		}
	}
	return numbers
}

// Derived reports whether the figure is worked out from others: an identity
// has it alone on its left.
func (p *Profile) Derived(n int) bool {
	for i := range p.equations {
		e := &p.equations[i]
		if e.Identity.Relation == Equal && len(e.Left) == 1 && len(e.Left[0].Rows) == 1 &&
			p.Tables[e.Table].Figure(e.Left[0].Rows[0], e.Left[0].Column) == n {
			return true
		}
	}
	return false
}

func (p *Profile) numberFigures() {
	for i := range p.Tables {
		t := &p.Tables[i]
		t.first = p.figures
		p.figures += len(t.Rows) * len(t.Columns)
	}
}
