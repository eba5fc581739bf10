package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/baseline"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/reporter"
	"github.com/gouji-lint/gouji/rules"
)

// checkOptions are the flags of check.
type checkOptions struct {
	formats       formats
	failOn, level *choice
	color, layout *choice
	rules         []string
	stdinName     string
	since         string
	staged        bool
	baseline      string
	forceExclude  bool
	jobs          int
}

// findingAll are the flags of check that leave no finding out.
func findingAll() *checkOptions {
	return &checkOptions{failOn: newChoice("never", "never"), level: newChoice("info", "info")}
}

func (t *tool) checkCommand() *cobra.Command {
	o := &checkOptions{
		failOn: newChoice("error", "error", "warning", "info", "never"),
		level:  newChoice("warning", "error", "warning", "info"),
		color:  newChoice("auto", "auto", "always", "never"),
		layout: newChoice("auto", "auto", "caret", "list"),
	}
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: t.say("核对报告（默认命令）", "check reports (the default command)"),
		Long: t.say("核对各 PATH 中的年度报告；PATH 是文件或文件夹，不写时是当前文件夹，「-」是标准输入。",
			"Check the reports at each PATH: a file or a folder, the current folder if there is none, - for standard input."),
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, paths []string) error { return t.check(o, paths) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(&o.formats, "format", t.say("输出格式；可写多次，写上 =FILE 则存入文件", "output format; repeatable; =FILE writes it to a file"))
	f.Var(o.failOn, "fail-on", t.say("有这一级或更重的结果时，退出码为 1", "exit 1 when there is a finding this severe or worse"))
	f.Var(o.level, "level", t.say("显示到哪一级", "show findings down to this severity"))
	f.Var((*ruleNames)(&o.rules), "rule", t.say("只用这条规则；可写多次", "use this rule only; repeatable"))
	f.BoolVar(&o.staged, "staged", false, t.say("只显示与下次提交所改的行有关的结果", "show only findings that touch a line of the next commit"))
	f.StringVar(&o.since, "since", "", t.say("只显示与 REF（分支或提交）以来所改的行有关的结果", "show only findings that touch a line changed since REF, a branch or commit"))
	f.StringVar(&o.baseline, "baseline", "", t.say("不显示这个基线文件中已有的结果", "do not show findings that this baseline file knows"))
	f.StringVar(&o.stdinName, "stdin-filename", "", t.say("标准输入所属的文件名", "the name of the file on standard input"))
	f.BoolVar(&o.forceExclude, "force-exclude", false, t.say("文件由 pre-commit 等工具列出：配置排除的不核对，没有报告不算失败", "files are listed by a tool such as pre-commit: leave out what the configuration excludes; no report among them is no failure"))
	f.Var(o.layout, "layout", t.say("版式：在原文下标记，或用文字列出", "mark the line of the report, or say it in words"))
	f.Var(o.color, "color", t.say("颜色", "colour"))
	f.IntVar(&o.jobs, "jobs", 0, t.say("同时核对几个文件；0 为按处理器个数", "files checked at the same time; 0: one for each processor"))
	completeFlags(cmd, map[string][]string{
		"format": o.formats.offers(), "fail-on": o.failOn.of, "level": o.level.of,
		"color": o.color.of, "layout": o.layout.of,
	})
	completeRules(cmd, t)
	return cmd
}

// check checks the files that paths mean and writes what it found.
func (t *tool) check(o *checkOptions, paths []string) error {
	start := time.Now()
	run, err := t.plan(o)
	if err != nil {
		return err
	}
	fails, mayFail := rules.ParseSeverity(o.failOn.value)
	out, err := t.output(o)
	if err != nil {
		return err
	}
	found, reports, passed, worst := 0, 0, []workspace.File(nil), ""
	stale, err := t.look(run, o, paths, func(outcome *workspace.Outcome) error {
		if worst == "" {
			worst = firstRule(outcome.Diagnostics, fails)
		}
		found += outcome.Count(fails)
		reports += outcome.Reports
		passed = append(passed, outcome.Passed...)
		return out.Part(outcome.Result)
	})
	if err != nil {
		return err
	}
	if reports == 0 && o.since == "" && !o.staged && !o.forceExclude {
		return t.noReport(run, passed, paths)
	}
	if err := out.End(time.Since(start)); err != nil {
		return err
	}
	if mayFail && (found > 0 || stale) {
		t.stopped(o, worst)
		return errFindings
	}
	return nil
}

// manyFiles is from how many files on memory is kept within bounds. Fewer need
// little, unless they are large; then a bound would cost a third more time.
const manyFiles = 2000

// spendMemory lets the heap grow to five times what is live before it is
// collected, unless the user has said otherwise: little is live, and at the
// default a third of the time would go into collecting it.
func spendMemory() {
	if !memorySet() {
		debug.SetGCPercent(400)
	}
}

// boundMemory keeps the memory as a whole to what many files need: their
// names, and where reports are compared, as many figures and as much text of
// each as that takes.
func boundMemory(files int, compares bool) {
	switch {
	case files < manyFiles || memorySet():
	case compares:
		debug.SetMemoryLimit(48<<20 + 3<<10*int64(files))
	default:
		debug.SetMemoryLimit(24<<20 + 256*int64(files))
	}
}

// memorySet reports whether the user has said how memory is spent.
func memorySet() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }

// plan turns flags into a run.
func (t *tool) plan(o *checkOptions) (*workspace.Run, error) {
	spendMemory()
	if o.jobs < 0 {
		return nil, t.problem("参数 --jobs 不能小于 0", "flag --jobs cannot be less than 0")
	}
	least, _ := rules.ParseSeverity(o.level.value)
	if fails, ok := rules.ParseSeverity(o.failOn.value); ok {
		least = min(least, fails) // what makes a run fail is shown
	}
	jobs := o.jobs
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	project, err := t.project()
	if err != nil {
		return nil, err
	}
	run := &workspace.Run{
		Rules: t.rules(), Library: profile.Standard(), Project: project,
		Force: o.forceExclude, Least: least, Jobs: jobs,
	}
	if len(o.rules) > 0 {
		run.Only = func(r *rules.Rule) bool { return slices.Contains(o.rules, r.Name) }
		run.Rules = slices.DeleteFunc(run.Rules, func(r *rules.Rule) bool { return !run.Only(r) })
	}
	return run, nil
}

// look looks at standard input, or at the files that paths mean, and tells
// what it found in one part or more. stale says that the baseline knows
// findings that are gone: left in it, they would hide the next ones.
func (t *tool) look(run *workspace.Run, o *checkOptions, paths []string, tell func(*workspace.Outcome) error) (stale bool, err error) {
	var base *baseline.Baseline
	least := run.Least
	if o.baseline != "" {
		if base, err = t.readBaseline(o.baseline); err != nil {
			return false, err
		}
		run.Least = rules.Info // whether an entry is gone shows only among all findings
	}
	files, selection, err := t.selectInput(run, o, paths)
	if err != nil {
		return false, err
	}
	if err := t.mustKnow(slices.Concat(t.rules(), run.Project.OwnRules()), o.rules); err != nil {
		return false, err
	}
	run.Shows = selection.shows
	boundMemory(len(files), run.Compares())
	stop := sync.OnceFunc(t.progress(run, len(files)))
	defer stop()
	if base == nil {
		return false, run.CheckInParts(files, func(outcome *workspace.Outcome) error {
			stop() // what comes now shows how far it is
			return tell(outcome)
		})
	}
	outcome, err := run.Check(files)
	stop()
	if err != nil {
		return false, err
	}
	gone := known(base, outcome, run, selection)
	outcome.Keep(least)
	if len(gone) > 0 {
		t.tellStale(o.baseline, base, gone)
	}
	return len(gone) > 0, tell(outcome)
}

// output returns where findings go: straight to standard output where the
// format allows it, and else first of all into memory.
func (t *tool) output(o *checkOptions) (reporter.Parts, error) {
	plain, err := t.options(o)
	if err != nil {
		return nil, err
	}
	shown := plain
	shown.Color, shown.Width = t.screen(o.color.value)
	sinks := o.formats.orDefault()
	if len(sinks) == 1 && sinks[0].file == "" && sinks[0].format.Begin != nil {
		return direct{t, sinks[0].format.Begin(t.out, shown)}, nil
	}
	return &whole{tool: t, sinks: sinks, plain: plain, shown: shown}, nil
}

// whole gathers a result and writes it in every format asked for.
type whole struct {
	*tool
	sinks        []sink
	plain, shown reporter.Options // of files, and of standard output
	result       rules.Result
}

// Part implements reporter.Parts.
func (w *whole) Part(r *rules.Result) error {
	w.result.Add(r)
	return nil
}

// End implements reporter.Parts. Files come first, so that nothing is printed
// when one cannot be written.
func (w *whole) End(elapsed time.Duration) error {
	w.plain.Elapsed, w.shown.Elapsed = elapsed, elapsed
	for _, s := range w.sinks {
		if s.file != "" {
			if err := w.writeFile(s, &w.result, w.plain); err != nil {
				return err
			}
		}
	}
	for _, s := range w.sinks {
		if s.file == "" {
			if err := w.print(s.format, &w.result, w.shown); err != nil {
				return w.unprintable(err)
			}
		}
	}
	return nil
}

// direct writes to standard output.
type direct struct {
	*tool
	parts reporter.Parts
}

// Part implements reporter.Parts.
func (d direct) Part(r *rules.Result) error { return d.unprintable(d.parts.Part(r)) }

// End implements reporter.Parts.
func (d direct) End(elapsed time.Duration) error { return d.unprintable(d.parts.End(elapsed)) }

// unprintable words an error of writing to standard output.
func (t *tool) unprintable(err error) error {
	if err == nil {
		return nil
	}
	return t.problem("无法输出结果：%v", "cannot write the result: %v", err)
}

func layouts() map[string]reporter.Layout {
	return map[string]reporter.Layout{"auto": reporter.Auto, "caret": reporter.Full, "list": reporter.List}
}
