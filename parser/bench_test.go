package parser

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// sample writes a report of about 20 KB with its three tables as pipes or as
// HTML with spans.
func sample(html bool) string {
	var b strings.Builder
	b.WriteString("# 某市教育局2023年政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\n\n## 一、总体情况\n\n")
	for i := range 24 {
		fmt.Fprintf(&b, "%d、2023年，我局认真贯彻执行《中华人民共和国政府信息公开条例》，主动公开政府信息%d条，其中通过网站公开%d条，办理依申请公开%d件，均按期答复。进一步完善制度，加强培训，压实责任，推动政务公开工作走深走实。\n\n", i+1, 100+i, 50+i, i)
	}
	b.WriteString("## 二、主动公开政府信息情况\n\n")
	sampleTable(&b, html, 4, 14)
	b.WriteString("\n## 三、收到和处理政府信息公开申请情况\n\n")
	sampleTable(&b, html, 10, 28)
	b.WriteString("\n## 四、政府信息公开行政复议、行政诉讼情况\n\n")
	sampleTable(&b, html, 15, 4)
	b.WriteString("\n## 五、存在的主要问题及改进情况\n\n")
	for range 12 {
		b.WriteString("存在信息更新的时效性有待进一步提高、信息公开范围有待进一步扩大等问题。下一步，我们将继续严格落实上级有关政府信息公开工作的要求，在增强工作实效方面下功夫。\n\n")
	}
	b.WriteString("## 六、其他需要报告的事项\n\n本机关2023年度未收取政府信息公开信息处理费。\n\n某市教育局\n\n2024年1月17日\n")
	return b.String()
}

func sampleTable(b *strings.Builder, html bool, width, rows int) {
	if html {
		b.WriteString("<table>\n<tr><td colspan=\"" + fmt.Sprint(width) + "\">第二十条第（一）项</td></tr>\n")
	}
	for r := range rows {
		if html {
			b.WriteString("<tr><td>其他法律行政法规禁止公开</td>" + strings.Repeat("<td>0</td>", width-1) + "</tr>\n")
			continue
		}
		b.WriteString("| 其他法律行政法规禁止公开 |" + strings.Repeat(" 0 |", width-1) + "\n")
		if r == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
	if html {
		b.WriteString("</table>\n")
	}
}

// BenchmarkParse measures a report of each form beside the yardstick: the
// default goldmark parse with the table extension, which keeps no cell values.
func BenchmarkParse(b *testing.B) {
	for _, form := range []string{"pipe", "html"} {
		src := sample(form == "html")
		b.Run(form+"/gouji", func(b *testing.B) {
			p, f := New(), report.NewFile("报告.md", src)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(f)
			}
		})
		b.Run(form+"/goldmark", func(b *testing.B) {
			p := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
			source := []byte(src)
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(text.NewReader(source))
			}
		})
	}
}

// TestAllocations holds what a clean report costs a Parser that has read
// others: few allocations, and little memory.
func TestAllocations(t *testing.T) {
	const runs = 50
	for _, html := range []bool{false, true} {
		src := sample(html)
		p, f := New(), report.NewFile("报告.md", src)
		p.Parse(f)
		if got := testing.AllocsPerRun(runs, func() { p.Parse(f) }); got > 100 {
			t.Errorf("html %v, %d bytes: %v allocations, want at most 100", html, len(src), got)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range runs {
			p.Parse(f)
		}
		runtime.ReadMemStats(&after)
		if got := (after.TotalAlloc - before.TotalAlloc) / runs; got > 16<<10 {
			t.Errorf("html %v, %d bytes: %d bytes allocated, want at most %d", html, len(src), got, 16<<10)
		}
	}
}
