package reporter

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// goldens are the cases of TestGolden: what a person may meet.
func goldens() []golden {
	return []golden{
		{"located", "The cell that is wrong, found by row and by column. The table is kept aligned, so\nthe column's label needs no mark.", located(), 0},
		{"unaligned", "The same where the table is not aligned: the column's label is marked.", unaligned(), 0},
		{"crossing", "One figure spoils the total of its row and of its column.", crossing(), 0},
		{"two-cells", "Two wrong cells in one row, each with a label, then two in different rows.", twoCells(), 0},
		{"total-zero", "A total of 0 where the figures add up to more, and a total left blank.", totalZero(), 0},
		{"six-figures", "A row with six figures. Zeros are operands like others.", sixFigures(), 0},
		{"lost-table", "A table that is not there, a placeholder for one, and a row with a cell missing.", lostTable(), 0},
		{"whole-file", "Findings about a file, and about no file at all.", aboutFiles(), 0},
		{"carry", "Last year's report says otherwise.", carry(), 0},
		{"rollup", "A city's figure against those of thirty departments.", rollup(), 0},
		{"column-total", "A total over twenty rows, nearly all of them 0.", columnTotal(), 0},
		{"one-line-html", "A table written as HTML in one line of some 70 kB.", oneLineHTML(), 100},
		{"paragraph", "A figure in a long paragraph, on a terminal of 80 columns.", paragraph(), 80},
		{"narrow-terminal", "Under 60 columns everything is said in words.", located(), 50},
		{"label-no-room", "A label that does not fit behind its mark goes below it.", unaligned(), 72},
		{"several-lines", "A finding that goes over several lines.", severalLines(), 0},
		{"widths", "Tabs, full-width, combining and rare characters, emoji.", oddWidths(), 0},
		{"crlf", "Windows line endings and a byte order mark.", windows(), 0},
		{"hostile", "A document that tries to speak to the terminal or to the build.", hostile(), 0},
		{"fix", "A change of form that gouji can make itself.", fixable(), 0},
		{"organs", "Reports of three organs. In one, a rule finds several cells of one table.", organs(), 0},
		{"html-table", "A table in HTML with spans, a row a line.", htmlTable(), 0},
		{"clean", "Nothing found, but not everything checked.", clear(), 0},
		{"no-reports", "Nothing checked is not nothing wrong.", &rules.Result{PassedOver: 3}, 0},
	}
}

// doc returns a file whose text begins on the given line.
func doc(name string, line int, text string) *report.File {
	return report.NewFile(name, strings.Repeat("\n", line-1)+text)
}

// at returns the n-th place (from 1) of text on a line.
func at(f *report.File, line int, text string, n int) report.Span {
	src, start := f.Line(line)
	from := 0
	for ; ; n-- {
		i := strings.Index(src[from:], text)
		if i < 0 {
			panic(fmt.Sprintf("line %d has no %q", line, text))
		}
		from += i
		if n == 1 {
			return f.Span(start+from, start+from+len(text))
		}
		from += len(text)
	}
}

// cell returns the n-th cell (from 1) of a row of a pipe table.
func cell(f *report.File, line, n int) report.Span {
	src, start := f.Line(line)
	from := 0
	for ; n > 0; n-- {
		from += strings.Index(src[from:], "|") + 1
	}
	text := src[from : from+strings.Index(src[from:], "|")]
	trimmed := strings.TrimSpace(text)
	if trimmed == "" {
		return f.Span(start+from, start+from+len(text))
	}
	from += strings.Index(text, trimmed)
	return f.Span(start+from, start+from+len(trimmed))
}

func both(zh, en string) rules.Message { return rules.Message{ZH: zh, EN: en} }

func operand(s report.Span, zh, en string) rules.Related {
	v := s.Text()
	return rules.Related{Span: s, Message: rules.Message{ZH: zh + " " + v, EN: en + " " + v}, Value: v}
}

func one(d ...rules.Diagnostic) *rules.Result {
	return &rules.Result{Diagnostics: d, Reports: 1, Rules: rules.All()}
}

var applicants = [6][2]string{
	{"自然人", "natural persons"}, {"商业企业", "companies"}, {"科研机构", "research bodies"},
	{"社会公益组织", "charities"}, {"法律服务机构", "law firms"}, {"其他", "others"},
}

// rowSum is the finding that a total of table 3 is wrong; the first figure
// of the row stands in the given cell.
func rowSum(f *report.File, header, row, cell1 int, expected, actual, formula string) rules.Diagnostic {
	total := cell(f, row, cell1+6)
	d := rules.Diagnostic{
		Rule: "sum-mismatch", Item: "row/open", Severity: rules.Error, Span: total,
		Message:  both("「（一）予以公开」的「总计」应为 "+expected+"，实为 "+actual, "the total of “（一）予以公开” should be "+expected+" but is "+actual),
		Label:    both("应为 "+expected, "should be "+expected),
		Ref:      profile.Ref{Table: "applications", Row: "open", Column: "sum"},
		Place:    both("表三「（一）予以公开」「总计」", "table 3, “（一）予以公开”, “总计”"),
		Expected: expected, Actual: actual, Formula: formula,
		Basis: "国办公开办函〔2021〕30号 表三",
		Help:  both("对照台账核实。若分项无误，把「总计」改为 "+expected+"；若总计无误，更正分项", "check the register: if the parts are right, change the total to "+expected+"; if it is right, correct the parts"),
	}
	if header > 0 {
		d.Related = append(d.Related, rules.Related{Span: cell(f, header, cell1+6)})
	}
	for i, a := range applicants {
		d.Related = append(d.Related, operand(cell(f, row, cell1+i), a[0], a[1]))
	}
	return d
}

func located() *rules.Result {
	f := doc("reports/教育局/2023.md", 55, `| 项目             | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| ---------------- | -----: | -------: | -------: | -----------: | -----------: | ---: | ---: |
| （一）予以公开   |      3 |        0 |        0 |            0 |            0 |    0 |    2 |
`)
	d := rowSum(f, 55, 57, 2, "3", "2", "3 + 0 + 0 + 0 + 0 + 0 = 3")
	d.Help = both("改「总计」为 3 后，各列、各行均平", "with a total of 3 all rows and columns add up")
	return one(d)
}

func unaligned() *rules.Result {
	f := doc("reports/教育局/2023.md", 55, `| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| 三、本年度办理结果 | （一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 2 |
`)
	return one(rowSum(f, 55, 57, 3, "3", "2", "3 + 0 + 0 + 0 + 0 + 0 = 3"))
}

func crossing() *rules.Result {
	f := doc("2024/年度报告.md", 70, `| 类别     | 自然人 | 企业 | 合计 |
| -------- | -----: | ---: | ---: |
| 部分公开 |     23 |    2 |   22 |
| 不予公开 |     80 |    5 |   85 |
| 合计     |    100 |    7 |  107 |
`)
	return one(rules.Diagnostic{
		Rule: "sum-mismatch", Severity: rules.Error, Span: cell(f, 72, 2),
		Message: both("「部分公开」行与「自然人」列同差 3，疑似此格有误：应为 20，实为 23", "row “部分公开” and column “自然人” are both off by 3: this cell should be 20 but is 23"),
		Label:   both("若为 20 则两处皆平", "20 would settle both"),
		Place:   both("表三「部分公开」「自然人」", "table 3, “部分公开”, “自然人”"),
		Related: []rules.Related{
			{Span: cell(f, 72, 4), Message: both("行合计，按分项应为 25", "total of the row; its parts give 25"), Value: "22"},
			{Span: cell(f, 74, 2), Message: both("列合计，按分项应为 103", "total of the column; its parts give 103"), Value: "100"},
		},
		Expected: "20", Actual: "23",
	})
}

func twoCells() *rules.Result {
	f := doc("2024.md", 8, `| 项目 | 自然人 | 其他 | 总计 |
| ---- | -----: | ---: | ---: |
| 新收 |      1 |    5 |    6 |
| 结转 |      0 |    0 |    0 |
| 总计 |      1 |    4 |    5 |
`)
	sameRow := rules.Diagnostic{
		Rule: "sum-mismatch", Severity: rules.Error, Span: cell(f, 12, 3),
		Message: both("「总计」行有两格与分项之和不符：「其他」应为 5，实为 4；「总计」应为 6，实为 5", "two cells of row “总计” do not add up: “其他” should be 5 but is 4; “总计” should be 6 but is 5"),
		Label:   both("应为 5", "should be 5"), Expected: "5", Actual: "4",
		Related: []rules.Related{{Span: cell(f, 12, 4), Message: both("应为 6", "should be 6"), Value: "5"}},
		Hint:    both("两格同差 1，改其一，另一格随之", "both are off by 1: one follows from the other"),
	}
	otherRow := sameRow
	otherRow.Severity = rules.Warning
	otherRow.Span = cell(f, 10, 3)
	otherRow.Message = both("「其他」列有两格可能有误：新收 5，总计 4", "one of two cells in column “其他” is wrong: 5 or 4")
	otherRow.Label = both("若为 4，则平", "4 would add up")
	otherRow.Related = []rules.Related{
		{Span: cell(f, 8, 3)},
		{Span: cell(f, 12, 3), Message: both("若为 5，则平", "5 would add up"), Value: "4"},
	}
	return one(otherRow, sameRow)
}

func totalZero() *rules.Result {
	f := doc("2022.md", 101, `| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| （一）予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 0 |
| （二）部分公开 | 4 | 1 | 0 | 0 | 0 | 0 |   |
| （三）不予公开 | 4 | 1 | 0 | 0 | 0 | 0 ||
`)
	zero := rowSum(f, 101, 103, 2, "5", "0", "4 + 1 + 0 + 0 + 0 + 0 = 5")
	zero.Hint = both("「总计」可能漏填", "the total may have been left out")
	blank := func(row int) rules.Diagnostic {
		return rules.Diagnostic{
			Rule: "cell-blank", Severity: rules.Warning, Span: cell(f, row, 8),
			Message: both("「总计」应为数字，实为空白，按 0 计", "the total should be a figure but is blank; it counts as 0"),
			Label:   both("空白", "blank"), Place: both("表三「总计」", "table 3, “总计”"),
			Help: both("填上数字，没有的填 0", "fill in the figure, or 0"),
		}
	}
	return one(zero, blank(104), blank(105))
}

func sixFigures() *rules.Result {
	f := doc("2021.md", 41, `| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收政府信息公开申请数量 | 1118 | 77 | 0 | 12 | 235 | 41 | 1493 |
`)
	d := rowSum(f, 0, 43, 2, "1483", "1493", "1118 + 77 + 0 + 12 + 235 + 41 = 1483")
	d.Message = both("「一、本年新收政府信息公开申请数量」的「总计」应为 1483，实为 1493，多 10", "the total of new applications should be 1483 but is 1493, 10 too many")
	d.Place = both("表三「一、本年新收政府信息公开申请数量」「总计」", "table 3, new applications, total")
	return one(d)
}

func lostTable() *rules.Result {
	f := doc("reports/水务局/2023.md", 30, `## 三、收到和处理政府信息公开申请情况

[TABLE]

## 四、政府信息公开行政复议、行政诉讼情况

| 结果维持 | 结果纠正 | 总计 |
|---|---|---|
| 0 | 0 |
`)
	help := both("把表补上；从网页或 Word 转换时表格可能丢失，可用 gouji import 重新转换", "put the table in; a converter may have lost it, try gouji import")
	heading := rules.Diagnostic{
		Rule: "table-missing", Severity: rules.Error, Span: at(f, 30, "三、收到和处理政府信息公开申请情况", 1),
		Message: both("「三、收到和处理政府信息公开申请情况」应有表三，实为没有", "section 3 should hold table 3 but has none"),
		Label:   both("此节没有表格", "no table in this section"),
		Related: []rules.Related{{Span: at(f, 32, "[TABLE]", 1), Message: both("转换工具留下的占位符", "left by a converter")}},
		Basis:   "国办公开办函〔2021〕30号 表三", Help: help,
	}
	point := heading
	point.Span = f.Span(len(f.Src), len(f.Src))
	point.Message = both("应有「五、存在的主要问题及改进情况」，实为没有", "section 5 is missing")
	point.Label = both("文件到此为止", "the file ends here")
	point.Related, point.Help = nil, rules.Message{}
	ragged := rules.Diagnostic{
		Rule: "row-ragged", Severity: rules.Error, Span: at(f, 38, "| 0 | 0 |", 1),
		Message: both("此行应有 3 格，实为 2 格，缺「总计」", "this row should have 3 cells but has 2: “总计” is missing"),
		Label:   both("少 1 格", "1 cell short"), Related: []rules.Related{{Span: cell(f, 36, 3)}},
	}
	between := rules.Diagnostic{
		Rule: "table-missing", Severity: rules.Error, Span: f.Span(at(f, 34, "## 四", 1).Start, at(f, 34, "## 四", 1).Start),
		Message: both("此处之前应有表三", "table 3 should stand before this"), Label: both("应在此前", "before this"),
	}
	return one(heading, between, ragged, point)
}

func aboutFiles() *rules.Result {
	f := doc("reports/教育局/2022.md", 1, "# 2022年政府信息公开工作年度报告\n")
	file := rules.Diagnostic{
		Rule: "file-unreadable", Severity: rules.Error, Span: f.Span(0, 0),
		Message: both("文件应为 UTF-8 或 GB18030 文本，实为其他", "the file should be text in UTF-8 or GB18030 but is not"),
		Help:    both("用编辑器另存为 UTF-8", "save it as UTF-8"),
	}
	nowhere := rules.Diagnostic{
		Rule: "year-missing", Severity: rules.Warning,
		Message: both("吕梁市教育局应有 2021 年的报告，实为没有", "吕梁市教育局 should have a report for 2021 but has none"),
		Place:   both("吕梁市教育局", "吕梁市教育局"),
		Related: []rules.Related{{Span: at(f, 1, "2022", 1), Message: both("下一年的报告", "the next year's report")}, {Message: both("2020 年的报告也没有", "nor is there one for 2020")}},
	}
	return one(file, nowhere)
}

func carry() *rules.Result {
	last := doc("reports/教育局/2022.md", 80, "| 四、结转下年度继续办理 | 6 | 0 | 6 |\n")
	f := doc("reports/教育局/2023.md", 1056, "| 二、上年结转政府信息公开申请数量 | 5 | 0 | 5 |\n")
	r := one(rules.Diagnostic{
		Rule: "carry-mismatch", Item: "carry/natural", Severity: rules.Error, Span: cell(f, 1056, 2),
		Message: both("「二、上年结转」的「自然人」应为 6，实为 5，少 1", "“二、上年结转” of natural persons should be 6 but is 5, 1 too few"),
		Label:   both("上年结转出 6", "6 were carried out"),
		Place:   both("表三「二、上年结转政府信息公开申请数量」「自然人」", "table 3, carried in, natural persons"),
		Related: []rules.Related{{Span: cell(last, 80, 2), Message: both("去年「四、结转下年度继续办理」为 6", "last year's “四、结转下年度继续办理” is 6"), Value: "6"}},
		Basis:   "国办公开办函〔2021〕30号 表三", Expected: "6", Actual: "5",
	})
	r.Reports = 2
	return r
}

func rollup() *rules.Result {
	city := doc("reports/吕梁市/2023.md", 58, "| 一、本年新收政府信息公开申请数量 | 40 |\n")
	r := one(rules.Diagnostic{
		Rule: "rollup-mismatch", Severity: rules.Warning, Span: cell(city, 58, 2),
		Message: both("全市新收应为 45，实为 40，少 5", "the city's new applications should be 45 but are 40, 5 too few"),
		Label:   both("30 个部门合计 45", "30 departments have 45"), Expected: "45", Actual: "40",
	})
	for i := range 30 {
		name := fmt.Sprintf("部门%02d", i+1)
		f := doc("reports/"+name+"/2023.md", 58, fmt.Sprintf("| 一、本年新收政府信息公开申请数量 | %d |\n", i%4))
		r.Diagnostics[0].Related = append(r.Diagnostics[0].Related, operand(cell(f, 58, 2), name, name))
	}
	return r
}

func columnTotal() *rules.Result {
	var src strings.Builder
	src.WriteString("| 项目 | 自然人 | 其他 |\n|---|---:|---:|\n")
	for i := 1; i <= 20; i++ {
		fmt.Fprintf(&src, "| %d.第%d种情形 | %d | 0 |\n", i, i, map[int]int{1: 2, 9: 12, 10: 1}[i])
	}
	src.WriteString("| （七）总计 | 14 | 0 |\n")
	f := doc("2023.md", 60, src.String())
	d := rules.Diagnostic{
		Rule: "sum-mismatch", Item: "column/total", Severity: rules.Error, Span: cell(f, 82, 2),
		Message: both("「（七）总计」的「自然人」应为 15，实为 14，少 1", "“（七）总计” of natural persons should be 15 but is 14, 1 too few"),
		Label:   both("应为 15", "should be 15"), Place: both("表三「（七）总计」「自然人」", "table 3, “（七）总计”, “自然人”"),
		Expected: "15", Actual: "14", Formula: "2 + 12 + 1 = 15",
	}
	d.Related = append(d.Related, rules.Related{Span: cell(f, 60, 2)})
	for line := 62; line < 82; line++ {
		d.Related = append(d.Related, operand(cell(f, line, 2), cell(f, line, 1).Text(), cell(f, line, 1).Text()))
	}
	return one(d)
}

func oneLineHTML() *rules.Result {
	var src strings.Builder
	src.WriteString("<table><tr><th>项目</th>")
	for _, a := range applicants {
		src.WriteString("<th>" + a[0] + "</th>")
	}
	src.WriteString("<th>总计</th></tr>")
	filler := strings.Repeat(`<tr><td style="border:1px solid">不予公开</td><td style="border:1px solid">0</td></tr>`, 400)
	src.WriteString(filler + "<tr><td>予以公开</td>")
	for _, v := range []string{"1118", "77", "0", "12", "235", "41"} {
		src.WriteString(`<td style="text-align:center"><p>` + v + "</p></td>")
	}
	src.WriteString(`<td style="text-align:center"><p>1493</p></td></tr>` + filler + "</table>\n")
	f := doc("2021.md", 12, src.String())
	d := rules.Diagnostic{
		Rule: "sum-mismatch", Severity: rules.Error, Span: at(f, 12, "1493", 1),
		Message: both("「予以公开」的「总计」应为 1483，实为 1493，多 10", "the total should be 1483 but is 1493, 10 too many"),
		Label:   both("应为 1483", "should be 1483"), Place: both("表三「予以公开」「总计」", "table 3, “予以公开”, “总计”"),
		Expected: "1483", Actual: "1493", Formula: "1118 + 77 + 0 + 12 + 235 + 41 = 1483",
		Related: []rules.Related{{Span: at(f, 12, "总计", 1)}},
	}
	for i, v := range []string{"1118", "77", "<p>0", "12", "235", "41"} {
		s := at(f, 12, v, 1)
		s.Start = s.End - len(strings.TrimPrefix(v, "<p>"))
		d.Related = append(d.Related, operand(s, applicants[i][0], applicants[i][1]))
	}
	return one(d)
}

func paragraph() *rules.Result {
	padding := strings.Repeat("我局认真贯彻执行条例，积极做好主动公开和依申请公开工作。", 12)
	f := doc("2023.md", 7, "2023年，"+padding+"全年共收到政府信息公开申请15件，其中自然人申请3件，"+padding+"\n\n| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n")
	return one(rules.Diagnostic{
		Rule: "prose-mismatch", Item: "received", Severity: rules.Error, Span: at(f, 7, "15件", 1),
		Message: both("正文说收到申请 15 件，应为 3 件", "the text says 15 applications, the table 3"),
		Label:   both("表三为 3", "table 3 has 3"), Expected: "3", Actual: "15",
		Related: []rules.Related{{Span: cell(f, 9, 8), Message: both("表三「总计」 3", "table 3, “总计” 3"), Value: "3"}},
	})
}

func severalLines() *rules.Result {
	f := doc("2023.md", 20, "  | 信息内容 | 本年制发件数 |\n  | 规章 | 0 |\n  | 行政规范性文件 | 0 |\n\n后文\n")
	start := at(f, 20, "|", 1).Start
	return one(rules.Diagnostic{
		Rule: "table-broken", Severity: rules.Error, Span: f.Span(start, at(f, 22, "0 |\n"[:3], 1).End+1),
		Message: both("表格应有分隔行，实为没有，网页上不会显示为表格", "the table has no delimiter row, so it will not be shown as a table"),
		Label:   both("其下缺 |---|---|", "|---|---| is missing below"),
	})
}

func oddWidths() *rules.Result {
	f := doc("reports/测试.md", 1, strings.Join([]string{
		"|\t新收\t|\t１２\t|\tx\t|",
		"| e\u0301te\u0301 | 👨‍👩‍👧 | 🇨🇳 | ❤️ | 𠀀𪚥 | ①“三安全” | 3 |",
		"|　全角空格　| 가나다 | ＡＢＣ | ½ | \u00a0 | 7 |",
		"\t\t件数\t合计\t9",
		"名称：𠀀\u0301乙",
	}, "\n"))
	find := func(line int, text string) rules.Diagnostic {
		return rules.Diagnostic{
			Rule: "cell-form", Severity: rules.Warning, Span: at(f, line, text, 1),
			Message: both("应为半角数字", "should be plain digits"), Label: both("这里", "here"),
		}
	}
	many := find(2, "3")
	many.Related = []rules.Related{{Span: at(f, 2, "👨‍👩‍👧", 1)}, {Span: at(f, 2, "𠀀𪚥", 1)}, {Span: at(f, 4, "合计", 1), Message: both("合计", "total")}}
	tabbed := find(1, "\t１２\t")
	ambiguous := find(2, "①“三安全”")
	return one(find(1, "１２"), find(1, "x"), tabbed, many, find(2, "te\u0301"), find(2, "🇨🇳"), find(2, "❤️"), ambiguous, find(3, "7"), find(3, "\u00a0"), find(3, "나"), find(4, "9"), find(5, "乙"))
}

func windows() *rules.Result {
	f := report.NewFile("2023.md", "\ufeff# 吕梁市教育局2022年年度报告\r\n\r\n吕梁市教育局\r\n\r\n2024年2月30日\r\n")
	return one(
		rules.Diagnostic{Rule: "title-year", Severity: rules.Error, Span: at(f, 1, "2022", 1),
			Message: both("标题的年份应为 2023，实为 2022", "the year in the title should be 2023 but is 2022"), Label: both("应为 2023", "should be 2023"),
			Related: []rules.Related{{Span: at(f, 5, "2024年", 1), Message: both("落款在下一年", "signed in the year after")}}},
		rules.Diagnostic{Rule: "date-invalid", Severity: rules.Error, Span: at(f, 5, "2024年2月30日", 1),
			Message: both("日期应为历法中有的一天，实为 2024年2月30日", "there is no such day: 2024年2月30日"), Label: both("2 月只有 29 天", "February has 29 days")},
		rules.Diagnostic{Rule: "signature-missing", Severity: rules.Warning, Span: f.Span(len(f.Src), len(f.Src)),
			Message: both("文末应有落款", "the report should be signed at the end"), Label: both("文件到此为止", "the file ends here")},
	)
}

func hostile() *rules.Result {
	f := report.NewFile("::error::a\x1b]0;pwned\a\u202e,b:%0A.md", "# ok\n|\x1b[31m红\x1b[0m| a\u202eb | z\u200bz | ##[add-mask]x | ##vso[task] | \xff\xfe | 5 |\n::set-output name=a::b\u2028c "+"q"+strings.Repeat("\u0301", 300)+" 5\n")
	message := "「\x1b[2J\u202e」应为 5\r\n::error::x\n##[error]y，实为 6%0A"
	return one(
		rules.Diagnostic{Rule: "cell-not-number", Severity: rules.Error, Span: at(f, 2, "5", 1), Message: both(message, message), Label: both("\x1b[7m应为 5", "\x1b[7mshould be 5"),
			Place: both("表\u2066三\x07", "table\u2066 3\x07"), Formula: "1 + \x1b[1m1 = 2", Basis: "\x9b31m", Hint: both("a\u0085b", "a\u0085b"),
			Related: []rules.Related{{Span: at(f, 2, "\x1b[31m红\x1b[0m", 1), Message: both("\x00", "\x00")}, {Span: at(f, 2, "\xff\xfe", 1)}}},
		rules.Diagnostic{Rule: "cell-not-number", Severity: rules.Info, Span: at(f, 3, "5", 1), Message: both("x", "x"), Label: both("y", "y")},
	)
}

func fixable() *rules.Result {
	f := doc("2023.md", 5, "| 规章 | １２ | 1 2 |\n")
	f.Encoding = report.GB18030
	f.Stretches = []report.Stretch{{Start: 0, Disk: 0, Width: 1, DiskWidth: 1}, {Start: 6, Disk: 6, Width: 3, DiskWidth: 2}, {Start: 12, Disk: 10, Width: 1, DiskWidth: 1}, {Start: 15, Disk: 13, Width: 3, DiskWidth: 2}, {Start: 21, Disk: 17, Width: 1, DiskWidth: 1}}
	make := func(n int, fix string, safe bool) rules.Diagnostic {
		s := cell(f, 5, n)
		return rules.Diagnostic{
			Rule: "cell-form", Severity: rules.Info, Span: s,
			Message: both("「规章」应为半角数字 "+fix+"，实为 "+s.Text(), "“规章” should be written "+fix), Actual: s.Text(), Expected: fix,
			Fixes: []rules.Fix{{Title: both("改写为 "+fix, "write "+fix), Safe: safe, Edits: []rules.Edit{{Span: s, New: fix}}}},
		}
	}
	return one(make(2, "12", true), make(3, "12", false))
}

func clear() *rules.Result {
	a, b := report.NewFile("a/2022.md", ""), report.NewFile("b/2022.md", "")
	noPrior := both("没有上一年度的报告", "there is no report of the year before")
	return &rules.Result{Reports: 2, PassedOver: 1, Suppressed: 1, Skipped: []rules.Skip{
		{Rule: "carry-mismatch", File: a, Reason: noPrior}, {Rule: "stock-mismatch", File: a, Reason: noPrior},
		{Rule: "carry-mismatch", File: b, Reason: noPrior}, {Rule: "stock-mismatch", File: b, Reason: noPrior},
		{Rule: "sum-mismatch", File: b, Reason: both("表三第 4 列「科研机构」读不出", "column 4 of table 3 cannot be read")},
		{Rule: "year-missing", Reason: both("没有配置 files", "files is not configured")},
	}}
}

// organs are reports of several organs and years: some are clean, some not
// checked in full, one is not known whose.
func organs() *rules.Result {
	water, again, roads, other := located(), sixFigures(), twoCells(), fixable()
	r := &rules.Result{Reports: 6, Rules: rules.All()}
	table := doc("reports/水务局/2023.md", 3, `| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
|---|---|---|---|---|---|---|---|
| 一、本年新收 | 1 | 2 | 0 | 0 | 0 | 0 | 4 |
| 二、上年结转 | 2 | 1 | 0 | 0 | 0 | 0 | 5 |
`)
	for row, was := range []string{"4", "5"} {
		d := rowSum(table, 0, 5+row, 2, "3", was, "…")
		d.Ref.Row, d.Formula = []string{"new", "carried-in"}[row], []string{"1 + 2", "2 + 1"}[row]+" + 0 + 0 + 0 + 0 = 3"
		r.Diagnostics = append(r.Diagnostics, d)
	}
	noPrior := both("没有上一年度的报告", "there is no report of the year before")
	for _, part := range []struct {
		from        *rules.Result
		organ, year string
	}{{water, "教育局", "2023"}, {again, "水务局", "2021"}, {roads, "", "2024"}, {other, "水务局", ""}} {
		f := part.from.Diagnostics[0].Span.File
		r.Files = append(r.Files, rules.FileSummary{File: f, Organ: part.organ, Year: part.year})
		r.Diagnostics = append(r.Diagnostics, part.from.Diagnostics...)
	}
	clean := report.NewFile("reports/教育局/2022.md", "")
	r.Files = append(r.Files, rules.FileSummary{File: clean, Organ: "教育局", Year: "2022"},
		rules.FileSummary{File: report.NewFile(table.Name, ""), Organ: "水务局", Year: "2023"})
	r.Skipped = []rules.Skip{{Rule: "carry-mismatch", File: clean, Reason: noPrior}}
	return r
}

func htmlTable() *rules.Result {
	f := doc("2023.md", 7, `<table>
<tr><td rowspan="2" colspan="2">项目</td><td rowspan="2">自然人</td><td colspan="2">法人</td><td rowspan="2">总计</td></tr>
<tr><td>企业</td><td><b>其他</b></td></tr>
<tr><td rowspan="3">三、结果</td><td>（一）予以公开</td><td><p>3&nbsp;</p></td><td>1</td><td>0</td><td>4</td></tr>
<tr><td>（二）部分公开</td><td><p>2&nbsp;</p></td><td>1</td><td></td><td>9</td></tr>
<tr><td>（三）a &lt; b</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
</table>

| | |
|---|---|
| 结果 | 件数 |
| 维持 \| 纠正 | 1 |
`)
	blank := f.Span(at(f, 11, "<td></td>", 1).Start+4, at(f, 11, "<td></td>", 1).Start+4)
	return one(
		rules.Diagnostic{Rule: "sum-mismatch", Severity: rules.Error, Span: at(f, 11, "9", 1),
			Message: both("「（二）部分公开」的「总计」应为 3，实为 9，多 6", "the total should be 3 but is 9"), Label: both("应为 3", "should be 3"),
			Expected: "3", Actual: "9", Formula: "2 + 1 + 0 = 3",
			Related: []rules.Related{operand(at(f, 11, "2", 1), "自然人", "natural persons"), operand(at(f, 11, "1", 1), "企业", "companies")}},
		rules.Diagnostic{Rule: "cell-blank", Severity: rules.Warning, Span: blank,
			Message: both("「其他」应为数字，实为空白", "a figure is missing"), Label: both("空白", "blank")},
		rules.Diagnostic{Rule: "row-missing", Severity: rules.Warning, Span: at(f, 17, "| 结果 | 件数 |", 1),
			Message: both("此行之后应有「维持」", "a row is missing"), Label: both("应在其后", "should follow"),
			Related: []rules.Related{{Span: at(f, 18, "维持 \\| 纠正", 1), Message: both("写在一起了", "written as one")}}},
	)
}
