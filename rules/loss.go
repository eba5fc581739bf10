package rules

import (
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

// loss is what is left of a table that is no table any more.
type loss struct {
	at    report.Span
	what  Message // behind the name of the table
	label Message
	help  Message
}

// lossOf finds out what has become of a table of which no row was found.
func (p *Pass) lossOf(s statutory) (loss, bool) {
	pieces, first := 0, report.Span{}
	for i := range s.parts {
		for _, at := range s.parts[i].Flattened {
			if pieces == 0 || at.Start < first.Start {
				first = at
			}
			pieces++
		}
	}
	if a := p.anomalyIn(s, report.TablePlaceholder); a != nil {
		return lostInConversion(a.Span, fmt.Sprintf("只剩占位符「%s」，内容在转换时丢失", a.Span.Text()), "was lost in conversion: only a placeholder is left"), true
	}
	if a := p.anomalyIn(s, report.DelimiterMissing); a != nil {
		return withoutDelimiter(a), true
	}
	switch image := p.imageIn(s); {
	case pieces > 2:
		return lostInConversion(firstLine(first), fmt.Sprintf("被拆成段落，已不是表格，数字没有核对（至少 %d 段）", pieces),
			"was taken apart into paragraphs and is no table any more; its figures were not checked"), true
	case p.anomalyIn(s, report.TextTable) != nil:
		return drawn(p.anomalyIn(s, report.TextTable)), true
	case pieces > 0:
		return lostInConversion(firstLine(first), "连成了文字，已不是表格，数字没有核对", "ran together into text and is no table any more; its figures were not checked"), true
	case image != nil:
		return loss{
			at:    image.Span,
			what:  Message{"只有图片，没有文字表格，数字无法检索，也没有核对", "is a picture, not a table; its figures cannot be searched and were not checked"},
			label: Message{"这里是图片", "a picture"},
			help:  Message{"把图中的表格改为文字表格", "write the table in the picture as text"},
		}, true
	case s.section.Found():
		return loss{
			at:    s.section.Place(),
			what:  Message{fmt.Sprintf("没有找到：「%s」一节没有这张表格", s.section.Def.Label()), fmt.Sprintf("is missing: the section 「%s」 does not have it", s.section.Def.Label())},
			label: Message{"表格应在这一节", "the table belongs in this section"},
			help:  Message{"按格式补上表格，没有的填 0", "add the table as the form has it, with 0 where there is nothing"},
		}, true
	}
	return loss{}, false
}

// lostInConversion is a loss that another conversion avoids.
func lostInConversion(at report.Span, zh, en string) loss {
	return loss{
		at:    at,
		what:  Message{zh, en},
		label: Message{"这里原是表格", "this was a table"},
		help:  Message{"从原文件重新转换并保留表格，gouji import 可以直接读入", "convert the original again and keep its tables; gouji import does that"},
	}
}

func withoutDelimiter(a *report.Anomaly) loss {
	return loss{
		at:    firstLine(a.Span),
		what:  Message{"缺分隔行，不成表格，数字没有核对", "has no delimiter row, so it is no table; its figures were not checked"},
		label: Message{"这一行之后应有分隔行", "a delimiter row belongs below this line"},
		help:  Message{"在表头下加一行 | --- | --- |，每列一个", "add a line | --- | --- | below the header, one for each column"},
	}
}

func drawn(a *report.Anomaly) loss {
	return lostInConversion(firstLine(a.Span), "是用空格排成的文字，不是 Markdown 表格，数字没有核对", "is text aligned with blanks, not a Markdown table; its figures were not checked")
}

// anomalyIn returns the first anomaly of a kind in the section of a table.
func (p *Pass) anomalyIn(s statutory, kind report.AnomalyKind) *report.Anomaly {
	for i := range p.Report.Anomalies {
		if a := &p.Report.Anomalies[i]; a.Kind == kind && s.holds(a.Span) {
			return a
		}
	}
	return nil
}

// firstLine returns the part of a place that is on its first line.
func firstLine(at report.Span) report.Span {
	for i := at.Start; i < at.End; i++ {
		if at.File.Src[i] == '\n' || at.File.Src[i] == '\r' {
			at.End = i
		}
	}
	return at
}
