package rules

import "fmt"

// cellGroup are cells of one statutory table that have a habit in common.
type cellGroup struct {
	statutory
	cells []figureCell
	all   int // cells that the table has
}

// groupCells yields, for each statutory table, the cells for which want holds.
func (p *Pass) groupCells(want func(*figureCell) bool) func(yield func(*cellGroup) bool) {
	return func(yield func(*cellGroup) bool) {
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

// where says which cells they are: all, whole columns and rows, or some by
// name.
func (g *cellGroup) where() Message {
	if len(g.cells) == g.all {
		return Message{"全部", "all of it"}
	}
	var zh, en []string
	rest := g.cells
	if len(g.parts) == 1 {
		zh, en, rest = g.wholeLines(false, zh, en, rest)
		zh, en, rest = g.wholeLines(true, zh, en, rest)
	}
	for i := range rest {
		name := rest[i].name()
		zh, en = append(zh, name.ZH), append(en, name.EN)
	}
	return Message{atMost(zh, "、", "等 %d 处"), atMost(en, ", ", " and so on, %d in all")}
}

// wholeLines names the rows or columns of which every cell is meant, and
// returns the cells outside them.
func (g *cellGroup) wholeLines(inRow bool, zh, en []string, cells []figureCell) (zhAll, enAll []string, rest []figureCell) {
	t, counts, full := &g.parts[0], map[int]int{}, map[int]int{}
	tableCells(t, func(c figureCell) bool {
		full[c.line(inRow)]++
		return true
	})
	for i := range cells {
		counts[cells[i].line(inRow)]++
	}
	named := map[int]bool{}
	for i := range cells {
		c := &cells[i]
		line := c.line(inRow)
		switch {
		case counts[line] < full[line] || full[line] < 2:
			rest = append(rest, *c)
		case !named[line]:
			named[line] = true
			if inRow {
				zh, en = append(zh, "「"+c.rowName()+"」一行"), append(en, "row "+c.rowName())
			} else {
				zh, en = append(zh, "「"+c.columnName()+"」一列"), append(en, "column "+c.columnName())
			}
		}
	}
	return zh, en, rest
}

func (c *figureCell) line(inRow bool) int { return variable{c.row, c.column}.line(inRow) }

// finding begins a finding about the group, at its first cell.
func (g *cellGroup) finding(p *Pass, zh, en string) Diagnostic {
	first, where := &g.cells[0], g.where()
	d := first.finding(p)
	d.Item = g.id()
	if len(g.cells) > 1 {
		d.Actual = ""
	}
	d.Message = Message{
		fmt.Sprintf("%s有 %d 格%s：%s", g.name(), len(g.cells), zh, where.ZH),
		fmt.Sprintf("%s has %d cell(s) %s: %s", g.name(), len(g.cells), en, where.EN),
	}
	const most = 6
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
