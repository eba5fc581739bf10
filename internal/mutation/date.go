package mutation

import (
	"fmt"
	"strconv"

	"github.com/gouji-lint/gouji/report"
)

// dateOperators change years and days.
func dateOperators() []Operator {
	return []Operator{
		{"year", "plus 1", eachYear(1)},
		{"year", "minus 1", eachYear(-1)},
		{"year", "all dates moved to another format's", yearOfAnotherFormat},
		{"date", "year plus 1", eachDay(1, 0, 0)},
		{"date", "year minus 1", eachDay(-1, 0, 0)},
		{"date", "month plus 1", eachDay(0, 1, 0)},
		{"date", "month minus 1", eachDay(0, -1, 0)},
		{"date", "day plus 1", eachDay(0, 0, 1)},
		{"date", "day minus 1", eachDay(0, 0, -1)},
		{"date", "day plus 30", eachDay(0, 0, 30)},
		{"date", "0 put before", rewriteDays("date-form", func(d report.Date) string {
			return fmt.Sprintf("%d年%02d月%02d日", d.Year, d.Month, d.Day)
		})},
		{"date", "year of two digits", rewriteDays("date-form", func(d report.Date) string {
			return fmt.Sprintf("%02d年%d月%d日", d.Year%100, d.Month, d.Day)
		})},
		{"date", "signs lost", rewriteDays("date-garbled", func(d report.Date) string {
			return fmt.Sprintf("%d%d%d日", d.Year, d.Month, d.Day)
		})},
		{"date", "signature in Chinese numerals", resign(chineseDay)},
		{"date", "signature with points", resign(func(d report.Date) string {
			return fmt.Sprintf("%d.%d.%d", d.Year, d.Month, d.Day)
		})},
	}
}

// role is what a year or day in the report is there for.
type role string

const (
	reportYear role = "报告年度" // in the front matter: all others rest on it
	titleYear  role = "题名"
	period     role = "统计期限"
	told       role = "叙述"
	plan       role = "计划"
	fee        role = "信息处理费"
	published  role = "公布日期"
	signed     role = "落款日期"
)

// mention is a date in the report.
type mention struct {
	role
	date  report.Date
	place report.Span
	form  string // how it is written: %d for year, month and day
}

// mentions returns the dates of the report, in the front matter and the title
// first.
func (b *Base) mentions() (all []mention) {
	r := b.bound.Report
	year, _ := strconv.Atoi(r.Meta.Year.Value)
	all = append(all, mention{reportYear, report.Date{Year: year}, r.Meta.Year.Span, "%d"})
	if d, ok := report.DateAt(r.Meta.Published.Value); ok > 0 {
		all = append(all, mention{published, d, r.Meta.Published.Span, "%d-%02d-%02d"})
	}
	all = append(all, b.mentionsIn(r.Title, titleYear)...)
	for i := range r.Blocks {
		if r.Blocks[i].Kind != report.TableBlock {
			all = append(all, b.mentionsIn(r.Blocks[i].Prose, b.roleIn(i))...)
		}
	}
	return all
}

func (b *Base) mentionsIn(prose report.Prose, of role) (all []mention) {
	report.EachDate(prose.Text, func(at, size int, d report.Date) bool {
		form := "%d年%d月%d日"
		if d.Month == 0 {
			form = "%d年"
		}
		all = append(all, mention{of, d, prose.Slice(at, at+size), form})
		return true
	})
	return all
}

// roleIn returns what the dates in a block are there for.
func (b *Base) roleIn(block int) role {
	if block >= b.bound.Report.SignOff.Block {
		return signed
	}
	s := b.sectionAt(block)
	switch {
	case s == nil:
		return period
	case s.Def.ID == "problems":
		return plan
	case s.Def.ID == "others":
		return fee
	}
	return told
}

// write writes a date in the form of the mention.
func (m mention) write(d report.Date) string {
	if m.date.Month == 0 {
		return fmt.Sprintf(m.form, d.Year)
	}
	return fmt.Sprintf(m.form, d.Year, d.Month, d.Day)
}

// moved makes the mutation in which the date is another one.
func (b *Base) moved(m mention, d report.Date) Mutation {
	fault := b.with(string(m.role)+" "+m.write(m.date)+" → "+m.write(d), nil, replace(m.place, m.write(d)))
	fault.Rules, fault.Unseen = b.contradictDate(m, d)
	return fault
}

// contradictDate returns the rules by which the report contradicts a date, or
// else why it does not.
func (b *Base) contradictDate(m mention, d report.Date) (rules []string, unseen string) {
	if m.date.Month > 0 && (d.Month < 1 || d.Day < 1 || !d.Exists()) {
		return []string{"date-invalid"}, ""
	}
	year := b.bound.Year()
	switch m.role {
	case reportYear:
		return yardstick(), ""
	case titleYear:
		return []string{"title-year"}, ""
	case told:
		if d.Year > year {
			return nil, "下一年的事可以是计划"
		}
		return []string{"year-stale"}, ""
	case fee:
		return []string{"fee-year"}, ""
	case period:
		return []string{"period-wrong"}, ""
	case plan:
		if d.Year <= year {
			return []string{"year-plan"}, ""
		}
		return nil, "计划可以是更远的一年"
	case signed:
		if d.Year != year+1 {
			return []string{"signature-year"}, ""
		}
		return nil, "落款日期不一定是公布日期"
	}
	deadline := b.bound.Profile.Deadline(b.bound.Report.Meta.Kind.Value).Date(year)
	switch {
	case d.Before(report.Date{Year: year, Month: 12, Day: 31}):
		return []string{"published-early"}, ""
	case deadline.Before(d):
		return []string{"published-late"}, ""
	}
	return nil, "期限以内哪一天公布都可以"
}

// yardstick returns the rules that compare something with the report year:
// when that is wrong, all else seems to be.
func yardstick() []string {
	return []string{
		"title-year", "format-year", "basis-outdated", "period-wrong", "year-stale", "year-plan", "fee-missing", "fee-year",
		"signature-year", "published-early", "published-late",
	}
}

// eachYear moves every year that stands without month and day.
func eachYear(by int) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, m := range b.mentions() {
			if d := m.date; d.Month == 0 {
				d.Year += by
				all = append(all, b.moved(m, d))
			}
		}
		return all
	}
}

// eachDay moves every whole date, also to a day that does not exist.
func eachDay(years, months, days int) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, m := range b.mentions() {
			if d := m.date; d.Month > 0 {
				d.Year, d.Month, d.Day = d.Year+years, d.Month+months, d.Day+days
				all = append(all, b.moved(m, d))
			}
		}
		return all
	}
}

// yearOfAnotherFormat moves all dates together, to the year nearest for which
// another format is prescribed: the tables alone tell that something is wrong.
func yearOfAnotherFormat(b *Base) []Mutation {
	years := b.bound.Profile.Years
	by := years.From - 1 - b.bound.Year()
	if years.To > 0 {
		by = years.To + 1 - b.bound.Year()
	}
	var edits []edit
	for _, m := range b.mentions() {
		d := m.date
		d.Year += by
		edits = append(edits, edit{m.place.Start, m.place.End, m.write(d)})
	}
	for _, t := range b.bound.Report.Tables {
		edits = append(edits, point(t.Span))
	}
	return []Mutation{b.with(fmt.Sprintf("%+d", by), []string{"format-year"}, edits...)}
}

// rewriteDays writes the whole dates of the text in another way.
func rewriteDays(rule string, write func(report.Date) string) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, m := range b.mentions() {
			if now := write(m.date); m.date.Month > 0 && m.role != published && now != m.place.Text() {
				all = append(all, b.with(m.place.Text()+" → "+now, []string{rule}, replace(m.place, now)))
			}
		}
		return all
	}
}

// resign writes the date of the sign-off in another way.
func resign(write func(report.Date) string) func(*Base) []Mutation {
	return func(b *Base) []Mutation {
		s := b.bound.Report.SignOff
		now := write(s.Date)
		return []Mutation{b.with(s.Raw.Value+" → "+now, []string{"date-form"}, replace(s.Raw.Span, now))}
	}
}

// chineseDay writes a date in Chinese numerals: 二〇二六年三月二十日.
func chineseDay(d report.Date) string {
	text := ""
	for _, digit := range strconv.Itoa(d.Year) {
		text += [...]string{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[digit-'0']
	}
	return text + "年" + chineseBelow100(d.Month) + "月" + chineseBelow100(d.Day) + "日"
}
