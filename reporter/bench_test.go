package reporter

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// thousand returns a report with 1,000 wrong totals, one a row; or with all
// rows in one line, as some converters write tables.
func thousand(lineEnd string) *rules.Result {
	var src strings.Builder
	src.WriteString("| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n")
	starts := make([]int, 1000)
	for i := range starts {
		starts[i] = src.Len()
		fmt.Fprintf(&src, "| （一）予以公开第%03d行 | 1 | 0 | 2 | 0 | 0 | 0 | 4 |%s", i, lineEnd)
	}
	f := report.NewFile("reports/教育局/2023.md", src.String())
	r := &rules.Result{Reports: 1}
	for i := range starts {
		d := located().Diagnostics[0]
		first := starts[i] + strings.Index(f.Src[starts[i]:], "| 1 |") + 2
		d.Span = f.Span(first+24, first+25)
		d.Related = nil
		for j, a := range applicants {
			d.Related = append(d.Related, operand(f.Span(first+4*j, first+4*j+1), a[0], a[1]))
		}
		r.Diagnostics = append(r.Diagnostics, d)
	}
	return r
}

// BenchmarkThousand writes 1,000 findings in each format.
func BenchmarkThousand(b *testing.B) {
	for _, shape := range []struct{ name, lineEnd string }{{"rows", "\n"}, {"line", " "}} {
		r := thousand(shape.lineEnd)
		for _, f := range Formats() {
			b.Run(shape.name+"/"+f.Name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := f.Write(io.Discard, r, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
