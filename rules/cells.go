package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// cellGroup are cells of one statutory table that have a habit in common.
type cellGroup struct {
	statutory
	cells []figureCell
	all   int // cells that the table has
}

// groupCells yields, for each statutory table, the odd cells for which want
// holds.
func (p *Pass) groupCells(want func(*figureCell) bool) func(yield func(*cellGroup) bool) {
	return func(yield func(*cellGroup) bool) {
		if !p.surveyed().anyOdd(want) {
			return // as nearly always
		}
		for s := range p.statutoryTables {
			var cells []figureCell
			all := 0
			for i := range s.parts {
				tableCells(&s.parts[i], func(c figureCell) bool {
					all++
					if want(&c) {
						cells = append(cells, c)
					}
					return true
				})
			}
			if cells != nil && !yield(&cellGroup{s, cells, all}) {
				return
			}
		}
	}
}

// where says which cells they are: whole columns and rows, and others by name.
func (g *cellGroup) where() Message {
	columns, rest := g.wholeLines(false, g.cells)
	rows, rest := g.wholeLines(true, rest)
	lines := Message{}
	if len(columns) > 0 {
		lines = Message{nameList(columns, "列"), fmt.Sprintf("columns %s", atMost(columns, ", ", " and so on, %d in all"))}
	}
	if len(rows) > 0 {
		lines = Message{
			both(lines.ZH, nameList(rows, "行"), "，"),
			both(lines.EN, fmt.Sprintf("rows %s", atMost(rows, ", ", " and so on, %d in all")), "; "),
		}
	}
	return others(rest, lines)
}

// nameList lists the names of so many rows or columns.
func nameList(names []string, unit string) string {
	quotes := make([]string, len(names))
	for i, name := range names {
		quotes[i] = "「" + name + "」"
	}
	if list := atMost(quotes, "", "等 %d "+unit); len(names) > most {
		return list
	} else {
		return fmt.Sprintf("%s%d %s", list, len(names), unit)
	}
}

// others says how many cells there are beside lines, or which.
func others(cells []figureCell, lines Message) Message {
	if len(cells) == 0 {
		return lines
	}
	if !lines.IsZero() {
		return Message{
			fmt.Sprintf("%s，另 %d 格", lines.ZH, len(cells)),
			fmt.Sprintf("%s, and %d others", lines.EN, len(cells)),
		}
	}
	var zh, en []string
	for i := range cells {
		name := cells[i].name()
		zh, en = append(zh, name.ZH), append(en, name.EN)
	}
	return Message{atMost(zh, "、", "等"), atMost(en, ", ", " and so on")}
}

// tableLine is a row or a column of a table.
type tableLine struct {
	table *profile.BoundTable
	line  int
}

// wholeLines names the rows or columns of which every cell is meant, and
// returns the cells outside them.
func (g *cellGroup) wholeLines(inRow bool, cells []figureCell) (names []string, rest []figureCell) {
	missing := map[tableLine]int{} // cells that are not meant
	count, named := map[tableLine]int{}, map[tableLine]bool{}
	for i := range g.parts {
		tableCells(&g.parts[i], func(c figureCell) bool {
			missing[c.on(inRow)]++
			count[c.on(inRow)]++
			return true
		})
	}
	for i := range g.cells {
		missing[g.cells[i].on(inRow)]--
	}
	for i := range cells {
		c := &cells[i]
		on := c.on(inRow)
		switch {
		case missing[on] > 0 || count[on] < 3:
			rest = append(rest, *c)
		case named[on]:
		case inRow:
			names, named[on] = append(names, c.rowName()), true
		default:
			names, named[on] = append(names, c.columnName()), true
		}
	}
	return names, rest
}

// on returns the row or column that the cell stands in.
func (c *figureCell) on(inRow bool) tableLine {
	if inRow {
		return tableLine{c.table, c.row}
	}
	return tableLine{c.table, c.column}
}

// finding begins a finding about the group, at its first cell.
func (g *cellGroup) finding(p *Pass, zh, en string) Diagnostic {
	d := g.cells[0].finding(p)
	d.Item = g.id()
	if n := len(g.cells); n == g.all {
		d.Message = Message{
			fmt.Sprintf("%s全部 %d 格%s", g.name(), n, zh),
			fmt.Sprintf("all %d cells of %s are %s", n, g.name(), en),
		}
	} else {
		where := g.where()
		d.Message = Message{
			fmt.Sprintf("%s有 %d 格%s：%s", g.name(), n, zh, where.ZH),
			fmt.Sprintf("%s has %d cell(s) %s: %s", g.name(), n, en, where.EN),
		}
	}
	if len(g.cells) > 1 {
		d.Actual = ""
	}
	for _, c := range g.cells[1:min(len(g.cells), most)] {
		name := c.name()
		d.Related = append(d.Related, Related{Span: c.Span, Message: name, Value: c.Text})
	}
	return d
}

// isPowerless reports whether a cell stands in a row that not every organ can
// have figures in.
func (p *Pass) isPowerless(c *figureCell) bool {
	for i := range p.Form.Profile.Powers {
		if power := &p.Form.Profile.Powers[i]; power.Table == c.table.Def.ID && power.Row == c.rowID() {
			return true
		}
	}
	return false
}

// zeroFix writes 0 into cells. That nothing happened is a fact that only the
// organ knows, so the fix is not safe.
func (p *Pass) zeroFix(cells []figureCell) []Fix {
	fix := Fix{Title: Message{"确认确实没有后填 0", "write 0, if there really was nothing"}}
	for _, c := range written(cells) {
		if p.pipeIn(c.Span) {
			continue // the row has other cells when its pipes are right
		}
		edit := Edit{c.Span, "0"}
		text := c.Span.Text()
		if strings.Trim(text, " \t") == "" && (text != "" || strings.HasSuffix(c.Span.File.Src[:c.Span.Start], "|")) {
			edit.New = " 0 "
		}
		if text == c.Text || c.Text == "" && report.TrimBlank(text) == "" {
			fix.Edits = append(fix.Edits, edit)
		}
	}
	return fixed(fix)
}

// fixed returns the fix when it has something to change.
func fixed(fix Fix) []Fix {
	if len(fix.Edits) == 0 {
		return nil
	}
	return []Fix{fix}
}

// written returns the cells of the document that stand for figures, each once
// and with its copies: a converter repeats what spans columns, and copies are
// told by their being the same. A cell beside one of the same value that is
// written otherwise is left out where there are copies: it would be one, too.
func written(cells []figureCell) (all []*report.Cell) {
	seen := map[report.Span]bool{}
	for i := range cells {
		c := &cells[i]
		row := c.table.At(c.row).Source.Cells
		first, last := copies(row, c.Cell)
		if hasCopies(row, len(c.table.Def.Columns)) && (sameValue(row, first-1, c.Cell) || sameValue(row, last+1, c.Cell)) {
			continue
		}
		for k := first; k <= last; k++ {
			if !seen[row[k].Span] {
				seen[row[k].Span] = true
				all = append(all, &row[k])
			}
		}
	}
	return all
}

// copies returns the first and the last of the cells around c that say the same.
func copies(row []report.Cell, c *report.Cell) (first, last int) {
	at := slices.IndexFunc(row, func(other report.Cell) bool { return other.Span == c.Span })
	first, last = at, at
	for c.Kind != report.Blank && first > 0 && row[first-1].Text == c.Text {
		first--
	}
	for c.Kind != report.Blank && last+1 < len(row) && row[last+1].Text == c.Text {
		last++
	}
	return first, last
}

// hasCopies reports whether a row has more figures than there are columns.
func hasCopies(row []report.Cell, columns int) bool {
	n := 0
	for i := range row {
		if row[i].Kind == report.Figure {
			n++
		}
	}
	return n > columns
}

func sameValue(row []report.Cell, i int, c *report.Cell) bool {
	return i >= 0 && i < len(row) && row[i].Kind == report.Figure && c.Kind == report.Figure && row[i].Value.Equal(c.Value)
}
