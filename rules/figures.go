package rules

import (
	"encoding/binary"
	"strconv"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// figureKind says how a figure stands in a report.
type figureKind uint8

// A figure is figureNone when the report has no such cell, when its row is
// ragged, or when it holds words. A dash is a blank.
const (
	figureNone figureKind = iota
	figureBlank
	figureZero
	figureWritten // other than 0
)

// Figures of a report are kept as bytes, most of them being 0. Each code is
// a uvarint whose lowest two bits say what it is:
const (
	codeZeros = iota // so many zeros
	codeCount        // this integer
	codeRun          // so many that are missing, or blank when the lowest bit left is set
	codeText         // a text of so many bytes follows: 0.50, -8
)

// encodeFigures appends the figures of the form, in the profile's order.
func encodeFigures(dst []byte, form *profile.Form, cells *survey) []byte {
	e := figureEncoder{dst: dst}
	for i := range form.Tables {
		t := &form.Tables[i]
		if len(t.Others) > 0 { // which line is the organ's?
			e.missing(len(t.Rows) * len(t.Def.Columns))
			continue
		}
		columns := len(t.Def.Columns)
		for i, n := range cells.counts[t.Def.Figure(0, 0):t.Def.Figure(len(t.Rows), 0)] {
			switch {
			case n == 0:
				e.more(codeZeros)
			case n > 0:
				e.count(uint64(n))
			default:
				e.cell(t.Cell(i/columns, i%columns), t.Def.UnitOf(i%columns))
			}
		}
	}
	e.end()
	return e.dst
}

// figureEncoder gathers runs of the same.
type figureEncoder struct {
	dst  []byte
	code uint64 // of the run: codeZeros, codeRun with its bit
	run  uint64
}

const (
	runMissing = codeRun
	runBlank   = codeRun | 1<<2
)

func (e *figureEncoder) cell(c *report.Cell, unit string) {
	switch {
	case c == nil || !c.Counts() || otherMoney(c.Unit, unit):
		e.more(runMissing)
	case c.Kind != report.Figure:
		e.more(runBlank)
	case c.Value.IsZero():
		e.more(codeZeros)
	default:
		e.end()
		e.number(c)
	}
}

// count takes a count other than 0.
func (e *figureEncoder) count(n uint64) {
	if e.run > 0 {
		e.end()
	}
	if n < 0x80>>2 {
		e.dst = append(e.dst, byte(n<<2|codeCount)) // as a uvarint is then
		return
	}
	e.dst = binary.AppendUvarint(e.dst, n<<2|codeCount)
}

func (e *figureEncoder) missing(n int) {
	for range n {
		e.more(runMissing)
	}
}

func (e *figureEncoder) more(code uint64) {
	if e.code != code {
		e.end()
		e.code = code
	}
	e.run++
}

// end writes the run.
func (e *figureEncoder) end() {
	switch {
	case e.run == 0:
	case e.code == codeZeros:
		e.dst = binary.AppendUvarint(e.dst, e.run<<2+codeZeros)
	default:
		e.dst = binary.AppendUvarint(e.dst, e.run<<3|e.code)
	}
	e.run = 0
}

func (e *figureEncoder) number(c *report.Cell) {
	text := c.Text
	n, err := strconv.ParseUint(text, 10, 60)
	if err != nil { // not plain digits
		text = c.Value.String()
		n, err = strconv.ParseUint(text, 10, 60)
	}
	if err != nil {
		e.dst = binary.AppendUvarint(e.dst, uint64(len(text))<<2|codeText)
		e.dst = append(e.dst, text...)
		return
	}
	e.dst = binary.AppendUvarint(e.dst, n<<2|codeCount)
}

// otherMoney reports whether a cell gives an amount in another unit than its
// column: 240万元 as 2400000元. What it means is another rule's to say.
func otherMoney(unit, column string) bool {
	return unit != "" && unit != column && (column == "万元" || column == "元")
}

// figures are all figures of one report, by the profile's numbers. Nearly all
// are plain counts.
type figures struct {
	of     *Facts
	counts []int64               // or one of the following
	others map[int]report.Number // those that are otherFigure
}

// What counts holds in place of a count.
const (
	missingFigure = -1 - iota
	blankFigure
	otherFigure // a decimal, a negative number, or one above mostCount; none is 0
)

// mostCount is so small that a thousand counts can be added up.
const mostCount = 1 << 53

// decode takes the figures of a report.
func (f *figures) decode(of *Facts) {
	f.of, f.counts = of, zeros(f.counts, of.Profile.Figures())
	clear(f.others)
	at, coded := 0, of.figures
	for len(coded) > 0 {
		code, size := uint64(coded[0]), 1
		if code >= 0x80 {
			code, size = binary.Uvarint(coded)
		}
		coded = coded[size:]
		switch code & 3 {
		case codeZeros:
			at += int(code >> 2)
		case codeRun:
			count := int64(missingFigure)
			if code&runBlank == runBlank {
				count = blankFigure
			}
			for end := at + int(code>>3); at < end; at++ {
				f.counts[at] = count
			}
		case codeCount:
			if n := int64(code >> 2); n <= mostCount {
				f.counts[at] = n
			} else {
				f.other(at, report.Int(n))
			}
			at++
		case codeText:
			n, _ := report.ParseNumber(string(coded[:code>>2]))
			f.other(at, n)
			coded = coded[code>>2:]
			at++
		}
	}
}

func (f *figures) other(at int, n report.Number) {
	if f.others == nil {
		f.others = map[int]report.Number{}
	}
	f.counts[at], f.others[at] = otherFigure, n
}

// kind says how a figure stands in the report.
func (f *figures) kind(n int) figureKind {
	switch count := f.counts[n]; {
	case count == missingFigure:
		return figureNone
	case count == blankFigure:
		return figureBlank
	case count == 0:
		return figureZero
	}
	return figureWritten
}

// value returns a figure, 0 when it is blank or missing.
func (f *figures) value(n int) report.Number {
	switch count := f.counts[n]; {
	case count == otherFigure:
		return f.others[n]
	case count < 0:
		return report.Number{}
	default:
		return report.Int(count)
	}
}

// sum adds up figures, a blank one as 0. It returns false when the report
// lacks one.
func (f *figures) sum(numbers []int) (total report.Number, ok bool) {
	for _, n := range numbers {
		if n < 0 || f.counts[n] == missingFigure {
			return report.Number{}, false
		}
		total = total.Add(f.value(n))
	}
	return total, true
}

// count is sum for figures that are counts or blank; it returns false for
// others.
func (f *figures) count(numbers []int) (total int64, ok bool) {
	for _, n := range numbers {
		switch {
		case n < 0:
			return 0, false
		case f.counts[n] >= 0:
			total += f.counts[n]
		case f.counts[n] != blankFigure:
			return 0, false
		}
	}
	return total, true
}

// broken reports whether an identity does not hold.
func (f *figures) broken() bool {
	equations := f.of.Profile.Equations()
	for i := range equations {
		e := &equations[i]
		left, ok := f.side(e.Table, e.Left)
		right, too := f.side(e.Table, e.Right)
		if ok && too && e.Identity.Relation == profile.Equal && !left.Equal(right) {
			return true
		}
	}
	return false
}

// side adds up one side of an equation.
func (f *figures) side(table int, terms []profile.Term) (total report.Number, ok bool) {
	t := &f.of.Profile.Tables[table]
	for _, term := range terms {
		for _, row := range term.Rows {
			n, ok := f.sum([]int{t.Figure(row, term.Column)})
			if !ok {
				return total, false
			}
			total = total.Add(n)
		}
	}
	return total, true
}
