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
	sentence string
}

// periodWords name the statistics period. Reports use many nouns for it.
var periodWords = []string{
	"统计期限", "统计时限", "统计周期", "统计期间", "统计时间", "统计区间", "统计时段", "统计范围", "统计起止",
	"数据期限", "数据时限", "数据时间", "数据起止", "数据截止", "数据截至", "报告期", "报告时限", "报告的时限", "报告期限",
	"期限自", "期限从", "期限为", "期限是", "时限自", "时限从", "时限为", "所列数据", "内容涵盖", "数据涵盖",
}

// periods yields the spans of time in sentences that say something of a
// statistics period: two dates, a span of months, or one year.
func (p *Pass) periods(yield func(period) bool) {
	dates := readTogether(p.dates())
	for i, a := range dates {
		text := p.textOf(a)
		b, ok := a, a.Year > 0 && a.Month == 0
		if i+1 < len(dates) && dates[i+1].block == a.block && isRange(text[a.at+a.size:dates[i+1].at]) {
			b, ok = dates[i+1], a.Month > 0 == (dates[i+1].Month > 0)
		}
		if !ok {
			continue
		}
		start, end := sentenceAround(text, a.at)
		if sentence := text[start:end]; a.at != b.at && containsAny(sentence, periodWords) || namesPeriod(text[start:a.at]) {
			place := p.Report.Blocks[a.block].Prose.Slice(a.at, b.at+b.size)
			if !yield(period{from: a.Date, to: b.Date, place: place, text: text[a.at : b.at+b.size], sentence: sentence}) {
				return
			}
		}
	}
}

// namesPeriod reports whether a sentence names the statistics period by its
// usual name, so that no other span of time can be meant.
func namesPeriod(s string) bool {
	return report.Contains(s, "统计期限") || report.Contains(s, "统计时限") || report.Contains(s, "统计周期")
}

// readTogether puts a year and the month of a range together: 2023年1-12月 is read
// as 2023年, 1 and 12月.
func readTogether(dates []mention) []mention {
	adjoins := func(a, b mention) bool {
		return a.block == b.block && a.Month == 0 && b.Year == 0 && a.at+a.size == b.at
	}
	apart := true
	for i := 1; i < len(dates) && apart; i++ {
		apart = !adjoins(dates[i-1], dates[i])
	}
	if apart {
		return dates // as nearly always
	}
	dates = slices.Clone(dates)
	for i := 1; i < len(dates); i++ {
		a, b := &dates[i-1], dates[i]
		if adjoins(*a, b) {
			a.Month, a.Day, a.size = b.Month, b.Day, a.size+b.size
			dates = slices.Delete(dates, i, i+1)
		}
	}
	return dates
}

// isRange reports whether what stands between two dates makes them one span.
func isRange(between string) bool {
	if between == "起至" { // as nearly always
		return true
	}
	switch strings.Trim(between, " 　\u00a0起，、日") {
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

// givesPeriod reports whether a whole year, or a span of time that is named
// the statistics period, stands anywhere in running text.
func (p *Pass) givesPeriod(year int) bool {
	dates := p.dates()
	for i := 1; i < len(dates); i++ {
		a, b := dates[i-1], dates[i]
		if a.block != b.block || b.Month != 12 || a.at+a.size > b.at {
			continue
		}
		if a.Month == 1 && isRange(p.textOf(a)[a.at+a.size:b.at]) {
			return true
		}
	}
	for i := range p.Report.Blocks {
		if text := p.Report.Blocks[i].Prose.Text; running(&p.Report.Blocks[i]) && namesPeriod(text) {
			return true
		}
	}
	return false
}
