package report

// Date is a day as written. Year, Month and Day are what the text says, also
// when there is no such day; a part that is not written is 0.
type Date struct {
	Year, Month, Day int
	Form             DateForm
	Text             Text
}

// DateForm is a set of things that are unusual in how a date is written.
type DateForm uint8

// What can be unusual about a date.
const (
	ChineseDigits DateForm = 1 << iota // 二〇二四年一月十七日
	ZeroPadded                         // 2024年01月07日
	Dotted                             // 2024.1.17, 2024-1-17, 2024/1/17
	ShortYear                          // 24年1月17日
	Spaced                             // 2024 年 1 月 17 日
	FullWidthDate                      // ２０２４年１月１７日
)

// Has reports whether the form has all of want.
func (f DateForm) Has(want DateForm) bool { return f&want == want }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 && d.Month == 0 && d.Day == 0 }

// Whole reports whether year, month and day are all written.
func (d Date) Whole() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// Exists reports whether the calendar has the day. A part that is not
// written is not held against it.
func (d Date) Exists() bool {
	year, month, day := d.Year, d.Month, d.Day
	if year == 0 {
		year = 2000 // a leap year: 2月29日 without a year may exist
	}
	switch month {
	case 0:
		return day == 0
	case 2:
		if year%4 != 0 || year%100 == 0 && year%400 != 0 {
			return day <= 28
		}
		return day <= 29
	case 4, 6, 9, 11:
		return day <= 30
	}
	return month <= 12 && day <= 31
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}
