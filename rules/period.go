package rules

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// period is a statistics period (统计期限) as a sentence gives it.
type period struct {
	from, to report.Date
	place    report.Span
	text     string
}

// periodWords name the statistics period. Reports use many nouns for it.
var periodWords = []string{
	"统计期限", "统计时限", "统计周期", "统计期间", "统计时间", "统计区间", "统计时段", "统计范围", "统计起止",
	"数据期限", "数据时限", "数据时间", "数据起止", "数据截止", "数据截至", "报告期", "报告时限", "报告的时限", "报告期限",
	"期限自", "期限从", "期限为", "期限是", "时限自", "时限从", "时限为", "所列数据", "内容涵盖", "数据涵盖",
}

// readPeriod reads the first span of time in a sentence: two dates, a span of
// months, or one year.
func readPeriod(s report.Prose) (period, bool) {
	var dates []mention
	report.EachDate(s.Text, func(at, size int, d report.Date) bool {
		dates = append(dates, mention{Date: d, at: at, size: size})
		return true
	})
	dates = joined(dates)
	for i := 1; i < len(dates); i++ {
		a, b := dates[i-1], dates[i]
		if isRange(s.Text[a.at+a.size:b.at]) && a.Month > 0 == (b.Month > 0) {
			return newPeriod(s, a, b), true
		}
	}
	if len(dates) == 1 && dates[0].Year > 0 && dates[0].Month == 0 {
		return newPeriod(s, dates[0], dates[0]), true
	}
	return period{}, false
}

func newPeriod(s report.Prose, a, b mention) period {
	return period{from: a.Date, to: b.Date, place: s.Slice(a.at, b.at+b.size), text: s.Text[a.at : b.at+b.size]}
}

// joined puts a year and the month of a range together: 2023年1-12月 is read
// as 2023年, 1 and 12月.
func joined(dates []mention) []mention {
	for i := 1; i < len(dates); i++ {
		a, b := &dates[i-1], dates[i]
		if a.Month == 0 && b.Year == 0 && a.at+a.size == b.at {
			a.Month, a.Day, a.size = b.Month, b.Day, a.size+b.size
			dates = slices.Delete(dates, i, i+1)
		}
	}
	return dates
}

// isRange reports whether what stands between two dates makes them one span.
func isRange(between string) bool {
	s := strings.NewReplacer(" ", "", "　", "", "\u00a0", "", "起", "", "，", "", "、", "", "日", "").Replace(between)
	switch s {
	case "至", "到", "始至", "止至", "-", "－", "—", "——", "–", "~", "～", "〜", "―":
		return true
	}
	return false
}

// covers reports whether the period is the whole of the year. What is not
// written, such as the second year, is taken from the rest.
func (q period) covers(year int) bool {
	from, to := q.complete(year)
	return from.Year == year && to.Year == year && from.Month <= 1 && from.Day <= 1 &&
		(to.Month == 0 || to.Month == 12) && (to.Day == 0 || to.Day == 31)
}

// complete returns the period with its years.
func (q period) complete(year int) (from, to report.Date) {
	from, to = q.from, q.to
	if from.Year == 0 {
		from.Year = year
		if to.Year != 0 {
			from.Year = to.Year
		}
	}
	if to.Year == 0 {
		to.Year = from.Year
	}
	return from, to
}

// annual reports whether the period begins or ends as a year does.
func (q period) annual() bool {
	return q.from.Month == 1 && q.from.Day <= 1 || q.to.Month == 12 && (q.to.Day == 0 || q.to.Day == 31)
}
