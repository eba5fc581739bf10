package report

// chineseAt reads the Chinese numeral that s starts with, all of it: 十二,
// 一百零五, 两千三百, 廿五, 三亿五千万, and figures read out one by one such as
// 二〇二三. The size is 0 when there is none or when it has more than one
// reading: 一百五 (105 or 150), 三五 (35, or three to five), 十四五 (a plan).
func chineseAt(s string) (value int64, size int) {
	size = chineseRun(s)
	if size == 0 {
		return 0, 0
	}
	value, ok := positional(s[:size])
	if !ok {
		value, ok = composed(s[:size])
	}
	if !ok {
		return 0, 0
	}
	return value, size
}

// chineseRun returns the bytes of Chinese numeral characters that s starts with.
func chineseRun(s string) int {
	size := 0
	for size < len(s) {
		if _, kind := chineseRune(s[size:]); kind == notChinese {
			break
		}
		size += 3
	}
	return size
}

// chineseKind says what a character does in a Chinese numeral.
type chineseKind uint8

const (
	notChinese chineseKind = iota
	zeroDigit              // 〇 and its lookalikes, 零
	otherDigit             // 一 to 九
	pairDigit              // 两, which is never read out one by one
	tens                   // 廿, 卅: a digit and 十 in one
	smallUnit              // 十, 百, 千
	largeUnit              // 万, 亿
)

// chineseRune reads the one character that s starts with; all of them take
// three bytes.
func chineseRune(s string) (value int64, kind chineseKind) {
	if len(s) < 3 || s[0] < 0xE2 || s[0] > 0xE9 {
		return 0, notChinese
	}
	switch rune(s[0])&0x0F<<12 | rune(s[1])&0x3F<<6 | rune(s[2])&0x3F {
	case '〇', '零', '○', '◯':
		return 0, zeroDigit
	case '一':
		return 1, otherDigit
	case '二':
		return 2, otherDigit
	case '三':
		return 3, otherDigit
	case '四':
		return 4, otherDigit
	case '五':
		return 5, otherDigit
	case '六':
		return 6, otherDigit
	case '七':
		return 7, otherDigit
	case '八':
		return 8, otherDigit
	case '九':
		return 9, otherDigit
	case '两':
		return 2, pairDigit
	case '廿':
		return 20, tens
	case '卅':
		return 30, tens
	case '十':
		return 10, smallUnit
	case '百':
		return 100, smallUnit
	case '千':
		return 1000, smallUnit
	case '万':
		return 10_000, largeUnit
	case '亿':
		return 100_000_000, largeUnit
	}
	return 0, notChinese
}

// positional reads digits one by one: 二〇二三. Two or three digits without a
// zero are rather a choice (三五) or a list (一二三) than a number.
func positional(s string) (value int64, ok bool) {
	zero := false
	for i := 0; i < len(s); i += 3 {
		digit, kind := chineseRune(s[i:])
		switch kind {
		case zeroDigit:
			zero = true
		case otherDigit:
		default:
			return 0, false
		}
		value = value*10 + digit
	}
	count := len(s) / 3
	return value, count == 1 || count <= 12 && (zero || count >= 4)
}

// composed reads digits with units between them.
func composed(s string) (value int64, ok bool) {
	var c composing
	for i := 0; i < len(s); i += 3 {
		n, kind := chineseRune(s[i:])
		if !c.add(n, kind) {
			return 0, false
		}
	}
	return c.value()
}

// composing is a Chinese numeral half read: done + section + digit.
type composing struct {
	done    int64 // up to the last 万 or 亿
	section int64 // up to the last 十, 百 or 千 after it
	digit   int64 // a digit whose unit has not come yet
	open    bool  // there is such a digit
	zero    bool  // 零 stands before it
	unit    int64 // the last small unit of the section, 0 before the first
	large   int64 // the last large unit, 0 before the first
}

func (c *composing) add(n int64, kind chineseKind) bool {
	switch kind {
	case zeroDigit:
		ok := !c.open && !c.zero && (c.section > 0 || c.done > 0)
		c.zero = true
		return ok
	case otherDigit, pairDigit:
		ok := !c.open
		c.digit, c.open = n, true
		return ok
	case tens:
		ok := !c.open && (c.unit == 0 || c.unit > 10)
		c.section, c.unit, c.zero = c.section+n, 10, false
		return ok
	case smallUnit:
		return c.addSmall(n)
	}
	return c.addLarge(n)
}

// addSmall takes 十, 百 or 千. Only 十 may stand without a digit: 十二, 一百十二.
func (c *composing) addSmall(unit int64) bool {
	if !c.open {
		if unit != 10 {
			return false
		}
		c.digit = 1
	}
	ok := c.unit == 0 || unit < c.unit
	c.section += c.digit * unit
	c.digit, c.unit, c.open, c.zero = 0, unit, false, false
	return ok
}

// addLarge takes 万 or 亿, which multiply all that stands before them up to
// a larger one: 三亿五千万, 五万亿.
func (c *composing) addLarge(unit int64) bool {
	if c.open && c.colloquial() {
		return false
	}
	section := c.section + c.digit
	switch {
	case section == 0 && (c.large == 0 || unit < c.large):
		return false
	case c.large == 0 || unit < c.large:
		c.done += section * unit
	case unit > c.large && c.done < unit:
		c.done = (c.done + section) * unit
	default:
		return false
	}
	c.section, c.digit, c.open, c.zero, c.unit, c.large = 0, 0, false, false, 0, unit
	return true
}

// colloquial reports whether the open digit lacks its unit: 一百五, 三万五.
func (c *composing) colloquial() bool {
	last := c.unit
	if last == 0 {
		last = c.large
	}
	return last > 10 && !c.zero
}

func (c *composing) value() (int64, bool) {
	if c.open && c.colloquial() || c.zero && !c.open {
		return 0, false
	}
	return c.done + c.section + c.digit, true
}
