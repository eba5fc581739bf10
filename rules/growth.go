package rules

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// growthFact is a statement of a report's text on how much more or less was
// received than last year: 收到申请36件，同比增长16.13%.
type growthFact struct {
	count      report.Number // 36
	rate       report.Number // 16.13, negative for less
	percent    bool          // or so many
	start, end int32         // of 增长16.13% in the file
}

// growthBases begin a comparison with last year.
var growthBases = []string{"同比", "比上年", "较上年", "比去年", "较去年", "比上一年", "较上一年", "与上年", "与去年", "较2", "比2", "与2"}

// growthVerbs say which way.
var growthVerbs = []struct {
	text string
	less bool
}{
	{"增长", false}, {"上升", false}, {"增加", false}, {"上涨", false}, {"增幅", false}, {"提高", false}, {"多", false},
	{"下降", true}, {"减少", true}, {"降低", true}, {"降幅", true}, {"下滑", true}, {"少", true},
}

// receivedVerbs say that a count is of requests received.
var receivedVerbs = []string{"收到", "新收", "受理", "接收", "接到", "收申请", "收依申请", "申请"}

// otherCounts are counted in the same sentences.
var otherCounts = []string{"答复", "办结", "结转", "办理", "处理", "复议", "诉讼", "公开信息", "主动公开", "其中", "本级", "信函", "网络", "网上", "当面", "邮件", "自然人", "法人"}

// collectGrowth reads the statements on how many requests were received.
func collectGrowth(p *Pass, f *Facts) {
	if len(f.Profile.Growths) == 0 || f.Year == 0 {
		return
	}
	p.Mentions(func(s Sentence) bool {
		f.growth = append(f.growth, growthIn(s.Prose, f.Year)...)
		return true
	})
}

// growthIn reads the statements of a sentence. A growth speaks of the count
// right before it, and so does one that goes on from it: 增加5件、增长16.13%.
func growthIn(s report.Prose, year int) (found []growthFact) {
	var count report.Number
	counted, chained := false, false // the last count is of requests received; its growth was said
	end := 0                         // of the last count or growth
	report.EachNumeral(s.Text, func(at, size int, n report.Number) bool {
		measure := report.MeasureAt(s.Text[at+size+report.BlankAt(s.Text[at+size:]):])
		if measure == "" {
			return true // a year
		}
		after := at + size + report.BlankAt(s.Text[at+size:]) + len(measure)
		percent := measure == "%" || measure == "％"
		verb, less, ok := growthBefore(s.Text[end:at], year, chained)
		switch {
		case counted && ok && (percent || measure == "件"):
			if less {
				n = n.Neg()
			}
			span := s.Slice(end+verb, after)
			found = append(found, growthFact{count, n, percent, int32(span.Start), int32(span.End)})
			chained = true
		default:
			count, chained = n, false
			counted = measure == "件" && isReceived(s.Text[end:at])
		}
		end = after
		return true
	})
	return found
}

// isReceived reports whether the text before a count says that it is of
// requests received.
func isReceived(before string) bool {
	return strings.Contains(before, "申请") && containsAny(before, receivedVerbs) && !containsAny(before, otherCounts)
}

// growthBefore reads the text between a count and a rate: ，较2022年增长. It returns
// where the verb starts. Nothing else may stand there, and no base is needed
// when the growth goes on from another.
func growthBefore(between string, year int, chained bool) (verb int, less, ok bool) {
	rest := trimWords(between, growthSubjects)
	base := ""
	for _, b := range growthBases {
		if strings.HasPrefix(rest, b) && len(b) > len(base) {
			base = b
		}
	}
	if base == "" && !chained {
		return 0, false, false
	}
	digits := strings.TrimLeft(rest, "较比与")
	rest = trimWords(rest[len(base):], growthFillers)
	if digits != "" && digits[0] == '2' && !strings.HasPrefix(digits, strconv.Itoa(year-1)) {
		return 0, false, false
	}
	for _, v := range growthVerbs {
		if tail, found := strings.CutPrefix(rest, v.text); found && strings.Trim(tail, "了为达到：: ") == "" {
			return len(between) - len(rest), v.less, true
		}
	}
	return 0, false, false
}

// growthSubjects may stand between a count and the comparison.
var growthSubjects = []string{"，", ",", "、", "；", "（", "(", " ", " ", "　", "申请", "数量", "总量", "总数", "件数"}

// growthFillers may stand between the base of a comparison and its verb.
var growthFillers = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "年", "度", "同期", "相比", "数量", "总量", "的", "，", ",", " ", " ", "　"}

// trimWords returns s without the words that it begins with.
func trimWords(s string, words []string) string {
	for before := ""; before != s; {
		before = s
		for _, w := range words {
			s = strings.TrimPrefix(s, w)
		}
	}
	return s
}

// fits reports whether the statement is right, to one unit of its last digit,
// when so many were received last year.
func (g *growthFact) fits(last report.Number) bool {
	more := g.count.Sub(last)
	if !g.percent {
		return more.Equal(g.rate)
	}
	// more/last = rate/100, so more·100 - rate·last is 0, or less than a unit
	// of the last digit times last.
	off := more.Mul(report.Int(100)).Sub(g.rate.Mul(last)).Rat()
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(g.rate.Decimals())), nil))
	return off.Abs(off).Cmp(unit.Mul(unit, last.Rat())) <= 0
}

// expected writes the growth as the statement does: 1.08%, 39件.
func (g *growthFact) expected(last report.Number) string {
	more := abs(g.count.Sub(last))
	if !g.percent {
		return more.String() + "件"
	}
	rate := more.Mul(report.Int(100)).Rat()
	return rate.Quo(rate, last.Rat()).FloatString(g.rate.Decimals()) + "%"
}

// direction says which way the figures go.
func (g *growthFact) direction(last report.Number) Message {
	less := g.count.Cmp(last) < 0
	switch {
	case less && g.percent:
		return Message{"下降", "less"}
	case less:
		return Message{"减少", "less"}
	case g.percent:
		return Message{"增长", "more"}
	}
	return Message{"增加", "more"}
}

// formula writes how the growth is worked out.
func (g *growthFact) formula(last report.Number) string {
	if !g.percent {
		return fmt.Sprintf("%s - %s = %s", g.count, last, g.count.Sub(last))
	}
	sign := ""
	if g.count.Cmp(last) < 0 {
		sign = "-"
	}
	return fmt.Sprintf("(%s - %s) / %s = %s%s", g.count, last, last, sign, g.expected(last))
}
