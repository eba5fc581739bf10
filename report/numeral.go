package report

// NumeralAt reads the number that s starts with and returns how many bytes it
// takes, 0 when s starts with none. 万 and 亿 belong to an Arabic number: 12.5万
// is 125000. The measure word is left to the caller, see MeasureAt.
//
// A Chinese numeral is read as a whole or not at all. The colloquial 一百五 and
// a choice like 三五 have more than one reading and are refused, as are
// mixtures such as 1万2千 and 5千瓦.
func NumeralAt(s string) (n Number, size int) {
	if count, _ := digitsAt(s); count == 0 {
		value, size := chineseAt(s)
		return Int(value), size
	}
	n, _, size = arabicAt(s)
	if size == 0 {
		return Number{}, 0
	}
	power, unit := multiplierAt(s[size:])
	size += unit
	if numeralRun(s[size:]) > 0 {
		return Number{}, 0
	}
	return n.shift(power), size
}

// multiplierAt reads the 万, 亿 or 万亿 behind an Arabic number, also with 百 or
// 千 before it. These two alone are not taken unless something is counted in
// them: 3千件 is 3000, 5千瓦 is a unit.
func multiplierAt(s string) (power, size int) {
	if len(s) < 3 {
		return 0, 0
	}
	switch s[:3] {
	case "百", "千", "万", "亿":
	default:
		return 0, 0
	}
	switch at := signAt(s, "百", "千"); {
	case at == 0:
	case s[:at] == "百":
		power, size = 2, at
	default:
		power, size = 3, at
	}
	large := 0
	for _, unit := range [...]struct {
		text  string
		power int
	}{{"万亿", 12}, {"万", 4}, {"亿", 8}} {
		if large = signAt(s[size:], unit.text); large > 0 {
			return power + unit.power, size + large
		}
	}
	if size > 0 && (MeasureAt(s[size:]) != "" || signAt(s[size:], "余", "多") > 0) {
		return power, size
	}
	return 0, 0
}

// EachNumeral yields the numbers in running text from left to right, where
// they stand and how many bytes they take.
//
// An Arabic number counts unless it is part of something longer: a telephone
// number, a time, a range, a formula, an address, a name such as PM2.5. A
// Chinese numeral counts before a measure word and after 第, because most of
// its characters are parts of words: 一些, 统一, 十四五, 三安全一稳定.
func EachNumeral(s string, yield func(at, size int, n Number) bool) {
	joined := -1 // where a number starts that belongs to what stands before it
	for i := nextNumeral(s, 0); i < len(s); i = nextNumeral(s, i) {
		if end := i + chineseRun(s[i:]); end > i && !chineseCounts(s, i, end) && numeralRun(s[end:]) == 0 {
			i = end // nearly always: a part of a word
			continue
		}
		if n, size := plainAt(s[i:]); size > 0 && endsNumber(s[i+size:]) {
			if i != joined && !joinedBefore(s, i) && !yield(i, size, n) {
				return
			}
			i += size
			continue
		}
		n, size := NumeralAt(s[i:])
		whole := size > 0
		if size == 0 {
			size = mixedRun(s[i:])
		}
		end := i + size
		if count, _ := digitsAt(s[i:]); count == 0 {
			whole = whole && chineseCounts(s, i, end)
		} else {
			link := joinAt(s[end:])
			whole = whole && link == 0 && i != joined && !joinedBefore(s, i) && !leadingZero(s[i:])
			joined = end + link
		}
		if whole && !yield(i, size, n) {
			return
		}
		i = end
	}
}

// endsNumber reports whether s, which follows digits, begins with Han that is
// no part of a number.
func endsNumber(s string) bool {
	if len(s) < 3 || s[0] < 0xE4 || s[0] > 0xE9 {
		return false
	}
	_, kind := chineseRune(s)
	return kind == notChinese
}

// mixedRun returns the bytes of numerals of either kind that s starts with.
func mixedRun(s string) int {
	size := 0
	for {
		run := numeralRun(s[size:])
		if run == 0 {
			return size
		}
		size += run
	}
}

func leadingZero(s string) bool {
	digit, size := digitAt(s)
	_, next := digitAt(s[size:])
	return digit == 0 && next > 0
}

// joinAt returns the bytes of what ties the number before s to a digit or
// letter behind: - in 0358-8221234, the letters of 5G.
func joinAt(s string) int {
	if s == "" || s[0] >= 0xE4 && s[0] <= 0xE9 { // Han
		return 0
	}
	if isASCIILetter(s[0]) || s[0] == '_' {
		return 1
	}
	size := signAt(s, "-", ".", "/", ":", "~", "+", "=", "_", "#", "@", "*", "×",
		"－", "—", "–", "～", "〜", "：", "／", "．", "·")
	if size == 0 {
		return 0
	}
	size += signAt(s[size:], "—")
	if size == len(s) {
		return 0
	}
	if _, digit := digitAt(s[size:]); digit == 0 && !isASCIILetter(s[size]) {
		return 0
	}
	return size
}

// joinedBefore reports whether the number at i goes on from a letter, a sign
// or an address.
func joinedBefore(s string, i int) bool {
	if i == 0 {
		return false
	}
	switch c := s[i-1]; c {
	case '-', '+', '_', '#', '@', '=', '&', '*':
		return true
	case '.', '/', ':', '?', '~':
		return i > 1 && (isASCIILetter(s[i-2]) || s[i-2]-'0' <= 9 || s[i-2] == '/')
	default:
		return isASCIILetter(c)
	}
}

// chineseCounts reports whether the Chinese numeral s[i:end] is a number and
// not part of a word.
func chineseCounts(s string, i, end int) bool {
	before := s[max(i-3, 0):i]
	switch {
	case before == "第":
		return true
	case (before == "几" || before == "数") && signAt(s[i:], "十") > 0: // 数十件
		return false
	}
	rest := s[end+BlankAt(s[end:]):]
	measure := MeasureAt(rest)
	switch {
	case measure == "":
		return false
	case s[i:end] == "一":
		return !wordBefore(before) && !wordAfter(rest, measure)
	case s[i:end] == "零":
		return measure != "件" // 零件
	}
	return true
}

// wordBefore reports whether 一 goes with the character before it: 统一, 同一.
func wordBefore(before string) bool {
	switch before {
	case "统", "唯", "单", "同", "逐", "进", "任", "某", "另", "每", "其", "专", "如", "不", "合", "划",
		"周", "期", "之", "这", "那", "哪":
		return true
	}
	return false
}

// wordAfter reports whether 一 and the measure word say something else than
// one: 一次性, 一起, 一方面, 高效办成一件事, 一件一档.
func wordAfter(rest, measure string) bool {
	after := rest[len(measure):]
	switch measure {
	case "次":
		return signAt(after, "性") > 0
	case "件":
		return signAt(after, "事", "一") > 0
	case "部":
		return signAt(after, "分", "门") > 0
	case "条":
		return signAt(after, "龙", "心", "一") > 0
	case "起":
		return signAt(after, "案", "行政", "政府", "诉讼", "复议", "申请", "信访", "投诉", "举报") == 0
	case "方面", "点":
		return true
	}
	return signAt(after, "一") > 0
}
