package ownrule

import (
	"math/big"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// quantity is an exact number: a decimal, or a fraction once something was
// divided.
type quantity struct {
	decimal  report.Number
	fraction *big.Rat // nil for a decimal
}

func (q quantity) rat() *big.Rat {
	if q.fraction != nil {
		return q.fraction
	}
	return q.decimal.Rat()
}

func (q quantity) isZero() bool {
	if q.fraction != nil {
		return q.fraction.Sign() == 0
	}
	return q.decimal.IsZero()
}

func (q quantity) compare(other quantity) int {
	if q.fraction == nil && other.fraction == nil {
		return q.decimal.Cmp(other.decimal)
	}
	return q.rat().Cmp(other.rat())
}

func (q quantity) negate() quantity {
	if q.fraction != nil {
		return quantity{fraction: new(big.Rat).Neg(q.fraction)}
	}
	return quantity{decimal: q.decimal.Neg()}
}

// calculate applies + - * or /. The divisor is not 0.
func calculate(op string, a, b quantity) quantity {
	if op == "/" {
		return quantity{fraction: new(big.Rat).Quo(a.rat(), b.rat())}
	}
	if a.fraction == nil && b.fraction == nil {
		switch op {
		case "+":
			return quantity{decimal: a.decimal.Add(b.decimal)}
		case "-":
			return quantity{decimal: a.decimal.Sub(b.decimal)}
		}
		return quantity{decimal: a.decimal.Mul(b.decimal)}
	}
	r := new(big.Rat)
	switch op {
	case "+":
		r.Add(a.rat(), b.rat())
	case "-":
		r.Sub(a.rat(), b.rat())
	default:
		r.Mul(a.rat(), b.rat())
	}
	return quantity{fraction: r}
}

// round rounds half away from zero, as 四舍五入 does.
func (q quantity) round(places int) quantity {
	n, _ := report.ParseNumber(q.rat().FloatString(places))
	return quantity{decimal: n}
}

// String writes a decimal as it is, and a fraction to four places.
func (q quantity) String() string {
	if q.fraction == nil {
		return q.decimal.String()
	}
	const places = 4
	text := strings.TrimRight(strings.TrimRight(q.fraction.FloatString(places), "0"), ".")
	if exact, _ := new(big.Rat).SetString(text); exact == nil || exact.Cmp(q.fraction) != 0 {
		return "≈" + text
	}
	return text
}
