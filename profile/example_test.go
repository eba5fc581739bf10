package profile_test

import (
	"fmt"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// A report is bound to its format once; then figures are asked for by id,
// however their labels are spelt.
func ExampleLibrary_Bind() {
	read := parser.Parse(report.NewFile("2023.md", `# 某市教育局2023年政府信息公开工作年度报告

| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | ４ |
`))
	form := profile.Standard().Bind(read)
	ref := profile.Ref{Table: "applications", Row: "new", Column: "sum"}
	cell := form.Cell(ref)
	fmt.Println(form.Profile.ID, form.Year())
	fmt.Println(form.Profile.Place(ref), cell.Value, cell.Span.Position())
	// Output:
	// disclosure-2021 2023
	// 表三「本年新收」「总计」 4 {5 46}
}
