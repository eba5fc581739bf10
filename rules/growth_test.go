package rules

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

func TestGrowthIn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"新收政府信息公开申请36件，同比增长16.13%。", "36 16.13% 增长16.13%"},
		{"2023年，全区共收到政府信息公开申请36件，较上年度增长了 16.1 %。", "36 16.1% 增长了 16.1 %"},
		{"收到依申请公开36件，同比增加5件、增长16.13%。", "36 5 增加5件; 36 16.13% 增长16.13%"},
		{"全年收到申请36件（同比下降14%），均按期答复。", "36 -14% 下降14%"},
		{"共受理申请 36 件，与2022年相比，减少 5 件。", "36 -5 减少 5 件"},
		{"收到申请36件，申请数量较去年同期上升16%。", "36 16% 上升16%"},
		{"收到申请36件，同比增长16.13%，群众满意度同比提高3%。", "36 16.13% 增长16.13%"},
		{"收到申请36件，同比增长16.13%，办结申请35件，同比增长20%。", "36 16.13% 增长16.13%"},
		{"收到申请36件，同比增长16.13%，其中网络申请20件，同比下降3%。", "36 16.13% 增长16.13%"},
		{"收到申请36件，满意度同比提高3%。", ""},
		{"收到申请36件，较2021年增长20%。", ""},
		{"收到申请36件，同比增长约20%。", ""},
		{"收到申请36件，同比增长近20个百分点。", ""},
		{"收到申请36件，同比增长2倍。", ""},
		{"办结申请36件，同比增长20%。", ""},
		{"收到举报36件，同比增长20%。", ""},
		{"收到申请36件，答复35件，同比增长20%。", ""},
		{"同比增长20%，收到申请36件。", ""},
		{"受理行政复议申请36件，同比增长20%。", ""},
		{"收到申请36件。较", ""},
	} {
		f := report.NewFile("x.md", "正文："+c.text)
		start := len("正文：")
		var got []string
		for _, g := range growthIn(report.Prose{Text: c.text, Span: f.Span(start, len(f.Src))}, 2023) {
			percent := ""
			if g.percent {
				percent = "%"
			}
			got = append(got, fmt.Sprintf("%s %s%s %s", g.count, g.rate, percent, f.Src[g.start:g.end]))
		}
		if list := strings.Join(got, "; "); list != c.want {
			t.Errorf("%s: %q, want %q", c.text, list, c.want)
		}
	}
}

func TestGrowthFits(t *testing.T) {
	number := func(s string) report.Number {
		n, ok := report.ParseNumber(s)
		if !ok {
			t.Fatal(s)
		}
		return n
	}
	for _, c := range []struct {
		count, last int64
		rate        string
		percent     bool
		fits        bool
		expected    string
	}{
		{36, 31, "16.13", true, true, "16.13%"},
		{36, 31, "16.12", true, true, "16.13%"},
		{36, 31, "16.11", true, false, "16.13%"},
		{36, 31, "16", true, true, "16%"},
		{36, 31, "17", true, true, "16%"},
		{36, 31, "18", true, false, "16%"},
		{36, 31, "-16.13", true, false, "16.13%"},
		{31, 36, "-13.9", true, true, "13.9%"},
		{3646, 3607, "1.05", true, false, "1.08%"},
		{36, 31, "5", false, true, "5件"},
		{36, 31, "6", false, false, "5件"},
		{31, 36, "-5", false, true, "5件"},
	} {
		g := growthFact{count: report.Int(c.count), rate: number(c.rate), percent: c.percent}
		if fits := g.fits(report.Int(c.last)); fits != c.fits {
			t.Errorf("%d from %d is %s: %v", c.count, c.last, c.rate, fits)
		}
		if got := g.expected(report.Int(c.last)); got != c.expected {
			t.Errorf("%d from %d: %s, want %s", c.count, c.last, got, c.expected)
		}
	}
}
