package report

// Report is one document as read: title, blocks in order, tables, sign-off.
// It knows nothing of any statutory format; package profile binds it to one.
type Report struct {
	File       *File
	Matter     []Field // front matter, in order
	Title      Prose   // one or two lines joined; empty when none was found
	Meta       Meta
	Blocks     []Block // in document order; title, front matter and comments are not among them
	Tables     []*Table
	SignOff    SignOff
	Images     []Image
	Anomalies  []Anomaly
	Directives []Directive
}

// Field is one key of the front matter. A list is joined with "、".
type Field struct {
	Key   string
	Value Text
}

// Meta holds facts about the report itself.
type Meta struct {
	Organ     Fact // full name of the 机关
	Year      Fact // the year reported on, "2023"
	Published Fact // "2024-01-17"
	Kind      Fact // department, township, county, city, province, ministry, authorized
	Scope     Fact // own, aggregate
}

// Fact is something known about a report and how it came to be known.
type Fact struct {
	Value  string
	Origin Origin
	Span   Span // where it is written; zero when it came from config or path
}

// Known reports whether the fact has a value.
func (f Fact) Known() bool { return f.Value != "" }

// Guessed reports whether the fact was read out of the text instead of being
// stated. A check that rests on a guessed fact is a warning at most.
func (f Fact) Guessed() bool { return f.Origin == FromText }

// Origin says where a fact came from, best source first.
type Origin uint8

// The sources of a fact.
const (
	Unknown Origin = iota
	FromMatter
	FromConfig
	FromPath
	FromText
)

// Block is one block of the document: a heading, a paragraph, a table.
type Block struct {
	Kind  BlockKind
	Mark  Mark  // how a heading is marked
	Level int   // heading level 1–6 of ATX and setext headings, else 0
	Prose Prose // what a reader sees of a heading, paragraph or list item
	Table *Table
	Span  Span
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of block. A paragraph that only looks like a heading
// (「一、总体情况」) is a Paragraph with Mark Plain or Bold.
const (
	Heading BlockKind = iota
	Paragraph
	ListItem
	TableBlock
	Code
)

// Mark says what makes a block a heading.
type Mark uint8

// The marks of a heading. Plain is one short line that begins with an
// ordinal and has no sentence in it.
const (
	NoMark Mark = iota
	ATX
	Setext
	Bold
	Plain
)

// SignOff is the 落款: the organ line and the date line at the end.
type SignOff struct {
	Organ Text // zero when there is none
	Date  Date // zero when there is none
	Raw   Text // the date line as written, also when it is no valid date
	// Block is where it begins at the end of Report.Blocks; len(Blocks) when
	// there is none at the end, also when one stands under the title.
	Block int
}

// Image is a picture in the text.
type Image struct {
	Alt, Target string
	Span        Span
	Block       int // index of the block that it stands in
}

// Anomaly is something that Markdown lost or that could not be read. The
// parser never reports; the rule table-broken or file-unreadable does.
type Anomaly struct {
	Kind AnomalyKind
	Span Span
	Note string // a detail: a limit, a count
}

// AnomalyKind names what went wrong.
type AnomalyKind string

// What can go wrong between bytes and blocks.
const (
	NotText           AnomalyKind = "not-text"           // neither UTF-8 nor GB18030
	TooLarge          AnomalyKind = "too-large"          // over the size or line limit; not read
	MatterInvalid     AnomalyKind = "matter-invalid"     // front matter that does not parse
	MatterUnknown     AnomalyKind = "matter-unknown"     // a value of front matter that is none of those there are
	DelimiterMismatch AnomalyKind = "delimiter-mismatch" // header and delimiter row differ in width
	DelimiterMissing  AnomalyKind = "delimiter-missing"  // rows of cells without a delimiter row
	TextAfterTable    AnomalyKind = "text-after-table"   // a line of text that Markdown takes for a row
	FullWidthPipe     AnomalyKind = "full-width-pipe"    // ｜ used for |
	TextTable         AnomalyKind = "text-table"         // a table drawn with spaces, dashes or +---+
	TablePlaceholder  AnomalyKind = "table-placeholder"  // [TABLE] and the like
	TableTooLarge     AnomalyKind = "table-too-large"    // over the cell limit; read up to it
	TableUnclosed     AnomalyKind = "table-unclosed"     // <table> without </table>
	NestingTooDeep    AnomalyKind = "nesting-too-deep"   // lists or quotes deeper than 16; read as text
	DirectiveInvalid  AnomalyKind = "directive-invalid"  // a gouji comment that cannot be understood
)

// Unread says why nothing of the file was read: NotText or TooLarge; "" when
// it was read.
func (r *Report) Unread() AnomalyKind {
	for i := range r.Anomalies {
		if k := r.Anomalies[i].Kind; k == NotText || k == TooLarge {
			return k
		}
	}
	return ""
}

// Directive is a suppression comment.
type Directive struct {
	Rule   string // rule name, or "rule/item"
	Reason string // why; empty when none was given
	Span   Span   // of the comment
	// Covers is the block after the comment, whole: a Markdown table cannot
	// hold a comment between its rows. Zero for the whole file.
	Covers Span
}
