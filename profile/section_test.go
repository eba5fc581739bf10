package profile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// reportOf makes a report of lines, one block each: "## " and so on is a
// heading, "- " a list item, "**…**" bold, "|" a table, "~ " a paragraph,
// "$ " a line of the sign-off; any other line is a plain heading.
func reportOf(lines ...string) *report.Report {
	src := strings.Join(lines, "\n\n")
	r := &report.Report{File: report.NewFile("report.md", src)}
	r.SignOff.Block = len(lines)
	at := 0
	for i, line := range lines {
		b := report.Block{Kind: report.Paragraph, Span: r.File.Span(at, at+len(line))}
		text := strings.TrimLeft(line, "#")
		switch level := len(line) - len(text); {
		case level > 0 && strings.HasPrefix(text, " "):
			b.Kind, b.Mark, b.Level = report.Heading, report.ATX, level
		case strings.HasPrefix(line, "- "):
			b.Kind, text = report.ListItem, line[1:]
		case strings.HasPrefix(line, "**"):
			b.Mark, text = report.Bold, strings.Trim(line, "*")
		case line == "|":
			b.Kind, text = report.TableBlock, ""
			b.Table = &report.Table{Block: i, Span: b.Span}
			r.Tables = append(r.Tables, b.Table)
		case strings.HasPrefix(line, "~ "):
			text = line[1:]
		case strings.HasPrefix(line, "$ "):
			text, r.SignOff.Block = line[1:], min(i, r.SignOff.Block)
		default:
			b.Mark = report.Plain
		}
		text = strings.TrimPrefix(text, " ")
		start := at + strings.Index(line, text)
		b.Prose = report.Prose{Text: text, Span: r.File.Span(start, start+len(text))}
		r.Blocks = append(r.Blocks, b)
		at += len(line) + 2
	}
	return r
}

// outlineOf writes what was bound: for each section the line of its heading,
// how well it matches and how many blocks it has; then what is extra.
func outlineOf(f *Form) string {
	var b strings.Builder
	for i := range f.Sections {
		s := &f.Sections[i]
		if !s.Found() {
			fmt.Fprint(&b, "- ")
			continue
		}
		fmt.Fprintf(&b, "%d%s%d ", s.Index, [...]string{"", "=", "~", "!", "?"}[s.Match], len(s.Body))
		for _, h := range s.Again {
			fmt.Fprintf(&b, "(again %d) ", h.Index)
		}
	}
	for _, h := range f.Extra {
		fmt.Fprintf(&b, "extra %d ", h.Index)
	}
	return strings.TrimSpace(b.String())
}

// The six sections of a report, each with one block, in the marks that mark
// gives them.
func six(mark string) []string {
	return []string{
		mark + "一、总体情况", "~ 2023年，本机关认真落实。",
		mark + "二、主动公开政府信息情况", "|",
		mark + "三、收到和处理政府信息公开申请情况", "|",
		mark + "四、政府信息公开行政复议、行政诉讼情况", "|",
		mark + "五、存在的主要问题及改进情况", "~ 仍有不足。下一步将改进。",
		mark + "六、其他需要报告的事项", "~ 未收取信息处理费。",
	}
}

// with returns lines with those from line at on, n of them, replaced.
func with(lines []string, at, n int, put ...string) []string {
	return append(append(append([]string{}, lines[:at]...), put...), lines[at+n:]...)
}

func TestBindSections(t *testing.T) {
	const all = "0=1 2=1 4=1 6=1 8=1 10=1"
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"ATX", six("## "), all},
		{"plain lines", six(""), all},
		{"plain lines that the parser did not mark", six("~ "), all},
		{"list items", six("- "), all},
		{"bold", []string{"**一、总体情况**", "~ 略。", "**六、其他需要报告的事项**", "~ 无。"}, "0=1 - - - - 2=1"},
		{"a mark without its blank", six("##"), all},
		{"one heading lost its mark", with(six("## "), 10, 1, "~ 六、其他需要报告的事项"), all},
		{"without ordinals", []string{
			"## 总体情况", "~ 略。", "### 主动公开政府信息情况", "~ 略。", "## 主动公开政府信息情况", "|",
			"## 收到和处理政府信息公开申请情况", "|", "## 政府信息公开行政复议、行政诉讼情况", "|",
			"## 存在的主要问题及改进情况", "~ 略。", "## 其他需要报告的事项", "~ 无。",
		}, "0=3 4=1 6=1 8=1 10=1 12=1"},
		{"a caption under the heading says the same", with(six("## "), 5, 1, "~ 收到和处理政府信息公开申请情况", "|"),
			"0=1 2=1 4=2 7=1 9=1 11=1"},

		// What reports call their sections.
		{"variants", []string{
			"一、总体概述", "二、行政机关主动公开政府信息情况", "三、收到和处理政府信息公开申请的情况",
			"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "五、存在的主要问题及改进措施", "六、其它需要报告事项",
		}, "0~0 1~0 2~0 3~0 4~0 5~0"},
		{"variants that no list has", []string{
			"一、总体情况", "二、主动公开的政府信息情况", "三、收到及处理政府信息公开申请情况",
			"四、因政府信息公开工作被申请行政复议和提起行政诉讼情况", "五、存在主要问题与改进情况", "六、其他需要报告事项",
		}, "0=0 1~0 2~0 3~0 4~0 5~0"},
		{"a stray character", with(six("## "), 6, 1, "## 四、政府信息公开行政法复议、行政诉讼情况"), "0=1 2=1 4=1 6!1 8=1 10=1"},
		{"a character before the ordinal", with(six(""), 8, 1, "~ l五、存在的主要问题及改进情况"), all},
		{"a dash for 一", with(six(""), 0, 1, "—、总体情况"), all},
		{"a full stop at the end", with(six(""), 0, 1, "~ 一、总体情况。"), all},
		{"第几部分", []string{"第一部分 总体情况", "~ 略。", "第二部分 主动公开政府信息情况", "|"}, "0=1 2=1 - - - -"},
		{"（一） for 一、", []string{
			"（一）总体情况", "~ 略。", "（二）主动公开政府信息情况", "|", "（三）收到和处理政府信息公开申请情况", "|",
			"（四）政府信息公开行政复议、行政诉讼情况", "|",
		}, "0=1 2=1 4=1 6=1 - -"},
		{"another text in its place", with(six("## "), 8, 1, "## 五、下一步工作打算"), "0=1 2=1 4=1 6=1 8?1 10=1"},
		{"the text goes on behind the heading", with(six("## "), 10, 2, "~ 六、其他需要报告的事项：无。"), "0=1 2=1 4=1 6=1 8=1 10=1"},
		{"a sentence goes on behind the heading", with(six(""), 0, 2, "~ 一、总体情况。2023年，我局认真落实各项要求。"), "0=1 1=1 3=1 5=1 7=1 9=1"},

		// What is no section.
		{"a sub-heading with a section's name", with(six("## "), 1, 1, "（一）主动公开政府信息情况", "~ 略。"), "0=2 3=1 5=1 7=1 9=1 11=1"},
		{"only a sub-heading has the name", with(six("## "), 1, 2, "### （一）主动公开政府信息情况"), "0=2 - 3=1 5=1 7=1 9=1"},
		{"rows as headings", with(six("## "), 5, 1,
			"### 申请人情况 (自然人)", "|", "### 一、本年新收政府信息公开申请数量", "|", "### 二、上年结转政府信息公开申请数量", "|",
			"### 三、本年度办理结果", "### (一) 予以公开", "|", "### 四、结转下年度继续办理", "|"),
			"0=1 2=1 4=11 16=1 18=1 20=1"},
		{"rows as headings of the sections' level", with(six("## "), 5, 1,
			"## 一、本年新收政府信息公开申请数", "|", "## 二、上年结转申请数量", "|", "## 三、本年度办理结果", "|", "## 四、结转下年度继续办理", "|"),
			"0=1 2=1 4=8 13=1 15=1 17=1"},
		{"rows as paragraphs", with(six(""), 5, 1, "一、本年新收政府信息公开申请数量", "~ 3", "四、结转下年度继续办理", "~ 0"),
			"0=1 2=1 4=4 9=1 11=1 13=1"},
		{"a section numbers its parts from 一", with(six(""), 1, 1, "一、加强领导", "~ 略。", "二、完善制度", "~ 略。"),
			"0=4 5=1 7=1 9=1 11=1 13=1"},
		{"parts numbered like a section that is missing", with(six(""), 1, 3, "一、加强领导", "二、完善制度"), "0=2 - 3=1 5=1 7=1 9=1"},
		{"contents before the text", append([]string{
			"~ 目录", "- 一、总体情况", "- 二、主动公开政府信息情况", "- 三、收到和处理政府信息公开申请情况",
			"- 四、政府信息公开行政复议、行政诉讼情况", "- 五、存在的主要问题及改进情况", "- 六、其他需要报告的事项",
		}, six("## ")...), "7=1 9=1 11=1 13=1 15=1 17=1"},
		{"contents with pages and parts", append([]string{
			"一、总体情况……………1", "（一）主动公开……1", "二、主动公开政府信息情况……3", "三、收到和处理政府信息公开申请情况 4",
			"四、政府信息公开行政复议、行政诉讼情况 5", "五、存在的主要问题及改进情况 6", "六、其他需要报告的事项 6",
		}, six("")...), "7=1 9=1 11=1 13=1 15=1 17=1"},
		{"a skeleton is no table of contents", []string{
			"## 一、总体情况", "## 二、主动公开政府信息情况", "## 三、收到和处理政府信息公开申请情况",
			"## 四、政府信息公开行政复议、行政诉讼情况", "## 五、存在的主要问题及改进情况", "## 六、其他需要报告的事项",
		}, "0=0 1=0 2=0 3=0 4=0 5=0"},

		// What does not belong.
		{"a seventh section", append(six("## "), "## 七、下一步打算", "~ 略。"), "0=1 2=1 4=1 6=1 8=1 10=1 extra 12"},
		{"a section in between", with(six(""), 10, 1, "六、下一步工作安排", "~ 略。", "七、其他需要报告的事项"),
			"0=1 2=1 4=1 6=1 8=1 12=1 extra 10"},
		{"attachments", append(six("## "), "## 七、附件", "~ 略。"), "0=1 2=1 4=1 6=1 8=1 10=1 extra 12"},
		{"the same section twice", append(six("## "), "## 六、其他需要报告的事项", "~ 无。"), "0=1 2=1 4=1 6=1 8=1 10=1 (again 12)"},
		{"another kind of document", []string{"一、工作概况", "~ 略。", "二、主要做法", "~ 略。", "三、经验", "~ 略。"}, "0~5 - - - - -"},

		// Where the last section ends.
		{"sign-off", append(six("## "), "$ 某市教育局", "$ 2024年1月17日"), all},
		{"nothing but a sign-off", append(six("## ")[:11], "$ 某市教育局", "$ 2024年1月17日"), "0=1 2=1 4=1 6=1 8=1 10=0"},
		{"copies behind the sign-off", append(six("## "), "$ 某市教育局", "~ 抄送：市政府办公室", "七、联系方式"), all},
		{"nothing at all", []string{}, "- - - - - -"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := reportOf(test.lines...)
			r.Meta.Year = report.Fact{Value: "2023", Origin: report.FromConfig}
			if got := outlineOf(Standard().Bind(r)); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", strings.Join(test.lines, "\n"), got, test.want)
			}
		})
	}
}

// Reports from before 2014 have no sections that anything prescribes.
func TestBindSectionsWithoutFormat(t *testing.T) {
	r := reportOf(six("## ")...)
	r.Meta.Year = report.Fact{Value: "2012", Origin: report.FromConfig}
	f := Standard().Bind(r)
	if len(f.Sections) != 0 || len(f.Extra) != 0 {
		t.Errorf("%d sections, %d extra headings; want none", len(f.Sections), len(f.Extra))
	}
}

func TestHeadingPlace(t *testing.T) {
	tests := []struct{ line, shown, text string }{
		{"## 一、总体情况", "一、总体情况", "总体情况"},
		{"~ 一、总体情况。", "一、总体情况", "总体情况"},
		{"~ l六、其他需要报告的事项", "l六、其他需要报告的事项", "其他需要报告的事项"},
		{"~ 六、其他需要报告的事项：无。", "六、其他需要报告的事项", "其他需要报告的事项"},
		{"总体情况", "总体情况", "总体情况"},
	}
	for _, test := range tests {
		r := reportOf(test.line)
		l := Standard()
		h, ok := l.whole().head(&Form{Report: r, Profile: l.Profiles()[0]}, 0)
		if !ok || h.Shown() != test.shown || h.Text != test.text || h.Place().Text() != test.shown {
			t.Errorf("%q: %q, %q at %q; want %q, %q", test.line, h.Shown(), h.Text, h.Place().Text(), test.shown, test.text)
		}
	}
}
