package report

// nextNumeral returns where the next Arabic digit or Chinese numeral
// character of s stands, from i on; len(s) when there is none.
func nextNumeral(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c < 0x80:
			if c >= '0' && c <= '9' {
				return i
			}
			i++
		case c >= 0xE0 && c <= 0xEF: // three bytes, as all of Chinese
			if numeralBytes[c]&firstByte != 0 && i+2 < len(s) && numeralBytes[s[i+1]]&secondByte != 0 &&
				startsNumeral(s[i:]) {
				return i
			}
			i += 3
		default:
			i++
		}
	}
	return len(s)
}

// numeralBytes tells the first and second bytes of the numeral characters of
// digitAt and chineseRune, so that most others are passed over at a glance.
var numeralBytes = [256]byte{
	0xE2: firstByte, 0xE3: firstByte, 0xE4: firstByte, 0xE5: firstByte, 0xE7: firstByte, 0xE9: firstByte, 0xEF: firstByte,
	0x80: secondByte, 0x85: secondByte, 0x8D: secondByte, 0x97: secondByte, 0x99: secondByte, 0x9B: secondByte,
	0xB8: secondByte, 0xB9: secondByte, 0xBA: secondByte, 0xBB: secondByte, 0xBC: secondByte,
}

const (
	firstByte byte = 1 << iota
	secondByte
)

func startsNumeral(s string) bool {
	if s[0] == 0xEF {
		_, size := digitAt(s)
		return size > 0
	}
	_, kind := chineseRune(s)
	return kind != notChinese
}

// numeralRun returns the bytes of Arabic digits or of Chinese numeral
// characters that s starts with.
func numeralRun(s string) int {
	if _, size := digitsAt(s); size > 0 {
		return size
	}
	return chineseRun(s)
}
