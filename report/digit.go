package report

import "strings"

// digitAt reads the Arabic digit that s starts with, in half or full width.
// The size tells which: 1 or 3 bytes, 0 for no digit.
func digitAt(s string) (digit, size int) {
	if s == "" {
		return 0, 0
	}
	if c := s[0]; c >= '0' && c <= '9' {
		return int(c - '0'), 1
	}
	// ０ to ９ are EF BC 90 to EF BC 99.
	if s[0] == 0xEF && len(s) >= 3 && s[1] == 0xBC && s[2] >= 0x90 && s[2] <= 0x99 {
		return int(s[2] - 0x90), 3
	}
	return 0, 0
}

// digitsAt counts the Arabic digits that s starts with, and their bytes.
func digitsAt(s string) (count, size int) {
	for {
		_, n := digitAt(s[size:])
		if n == 0 {
			return count, size
		}
		count++
		size += n
	}
}

// arabicAt reads the longest Arabic number that s starts with: digits, commas
// between groups of three, one decimal point. It takes no sign. The size is 0
// when there is none, or when it is longer than any figure is.
func arabicAt(s string) (n Number, form CellForm, size int) {
	if n, size = plainAt(s); size > 0 {
		return n, 0, size
	}
	count, size := digitsAt(s)
	if count == 0 {
		return Number{}, 0, 0
	}
	first, _ := digitAt(s)
	switch {
	case count > 1 && first == 0:
		form |= Zeros
	case count <= 3 && first != 0:
		if groups := groupsAt(s[size:]); groups > 0 {
			size += groups
			form |= Thousands
		}
	}
	size += decimalsAt(s[size:])
	text := s[:size]
	if hasWide(text) {
		form |= FullWidth
	}
	if form&(FullWidth|Thousands) != 0 {
		text = strings.ReplaceAll(Fold(text), ",", "")
	}
	n, ok := ParseNumber(text)
	if !ok {
		return Number{}, 0, 0
	}
	return n, form, size
}

// plainAt reads what nearly every number is: digits in half width and no more,
// behind which nothing stands that may belong to them.
func plainAt(s string) (n Number, size int) {
	value := int64(0)
	for ; size < len(s) && s[size]-'0' <= 9; size++ {
		value = value*10 + int64(s[size]-'0')
	}
	if size == 0 || size > 18 || s[0] == '0' && size > 1 {
		return Number{}, 0
	}
	if size < len(s) && (s[size] == ',' || s[size] == '.' || s[size] == 0xEF) { // EF: ， and ．, digits in full width
		return Number{}, 0
	}
	return Int(value), size
}

// groupsAt returns the bytes of the thousands groups ",234,567" at the start
// of s, 0 when a comma there separates something else.
func groupsAt(s string) int {
	size := 0
	for {
		comma := signAt(s[size:], ",", "，")
		count, digits := digitsAt(s[size+comma:])
		if comma == 0 || count != 3 {
			return size
		}
		size += comma + digits
	}
}

// decimalsAt returns the bytes of a decimal point and its digits.
func decimalsAt(s string) int {
	point := signAt(s, ".", "．")
	if point == 0 {
		return 0
	}
	_, digits := digitsAt(s[point:])
	if digits == 0 {
		return 0
	}
	return point + digits
}

// signAt returns the bytes of whichever of signs s starts with, or 0.
func signAt(s string, signs ...string) int {
	for _, sign := range signs {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

func hasWide(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return true
		}
	}
	return false
}
