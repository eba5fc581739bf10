package rules_test

import (
	"fmt"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

const pending = `# 某市教育局2023年政府信息公开工作年度报告

## 三、收到和处理政府信息公开申请情况

今年收到的申请都办结了。

| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
`

// examine applies one rule to a report, as gouji does with all of them.
func examine(rule *rules.Rule, src string) *rules.Result {
	form := profile.Standard().Bind(parser.Parse(report.NewFile("2023.md", src)))
	checker := rules.NewChecker([]*rules.Rule{rule})
	return checker.Finish([]*rules.FileResult{checker.Report(form, nil)})
}

// A rule on figures asks for them by the ids of the format, and begins its
// finding at a cell.
func ExamplePass_Figure() {
	rule := rules.Rule{
		Name:     "many-pending",
		Severity: rules.Warning,
		Check: func(p *rules.Pass) {
			ref := profile.Ref{Table: "applications", Row: "carried-out", Column: "sum"}
			if n, ok := p.Figure(ref); ok && n.Cmp(report.Int(1)) > 0 {
				d := p.At(ref)
				d.Message.ZH = "结转多于 1 件"
				p.Flag(d)
			}
		},
	}
	for _, d := range examine(&rule, pending).Diagnostics {
		at := d.Span.Position()
		fmt.Printf("%d:%d %s：%s，实为 %s\n", at.Line, at.Column, d.Place.ZH, d.Message.ZH, d.Actual)
	}
	// Output: 11:41 表三「结转下年度」「总计」：结转多于 1 件，实为 2
}

// A rule on words says which, and is called only where one of them stands.
func ExamplePass_Mentions() {
	rule := rules.Rule{
		Name:     "vague-year",
		Severity: rules.Info,
		Words:    []string{"今年", "去年"},
		Check: func(p *rules.Pass) {
			for s := range p.Mentions {
				p.Flag(rules.Diagnostic{Span: s.Span, Message: rules.Message{ZH: "应写明年度：" + s.Text}})
			}
		},
	}
	for _, d := range examine(&rule, pending).Diagnostics {
		fmt.Println(d.Span.Position().Line, d.Message.ZH)
	}
	// Output: 5 应写明年度：今年收到的申请都办结了。
}
