package report

// Table is a grid of cells as the document has it, spans expanded: a spanned
// cell stands in every position that it covers, each time with the same Span.
type Table struct {
	Form   TableForm
	Width  int // cells a row is declared to have: the header row's in a pipe table, the widest row's in HTML
	Header int // rows at the top that the source marks as header
	Rows   []Row
	Span   Span
	Block  int // index in Report.Blocks
}

// TableForm says how a table is written.
type TableForm uint8

// The forms of a table.
const (
	PipeTable TableForm = iota
	HTMLTable
)

// Row is one row of a table. A row shorter than the table is filled up with
// Absent cells; cells beyond its width are kept and are Surplus.
type Row struct {
	Cells []Cell
	Span  Span
}

// Cell is one position of a table.
type Cell struct {
	Text  string // as a reader sees it: trimmed, without markup
	Kind  CellKind
	Form  CellForm
	Value Number // of a Figure
	Unit  string // written behind the figure: 件, 万元
	Span  Span   // of the text; of an empty cell, the blank between its borders; of an Absent cell, the row
}

// CellKind says what a cell holds.
type CellKind uint8

// The kinds of cell. Dash is a mark that stands for nothing: / - — 无.
// Absent is a cell that the row does not have.
const (
	Blank CellKind = iota
	Figure
	Words
	Dash
	Absent
)

// CellForm is a set of things that are unusual in how a figure is written.
type CellForm uint8

// What can be unusual. Surplus is no fault of the figure: the cell stands
// outside the width of its table.
const (
	FullWidth CellForm = 1 << iota // １２
	Thousands                      // 1,234
	Zeros                          // 012
	Spaces                         // 1 2
	Signed                         // +19
	WithUnit                       // 3件
	Surplus
)

// Has reports whether the form has all of want.
func (f CellForm) Has(want CellForm) bool { return f&want == want }

// SameCell reports whether a and b are positions of one spanned cell. Cells side
// by side are compared, which begin at different places.
func SameCell(a, b *Cell) bool { return a.Span.Start == b.Span.Start && a.Span == b.Span }

// Counts reports whether the cell counts in arithmetic: a figure, or a blank
// or dash that is read as 0.
func (c *Cell) Counts() bool { return c.Kind == Figure || c.Kind == Blank || c.Kind == Dash }
