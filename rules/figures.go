package rules

import (
	"encoding/binary"
	"strconv"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// figure is one figure of the form as a report has it.
type figure struct {
	value report.Number // 0 unless written
	kind  figureKind
}

// figureKind says how a figure stands in a report.
type figureKind uint8

// A figure is figureNone when the report has no such cell, when its row is ragged,
// or when it holds words. A dash is a blank.
const (
	figureNone figureKind = iota
	figureBlank
	figureWritten
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
func encodeFigures(dst []byte, form *profile.Form) []byte {
	e := figureEncoder{dst: dst}
	for i := range form.Tables {
		t := &form.Tables[i]
		for row := range t.Rows {
			for column := range t.Def.Columns {
				e.cell(t.Cell(row, column), t.Def.UnitOf(column))
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
	case c.Value.IsZero() && c.Value.Decimals() == 0:
		e.more(codeZeros)
	default:
		e.end()
		e.number(c)
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
		e.dst = binary.AppendUvarint(e.dst, e.run<<2|codeZeros)
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

// decodeFigures fills all with the figures of coded.
func decodeFigures(all []figure, coded []byte) {
	clear(all)
	for i := 0; i < len(all) && len(coded) > 0; {
		code, size := binary.Uvarint(coded)
		if size <= 0 {
			return
		}
		coded = coded[size:]
		switch code & 3 {
		case codeZeros:
			i = fillFigures(all, i, code>>2, figureWritten)
		case codeRun:
			kind := figureNone
			if code&runBlank == runBlank {
				kind = figureBlank
			}
			i = fillFigures(all, i, code>>3, kind)
		case codeCount:
			all[i] = figure{report.Int(int64(code >> 2)), figureWritten}
			i++
		case codeText:
			text := string(coded[:code>>2])
			coded = coded[code>>2:]
			value, _ := report.ParseNumber(text)
			all[i] = figure{value, figureWritten}
			i++
		}
	}
}

func fillFigures(all []figure, from int, run uint64, kind figureKind) int {
	end := from + int(run)
	for i := from; i < end; i++ {
		all[i].kind = kind
	}
	return end
}

// figures are all figures of one report, by the profile's numbers.
type figures struct {
	of  *Facts
	all []figure
}

// decode takes the figures of a report.
func (f *figures) decode(of *Facts) {
	n := of.Profile.Figures()
	if cap(f.all) < n {
		f.all = make([]figure, n)
	}
	f.of, f.all = of, f.all[:n]
	decodeFigures(f.all, of.figures)
}

// sum adds up figures, a blank one as 0. It returns false when the report
// lacks one.
func (f *figures) sum(numbers []int) (total report.Number, ok bool) {
	for _, n := range numbers {
		if n < 0 || f.all[n].kind == figureNone {
			return report.Number{}, false
		}
		total = total.Add(f.all[n].value)
	}
	return total, true
}
