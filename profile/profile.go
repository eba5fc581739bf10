// Package profile holds statutory formats as data and binds reports to them.
//
// A Profile says which sections, tables, rows, columns and identities a kind
// of report has; it is a TOML file. Bind matches the labels of a report to it
// once, so that rules ask for figures by id and never compare label text.
//
// It checks nothing and finds nothing wrong: what differs from the format is
// in the Form, and rules speak of it.
package profile

import (
	"cmp"
	"fmt"
	"slices"
)

// Profile is one statutory format. The TOML keys are the field names in lower
// case; see the files in profiles/.
type Profile struct {
	ID         string     `toml:"id"`
	Family     string     `toml:"family"`  // the kind of report, of which formats follow each other; the id if empty
	Extends    string     `toml:"extends"` // id of the profile that this one adds to
	Title      string     `toml:"title"`
	Name       Note       `toml:"name"`  // short, for messages: 2021年格式
	Basis      string     `toml:"basis"` // the document that prescribes it
	Words      []string   `toml:"words"` // what the title of such a report says, in this order: 行政执法, 统计|数据
	Note       Note       `toml:"note"`  // said about each such report: what is not checked
	Years      Years      `toml:"years"`
	Titles     []string   `toml:"titles"`      // what such a report is called behind organ and year; the first is canonical
	TitleWords []string   `toml:"title-words"` // what a full title says besides the year; the parts of 年度…报告 may stand apart
	Preface    string     `toml:"preface"`     // what a new report begins with; {year} stands for its year
	Free       bool       `toml:"free"`        // headings are customary: what a report says is prescribed, not how it is divided
	Recalled   bool       `toml:"recalled"`    // written down from general knowledge, not from its text: nothing that rests on it is an error
	Law        Law        `toml:"law"`
	Sections   []Section  `toml:"section"`
	Tables     []Table    `toml:"table"`
	Identities []Identity `toml:"identity"`
	Powers     []Power    `toml:"power"`
	Distincts  []Distinct `toml:"distinct"`
	Fee        *Fee       `toml:"fee"` // nil when the format knows none
	Aspects    []Aspect   `toml:"aspect"`
	Documents  []Document `toml:"document"`
	Wording    string     `toml:"wording"` // id of the wording whose claims the format shares
	Claims     []Claim    `toml:"claim"`   // its own, and once loaded those of the wording before them
	Deadlines  []Deadline `toml:"deadline"`

	Continuities []Continuity  `toml:"continuity"`
	Rollups      []Rollup      `toml:"rollup"`
	Counterparts []Counterpart `toml:"counterpart"`
	Alike        Alike         `toml:"alike"`
	Growths      []Growth      `toml:"growth"`

	equations []Equation
	wording   *Wording
	cues      []string
	title     titleWords
	lineage   []string        // ids of what it extends, the nearest first
	lexicon   func() *lexicon // built when first needed: of three profiles a run needs one
	claimed   []claimSet      // by section: the claims that are looked for in it
	links     []Link
	figures   int
}

// Law names the clauses that findings rest on where no other definition names
// its own. What is left empty rests on the basis of the profile.
type Law struct {
	Yearly   string `toml:"yearly"`   // there is a report each year, on the year before
	Contents string `toml:"contents"` // which sections it has
	Problems string `toml:"problems"` // it states problems and remedies
	Text     string `toml:"text"`     // tables are text, not pictures
	Accuracy string `toml:"accuracy"` // what is published is right
}

// fill puts the basis of the profile where no clause is named.
func (l *Law) fill(basis string) {
	for _, clause := range [...]*string{&l.Yearly, &l.Contents, &l.Problems, &l.Text, &l.Accuracy} {
		*clause = cmp.Or(*clause, basis)
	}
}

// Note is a few words to the reader in the languages that gouji speaks.
type Note struct {
	ZH string `toml:"zh"`
	EN string `toml:"en"`
}

// Years are the report years that a format is for, inclusive; To 0 is open.
type Years struct {
	From     int   `toml:"from"`
	To       int   `toml:"to"`
	Optional []int `toml:"optional"` // years in which the format was only encouraged
}

// Holds reports whether the format is for the year.
func (y Years) Holds(year int) bool { return year >= y.From && (y.To == 0 || year <= y.To) }

// Encouraged reports whether the format was encouraged, not prescribed.
func (y Years) Encouraged(year int) bool {
	for _, o := range y.Optional {
		if o == year {
			return true
		}
	}
	return false
}

// Section is one required section. Its first label is the canonical heading;
// the others are accepted variants.
type Section struct {
	ID     string   `toml:"id"`
	After  string   `toml:"after"` // in a profile that extends another: what a new one stands behind
	Labels []string `toml:"labels"`
	Names  []string `toml:"names"` // words that tell it in a list of what the report holds
	Least  int      `toml:"least"` // characters that it has at least, where it has aspects
	Ask    string   `toml:"ask"`   // what is to be written there, for who writes a new report
	Draft  string   `toml:"draft"` // a sentence to be completed: ____; {year} stands for the year
	// Optional sections may be left out. A section that is Whole has no heading:
	// all of the document is that one section.
	Optional bool `toml:"optional"`
	Whole    bool `toml:"whole"`

	key        string // of the canonical heading
	comparison func() comparison
	aspects    bool // some aspect is of the section
	tables     bool // some table stands in it
}

// HasAspects reports whether the section has to speak of something.
func (s *Section) HasAspects() bool { return s.aspects }

// HasTables reports whether a table of the form stands in the section.
func (s *Section) HasTables() bool { return s.tables }

// Label returns the canonical heading.
func (s *Section) Label() string { return s.Labels[0] }

// Table is one statutory table, or one clause of it with columns of its own.
type Table struct {
	ID       string   `toml:"id"`
	After    string   `toml:"after"` // in a profile that extends another: what a new one stands behind
	Section  string   `toml:"section"`
	Name     string   `toml:"name"` // 表二
	Unit     string   `toml:"unit"`
	Layout   Layout   `toml:"layout"`
	Note     string   `toml:"note"`     // printed in the corner of the form
	Captions []string `toml:"captions"` // labels that lead to no figure
	Recalled bool     `toml:"recalled"` // as Profile.Recalled, of the table and its identities
	Columns  []Column `toml:"column"`
	Groups   []Group  `toml:"group"`
	Rows     []Row    `toml:"row"`

	section int   // index of Section
	first   int   // number of the first figure
	numbers []int // of the rows: 0, 1, …
}

// Layout says how the form prints a table.
type Layout string

// The layouts: a row has its label before its figures, or all rows stand side
// by side in one line of figures, labelled above.
const (
	Labelled Layout = ""
	Flat     Layout = "flat"
)

// Column is one column of figures.
type Column struct {
	ID      string   `toml:"id"`
	After   string   `toml:"after"` // in a profile that extends another: what a new one stands behind
	Labels  []string `toml:"labels"`
	Unit    string   `toml:"unit"`    // if it differs from the table's; "*" when it stands in the cell
	Decimal bool     `toml:"decimal"` // may have decimals
	Signed  bool     `toml:"signed"`  // may be negative
}

// Label returns the canonical column label.
func (c *Column) Label() string { return c.Labels[0] }

// Row is one row of figures.
type Row struct {
	ID     string   `toml:"id"`
	After  string   `toml:"after"` // in a profile that extends another: what a new one stands behind
	Name   string   `toml:"name"`  // short, for messages; the canonical label if empty
	Group  string   `toml:"group"`
	Labels []string `toml:"labels"`
}

// Label returns the canonical row label.
func (r *Row) Label() string { return r.Labels[0] }

// Short returns the name of the row in messages.
func (r *Row) Short() string {
	if r.Name != "" {
		return r.Name
	}
	return r.Label()
}

// Group is a label above several rows; its figure is the sum of theirs.
type Group struct {
	ID     string   `toml:"id"`
	Labels []string `toml:"labels"`
}

// Identity relates figures of one table (勾稽关系): the sum of the figures
// named on the left equals, or is at least, the sum of those on the right.
type Identity struct {
	ID       string   `toml:"id"`
	Rule     string   `toml:"rule"` // the rule that reports it; if empty DefaultRule, or PartRule when it is no equation
	Table    string   `toml:"table"`
	Over     Over     `toml:"over"`     // once for each column, or once for each row
	Relation Relation `toml:"relation"` // equal if empty
	Left     []string `toml:"left"`     // row or group ids over columns, column ids over rows
	Right    []string `toml:"right"`
	Recalled bool     `toml:"recalled"` // as Profile.Recalled
	Basis    string   `toml:"basis"`
}

// Over says what an identity is repeated over.
type Over string

// The things that an identity is repeated over.
const (
	Columns Over = "columns"
	Rows    Over = "rows"
)

// Relation is how the two sides of an identity relate.
type Relation string

// The relations.
const (
	Equal   Relation = ""
	AtLeast Relation = ">="
)

// Power says that only some kinds of organ can have figures in a row.
type Power struct {
	Table   string   `toml:"table"`
	Row     string   `toml:"row"`
	Columns []string `toml:"columns"` // those that are meant; all if empty
	Kinds   []string `toml:"kinds"`   // kinds of organ that cannot
	Basis   string   `toml:"basis"`
}

// Distinct says that two rows count different things.
type Distinct struct {
	Table string   `toml:"table"`
	Rows  []string `toml:"rows"`
}

// Called returns what reports of the format are called.
func (p *Profile) Called() string {
	if len(p.Titles) > 0 {
		return p.Titles[0]
	}
	return p.Title
}

// IsWhole reports whether the document is one section without a heading.
func (p *Profile) IsWhole() bool { return len(p.Sections) == 1 && p.Sections[0].Whole }

// AnyRecalled reports whether a table is not known from the text of the format.
func (p *Profile) AnyRecalled() bool {
	return slices.ContainsFunc(p.Tables, func(t Table) bool { return t.Recalled })
}

// Table returns the table with the id, or nil.
func (p *Profile) Table(id string) *Table {
	if i := p.tableIndex(id); i >= 0 {
		return &p.Tables[i]
	}
	return nil
}

func (p *Profile) tableIndex(id string) int {
	for i := range p.Tables {
		if p.Tables[i].ID == id {
			return i
		}
	}
	return -1
}

// Section returns the index of the section with the id, or -1.
func (p *Profile) Section(id string) int {
	for i := range p.Sections {
		if p.Sections[i].ID == id {
			return i
		}
	}
	return -1
}

// Row returns the index of the row with the id, or -1.
func (t *Table) Row(id string) int {
	for i := range t.Rows {
		if t.Rows[i].ID == id {
			return i
		}
	}
	return -1
}

// Column returns the index of the column with the id, or -1.
func (t *Table) Column(id string) int {
	for i := range t.Columns {
		if t.Columns[i].ID == id {
			return i
		}
	}
	return -1
}

// Caption returns what the table, or the part of one, stands under in the form.
func (t *Table) Caption() string {
	if len(t.Captions) > 0 {
		return t.Captions[0]
	}
	return t.Name
}

// Group returns the index of the group with the id, or -1.
func (t *Table) Group(id string) int {
	for i := range t.Groups {
		if t.Groups[i].ID == id {
			return i
		}
	}
	return -1
}

// UnitOf returns the unit of a column's figures: 件, 万元.
func (t *Table) UnitOf(column int) string {
	if u := t.Columns[column].Unit; u != "" {
		return u
	}
	return t.Unit
}

// Place names a figure in words: 「表三「（一）予以公开」「总计」」.
func (p *Profile) Place(ref Ref) string {
	t := p.Table(ref.Table)
	if t == nil {
		return ""
	}
	place := t.Name
	if i := t.Row(ref.Row); i >= 0 {
		place += fmt.Sprintf("「%s」", t.Rows[i].Short())
	} else if i := t.Group(ref.Row); i >= 0 {
		place += fmt.Sprintf("「%s」", t.Groups[i].Label())
	}
	if i := t.Column(ref.Column); i >= 0 {
		place += fmt.Sprintf("「%s」", t.Columns[i].Label())
	}
	return place
}

// Label returns the canonical group label.
func (g *Group) Label() string { return g.Labels[0] }
