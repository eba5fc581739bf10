package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/gouji-lint/gouji/report"
)

// unreadPart returns the bytes of a month or day that goes on from the date
// and can be none, such as 00月 or 310日.
func unreadPart(d report.Date, rest string) int {
	blank := report.BlankAt(rest)
	digits := digitsAt(rest[blank:])
	if digits == 0 || strings.HasSuffix(d.Text.Value, "度") {
		return 0
	}
	unit := ""
	switch after := rest[blank+digits:]; {
	case d.Year > 0 && d.Month == 0 && strings.HasPrefix(after, "月"):
		unit = "月"
	case d.Month > 0 && d.Day == 0 && strings.HasPrefix(after, "日"):
		unit = "日"
	default:
		return 0
	}
	return blank + digits + len(unit)
}

// calendar says what the calendar has instead.
func calendar(d report.Date) Message {
	if d.Month > 12 {
		return Message{"一年只有 12 个月", "a year has 12 months"}
	}
	year := d.Year
	if year == 0 {
		year = 2000
	}
	last := time.Date(year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	month := report.Date{Year: d.Year, Month: d.Month}
	return Message{
		fmt.Sprintf("%s只有 %d 天", day(month), last),
		fmt.Sprintf("%s has %d days", time.Month(d.Month), last),
	}
}

// daysBetween returns how many days b is after a.
func daysBetween(a, b report.Date) int {
	return int(midnight(b).Sub(midnight(a)).Hours() / 24)
}

func midnight(d report.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// day writes a date as official documents do, without the parts that it lacks.
func day(d report.Date) string {
	var b strings.Builder
	for _, part := range [...]struct {
		n    int
		unit string
	}{{d.Year, "年"}, {d.Month, "月"}, {d.Day, "日"}} {
		if part.n > 0 {
			fmt.Fprintf(&b, "%d%s", part.n, part.unit)
		}
	}
	return b.String()
}

// isoDay writes a whole date for English messages and other programs.
func isoDay(d report.Date) string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
