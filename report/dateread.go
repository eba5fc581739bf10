package report

// DateAt reads the date that s starts with and returns how many bytes it
// takes, 0 when s starts with none. It reads 2024年1月17日 in every form that
// DateForm names, 2024年1月, 1月17日, 1月, and a year alone, 2024年 or 2024年度.
// A year or month of a range, 2023-2025年 or 1-12月, is one without its 年 or 月.
//
// Not dates: 12年 (as good as twelve years), 一月 without a year or day (一月一报),
// and figures without a mark, 20240117 or 2024.1.
func DateAt(s string) (Date, int) {
	if d, size := plainDate(s); size > 0 {
		d.Text.Value = s[:size]
		return d, size
	}
	return unusualDate(s)
}

// unusualDate reads a date in any form.
func unusualDate(s string) (Date, int) {
	r := dateReader{s: s}
	d, ok := r.date()
	if !ok {
		return Date{}, 0
	}
	d.Form = r.form
	d.Text.Value = s[:r.at]
	return d, r.at
}

// EachDate yields the dates in s from left to right, where they stand and how
// many bytes they take. It reads none out of a longer number, a telephone
// number or an address.
func EachDate(s string, yield func(at, size int, d Date) bool) {
	end := -1 // of the last date
	for i := nextNumeral(s, 0); i < len(s); i = nextNumeral(s, i) {
		run := numeralRun(s[i:])
		if !dateMayGoOn(s[i+run:]) {
			i += run
			continue
		}
		d, size := DateAt(s[i:])
		if size == 0 || d.Form.Has(Dotted) && i > 0 && !dottedMayStart(s, i, end) {
			i += max(run, size)
			continue
		}
		if !yield(i, size, d) {
			return
		}
		i += size
		end = i
	}
}

// dateMayGoOn reports whether s, which follows a number, looks like the rest
// of a date. Most numbers are followed by a measure word.
func dateMayGoOn(s string) bool {
	if len(s) < len("月") {
		return false
	}
	switch s[0] {
	case 0xE4: // of the signs of linkAt 与, of the measure words 件 份 个 人
		return s[1] == 0xB8
	case 0xE6: // 月, and 条 次
		return s[1] == 0x9C
	case 0xE7, 0xE9, ',', ';', ':', '%', ')', '|': // 篇 笔 页 项, punctuation
		return false
	}
	return true
}

// dottedMayStart reports whether 2024.1.17 at i is a date of its own and not
// a part of a version, an address or a file name. A hyphen may stand before
// it when it ends a range, whose beginning ended at end.
func dottedMayStart(s string, i, end int) bool {
	switch c := s[i-1]; {
	case c == '-':
		return end == i-1
	case c == '.', c == '_', c == '/', c == '#', c == '@', c == '=', c == '&', c == '%':
		return false
	default:
		return !isASCIILetter(c)
	}
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// dateReader stands at a place of the text and gathers what is unusual.
type dateReader struct {
	s    string
	at   int
	form DateForm
}

func (r *dateReader) date() (Date, bool) {
	if year := r.chineseYear(); year > 0 {
		return r.afterYear(year)
	}
	n, digits := r.number()
	chinese := r.form.Has(ChineseDigits)
	switch {
	case digits == 4 && n > 0:
		return r.afterYear(n)
	case digits == 2 && !chinese && r.take("年"):
		return r.afterShortYear(n)
	case digits <= 2 && n > 0 && chinese:
		return r.afterChineseMonth(n)
	case digits <= 2 && n > 0:
		return r.afterMonth(n, digits)
	}
	return Date{}, false
}

func (r *dateReader) afterYear(year int) (Date, bool) {
	d := Date{Year: year}
	if !r.take("年") {
		if r.form.Has(ChineseDigits) {
			return Date{}, false
		}
		if r.dotted(&d) {
			return d, true
		}
		return d, plausibleYear(year) && linked(r.s[r.at:], 4, "年")
	}
	if d.Month = r.month(); d.Month > 0 {
		d.Day = r.part("日", "号")
		return d, true
	}
	r.at += signAt(r.s[r.at:], "度")
	return d, plausibleYear(year)
}

// plausibleYear keeps 1000年 and 3000年 from being years when they stand alone.
func plausibleYear(year int) bool { return year >= 1900 && year < 2200 }

// afterShortYear reads on after 24年, which needs something to show that it
// is no span of time: a month, or 年度, 年底, 年末.
func (r *dateReader) afterShortYear(year int) (Date, bool) {
	r.form |= ShortYear
	d := Date{Year: 2000 + year}
	if year >= 80 {
		d.Year = 1900 + year
	}
	if d.Month = r.month(); d.Month > 0 {
		d.Day = r.part("日", "号")
		return d, true
	}
	if size := signAt(r.s[r.at:], "度"); size > 0 {
		r.at += size
		return d, true
	}
	return d, signAt(r.s[r.at:], "底", "末") > 0
}

func (r *dateReader) afterMonth(month, digits int) (Date, bool) {
	d := Date{Month: month}
	if !r.take("月") {
		return d, month <= 12 && linked(r.s[r.at:], 2, "月")
	}
	r.pad(month, digits)
	d.Day = r.part("日", "号")
	return d, d.Day > 0 || month <= 12
}

func (r *dateReader) afterChineseMonth(month int) (Date, bool) {
	if month > 12 || !r.take("月") {
		return Date{}, false
	}
	d := Date{Month: month, Day: r.part("日", "号")}
	return d, d.Day > 0 && d.Day <= 31
}

// dotted reads the rest of 2024.1.17, 2024-01-17 or 2024/1/17.
func (r *dateReader) dotted(d *Date) bool {
	start := *r
	sign := r.separator()
	if sign == "" {
		return false
	}
	month, months := r.number()
	if !r.take(sign) {
		*r = start
		return false
	}
	day, days := r.number()
	rest := r.s[r.at:]
	more, _ := digitsAt(rest[signAt(rest, sign):])
	if !plausibleYear(d.Year) || !monthAndDay(month, day) || more > 0 || r.form.Has(ChineseDigits) {
		*r = start
		return false
	}
	r.form |= Dotted
	r.pad(month, months)
	r.pad(day, days)
	d.Month, d.Day = month, day
	return true
}

func (r *dateReader) separator() string {
	for _, sign := range [...]string{".", "-", "/", "．", "－", "／"} {
		if r.take(sign) {
			return sign
		}
	}
	return ""
}

func monthAndDay(month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

func (r *dateReader) month() int {
	if r.take("元月") {
		return 1
	}
	return r.part("月")
}

// part reads a number of at most two digits and the mark behind it, 0 when
// they do not stand there.
func (r *dateReader) part(marks ...string) int {
	start := *r
	n, digits := r.number()
	if n == 0 || digits > 2 || !r.take(marks...) {
		*r = start
		return 0
	}
	r.pad(n, digits)
	return n
}

// pad notes a month or day with a zero before it.
func (r *dateReader) pad(n, digits int) {
	if digits == 2 && n < 10 {
		r.form |= ZeroPadded
	}
}

// number reads a number, after blanks unless it is the first, and returns
// how many Arabic digits it has or would have; 0 when there is none.
func (r *dateReader) number() (n, digits int) {
	blank := 0
	if r.at > 0 {
		blank = BlankAt(r.s[r.at:])
	}
	rest := r.s[r.at+blank:]
	digits, size := digitsAt(rest)
	if digits == 0 {
		return r.chineseNumber(blank)
	}
	if digits > 4 {
		return 0, digits
	}
	for at := 0; at < size; {
		digit, one := digitAt(rest[at:])
		n, at = n*10+digit, at+one
	}
	if size > digits {
		r.form |= FullWidthDate
	}
	r.move(blank, size)
	return n, digits
}

func (r *dateReader) chineseNumber(blank int) (n, digits int) {
	value, size := chineseAt(r.s[r.at+blank:])
	if size == 0 || value > 99 {
		return 0, 0
	}
	r.form |= ChineseDigits
	r.move(blank, size)
	if value < 10 {
		return int(value), 1
	}
	return int(value), 2
}

// chineseYear reads four digits one by one, 二〇二四. The zero is often a
// figure or a letter from the keyboard: 二0二四, 二O二四.
func (r *dateReader) chineseYear() int {
	if n, kind := chineseRune(r.s); kind != otherDigit || n > 2 {
		return 0
	}
	year, at := 0, 0
	for range 4 {
		digit, kind := chineseRune(r.s[at:])
		size := 3
		switch {
		case kind == otherDigit || kind == zeroDigit:
		default:
			if size = signAt(r.s[at:], "0", "O", "０", "Ｏ", "o"); size == 0 {
				return 0
			}
		}
		year, at = year*10+int(digit), at+size
	}
	r.at, r.form = at, ChineseDigits
	return year
}

// take moves past whichever mark stands there, also after blanks.
func (r *dateReader) take(marks ...string) bool {
	blank := BlankAt(r.s[r.at:])
	size := signAt(r.s[r.at+blank:], marks...)
	if size == 0 {
		return false
	}
	r.move(blank, size)
	return true
}

func (r *dateReader) move(blank, size int) {
	if blank > 0 {
		r.form |= Spaced
	}
	r.at += blank + size
}

// linked reports whether s goes on to a later member of a range or list whose
// mark counts for the first one too: 2023-2025年, 2022、2023和2024年, 1至12月.
func linked(s string, digits int, mark string) bool {
	for range 8 { // no list of years is longer
		link := linkAt(s, digits == 4)
		count, size := digitsAt(s[link:])
		if link == 0 || count == 0 || count > digits || digits == 4 && count < 4 {
			return false
		}
		s = s[link+size:]
		if signAt(s[BlankAt(s):], mark) > 0 {
			return true
		}
	}
	return false
}

// linkAt returns the bytes of the sign between two members of a range, with
// the blanks around it. Only years are joined by 、 as well: 1、12月 begins with
// an ordinal.
func linkAt(s string, list bool) int {
	at := BlankAt(s)
	size := signAt(s[at:], "-", "－", "—", "–", "―", "~", "～", "〜", "至", "到")
	if size == 0 && list {
		size = signAt(s[at:], "、", "和", "及", "与")
	}
	if size == 0 {
		return 0
	}
	size += signAt(s[at+size:], "—") // 2021——2025年
	return at + size + BlankAt(s[at+size:])
}
