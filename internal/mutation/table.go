package mutation

import (
	"strings"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// tableOperators lose tables and parts of their markup.
func tableOperators() []Operator {
	return []Operator{
		{"table", "left out", eachTable(func(t sheet) Mutation { return t.lose("") })},
		{"table", "made a picture", eachTable(func(t sheet) Mutation { return t.lose("![表格](images/table.png)\n") })},
		{"table", "made a placeholder", eachTable(func(t sheet) Mutation { return t.lose("[TABLE]\n") })},
		{"table", "delimiter row left out", eachTable(withoutDelimiter)},
		{"table", "cell left out", eachCell(cellLeftOut)},
		{"table", "cell doubled", eachCell(cellDoubled)},
		{"table", "cell split in two", cellsSplit},
		{"table", "full-width border", bordersWidened},
	}
}

// sheet is a table of the document with the section that it stands in.
type sheet struct {
	*Base
	*report.Table
	section *profile.BoundSection
}

// sheets returns the statutory tables as the document has them.
func (b *Base) sheets() (all []sheet) {
	for _, table := range b.bound.Report.Tables {
		for i := range b.bound.Sections {
			s := &b.bound.Sections[i]
			if table.Block >= s.First && table.Block < s.First+len(s.Body) {
				all = append(all, sheet{b, table, s})
			}
		}
	}
	return all
}

func eachTable(change func(sheet) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, t := range b.sheets() {
			all = append(all, change(t))
		}
		return all
	}
}

// lose puts something in place of the table.
func (t sheet) lose(instead string) Mutation {
	return t.with(t.section.Def.Label(), []string{"table-missing"}, point(t.section.Block.Prose.Span), replace(t.Span, instead))
}

// withoutDelimiter takes out the line that makes rows of cells a table; HTML
// has none.
func withoutDelimiter(t sheet) Mutation {
	if t.Form != report.PipeTable {
		return Mutation{}
	}
	header, rest, _ := strings.Cut(t.Span.Text(), "\n")
	delimiter, _, _ := strings.Cut(rest, "\n")
	at := t.Span.Start + len(header) + 1
	gone := edit{at, at + len(delimiter) + 1, ""}
	return t.with(t.section.Def.Label(), []string{"table-missing", "table-broken"},
		point(t.File().Span(t.Span.Start, at)), gone, point(t.File().Span(gone.end, t.Span.End)))
}

// File returns the document.
func (b *Base) File() *report.File { return b.bound.Report.File }

// eachCell changes every cell with a figure.
func eachCell(change func(b *Base, f figure) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, f := range b.figures() {
			m := change(b, f)
			m.What = b.bound.Profile.Place(b.ref(f))
			all = append(all, m)
		}
		return all
	}
}

// cellLeftOut takes a cell out, border and all: the row is too short, and
// nobody knows which figure it lost.
func cellLeftOut(b *Base, f figure) Mutation {
	at := b.markup(f)
	row := b.bound.Tables[f.table].Rows[f.row].Source.Span
	return b.with("", b.raggedRules(f), point(b.File().Span(row.Start, at.Start)), edit{at.Start, at.End, marked("")}, point(b.File().Span(at.End, row.End)))
}

// cellDoubled puts a cell in twice: the row is too long.
func cellDoubled(b *Base, f figure) Mutation {
	at := b.markup(f)
	row := b.bound.Tables[f.table].Rows[f.row].Source.Span
	m := b.with("", []string{"row-ragged"}, point(b.File().Span(row.Start, at.End)), insert(at.End, at.Text()), point(b.File().Span(at.End, row.End)))
	if len(b.bound.Tables[f.table].Def.Columns) == 1 {
		m.Unseen = repeatedSpan
	}
	return m
}

// cellsSplit parts each figure behind its first digit. When the rest of the row
// tells that the two are one, cell-split says so.
func cellsSplit(b *Base) (all []Mutation) {
	for _, f := range b.figures() {
		text := f.cell.Text
		if len(text) < 2 || text[0] == '-' {
			continue
		}
		at, row := b.markup(f), b.bound.Tables[f.table].Rows[f.row].Source.Span
		before, behind := b.Text[at.Start:f.cell.Span.Start], b.Text[f.cell.Span.End:at.End]
		m := b.with(b.bound.Profile.Place(b.ref(f)), []string{"cell-split", "row-ragged"},
			point(b.File().Span(row.Start, at.Start)), replace(at, before+text[:1]+behind+before+text[1:]+behind),
			point(b.File().Span(at.End, row.End)))
		if len(b.bound.Tables[f.table].Def.Columns) == 1 {
			m.Rules = append(m.Rules, "cell-blank")
		}
		all = append(all, m)
	}
	return all
}

// bordersWidened writes the border before the first figure of each row in full
// width; HTML has none. The label and the figure become one cell.
func bordersWidened(b *Base) (all []Mutation) {
	if b.shape == shape.HTML {
		return nil
	}
	for _, f := range b.figures() {
		if f.column == 0 {
			rules := []string{"table-broken"}
			if b.bound.Tables[f.table].Def.Layout == profile.Flat {
				rules = []string{"cell-not-number"} // no label becomes longer
			}
			at := strings.LastIndexByte(b.Text[:f.cell.Span.Start], '|')
			row := b.bound.Tables[f.table].Rows[f.row].Source.Span
			all = append(all, b.with(b.bound.Profile.Place(b.ref(f)), rules, point(b.File().Span(row.Start, at)), replace(b.File().Span(at, at+1), "｜"), point(b.File().Span(at+1, row.End))))
		}
	}
	return all
}

// raggedRules returns the rules that speak of a row with a cell too few. Where
// a clause has fewer columns than the table, a blank is left at its end.
func (b *Base) raggedRules(f figure) []string {
	if def := b.bound.Tables[f.table].Def; b.shape != shape.HTML && isClause(def) && len(def.Columns) < 3 {
		return []string{"cell-blank"}
	}
	return []string{"row-ragged"}
}

// repeatedSpan is why a cell may stand there twice.
const repeatedSpan = "转换器会把跨列的格重复一遍，重复的按一格读"

// markup returns the cell of a figure with its border: <td>…</td>, or … |.
func (b *Base) markup(f figure) report.Span {
	s := f.cell.Span
	if b.shape == shape.HTML {
		start := strings.LastIndex(b.Text[:s.Start], "<td")
		return b.File().Span(start, s.End+strings.Index(b.Text[s.End:], "</td>")+len("</td>"))
	}
	start := strings.LastIndexByte(b.Text[:s.Start], '|') + 1
	return b.File().Span(start, s.End+strings.IndexByte(b.Text[s.End:], '|')+1)
}
