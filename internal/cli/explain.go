package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// The columns that a page is wrapped to: as wide as the terminal, but no
// wider than is good to read.
const (
	pageWidth    = 80
	widestPage   = 100
	narrowestFit = 20
)

func (t *tool) explainCommand() *cobra.Command {
	color := newChoice("auto", "auto", "always", "never")
	cmd := &cobra.Command{
		Use:   "explain RULE[/ITEM]",
		Short: t.say("说明一条规则：查什么、为什么、依据和例子", "explain a rule: what it checks, why, on what grounds, examples"),
		Long: t.say("说明一条规则：查什么、为什么、依据和例子。ITEM 是结果中规则名后面的部分，例如 sum-mismatch/balance。",
			"Explain a rule: what it checks, why, on what grounds, examples. ITEM is what follows the rule in JSON output, such as sum-mismatch/balance."),
		ValidArgsFunction: t.completeRule,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return t.problem("explain 后面要写一条规则的名称；用 gouji rules 查看全部规则", "explain needs the name of one rule; see gouji rules")
			}
			return t.explain(args[0], color.value)
		},
	}
	offer(cmd, "color", t.say("颜色", "colour"), color)
	return cmd
}

// explain prints the page of a rule.
func (t *tool) explain(name, color string) error {
	name, item, _ := strings.Cut(strings.Trim(name, "[]"), "/")
	list, err := t.rulesHere()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(list, func(r *rules.Rule) bool { return r.Name == name })
	if i < 0 {
		return t.noRule(name, list)
	}
	if err := t.mustHaveItem(name, item); err != nil {
		return err
	}
	colour, width := t.screen(color)
	if width == 0 {
		width = pageWidth
	}
	p := &page{out: t.out, width: min(max(width, narrowestFit), widestPage), ink: newInk(colour), bad: t.say("错例", "Wrong"), good: t.say("正例", "Right")}
	t.explainRule(p, list[i])
	if item != "" {
		t.explainItem(p, name, item)
	}
	return p.flush()
}

// explainRule prints the page in the user's language.
func (t *tool) explainRule(p *page, r *rules.Rule) {
	p.heading(r.Name + "  " + r.Title.In(t.lang))
	p.blank()
	about := t.say("级别：%s。", "Severity: %s.", t.severity(r.Severity))
	if r.Since != "" { // a rule of one's own has no version
		about += t.say("始于 %s。", " Since %s.", r.Since)
	}
	p.text(about)
	p.blank()
	p.markdown(r.PageIn(t.lang))
}

// explainItem prints what an item of a rule stands for in each format that
// has it.
func (t *tool) explainItem(p *page, rule, item string) {
	p.blank()
	p.heading(rule + "/" + item)
	found := false
	for _, format := range t.formatsHere() {
		for _, line := range t.itemLines(format, rule, item) {
			p.blank()
			p.text(format.Title + t.say("：", ": ") + line)
			found = true
		}
	}
	if !found {
		p.blank()
		p.text(t.say("这一项没有单独的说明。", "There is nothing more to say about this item."))
	}
}

// formatsHere returns the formats that hold in the current folder.
func (t *tool) formatsHere() []*profile.Profile {
	library, err := t.library()
	if err != nil {
		library = profile.Standard() // check says what is wrong with the configuration
	}
	return library.All()
}

// mustHaveItem returns an error about an item that stands for nothing, of a
// rule that reports identities: these are all of its items.
func (t *tool) mustHaveItem(rule, item string) error {
	var items []string
	for _, format := range t.formatsHere() {
		if item == "" || len(t.itemLines(format, rule, item)) > 0 {
			return nil
		}
		for i := range format.Identities {
			if x := &format.Identities[i]; x.Rule == rule && !slices.Contains(items, x.ID) {
				items = append(items, x.ID)
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return t.problem("规则 %s 没有「%s」这一项，有 %s", "rule %s has no item %q; it has %s", rule, item, strings.Join(items, t.say("、", ", ")))
}

// itemLines describes the identities of a rule that an item means, or the
// table.
func (t *tool) itemLines(format *profile.Profile, rule, item string) (lines []string) {
	id, _, _ := strings.Cut(item, "/")
	for i := range format.Identities {
		if x := &format.Identities[i]; x.Rule == rule && x.ID == id {
			lines = append(lines, t.identityText(format.Table(x.Table), x))
		}
	}
	if table := format.Table(id); len(lines) == 0 && table != nil {
		lines = append(lines, fmt.Sprintf("%s（%s）", table.Name, format.Sections[format.Section(table.Section)].Label()))
	}
	return lines
}

// identityText writes an identity with the labels of its table.
func (t *tool) identityText(table *profile.Table, x *profile.Identity) string {
	over := t.say("各行", "each row")
	if x.Over == profile.Columns {
		over = t.say("各列", "each column")
	}
	relation := " ＝ "
	if x.Relation == profile.AtLeast {
		relation = " ≥ "
	}
	recalled := ""
	if x.Recalled {
		recalled = t.say("（凭常识写的，只作警告）", " (from general knowledge: a warning only)")
	}
	return fmt.Sprintf("%s%s%s%s%s%s%s%s%s%s", table.Name, t.say("，", ", "), over, t.say("：", ": "),
		sum(table, x.Left), relation, sum(table, x.Right), t.say("。依据：", ". Basis: "), x.Basis, recalled)
}

func sum(table *profile.Table, ids []string) string {
	terms := make([]string, len(ids))
	for i, id := range ids {
		terms[i] = "「" + labelOf(table, id) + "」"
	}
	return strings.Join(terms, " ＋ ")
}

// labelOf returns what the form calls the row, group or column with the id.
func labelOf(table *profile.Table, id string) string {
	if i := table.Row(id); i >= 0 {
		return table.Rows[i].Short()
	}
	if i := table.Group(id); i >= 0 {
		return table.Groups[i].Label()
	}
	if i := table.Column(id); i >= 0 {
		return table.Columns[i].Label()
	}
	return id
}
