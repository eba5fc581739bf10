package report

// nextNumeral returns where the next Arabic digit or Chinese numeral
// character of s stands, from i on; len(s) when there is none.
func nextNumeral(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c >= 0xE0 && c <= 0xEF: // three bytes, as all of Chinese
			if numeralBytes[c]&firstByte != 0 && i+2 < len(s) && numeralBytes[s[i+1]]&secondByte != 0 &&
				numeralBytes[s[i+2]]&thirdByte != 0 && startsNumeral(s[i:]) {
				return i
			}
			i += 3
		case c-'0' <= 9:
			return i
		default:
			i++
		}
	}
	return len(s)
}

// numeralBytes tells the bytes of the numeral characters of digitAt and
// chineseRune, so that most others are passed over at a glance.
var numeralBytes = [256]byte{
	0x80: secondByte | thirdByte, 0x81: thirdByte, 0x83: thirdByte, 0x85: secondByte | thirdByte, 0x87: thirdByte, 0x89: thirdByte,
	0x8B: thirdByte, 0x8C: thirdByte, 0x8D: secondByte, 0x90: thirdByte, 0x91: thirdByte, 0x92: thirdByte,
	0x93: thirdByte, 0x94: thirdByte, 0x95: thirdByte, 0x96: thirdByte, 0x97: secondByte | thirdByte, 0x98: thirdByte,
	0x99: secondByte | thirdByte, 0x9B: secondByte | thirdByte, 0x9D: thirdByte, 0xA4: thirdByte, 0xAB: thirdByte, 0xAD: thirdByte,
	0xAF: thirdByte, 0xB6: thirdByte, 0xB8: secondByte, 0xB9: secondByte, 0xBA: secondByte, 0xBB: secondByte,
	0xBC: secondByte, 0xBE: thirdByte, 0xBF: thirdByte, 0xE2: firstByte, 0xE3: firstByte, 0xE4: firstByte,
	0xE5: firstByte, 0xE7: firstByte, 0xE9: firstByte, 0xEF: firstByte,
}

const (
	firstByte byte = 1 << iota
	secondByte
	thirdByte
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
