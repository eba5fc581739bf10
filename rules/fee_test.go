package rules

import (
	"slices"
	"testing"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// passOver returns a pass over a report of the year that holds the
// paragraphs; those that begin with # are headings.
func passOver(year string, paragraphs ...string) *Pass {
	src := ""
	for _, text := range paragraphs {
		src += text + "\n"
	}
	f := report.NewFile("报告.md", src)
	r := &report.Report{File: f, Meta: report.Meta{Year: report.Fact{Value: year, Origin: report.FromMatter}}}
	at := 0
	for _, text := range paragraphs {
		b := report.Block{Kind: report.Paragraph}
		start := at
		if text[0] == '#' {
			b.Kind, b.Mark, b.Level = report.Heading, report.ATX, 2
			start, text = start+2, text[2:]
		}
		at = start + len(text) + 1
		b.Span = f.Span(start, at-1)
		b.Prose = report.Prose{Text: text, Span: b.Span}
		r.Blocks = append(r.Blocks, b)
	}
	r.SignOff.Block = len(r.Blocks)
	form := profile.Standard().Bind(r)
	p := NewChecker(nil).pass(form, &FileResult{})
	p.rule = &Rule{}
	return p
}

// The wordings are those of published reports; the recalled ones are marked.
func TestFeeClass(t *testing.T) {
	tests := []struct {
		text string
		want feeClass
	}{
		{"本机关2023年度未收取政府信息公开信息处理费。", feeNone},
		{"本机关 2023 年度未收取政府信息公开信息处理费。", feeNone},
		{"2023年，区国资局未收取信息处理费。", feeNone},
		{"本年度未收取信息处理费。", feeNone},
		{"依据《政府信息公开信息处理费管理办法》规定，2023年全市实际收取信息处理费共计400元。", feeAmount},
		{"2023年对25件政府信息公开申请案件收取了信息处理费2950元。", feeAmount},
		{"2023年有3件政府信息公开申请案件收取信息处理费2230元。", feeAmount},
		{"2023 年有 1 件政府信息公开申请案件收取信息处理费 380 元。", feeAmount},
		{"未因信息公开收取公民、法人和其他组织等任何费用。", feeNone},
		{"向对方无偿提供电子文档或纸质文档，没有向申请人收取任何费用。", feeNone},
		{"无。", feeAbsent},
		{"暂无。", feeAbsent},
		{"无其他需要报告的事项。", feeAbsent},
		{"无收取信息处理费情况。", feeNone},
		{"未收取政府信息公开信息处理费。", feeNone},
		{"全年收取政府信息公开信息处理费0元。", feeNone},
		{"全年收取政府信息公开信息处理费 0 元。", feeNone},
		{"2023年度没有产生信息公开处理费。", feeNone},
		{"未产生信息公开处理费。", feeNone},
		{"全年收取政府信息公开信息处理费3940元。", feeAmount},
		{"收取信息处理费共计380元，其中民政局1件，收取380元。", feeAmount},
		{"我县认真落实《政府信息公开信息处理费管理办法》要求，指导推动全县行政机关按规定收取费用。", feeAbsent},
		{"行政机关依申请提供政府信息，不收取费用。但是，申请人申请公开政府信息的数量、频次明显超过合理范围的，可以收取信息处理费。", feeAbsent},
		{"按件计收的，10件以下不收费，11—30件100元/件；按量计收的，每页10元。信息处理费按规定应当收取的，及时发出收费通知。", feeAbsent},
		{"信息处理费收取情况：2023年共收取0.04万元。", feeAmount},
		// recalled
		{"本年度未产生信息处理费。", feeNone},
		{"本年度未发生信息处理费收费情况。", feeNone},
		{"本年度无信息处理费收取情况。", feeNone},
		{"2023年度收取信息处理费0元。", feeNone},
		{"收取信息处理费共计0元。", feeNone},
		{"按照国办函〔2020〕109号规定的按件、按量收费标准，2023年度没有产生信息公开处理费。", feeNone},
		{"本年度发出收费通知的件数和总金额以及实际收取的总金额均为0。", feeNone},
		{"发出收费通知2件，总金额300元，实际收取100元。", feeNotice},
		{"发出收费通知1件，金额380元，未实际收取。", feeNotice},
		{"未向申请人收取信息处理费。", feeNone},
		{"信息处理费收费情况：无", feeNone},
		{"依申请提供政府信息未收取任何费用。", feeNone},
		{"全年减免信息处理费200元，未收取信息处理费。", feeNone},
		{"本年度未收取信息处理费，共收取200元。", feeMixed},
		// other fees and other negations
		{"全年公开行政事业性收费目录3份。", feeAbsent},
		{"申请人逾期未缴纳信息处理费的，视为放弃申请。", feeAbsent},
		{"对无正当理由大量反复申请的，收取信息处理费200元。", feeAmount},
	}
	for _, test := range tests {
		p := passOver("2023", "# 六、其他需要报告的事项", test.text)
		if got := p.fee().class; got != test.want {
			t.Errorf("%s: class %d, want %d; facts %+v", test.text, got, test.want, p.fee().facts)
		}
	}
}

// Under a heading or behind a colon the fact follows.
func TestFeeFollows(t *testing.T) {
	tests := []struct {
		paragraphs []string
		want       feeClass
	}{
		{[]string{"# （一）信息处理费收取情况", "无。"}, feeNone},
		{[]string{"# （一）信息处理费收取情况", "本年度未发生。"}, feeNone},
		{[]string{"信息处理费收取情况：", "全年共收取400元。"}, feeAmount},
		{[]string{"# （一）信息处理费收取情况", "# （二）其他", "无。"}, feeAbsent},
		{[]string{"2023年对3件申请收取了信息处理费2230元。其中，甲局1件，收取880元；乙局2件，收取1350元。"}, feeAmount},
	}
	for _, test := range tests {
		p := passOver("2023", append([]string{"# 六、其他需要报告的事项"}, test.paragraphs...)...)
		if got := p.fee().class; got != test.want {
			t.Errorf("%v: class %d, want %d; facts %+v", test.paragraphs, got, test.want, p.fee().facts)
		}
	}
}

// The names of abolished fees are data of the profiles; the rule must search
// for them.
func TestFeeRegimeSearchesForAll(t *testing.T) {
	for _, p := range profile.Standard().All() {
		if p.Fee == nil {
			continue
		}
		for _, name := range p.Fee.Obsolete {
			if !slices.Contains(feeRegime.Words, name) {
				t.Errorf("%s: %s is not searched for", p.ID, name)
			}
		}
	}
}

// A name of the fee that no block is searched for would never be read.
func TestFeeWordsCoverNames(t *testing.T) {
	for _, p := range profile.Standard().All() {
		if p.Fee == nil {
			continue
		}
		for _, name := range slices.Concat(p.Fee.Names, p.Fee.Obsolete) {
			if !containsAny(name, feeWords) {
				t.Errorf("%s: %s is not searched for", p.ID, name)
			}
		}
	}
}
