package profile

import "github.com/gouji-lint/gouji/report"

// Form is a report bound to a profile: every label matched once. Rules ask it
// for sections and figures.
type Form struct {
	Profile *Profile
	Report  *report.Report
	// Told is the profile that the labels of the tables tell, nil when they
	// tell none; ByYear is the one that the report year calls for. Profile is
	// Told, else ByYear, else the newest.
	Told, ByYear *Profile
	// Telling is a label that Told has and ByYear has not, when they differ.
	Telling *report.Cell
	// Written is the year of title and statistics period when they agree on
	// another one than is stated: then the statement is wrong, not all that is
	// said of the year. Where the title alone tells the year, it is that of
	// period and sign-off when they agree on another one.
	Written report.Fact

	Sections []BoundSection // one for each section of the profile
	Extra    []Heading      // top-level headings that the profile does not have
	Tables   []BoundTable   // one for each table of the profile
}

// Match says how well a label fits.
type Match uint8

// The degrees of fit. Missing is a label that was not found.
const (
	Missing Match = iota
	Exact         // the canonical label, but for width, quotes, blanks and ordinal
	Variant       // an accepted variant
	Typo          // one to three characters off
	Renamed       // a section heading in its place and with its number, but with another text
)

// BoundSection is a section of the report, or the gap where it should be.
type BoundSection struct {
	Def *Section
	Heading
	Match Match
	Body  []report.Block // what stands under the heading
	First int            // index in Report.Blocks of Body[0]
	Again []Heading      // the same heading once more
}

// Found reports whether the report has the section.
func (s *BoundSection) Found() bool { return s.Match != Missing }

// BoundTable is a table of the report, or the gap where it should be. Its
// rows may come from several tables of the document.
type BoundTable struct {
	Def     *Table
	Sources []*report.Table // the tables of the document that hold its rows, or its header
	Rows    []BoundRow      // one for each row of Def
	Groups  []BoundRow      // one for each group of Def; found when the group has figures of its own
	Columns []Match         // one for each column of Def: how its header was found; Missing only when the column is not there
	Headers []*report.Cell  // the header cell of each column, nil when none was found

	ExtraRows    []*report.Cell // labels of rows of figures that the form does not have
	ExtraColumns []*report.Cell // header cells of columns that the form does not have
	Repeated     []RepeatedRow  // rows that were there before
	// Others are the further lines of a flat table whose form has one, each
	// as a table with that line; Line names the organ that a line is of. It is
	// "" where the table has one line.
	Others   []BoundTable
	Line     string
	Note     *report.Cell  // the cell with the form's note
	Misspelt []Misspelling // labels of rows, groups and columns that are a few characters off
	Shuffled bool          // the columns stand in another order than the form's
	Astray   *report.Cell  // the first label of a flat table that stands elsewhere than in the form
	// Flattened are places outside any table that hold labels of this one:
	// a table that a converter took apart.
	Flattened []report.Span
}

// Found reports whether any row of the table was found.
func (t *BoundTable) Found() bool {
	for i := range t.Rows {
		if t.Rows[i].Found() {
			return true
		}
	}
	return false
}

// BoundRow is a row of figures.
type BoundRow struct {
	Source *report.Row // nil when the row is missing
	Table  *report.Table
	Label  *report.Cell // nil in a flat table
	Match  Match
	Cells  []*report.Cell // one for each column; nil where the column is missing
	// Ragged is a row that does not have one figure for each column: it is
	// not known which figure is missing or too many, so none is used.
	Ragged  bool
	Figures int            // how many figures the row has
	Surplus []*report.Cell // figures behind the last column
}

// Found reports whether the report has the row.
func (r *BoundRow) Found() bool { return r.Source != nil }

// RepeatedRow is a row that is there already. Row is its index in Rows, or
// behind them in Groups.
type RepeatedRow struct {
	BoundRow
	Row int
}

// Misspelling is a label that is a few characters off.
type Misspelling struct {
	Cell *report.Cell
	Want string // the canonical label
}

// Law returns the clauses that hold for a report of this year, whichever
// tables it has.
func (f *Form) Law() *Law {
	if f.ByYear != nil {
		return &f.ByYear.Law
	}
	return &f.Profile.Law
}

// Section returns the bound section with the id, nil if the profile has none.
func (f *Form) Section(id string) *BoundSection {
	if i := f.Profile.Section(id); i >= 0 {
		return &f.Sections[i]
	}
	return nil
}

// Cell returns the cell that ref names, or nil when the report has none or
// its row is ragged.
func (f *Form) Cell(ref Ref) *report.Cell {
	t := f.Profile.tableIndex(ref.Table)
	if t < 0 {
		return nil
	}
	row, column := f.Tables[t].Def.Row(ref.Row), f.Tables[t].Def.Column(ref.Column)
	if row < 0 || column < 0 {
		return nil
	}
	return f.Tables[t].Cell(row, column)
}

// Cell returns the cell in row and column, by index, or nil when there is
// none or the row is ragged.
func (t *BoundTable) Cell(row, column int) *report.Cell {
	if r := &t.Rows[row]; r.Found() && !r.Ragged {
		return r.Cells[column]
	}
	return nil
}

// Ref names the cell in row and column.
func (t *BoundTable) Ref(row, column int) Ref {
	return Ref{Table: t.Def.ID, Row: t.Def.Rows[row].ID, Column: t.Def.Columns[column].ID}
}

// Recognised reports whether the document looks like a report of this format:
// its title says so, or enough of its headings and rows are those of the form.
func (f *Form) Recognised() bool {
	if f.Profile.title.in(report.Fold(f.Report.Title.Text)) >= 0 {
		return true
	}
	sections, rows := 0, 0
	for i := range f.Sections {
		if f.Sections[i].Found() {
			sections++
		}
	}
	for i := range f.Tables {
		for j := range f.Tables[i].Rows {
			if f.Tables[i].Rows[j].Found() {
				rows++
			}
		}
	}
	return sections >= 3 || rows >= 10
}

// MissingRows returns the rows of the form that the report does not have. The
// rows of a group count as there when the group has figures of its own and
// none of its rows has: some reports give only those.
func (t *BoundTable) MissingRows() (missing []int) {
	for i := range t.Rows {
		if !t.Rows[i].Found() && !t.standsFor(t.Def.Group(t.Def.Rows[i].Group)) {
			missing = append(missing, i)
		}
	}
	return missing
}

// standsFor reports whether a group has figures and none of its rows has.
func (t *BoundTable) standsFor(group int) bool {
	if group < 0 || !t.Groups[group].Found() {
		return false
	}
	for i := range t.Rows {
		if t.Rows[i].Found() && t.Def.Rows[i].Group == t.Def.Groups[group].ID {
			return false
		}
	}
	return true
}

// Beside returns the row found that a missing row would follow, or the first
// one found when none stands before it; nil when the table has no row.
func (t *BoundTable) Beside(row int) *BoundRow {
	for i := row - 1; i >= 0; i-- {
		if t.Rows[i].Found() {
			return &t.Rows[i]
		}
	}
	for i := range t.Rows {
		if t.Rows[i].Found() {
			return &t.Rows[i]
		}
	}
	return nil
}
