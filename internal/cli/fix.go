package cli

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/atomicfile"
	"github.com/gouji-lint/gouji/internal/fix"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/rules"
)

// fixOptions are the flags of fix.
type fixOptions struct {
	rules        []string
	unsafe, diff bool
	align        bool
	stdinName    string
	forceExclude bool
	jobs         int
}

func (t *tool) fixCommand() *cobra.Command {
	o := &fixOptions{}
	cmd := &cobra.Command{
		Use:   "fix [PATH…]",
		Short: t.say("修正写法：名称、标题、标点、数字写法等，不改数字", "repair form: labels, headings, punctuation, ways to write figures; never a figure"),
		Long: t.say(`修正各 PATH 中报告的写法：名称、标题、标点、日期和数字的写法等；从不改数字。逐项列出改了什么，还有什么要人改。
只做不会改变意思的修正；--unsafe 连同需要人确认的一起做，如在空白格中填 0。
改好了退出码为 0，没有可改的也是；--diff 有改动要做时为 1；出错为 2，此时什么也没有改。
标准输入「-」的结果写到标准输出。`,
			`Repair the form of the reports at each PATH: labels, headings, punctuation, ways to write dates and figures; never a
figure itself. Each change is listed, and what is left to people.
Only what cannot change the meaning is done; --unsafe does what a person must confirm, too, such as a 0 in a blank cell.
The exit code is 0 when all is done, or nothing was to do; with --diff it is 1 when there would be changes; 2 is an
error, and nothing was changed. What standard input (-) becomes is written to standard output.`),
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, paths []string) error { return t.fix(o, paths) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.diff, "diff", false, t.say("只显示改动（git apply 可用），不改文件；有改动时退出码为 1", "print the changes, for git apply, and write nothing; exit 1 when there are any"))
	f.BoolVar(&o.unsafe, "unsafe", false, t.say("也做要人确认的修正", "also make changes that a person must confirm"))
	f.BoolVar(&o.align, "align", false, t.say("同时对齐表格的竖线", "align the pipes of tables, too"))
	f.Var((*ruleNames)(&o.rules), "rule", t.say("只修正这条规则的结果；可写多次", "repair findings of this rule only; repeatable"))
	f.StringVar(&o.stdinName, "stdin-filename", "", t.say("标准输入所属的文件名", "the name of the file on standard input"))
	f.BoolVar(&o.forceExclude, "force-exclude", false, t.say("文件由 pre-commit 等工具列出：配置排除的不改，没有报告不算失败", "files are listed by a tool such as pre-commit: leave out what the configuration excludes; no report among them is no failure"))
	f.IntVar(&o.jobs, "jobs", 0, t.say("同时处理几个文件；0 为按处理器个数", "files handled at the same time; 0: one for each processor"))
	completeRules(cmd, t)
	return cmd
}

// fix repairs the files that paths mean.
func (t *tool) fix(o *fixOptions, paths []string) error {
	run, err := t.plan(o.check())
	if err != nil {
		return err
	}
	if err := t.mustKnowHere(o.rules); err != nil {
		return err
	}
	switch {
	case len(paths) == 1 && paths[0] == "-", len(paths) == 0 && o.stdinName != "":
		return t.fixInput(run, o)
	case slices.Contains(paths, "-"), o.stdinName != "":
		return t.problem("标准输入「-」不能和别的文件一起处理", "standard input (-) cannot be handled together with other files")
	}
	files, err := t.find(paths)
	if err != nil {
		return err
	}
	boundMemory(len(files), true)
	stop := t.progress(run, len(files))
	done, err := run.Fix(files, o.task())
	stop()
	switch {
	case err != nil:
		return err
	case len(done.Reports) == 0 && !o.forceExclude:
		return t.noReport(run, done.Passed, paths)
	case o.diff:
		return t.printPatches(done.Reports)
	}
	return t.writeFixed(o, paths, done.Reports)
}

// check are the flags of check that find what there is to repair.
func (o *fixOptions) check() *checkOptions {
	check := findingAll()
	check.forceExclude, check.jobs = o.forceExclude, o.jobs
	return check
}

// task is what is asked for.
func (o *fixOptions) task() fix.Task {
	return fix.Task{Align: o.align, Want: func(d *rules.Diagnostic, f *rules.Fix) bool {
		return (f.Safe || o.unsafe) && (len(o.rules) == 0 || slices.Contains(o.rules, d.Rule))
	}}
}

// fixInput repairs standard input. The text is written also when nothing
// changes: editors put it in place of what they have.
func (t *tool) fixInput(run *workspace.Run, o *fixOptions) error {
	name := o.stdinName
	if name == "" {
		name = "<stdin>"
	}
	fixed, err := run.FixText(name, t.in, o.task())
	if err != nil {
		return err
	}
	if o.diff {
		return t.printPatches([]workspace.Fixed{*fixed})
	}
	t.listChanges(t.err, fixed)
	_, err = t.out.Write(fixed.Data)
	return err
}

// printPatches prints what would change, on standard output only that.
func (t *tool) printPatches(reports []workspace.Fixed) error {
	var out bytes.Buffer
	changed := 0
	for i := range reports {
		f := &reports[i]
		if !f.Changed() {
			continue
		}
		out.WriteString(fix.Patch(f.File.Name, f.Before, f.Data))
		changed++
	}
	if _, err := t.out.Write(out.Bytes()); err != nil {
		return err
	}
	if changed > 0 {
		return errFindings
	}
	return nil
}

// writeFixed writes the reports that changed, each whole or not at all, and
// says what was done and what is left.
func (t *tool) writeFixed(o *fixOptions, paths []string, reports []workspace.Fixed) error {
	for i := range reports {
		if f := &reports[i]; f.Changed() {
			if err := atomicfile.Write(f.File.Path, f.Data); err != nil {
				return t.unwritable(f.File.Name, err)
			}
			t.listChanges(t.out, f)
		}
	}
	left, err := t.left(o, paths)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, t.repaired(reports, left))
	return nil
}

// listChanges prints a line for each change to a report.
func (t *tool) listChanges(out io.Writer, f *workspace.Fixed) {
	for _, c := range f.Changes {
		places := ""
		if c.Edits > 1 {
			places = t.say("（%d 处）", " (%d places)", c.Edits)
		}
		fmt.Fprintf(out, "%s:%d:%d: %s %s%s\n", printable(f.File.Name), c.At.Line, c.At.Column, c.Rule, printable(c.Title.In(t.lang)), places)
	}
}

// left checks the files again, now also against each other.
func (t *tool) left(o *fixOptions, paths []string) (*rules.Result, error) {
	check := o.check()
	run, err := t.plan(check)
	if err != nil {
		return nil, err
	}
	files, selection, err := t.selectFiles(run, check, paths)
	if err != nil {
		return nil, err
	}
	run.Shows = selection.shows
	outcome, err := run.Check(files)
	if err != nil {
		return nil, err
	}
	return outcome.Result, nil
}

// repaired sums up what was done, and what is left.
func (t *tool) repaired(reports []workspace.Fixed, left *rules.Result) string {
	files, changes := 0, 0
	for i := range reports {
		f := &reports[i]
		if f.Changed() {
			files++
		}
		for _, c := range f.Changes {
			changes += c.Edits
		}
	}
	unsafe := 0
	for _, d := range left.Diagnostics {
		if len(d.Fixes) > 0 && !slices.ContainsFunc(d.Fixes, func(f rules.Fix) bool { return f.Safe }) {
			unsafe++
		}
	}
	errs := left.Count(rules.Error)
	warnings := left.Count(rules.Warning) - errs
	s := t.say("没有要改的写法", "nothing to repair")
	if files > 0 {
		s = t.say("改了 %d 份报告，%d 处", "repaired %d report(s) in %d place(s)", files, changes)
	}
	if unsafe > 0 {
		s += t.say("；另有 %d 项可用 --unsafe 修正，请先看清楚", "; --unsafe repairs %d more finding(s), look at them first", unsafe)
	}
	if errs+warnings > 0 {
		s += t.say("；还有 %d 个错误、%d 个警告，用 gouji check 查看", "; %d error(s) and %d warning(s) are left, see gouji check", errs, warnings)
	}
	return s
}
