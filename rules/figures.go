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
		for row := range t.Rows {
			for column := range t.Def.Columns {
				if n := cells.counts[t.Def.Figure(row, column)]; n != noCount {
					e.count(uint64(n))
				} else {
					e.cell(t.Cell(row, column), t.Def.UnitOf(column))
				}
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

func (e *figureEncoder) count(n uint64) {
	if n == 0 {
		e.more(codeZeros)
		return
	}
	e.end()
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

// figures are all figures of one report, by the profile's numbers.
type figures struct {
	of     *Facts
	kinds  []figureKind
	values []report.Number // of those that are figureWritten
}

// decode takes the figures of a report.
func (f *figures) decode(of *Facts) {
	n := of.Profile.Figures()
	if cap(f.kinds) < n {
		f.kinds, f.values = make([]figureKind, n), make([]report.Number, n)
	}
	f.of, f.kinds, f.values = of, f.kinds[:n], f.values[:n]
	at, coded := 0, of.figures
	for len(coded) > 0 {
		code, size := binary.Uvarint(coded)
		coded = coded[size:]
		switch code & 3 {
		case codeZeros:
			at = f.fill(at, code>>2, figureZero)
		case codeRun:
			kind := figureNone
			if code&runBlank == runBlank {
				kind = figureBlank
			}
			at = f.fill(at, code>>3, kind)
		case codeCount:
			f.kinds[at], f.values[at] = figureWritten, report.Int(int64(code>>2))
			at++
		case codeText:
			f.kinds[at] = figureWritten
			f.values[at], _ = report.ParseNumber(string(coded[:code>>2]))
			coded = coded[code>>2:]
			at++
		}
	}
}

func (f *figures) fill(from int, run uint64, kind figureKind) int {
	to := from + int(run)
	for i := from; i < to; i++ {
		f.kinds[i] = kind
	}
	return to
}

// value returns a figure, 0 when it is blank or missing.
func (f *figures) value(n int) report.Number {
	if f.kinds[n] != figureWritten {
		return report.Number{}
	}
	return f.values[n]
}

// sum adds up figures, a blank one as 0. It returns false when the report
// lacks one.
func (f *figures) sum(numbers []int) (total report.Number, ok bool) {
	for _, n := range numbers {
		if n < 0 || f.kinds[n] == figureNone {
			return report.Number{}, false
		}
		if f.kinds[n] == figureWritten {
			total = total.Add(f.values[n])
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
