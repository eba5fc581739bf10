package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/proof"
	"github.com/gouji-lint/gouji/profile"
)

func (t *tool) profileCommand() *cobra.Command {
	short := t.say("查看、检查报告格式", "show or check the formats of reports")
	cmd := &cobra.Command{
		Use: "profile list|show|verify|schema", Short: short, Long: short,
		Args: t.group,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	listShort := t.say("列出当前文件夹适用的报告格式", "list the formats that hold in the current folder")
	list := &cobra.Command{Use: "list", Short: listShort, Long: listShort, Args: t.takes(0),
		RunE: func(*cobra.Command, []string) error { return t.listProfiles() }}
	showShort := t.say("显示一种报告格式规定了什么", "show what a format asks for")
	show := &cobra.Command{Use: "show [ID]", Short: showShort, Long: showShort, Args: t.takes(1)}
	format := newChoice("text", "text", "json")
	offer(show, "format", t.say("输出格式", "output format"), format)
	show.RunE = func(_ *cobra.Command, ids []string) error { return t.showProfile(ids, format.value) }
	verifyShort := t.say("检查自己的报告格式文件有没有错", "check a file with a format of one's own")
	verify := &cobra.Command{Use: "verify FILE", Short: verifyShort, Args: t.takes(1),
		Long: verifyShort + t.say("。给出填好的样本（--form）时，把样本逐处改错，看每一项规定是否都有规则发现。",
			". With a filled-in form (--form), break the form in one place after the other and see whether some rule finds each.")}
	form := verify.Flags().String("form", "", t.say("填好的、没有错误的样本报告", "a filled-in report without a fault"))
	verify.RunE = func(_ *cobra.Command, files []string) error {
		if len(files) == 0 {
			return t.problem("请写明要检查的报告格式文件", "name the file with the format")
		}
		return t.verifyProfile(files[0], *form)
	}
	schemaShort := t.say("输出报告格式文件的 JSON Schema，供编辑器使用", "print a JSON Schema of such files, for editors")
	schema := &cobra.Command{Use: "schema", Short: schemaShort, Long: schemaShort, Args: t.takes(0),
		RunE: func(*cobra.Command, []string) error {
			_, err := t.out.Write(profile.Schema())
			return err
		}}
	cmd.AddCommand(list, show, verify, schema)
	return cmd
}

// library returns the profiles that hold in the current folder.
func (t *tool) library() (*profile.Library, error) {
	c, err := t.configHere()
	if err != nil {
		return nil, err
	}
	return c.Library(), nil
}

func (t *tool) listProfiles() error {
	library, err := t.library()
	if err != nil {
		return err
	}
	rows := [][]string{}
	for _, p := range library.All() {
		rows = append(rows, []string{p.ID, yearsText(p.Years), p.Title})
	}
	t.aligned(rows)
	return nil
}

func yearsText(y profile.Years) string {
	switch {
	case y.From == 0 && y.To == 0:
		return "—"
	case y.To == 0:
		return fmt.Sprintf("%d—", y.From)
	}
	return fmt.Sprintf("%d—%d", y.From, y.To)
}

// verifyProfile checks a profile and, with a form, proves it.
func (t *tool) verifyProfile(file, form string) error {
	library, id, err := config.WithProfile(file, t.own...)
	if err != nil {
		return err
	}
	p := library.ByID(id)
	if p == nil {
		return t.problem("「%s」由另一份格式扩展，请检查那一份", "%q is extended by another profile; verify that one", id)
	}
	fmt.Fprintln(t.out, t.say("%s 没有错误：「%s」有 %d 节、%d 张表、%d 条勾稽关系", "%s is valid: %s has %d sections, %d tables, %d identities",
		file, p.Title, len(p.Sections), len(p.Tables), len(p.Identities)))
	if form == "" {
		return nil
	}
	text, err := os.ReadFile(form)
	if err != nil {
		return err
	}
	result := proof.Of(library, form, string(text))
	if result.Profile != p {
		return t.problem("样本「%s」不是这种报告，认作「%s」：核对 words 与样本的题名", "the form %q is no such report but taken for %s: compare words with its title", form, result.Profile.Title)
	}
	return t.printProof(result, form)
}

// printProof says of each kind of clause how many were found when they were
// broken, and names those that were not.
func (t *tool) printProof(p *proof.Proof, form string) error {
	if len(p.Dirty) > 0 {
		for i := range p.Dirty {
			d := &p.Dirty[i]
			at := d.Span.Position()
			fmt.Fprintf(t.err, "%s:%d:%d: [%s] %s\n", form, at.Line, at.Column, d.Rule, d.Message.In(t.lang))
		}
		return t.problem("样本有 %d 处问题，改好才能用来检查格式", "the form has %d faults; it can prove nothing before they are mended", len(p.Dirty))
	}
	fmt.Fprintln(t.out, t.say("把样本逐处改错：", "The form was broken in one place after the other:"))
	var rows [][]string
	for _, kind := range proof.Kinds() {
		if all, fire, absent := p.Count(kind); all > 0 {
			row := []string{"  " + t.clause(kind), t.say("%d 项，发现 %d 项", "%d, of which %d were found", all, fire)}
			if absent > 0 {
				row = append(row, t.say("%d 项样本中没有，无从改错", "%d are not in the form", absent))
			}
			rows = append(rows, row)
		}
	}
	t.aligned(rows)
	if several := p.NotAlone(); len(several) > 0 {
		fmt.Fprintln(t.out, t.say("改错一处，别处也有发现的（%d 项）：", "Broken in one place, but with findings elsewhere, too (%d):", len(several)))
		for _, c := range several {
			fmt.Fprintf(t.out, "  %s %s  %s\n", t.clause(c.Kind), c.ID, strings.Join(c.Beside, "；"))
		}
	}
	dead := p.Dead()
	if len(dead) == 0 {
		return nil
	}
	fmt.Fprintln(t.out, t.say("改错后没有规则发现的：", "Broken, but found by no rule:"))
	for _, c := range dead {
		fmt.Fprintf(t.out, "  %s %s  %s\n", t.clause(c.Kind), c.ID, c.Name)
	}
	return errFindings
}

// clause names a kind of clause.
func (t *tool) clause(kind proof.Kind) string {
	zh := map[proof.Kind]string{
		proof.Sections: "章节", proof.Rows: "行", proof.Columns: "列", proof.Identities: "勾稽关系", proof.Aspects: "要写的方面", proof.Claims: "正文说法",
		proof.Powers: "权限", proof.Distincts: "不同的行", proof.Deadlines: "期限", proof.Continuities: "跨年关系",
	}
	return t.say(zh[kind], string(kind))
}

// showProfile prints what a format asks for: the newest one, or that with the
// id.
func (t *tool) showProfile(ids []string, format string) error {
	library, err := t.library()
	if err != nil {
		return err
	}
	p := library.Profiles()[0]
	if len(ids) > 0 {
		if p = library.ByID(ids[0]); p == nil {
			return t.noProfile(library, ids[0])
		}
	}
	if format == "json" {
		out, err := json.MarshalIndent(p.Data(), "", "  ")
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(t.out, string(out))
		return err
	}
	t.printProfile(p)
	return nil
}

func (t *tool) noProfile(library *profile.Library, id string) error {
	var names []string
	for _, p := range library.All() {
		names = append(names, p.ID)
	}
	return t.problem("没有报告格式「%s」，有 %s", "there is no format %q; there are %s", id, strings.Join(names, t.say("、", ", ")))
}
