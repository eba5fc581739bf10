package report

// nextNumeral returns where the next Arabic digit or Chinese numeral
// character of s stands, from i on; len(s) when there is none.
func nextNumeral(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c >= 0xE0 && c <= 0xEF: // three bytes, as all of Chinese
			if i+2 < len(s) && numeralTails.Has(s[i+1], s[i+2]) && startsNumeral(s[i:]) {
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

// numeralTails are those of the numeral characters of digitAt and chineseRune.
var numeralTails = TailsOf(NumeralSigns)

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
