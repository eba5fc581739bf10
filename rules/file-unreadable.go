package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed file-unreadable.md
var fileUnreadablePage string

var fileUnreadable = Rule{
	Name:     "file-unreadable",
	Title:    Message{"文件读不全", "file cannot be read in full"},
	Family:   Housekeeping,
	Severity: Error,
	Since:    "0.1.0",
	Page:     fileUnreadablePage,
	Check:    checkFileUnreadable,
}

// checkFileUnreadable reports what the parser could not read, tables aside:
// those are table-broken's.
func checkFileUnreadable(p *Pass) {
	for _, a := range p.Report.Anomalies {
		if d, ok := spoilt(a); ok {
			d.Item, d.Span = string(a.Kind), a.Span
			p.Flag(d)
		}
	}
}

func spoilt(a report.Anomaly) (Diagnostic, bool) {
	switch a.Kind {
	case report.NotText:
		return Diagnostic{
			Message: Message{"文件不是 UTF-8 或 GB18030 编码的文本，未核对", "the file is text in neither UTF-8 nor GB18030 and was not checked"},
			Help:    Message{"另存为 UTF-8 编码的 Markdown 文件", "save it as Markdown in UTF-8"},
		}, true
	case report.TooLarge:
		return Diagnostic{
			Message: Message{
				fmt.Sprintf("文件超过大小限制（%s），未核对", a.Note),
				fmt.Sprintf("the file is over the limit (%s) and was not checked", a.Note),
			},
			Help: Message{"一个文件只放一份报告；图片不要写进文件", "keep one report in a file, and pictures out of it"},
		}, true
	case report.MatterInvalid:
		return Diagnostic{
			Message: Message{
				fmt.Sprintf("文件头读不懂（%s），其中的机关、年度等没有采用", a.Note),
				fmt.Sprintf("the front matter cannot be read (%s); organ, year and the like were not taken from it", a.Note),
			},
			Help: Message{"按 YAML 或 TOML 的写法改正，或者删去", "write it as YAML or TOML, or remove it"},
		}, true
	case report.NestingTooDeep:
		return Diagnostic{
			AtMost:  Warning,
			Message: Message{fmt.Sprintf("列表或引用套得太深（%s），其中的内容按文字读", a.Note), fmt.Sprintf("lists or quotes are nested too deep (%s); what is in them was read as text", a.Note)},
			Help:    Message{"减少层次", "use fewer levels"},
		}, true
	case report.DirectiveInvalid:
		return Diagnostic{
			AtMost:  Warning,
			Message: Message{fmt.Sprintf("屏蔽注释读不懂：「%s」", a.Note), fmt.Sprintf("the suppression comment cannot be understood: 「%s」", a.Note)},
			Help: Message{
				"写作 <!-- gouji-disable 规则名: 理由 --> 或 <!-- gouji-disable-next-line 规则名: 理由 -->；后一种须在所指的段落或表格之前",
				"write <!-- gouji-disable RULE: reason --> or <!-- gouji-disable-next-line RULE: reason -->, the latter before a paragraph or table",
			},
		}, true
	}
	return Diagnostic{}, false
}
