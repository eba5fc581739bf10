package ownrule

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// page writes the page of a rule: what it is about, what it asks for, and
// where it is written. Text of a definition is never markup of the page.
func (c *compiler) page() string {
	d, title := c.definition, c.rule.Title
	zh, en := c.about()
	parts := []string{
		fmt.Sprintf("# %s %s", d.Name, oneLine(title.ZH)),
		oneLine(d.Message.ZH) + "。",
		zh,
	}
	if d.Page != "" {
		parts = append(parts, strings.TrimSpace(d.Page))
	}
	if d.When != "" {
		parts = append(parts, fmt.Sprintf("只在满足 `%s` 时核对。", oneLine(d.When)))
	}
	if d.Basis != "" {
		parts = append(parts, "依据："+oneLine(d.Basis)+"。")
	}
	if to := c.appliesTo(); to.ZH != "" {
		parts = append(parts, to.ZH)
	}
	parts = append(parts, "这是自定规则，写在 "+c.source.lineOf(c.n)+"。", "## In English", oneLine(d.Message.message().EN)+".", en)
	if d.When != "" {
		parts = append(parts, fmt.Sprintf("Only where `%s`.", oneLine(d.When)))
	}
	if to := c.appliesTo(); to.EN != "" {
		parts = append(parts, to.EN)
	}
	parts = append(parts, "A rule of one's own, defined in "+c.source.lineOf(c.n)+".")
	return strings.Join(parts, "\n\n") + "\n"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// about says what the rule asks for.
func (c *compiler) about() (zh, en string) {
	d := c.definition
	place, placeEN := "正文", "the text"
	if d.Section != "" {
		place, placeEN = "「"+d.Section+"」一节", "section "+d.Section
	}
	switch {
	case d.Require != nil:
		return fmt.Sprintf("%s应写有下列文字之一：%s。", place, listed(named(d.Require), "、")),
			fmt.Sprintf("One of these must stand in %s: %s.", placeEN, listed(d.Require, ", "))
	case d.Forbid != nil:
		return fmt.Sprintf("%s不应写有：%s。", place, listed(named(d.Forbid), "、")),
			fmt.Sprintf("None of these may stand in %s: %s.", placeEN, listed(d.Forbid, ", "))
	case d.Pattern != "":
		return fmt.Sprintf("%s中不应有一句话与这个模式相符：`%s`。", place, oneLine(d.Pattern)),
			fmt.Sprintf("No sentence of %s may match `%s`.", placeEN, oneLine(d.Pattern))
	}
	return c.condition()
}

// condition says which condition must hold, and how its names were understood.
func (c *compiler) condition() (zh, en string) {
	d := c.definition
	each, eachEN := "", ""
	if d.Over != "" {
		each, eachEN = "在每一列", " in each column"
	}
	zh = fmt.Sprintf("%s应满足：`%s`。", each, oneLine(d.Assert))
	en = fmt.Sprintf("It must hold%s that `%s`.", eachEN, oneLine(d.Assert))
	for i := range c.asserted.plans {
		p := &c.asserted.plans[i]
		var names []string
		for j := range p.figures {
			names = append(names, p.describe(&p.figures[j]))
		}
		if len(names) > 0 {
			zh += fmt.Sprintf("\n\n%s中用到：%s。", p.format.Name.ZH, strings.Join(names, "、"))
			en += fmt.Sprintf("\n\nIn the %s it reads %s.", p.format.Name.EN, strings.Join(names, ", "))
		}
	}
	return zh, en
}

// describe says in full which figure of its format an operand is.
func (p *plan) describe(o *operand) string {
	t := &p.format.Tables[o.table]
	row := t.Rows[o.rows[0]].Label()
	if o.group >= 0 {
		row = t.Groups[o.group].Label()
	}
	text := t.Name + "「" + row + "」"
	if o.column >= 0 {
		text += "「" + t.Columns[o.column].Label() + "」"
	}
	return text
}

// appliesTo says which reports the rule is for; nothing when it is for all.
func (c *compiler) appliesTo() rules.Message {
	a := &c.definition.Applies
	var zh, en []string
	if len(a.Profiles) > 0 {
		zh, en = append(zh, "格式 "+strings.Join(a.Profiles, "、")), append(en, "formats "+strings.Join(a.Profiles, ", "))
	}
	if len(a.Kinds) > 0 {
		zh, en = append(zh, "机关类别 "+strings.Join(a.Kinds, "、")), append(en, "organs of kind "+strings.Join(a.Kinds, ", "))
	}
	switch y := a.Years; {
	case y.From != 0 && y.To != 0:
		zh, en = append(zh, fmt.Sprintf("%d 至 %d 年度", y.From, y.To)), append(en, fmt.Sprintf("the years %d to %d", y.From, y.To))
	case y.From == 0 && y.To != 0:
		zh, en = append(zh, fmt.Sprintf("%d 年度及以前", y.To)), append(en, fmt.Sprintf("the years to %d", y.To))
	case y.To == 0 && y.From != 0:
		zh, en = append(zh, fmt.Sprintf("%d 年度起", y.From)), append(en, fmt.Sprintf("the years from %d", y.From))
	}
	if zh == nil {
		return rules.Message{}
	}
	return rules.Message{ZH: "只用于：" + strings.Join(zh, "；") + "。", EN: "Only for " + strings.Join(en, "; ") + "."}
}
