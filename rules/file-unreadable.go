package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
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
	over := overLimit(a.Note)
	switch a.Kind {
	case report.NotText:
		return Diagnostic{
			Message: Message{"文件不是 UTF-8 或 GB18030 编码的文本，未核对", "the file is text in neither UTF-8 nor GB18030 and was not checked"},
			Help:    Message{"Word、PDF 文件先用 gouji import 转成 Markdown；Markdown 文件另存为 UTF-8 编码", "turn a Word or PDF file into Markdown with gouji import first; save Markdown in UTF-8"},
		}, true
	case report.TooLarge:
		return Diagnostic{
			Message: Message{"文件太大，未核对：" + over.ZH, "the file is too large and was not checked: " + over.EN},
			Help:    Message{"一个文件只放一份报告；图片不要写进文件", "keep one report in a file, and pictures out of it"},
		}, true
	case report.MatterInvalid:
		reason := matterReason(a.Note)
		return Diagnostic{
			Message: Message{
				fmt.Sprintf("文件头读不懂，其中的机关、年度等没有采用：%s", reason.ZH),
				fmt.Sprintf("the front matter cannot be read, nothing was taken from it: %s", reason.EN),
			},
			Help: Message{"按 YAML 或 TOML 的写法改正，或者删去", "write it as YAML or TOML, or remove it"},
		}, true
	case report.MatterUnknown:
		return Diagnostic{
			AtMost: Warning,
			Message: Message{
				fmt.Sprintf("文件头中 %s 的值「%s」不认得，没有采用", a.Note, a.Span.Text()),
				fmt.Sprintf("the front matter has %q for %s, which means nothing and was not taken", a.Span.Text(), a.Note),
			},
			Help: matterValues(a.Note),
		}, true
	case report.NestingTooDeep:
		return Diagnostic{
			AtMost:  Warning,
			Message: Message{"列表或引用套得太深，其中的内容按文字读：" + over.ZH, "lists or quotes are nested too deep, what is in them was read as text: " + over.EN},
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

// matterValues says what may stand in a field of the front matter.
func matterValues(key string) Message {
	switch strings.ToLower(key) {
	case "kind", "类型":
		var titles []string
		for _, kind := range profile.Kinds() {
			titles = append(titles, kind+"（"+profile.KindTitle(kind)+"）")
		}
		return Message{"写下列之一：" + strings.Join(titles, "、"), "write one of " + strings.Join(profile.Kinds(), ", ")}
	case "scope", "范围":
		return Message{"只有本机关的数写 own，汇总所属各单位的写 aggregate", "write own for figures of the organ alone, aggregate for those of all below it"}
	}
	return Message{"写四位数的年份，如 2025", "write a year of four digits, as 2025"}
}

// overLimit words the note of the parser about a limit: "bytes 52 > 10".
func overLimit(note string) Message {
	words := strings.Fields(note)
	if len(words) < 3 {
		return Message{note, note}
	}
	unit, limit := words[0], words[len(words)-1]
	zh := map[string]string{"bytes": "字节", "lines": "行", "blocks": "层"}[unit]
	m := Message{"上限 " + limit + " " + zh, "the limit is " + limit + " " + unit}
	if len(words) > 3 {
		m.ZH += "，实为 " + words[1]
		m.EN += ", it has " + words[1]
	}
	return m
}

// matterReason words why front matter does not parse: what its decoder says,
// or the sign that stands where a colon should.
func matterReason(note string) Message {
	if note == "：" {
		return Message{"用了全角冒号「：」", "it has full-width colons"}
	}
	if over := overLimit(note); strings.HasPrefix(note, "bytes ") {
		return over
	}
	line, _, _ := strings.Cut(note, "\n")
	return Message{line, line}
}
