package ownrule

import (
	"math/big"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// quantity is an exact number: a decimal, or a fraction of two once something
// was divided.
type quantity struct {
	decimal report.Number
	over    report.Number // what it is divided by, more than 0; 0 for a decimal
}

func (q quantity) isFraction() bool { return !q.over.IsZero() }

func (q quantity) rat() *big.Rat {
	r := q.decimal.Rat()
	if q.isFraction() {
		r.Quo(r, q.over.Rat())
	}
	return r
}

func (q quantity) isZero() bool { return q.decimal.IsZero() }

// count returns the number as one that things are counted with.
func (q quantity) count() (int64, bool) {
	n, ok := q.decimal.Count()
	return n, ok && !q.isFraction()
}

// times returns how much a decimal is of parts, of which it takes n to make 1.
func times(decimal, n report.Number) report.Number {
	if n.IsZero() {
		return decimal
	}
	return decimal.Mul(n)
}

func (q quantity) compare(other quantity) int {
	return times(q.decimal, other.over).Cmp(times(other.decimal, q.over))
}

func (q quantity) negate() quantity { return quantity{q.decimal.Neg(), q.over} }

// inverse is 1 divided by the quantity, which is not 0.
func (q quantity) inverse() quantity {
	one := report.Int(1)
	if q.isFraction() {
		one = q.over
	}
	if q.decimal.Sign() < 0 {
		return quantity{one.Neg(), q.decimal.Neg()}
	}
	return quantity{one, q.decimal}
}

// calculate applies + - * or /. The divisor is not 0.
func calculate(op string, a, b quantity) quantity {
	over := a.over
	if b.isFraction() {
		over = times(b.over, a.over)
	}
	switch op {
	case "+":
		return quantity{times(a.decimal, b.over).Add(times(b.decimal, a.over)), over}
	case "-":
		return quantity{times(a.decimal, b.over).Sub(times(b.decimal, a.over)), over}
	case "/":
		return calculate("*", a, b.inverse())
	}
	return quantity{a.decimal.Mul(b.decimal), over}
}

// round rounds half away from zero, as 四舍五入 does.
func (q quantity) round(places int) quantity {
	n, _ := report.ParseNumber(q.rat().FloatString(places))
	return quantity{decimal: n}
}

// String writes a decimal as it is, and a fraction to four places.
func (q quantity) String() string {
	if !q.isFraction() {
		return q.decimal.String()
	}
	const places = 4
	fraction := q.rat()
	text := strings.TrimRight(strings.TrimRight(fraction.FloatString(places), "0"), ".")
	if exact, _ := new(big.Rat).SetString(text); exact == nil || exact.Cmp(fraction) != 0 {
		return "≈" + text
	}
	return text
}
