package report

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Number is an exact decimal that remembers how many decimals were shown.
// The zero Number is 0. Counts and amounts fit an int64; anything longer is
// carried by big, so that no sum is ever wrong.
type Number struct {
	unscaled int64
	big      *big.Int // when not nil, the unscaled value
	decimals int32
}

// Int returns n as a Number.
func Int(n int64) Number { return Number{unscaled: n} }

// maxDigits bounds what is read as a number: no figure is longer, and a
// hostile one costs time.
const maxDigits = 60

// ParseNumber reads ASCII digits with an optional sign and decimal point:
// "12", "-3", "+19", "3415.74". It takes no other form; see ReadFigure.
func ParseNumber(s string) (Number, bool) {
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || len(digits) == 0 || len(digits) > maxDigits {
		return Number{}, false
	}
	negative := s[0] == '-'
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || point && fraction == "" || !allDigits(whole) || !allDigits(fraction) {
		return Number{}, false
	}
	n := unsigned(whole, fraction)
	if negative {
		n = n.Neg()
	}
	return n, true
}

// unsigned returns the number with the given digits before and after the point.
func unsigned(whole, fraction string) Number {
	if len(whole)+len(fraction) > 18 {
		v, _ := new(big.Int).SetString(whole+fraction, 10)
		return fromBig(v, len(fraction))
	}
	n := Number{decimals: int32(len(fraction))}
	for _, part := range [2]string{whole, fraction} {
		for i := 0; i < len(part); i++ {
			n.unscaled = n.unscaled*10 + int64(part[i]-'0')
		}
	}
	return n
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Decimals returns how many decimals were shown.
func (n Number) Decimals() int { return int(n.decimals) }

// Sign returns -1, 0 or +1.
func (n Number) Sign() int {
	if n.big != nil {
		return n.big.Sign()
	}
	switch {
	case n.unscaled < 0:
		return -1
	case n.unscaled > 0:
		return 1
	}
	return 0
}

// mostCount bounds what Count returns, so that millions of counts add up to
// an int64.
const mostCount = 1e12

// Count returns the number as an integer when it is one that things are
// counted with: not negative, shown without decimals, and below a billion
// thousands.
func (n Number) Count() (int64, bool) {
	return n.unscaled, n.big == nil && n.decimals == 0 && n.unscaled >= 0 && n.unscaled < mostCount
}

// IsZero reports whether the number is 0.
func (n Number) IsZero() bool { return n.Sign() == 0 }

// IsInteger reports whether the value is whole, however it was shown: 3.0 is.
func (n Number) IsInteger() bool {
	if n.decimals == 0 {
		return true
	}
	return new(big.Int).Rem(n.unscaledBig(), pow10(int(n.decimals))).Sign() == 0
}

// Add returns n + m with the larger number of decimals.
func (n Number) Add(m Number) Number {
	if n.decimals == m.decimals && n.big == nil && m.big == nil {
		if sum := n.unscaled + m.unscaled; (sum > n.unscaled) == (m.unscaled > 0) {
			return Number{unscaled: sum, decimals: n.decimals}
		}
	}
	a, b, decimals := align(n, m)
	return fromBig(new(big.Int).Add(a, b), decimals)
}

// Neg returns -n.
func (n Number) Neg() Number {
	if n.big != nil || n.unscaled == math.MinInt64 {
		return fromBig(new(big.Int).Neg(n.unscaledBig()), int(n.decimals))
	}
	return Number{unscaled: -n.unscaled, decimals: n.decimals}
}

// Sub returns n - m with the larger number of decimals.
func (n Number) Sub(m Number) Number { return n.Add(m.Neg()) }

// Mul returns n × m, exactly.
func (n Number) Mul(m Number) Number {
	if n.isSmall() && m.isSmall() {
		return Number{unscaled: n.unscaled * m.unscaled, decimals: n.decimals + m.decimals}
	}
	return fromBig(new(big.Int).Mul(n.unscaledBig(), m.unscaledBig()), int(n.decimals)+int(m.decimals))
}

// shift returns n × 10^power with as few decimals as it takes: 12.5 with
// power 4 is 125000.
func (n Number) shift(power int) Number {
	point := min(power, int(n.decimals))
	n.decimals -= int32(point)
	if point == power {
		return n
	}
	return n.Mul(fromBig(pow10(power-point), 0))
}

// isSmall reports whether a product with another small number fits an int64.
func (n Number) isSmall() bool {
	return n.big == nil && n.unscaled >= math.MinInt32 && n.unscaled <= math.MaxInt32
}

// Cmp compares the values: -1, 0 or +1. The decimals shown do not matter.
func (n Number) Cmp(m Number) int {
	if n.decimals == m.decimals && n.big == nil && m.big == nil {
		switch {
		case n.unscaled < m.unscaled:
			return -1
		case n.unscaled > m.unscaled:
			return 1
		}
		return 0
	}
	if off := n.decimals - m.decimals; n.isSmall() && m.isSmall() && off >= -mostShift && off <= mostShift {
		return cmp.Compare(n.unscaled*powers[max(0, -off)], m.unscaled*powers[max(0, off)])
	}
	a, b, _ := align(n, m)
	return a.Cmp(b)
}

// powers are those of ten by which a small number still fits an int64.
var powers = [mostShift + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}

const mostShift = 9

// Equal reports whether the values are the same.
func (n Number) Equal(m Number) bool { return n.Cmp(m) == 0 }

// Rat returns the value as a fraction, for shares and ratios.
func (n Number) Rat() *big.Rat {
	if n.big == nil && n.decimals == 0 {
		return new(big.Rat).SetInt64(n.unscaled)
	}
	return new(big.Rat).SetFrac(n.unscaledBig(), pow10(int(n.decimals)))
}

// String writes the number with the decimals that it was shown with.
func (n Number) String() string {
	if n.decimals == 0 && n.big == nil {
		return strconv.FormatInt(n.unscaled, 10)
	}
	s := n.unscaledBig().String()
	if n.decimals == 0 {
		return s
	}
	digits := strings.TrimPrefix(s, "-")
	sign := s[:len(s)-len(digits)]
	if pad := int(n.decimals) + 1 - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	at := len(digits) - int(n.decimals)
	return sign + digits[:at] + "." + digits[at:]
}

func (n Number) unscaledBig() *big.Int {
	if n.big != nil {
		return n.big
	}
	return big.NewInt(n.unscaled)
}

// align returns both unscaled values at the larger number of decimals.
func align(n, m Number) (a, b *big.Int, decimals int) {
	a, b = n.unscaledBig(), m.unscaledBig()
	switch d := int(n.decimals) - int(m.decimals); {
	case d > 0:
		b = new(big.Int).Mul(b, pow10(d))
	case d < 0:
		a = new(big.Int).Mul(a, pow10(-d))
	}
	return a, b, int(max(n.decimals, m.decimals))
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func fromBig(v *big.Int, decimals int) Number {
	if v.IsInt64() {
		return Number{unscaled: v.Int64(), decimals: int32(decimals)}
	}
	return Number{big: v, decimals: int32(decimals)}
}
