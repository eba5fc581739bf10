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
		{"table", "cell split in two", eachCell(cellSplit)},
		{"table", "full-width border", eachCell(borderWidened)},
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
// nobody knows which figure it lost. Where a clause has fewer columns than the
// table, a blank is left at its end.
func cellLeftOut(b *Base, f figure) Mutation {
	rule := "row-ragged"
	if def := b.def(f); b.shape != shape.HTML && isClause(def) && len(def.Columns) < 3 {
		rule = "cell-blank"
	}
	at := b.markup(f)
	return b.with("", []string{rule}, append(b.restOfRow(f, at), replace(at, ""))...)
}

// cellDoubled puts a cell in twice: the row is too long.
func cellDoubled(b *Base, f figure) Mutation {
	at := b.markup(f)
	m := b.with("", []string{"row-ragged"}, append(b.restOfRow(f, at), replace(at, at.Text()+at.Text()))...)
	if len(b.def(f).Columns) == 1 {
		m.Unseen = repeatedSpan
	}
	return m
}

// repeatedSpan is why a cell may stand there twice.
const repeatedSpan = "转换器会把跨列的格重复一遍，重复的按一格读"

// cellSplit parts a figure behind its first digit. When the rest of the row
// tells that the two are one, cell-split says so.
func cellSplit(b *Base, f figure) Mutation {
	text := f.cell.Text
	if len(text) < 2 || text[0] == '-' {
		return Mutation{}
	}
	at, rules := b.markup(f), []string{"cell-split", "row-ragged"}
	before, behind := b.Text[at.Start:f.cell.Span.Start], b.Text[f.cell.Span.End:at.End]
	return b.with("", rules, append(b.restOfRow(f, at), replace(at, before+text[:1]+behind+before+text[1:]+behind))...)
}

// borderWidened writes the border before the first figure of a row in full
// width; HTML has none. The label and the figure become one cell.
func borderWidened(b *Base, f figure) Mutation {
	if b.shape == shape.HTML || f.column > 0 {
		return Mutation{}
	}
	rules := []string{"table-broken"}
	if b.def(f).Layout == profile.Flat {
		rules = append(rules, "cell-not-number") // there is no label before the first
	}
	border := strings.LastIndexByte(b.Text[:f.cell.Span.Start], '|')
	at := b.File().Span(border, border+1)
	return b.with("", rules, append(b.restOfRow(f, at), replace(at, "｜"))...)
}

// restOfRow marks the row of a figure before and behind a place in it.
func (b *Base) restOfRow(f figure, at report.Span) []edit {
	row := b.bound.Tables[f.table].Rows[f.row].Source.Span
	return points(b.File().Span(row.Start, at.Start), b.File().Span(at.End, row.End))
}

// def returns the definition of the figure's table.
func (b *Base) def(f figure) *profile.Table { return b.bound.Tables[f.table].Def }

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
