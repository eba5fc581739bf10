package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/rules"
)

func (t *tool) rulesCommand() *cobra.Command {
	format := newChoice("text", "text", "json", "markdown")
	cmd := &cobra.Command{
		Use:   "rules",
		Short: t.say("列出全部规则", "list all rules"),
		Long:  t.say("列出全部规则和级别。用 gouji explain RULE 看一条规则的说明。", "List all rules with their severities. gouji explain RULE says more about one."),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return t.problem("rules 后面不写别的；要看一条规则的说明，用 gouji explain %s；要核对文件夹，用 gouji check rules",
					"rules takes no argument; gouji explain %s explains a rule, gouji check rules checks a folder", args[0])
			}
			return t.listRules(format.value)
		},
	}
	offer(cmd, "format", t.say("输出格式", "output format"), format)
	return cmd
}

func (t *tool) listRules(format string) error {
	list, err := t.rulesHere()
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return t.rulesJSON(list)
	case "markdown":
		t.rulesMarkdown(list)
	default:
		t.rulesText(list)
	}
	return nil
}

// family is a group of rules for people.
type family struct {
	id    rules.Family
	title rules.Message
	rules []*rules.Rule
}

// families returns the rules by family. Rules of one's own that name no
// family are in the last.
func families(list []*rules.Rule) []family {
	all := []family{
		{id: rules.Document, title: rules.Message{ZH: "文件", EN: "document"}},
		{id: rules.Sections, title: rules.Message{ZH: "章节", EN: "sections"}},
		{id: rules.Tables, title: rules.Message{ZH: "表格", EN: "tables"}},
		{id: rules.Cells, title: rules.Message{ZH: "单元格", EN: "cells"}},
		{id: rules.Arithmetic, title: rules.Message{ZH: "勾稽", EN: "arithmetic"}},
		{id: rules.Prose, title: rules.Message{ZH: "正文与表格", EN: "prose and tables"}},
		{id: rules.Fee, title: rules.Message{ZH: "信息处理费", EN: "fee"}},
		{id: rules.Dates, title: rules.Message{ZH: "日期", EN: "dates"}},
		{id: rules.Years, title: rules.Message{ZH: "年度之间", EN: "years"}},
		{id: rules.Organs, title: rules.Message{ZH: "机关之间", EN: "organs"}},
		{id: rules.Writing, title: rules.Message{ZH: "文字", EN: "writing"}},
		{id: rules.Housekeeping, title: rules.Message{ZH: "其他", EN: "housekeeping"}},
		{id: rules.Own, title: rules.Message{ZH: "自定", EN: "own"}},
	}
	var used []family
	for _, f := range all {
		for _, r := range list {
			if r.Family == f.id || r.Family == "" && f.id == rules.Own {
				f.rules = append(f.rules, r)
			}
		}
		if len(f.rules) > 0 {
			used = append(used, f)
		}
	}
	return used
}

// severity returns the word for a severity, as findings have it.
func (t *tool) severity(s rules.Severity) string {
	switch s {
	case rules.Error:
		return t.say("错误", "error")
	case rules.Warning:
		return t.say("警告", "warning")
	case rules.Info:
		return t.say("提示", "info")
	}
	return t.say("关闭", "off")
}

func (t *tool) rulesText(list []*rules.Rule) {
	name, level := 0, 0
	for _, r := range list {
		name = max(name, len(r.Name))
		level = max(level, displaywidth.String(t.severity(r.Severity)))
	}
	for i, f := range families(list) {
		if i > 0 {
			fmt.Fprintln(t.out)
		}
		fmt.Fprintln(t.out, f.title.In(t.lang))
		for _, r := range f.rules {
			severity := t.severity(r.Severity)
			fmt.Fprintf(t.out, "  %-*s  %s%s  %s\n", name, r.Name,
				severity, strings.Repeat(" ", level-displaywidth.String(severity)), r.Title.In(t.lang))
		}
	}
}

// rulesMarkdown prints one row for each family, for a page that has to stay
// short: nearly a hundred rules are too many rows.
func (t *tool) rulesMarkdown(list []*rules.Rule) {
	levels := []rules.Severity{rules.Error, rules.Warning, rules.Info}
	head := []string{t.say("类别", "family")}
	for _, l := range levels {
		head = append(head, t.severity(l))
	}
	fmt.Fprintf(t.out, "| %s |\n|%s\n", strings.Join(head, " | "), strings.Repeat(" --- |", len(head)))
	for _, f := range families(list) {
		row := []string{f.title.In(t.lang)}
		for _, l := range levels {
			row = append(row, t.namesAt(f.rules, l))
		}
		fmt.Fprintf(t.out, "| %s |\n", strings.Join(row, " | "))
	}
}

func (t *tool) namesAt(list []*rules.Rule, level rules.Severity) string {
	var names []string
	for _, r := range list {
		if r.Severity == level {
			names = append(names, "`"+r.Name+"` "+r.Title.In(t.lang))
		}
	}
	return strings.Join(names, "<br>")
}

func (t *tool) rulesJSON(list []*rules.Rule) error {
	type entry struct {
		Name     string `json:"name"`
		Family   string `json:"family"`
		Severity string `json:"severity"`
		Title    string `json:"title"`
		Since    string `json:"since"`
	}
	all := []entry{}
	for _, f := range families(list) {
		for _, r := range f.rules {
			all = append(all, entry{r.Name, string(f.id), r.Severity.String(), r.Title.In(t.lang), r.Since})
		}
	}
	e := json.NewEncoder(t.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// noRule is the error about a name that none of the rules has.
func (t *tool) noRule(name string, list []*rules.Rule) error {
	hint := t.say("；用 gouji rules 查看全部规则", "; see gouji rules")
	near := nearest(name, namesOf(list))
	if len(near) == 0 {
		near = titled(name, list)
	}
	if len(near) > 0 {
		hint = t.suggest("", near)
	}
	return t.problem("没有规则 %s%s", "there is no rule %s%s", name, hint)
}

// titled returns up to three rules whose title has the words, as findings in
// Chinese are spoken of.
func titled(words string, list []*rules.Rule) (names []string) {
	for _, r := range list {
		if len(names) < 3 && words != "" && strings.Contains(r.Title.ZH, words) {
			names = append(names, r.Name)
		}
	}
	return names
}
