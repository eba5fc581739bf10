package report

// plainDate reads a date that is written as nearly all are: 2024年1月17日,
// 2024年1月, 2024年 or 2024年度. The size is 0 when there is none, when it is
// written in another way, and when what follows may belong to it.
func plainDate(s string) (d Date, size int) {
	year, digits := plainNumber(s)
	if digits != 4 || !startsWith(s[4:], "年") {
		return Date{}, 0
	}
	d.Year, size = year, 4+len("年")
	if d.Month, digits = plainNumber(s[size:]); digits == 0 {
		if !plausibleYear(year) || !endsDate(s[size:]) || startsWith(s[size:], "元") {
			return Date{}, 0
		}
		if startsWith(s[size:], "度") {
			size += len("度")
		}
		return d, size
	}
	if size += digits; digits > 2 || !startsWith(s[size:], "月") {
		return Date{}, 0
	}
	size += len("月")
	if d.Day, digits = plainNumber(s[size:]); digits == 0 {
		if !endsDate(s[size:]) {
			return Date{}, 0
		}
		return d, size
	}
	if size += digits; digits > 2 || !startsWith(s[size:], "日") && !startsWith(s[size:], "号") {
		return Date{}, 0
	}
	return d, size + len("日")
}

// plainNumber reads at most four digits in half width, without a zero before
// them.
func plainNumber(s string) (n, digits int) {
	for digits < len(s) && digits < 5 && s[digits]-'0' <= 9 {
		n, digits = n*10+int(s[digits]-'0'), digits+1
	}
	if digits == 5 || digits > 0 && s[0] == '0' {
		return 0, 0
	}
	return n, digits
}

// endsDate reports whether neither a number nor a blank follows.
func endsDate(rest string) bool { return BlankAt(rest) == 0 && numeralRun(rest) == 0 }

// startsWith reports whether s starts with the sign of three bytes.
func startsWith(s, sign string) bool { return len(s) >= 3 && s[:3] == sign }
