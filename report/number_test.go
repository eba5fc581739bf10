package report

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseNumber(t *testing.T) {
	tests := []struct {
		text, want string
		decimals   int
	}{
		{"0", "0", 0},
		{"12", "12", 0},
		{"-3", "-3", 0},
		{"+19", "19", 0},
		{"3415.74", "3415.74", 2},
		{"984361.00", "984361.00", 2},
		{"4166.214619", "4166.214619", 6},
		{"-0.05", "-0.05", 2},
		{"007", "7", 0},
		{"999999999999999999", "999999999999999999", 0},
		{"9223372036854775808", "9223372036854775808", 0},
		{"-9223372036854775808", "-9223372036854775808", 0},
		{"12345678901234567890.12", "12345678901234567890.12", 2},
		{"0." + strings.Repeat("0", 57) + "1", "0." + strings.Repeat("0", 57) + "1", 58},
		{strings.Repeat("9", 60), strings.Repeat("9", 60), 0},
	}
	for _, test := range tests {
		n, ok := ParseNumber(test.text)
		if !ok || n.String() != test.want || n.Decimals() != test.decimals {
			t.Errorf("ParseNumber(%q) = %s with %d decimals, %t", test.text, n, n.Decimals(), ok)
		}
	}
	for _, text := range []string{"", "-", "+", "--1", "+-1", ".5", "5.", "1.2.3", "1,234", "１２", " 1", "1e3", "1/3", ".", "零",
		strings.Repeat("9", 61)} {
		if n, ok := ParseNumber(text); ok {
			t.Errorf("ParseNumber(%q) = %s", text, n)
		}
	}
}

// number draws numbers on both sides of what an int64 holds.
func number() *rapid.Generator[Number] {
	digits := rapid.StringMatching(`-?(0|[1-9][0-9]{0,3}|[1-9][0-9]{16,20}|92233720368547758[0-9]{2})(\.[0-9]{1,4})?`)
	return rapid.Custom(func(t *rapid.T) Number {
		n, ok := ParseNumber(digits.Draw(t, "digits"))
		if !ok {
			t.Fatalf("not a number")
		}
		return n
	})
}

func TestNumberIsWhatItSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := number().Draw(t, "n")
		again, ok := ParseNumber(n.String())
		if !ok || !again.Equal(n) || again.Decimals() != n.Decimals() || again.String() != n.String() {
			t.Fatalf("%s read again is %s", n, again)
		}
		want, _ := new(big.Rat).SetString(n.String())
		if n.Rat().Cmp(want) != 0 {
			t.Fatalf("Rat of %s is %s", n, n.Rat())
		}
		if n.IsInteger() != want.IsInt() || n.Sign() != want.Sign() || n.IsZero() != (want.Sign() == 0) {
			t.Fatalf("%s: integer %t, sign %d", n, n.IsInteger(), n.Sign())
		}
	})
}

func TestNumberArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := number().Draw(t, "n"), number().Draw(t, "m")
		a, b := n.Rat(), m.Rat()
		for _, test := range []struct {
			name     string
			got      Number
			want     *big.Rat
			decimals int
		}{
			{"+", n.Add(m), new(big.Rat).Add(a, b), max(n.Decimals(), m.Decimals())},
			{"-", n.Sub(m), new(big.Rat).Sub(a, b), max(n.Decimals(), m.Decimals())},
			{"×", n.Mul(m), new(big.Rat).Mul(a, b), n.Decimals() + m.Decimals()},
			{"neg", n.Neg(), new(big.Rat).Neg(a), n.Decimals()},
		} {
			if test.got.Rat().Cmp(test.want) != 0 || test.got.Decimals() != test.decimals {
				t.Fatalf("%s %s %s = %s, want %s", n, test.name, m, test.got, test.want)
			}
		}
		if n.Cmp(m) != a.Cmp(b) || n.Equal(m) != (a.Cmp(b) == 0) || n.Cmp(m) != -m.Cmp(n) {
			t.Fatalf("Cmp(%s, %s) = %d, want %d", n, m, n.Cmp(m), a.Cmp(b))
		}
		power := rapid.IntRange(0, 12).Draw(t, "power")
		want := new(big.Rat).Mul(a, new(big.Rat).SetInt(pow10(power)))
		if got := n.shift(power); got.Rat().Cmp(want) != 0 || got.Decimals() != max(0, n.Decimals()-power) {
			t.Fatalf("%s shifted by %d is %s", n, power, got)
		}
	})
}

func TestNumberOverflow(t *testing.T) {
	most, least := Int(math.MaxInt64), Int(math.MinInt64)
	tests := []struct{ got, want string }{
		{most.Add(Int(1)).String(), "9223372036854775808"},
		{least.Sub(Int(1)).String(), "-9223372036854775809"},
		{least.Neg().String(), "9223372036854775808"},
		{least.Neg().Neg().String(), "-9223372036854775808"},
		{most.Add(most).Sub(most).String(), "9223372036854775807"},
		{most.Mul(most).String(), "85070591730234615847396907784232501249"},
		{Int(math.MinInt32).Mul(Int(math.MinInt32)).String(), "4611686018427387904"},
		{most.Add(Number{}).String(), "9223372036854775807"},
		{least.Add(Number{}).String(), "-9223372036854775808"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %s, want %s", test.got, test.want)
		}
	}
	// A sum that comes back into range is an ordinary number again.
	if back := most.Add(Int(1)).Sub(Int(1)); back != most {
		t.Errorf("%#v is not %#v", back, most)
	}
}

// TestNumberManyDecimals: products keep every decimal, however many.
func TestNumberManyDecimals(t *testing.T) {
	n, _ := ParseNumber("0." + strings.Repeat("1", 58))
	product := n.Mul(n).Mul(n).Mul(n).Mul(n)
	if product.Decimals() != 5*58 {
		t.Errorf("%d decimals", product.Decimals())
	}
	want := n.Rat()
	for range 4 {
		want.Mul(want, n.Rat())
	}
	if product.Rat().Cmp(want) != 0 {
		t.Errorf("product is %s", product)
	}
}

// TestOfficialSums adds up a published table whose columns are known to tie out.
func TestOfficialSums(t *testing.T) {
	leaves := []int64{5345, 2120, 13, 30, 11, 49, 103, 84, 282, 147, 3075, 177, 19, 199, 147, 0, 100, 5, 315, 202, 941}
	sum := Number{}
	for _, n := range leaves {
		sum = sum.Add(Int(n))
	}
	if !sum.Equal(Int(13364)) || !sum.Add(Int(783)).Equal(Int(13612).Add(Int(535))) {
		t.Errorf("total %s", sum)
	}
}

func TestNumberAllocates(t *testing.T) {
	n, m := Int(13612), Int(535)
	if allocs := testing.AllocsPerRun(100, func() {
		if n.Add(m).Sub(m).Cmp(n) != 0 {
			t.Error("not the same")
		}
		ParseNumber("3415.74")
	}); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}

// Numbers of different decimals compare as they do when both are large.
func TestCmpOfDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Number {
			return Number{unscaled: rapid.Int64().Draw(t, name), decimals: rapid.Int32Range(0, 12).Draw(t, name+" decimals")}
		}
		n, m := draw("n"), draw("m")
		a, b, _ := align(n, m)
		if got, want := n.Cmp(m), a.Cmp(b); got != want {
			t.Fatalf("%v and %v: got %d, want %d", n, m, got, want)
		}
	})
}
