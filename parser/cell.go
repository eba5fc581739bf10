package parser

import "github.com/gouji-lint/gouji/report"

// cell reads the cell that has the bytes e between its borders.
func (p *page) cell(e extent, s syntax, form report.CellForm) report.Cell {
	text, place := "", p.trim(e)
	if place.start < place.end {
		text, place = p.cellText(place, s)
	}
	if text == "" {
		return report.Cell{Form: form, Span: p.file.Span(e.start, e.end)}
	}
	return p.figure(text, place, form)
}

// figure returns a cell with text, which stands at e.
func (p *page) figure(text string, e extent, form report.CellForm) report.Cell {
	kind, value, figure, unit := report.ReadFigure(text)
	return report.Cell{
		Text: text, Kind: kind, Form: form | figure, Value: value, Unit: unit,
		Span: p.file.Span(e.start, e.end),
	}
}

// cellText cleans the trimmed text of a cell. Its cuts are not kept.
func (p *page) cellText(e extent, s syntax) (string, extent) {
	p.clean.line[0] = e
	kept := len(p.clean.cuts)
	text, place, _ := p.clean.clean(p.clean.line[:], s)
	p.clean.cuts = p.clean.cuts[:kept]
	return text, place
}

// trim leaves out the blanks around e.
func (p *page) trim(e extent) extent {
	for e.start < e.end && p.src[e.start] == ' ' {
		e.start++
	}
	for e.start < e.end && p.src[e.end-1] == ' ' {
		e.end--
	}
	if s := p.src[e.start:e.end]; !isInk(s) {
		e.start += report.BlankAt(s)
		e.end = e.start + len(report.TrimBlank(p.src[e.start:e.end]))
	}
	return e
}

// isInk reports whether s begins and ends with ASCII or Han characters that
// are seen, as nearly all text does. False only means that it may not.
func isInk(s string) bool {
	if s == "" {
		return true
	}
	first, last := s[0], s[len(s)-1]
	if first <= ' ' || first >= 0x80 && (first < 0xE4 || first > 0xE9) {
		return false
	}
	if last < 0x80 {
		return last > ' '
	}
	return len(s) >= 3 && s[len(s)-3] >= 0xE4 && s[len(s)-3] <= 0xE9
}
