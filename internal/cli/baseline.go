package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/atomicfile"
	"github.com/gouji-lint/gouji/internal/baseline"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/rules"
)

func (t *tool) baselineCommand() *cobra.Command {
	short := t.say("记下现有的结果，以后只报新的", "remember today's findings, so that only new ones are reported")
	cmd := &cobra.Command{
		Use: "baseline write|prune [PATH…]", Short: short, Long: short,
		Args: t.group,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	file := cmd.PersistentFlags().String("baseline", baseline.Name, t.say("基线文件", "the baseline file"))
	cmd.AddCommand(
		&cobra.Command{
			Use:   "write [PATH…]",
			Short: t.say("把现有的结果写入基线文件", "write today's findings to the baseline file"),
			Long:  t.say("把现有的结果写入基线文件", "write today's findings to the baseline file"),
			Args:  cobra.ArbitraryArgs,
			RunE:  func(_ *cobra.Command, paths []string) error { return t.writeBaseline(*file, paths) },
		},
		&cobra.Command{
			Use:   "prune [PATH…]",
			Short: t.say("从基线文件中删去已不再出现的结果", "take findings that are gone out of the baseline file"),
			Long:  t.say("从基线文件中删去已不再出现的结果", "take findings that are gone out of the baseline file"),
			Args:  cobra.ArbitraryArgs,
			RunE:  func(_ *cobra.Command, paths []string) error { return t.pruneBaseline(*file, paths) },
		},
	)
	return cmd
}

// everything returns all findings of the files, whatever their severity.
func (t *tool) everything(paths []string) (*workspace.Outcome, *workspace.Run, *selection, error) {
	o := findingAll()
	run, err := t.plan(o)
	if err != nil {
		return nil, nil, nil, err
	}
	files, selection, err := t.selectFiles(run, o, paths)
	if err != nil {
		return nil, nil, nil, err
	}
	run.Shows = selection.shows
	boundMemory(len(files), true)
	stop := t.progress(run, len(files))
	outcome, err := run.Check(files)
	stop()
	return outcome, run, selection, err
}

func (t *tool) writeBaseline(path string, paths []string) error {
	outcome, run, _, err := t.everything(paths)
	if err != nil {
		return err
	}
	if outcome.Reports == 0 {
		return t.noReport(run, outcome.Passed, paths)
	}
	b := baseline.Of(path, outcome.Diagnostics)
	if err := atomicfile.Write(path, b.Encode()); err != nil {
		return t.unwritable(path, err)
	}
	fmt.Fprintln(t.out, t.say("已将 %d 个结果写入 %s；核对时加上 --baseline %s，只显示新的结果",
		"wrote %d finding(s) to %s; check with --baseline %s to see only new ones", len(b.Entries), path, path))
	return nil
}

func (t *tool) pruneBaseline(path string, paths []string) error {
	b, err := t.readBaseline(path)
	if err != nil {
		return err
	}
	outcome, run, selection, err := t.everything(paths)
	if err != nil {
		return err
	}
	_, stale := b.Filter(outcome.Diagnostics, lookedFor(b, run, selection))
	if len(stale) > 0 {
		if err := atomicfile.Write(path, b.Without(stale).Encode()); err != nil {
			return t.unwritable(path, err)
		}
	}
	fmt.Fprintln(t.out, t.say("从 %s 中删去了 %d 个已不再出现的结果", "%s: took out %d finding(s) that are gone", path, len(stale)))
	return nil
}

// lookedFor reports which entries of the baseline the run would have found:
// those of its rules in the files that it looked at. A file that is gone has
// no findings any more.
func lookedFor(b *baseline.Baseline, run *workspace.Run, s *selection) func(baseline.Entry) bool {
	asked := map[string]bool{}
	for i := range s.files {
		asked[b.Name(s.files[i].Name)] = true
	}
	return func(e baseline.Entry) bool {
		if run.Only != nil && !run.Only(&rules.Rule{Name: e.Rule}) {
			return false
		}
		_, err := os.Stat(b.Path(e.File))
		return asked[e.File] || errors.Is(err, fs.ErrNotExist)
	}
}

// known takes the findings that the baseline knows out of the result and
// returns those of its entries whose finding is gone. Among the findings of a
// change nobody can tell.
func known(b *baseline.Baseline, outcome *workspace.Outcome, run *workspace.Run, s *selection) (stale []baseline.Entry) {
	outcome.Diagnostics, stale = b.Filter(outcome.Diagnostics, lookedFor(b, run, s))
	if s.change != nil {
		return nil
	}
	return stale
}

// tellStale says which entries of the baseline are to be taken out of it.
func (t *tool) tellStale(path string, b *baseline.Baseline, stale []baseline.Entry) {
	fmt.Fprintln(t.err, t.say("gouji: 基线 %s 中有 %d 个结果已不再出现，如第 %d 行「%s」（%s）；用 gouji baseline prune 删去",
		"gouji: %[1]s: %[2]d finding(s) are gone, such as %[4]q in line %[3]d (%[5]s); gouji baseline prune takes them out",
		path, len(stale), b.Place(stale[0]).Position().Line, printable(stale[0].Message), printable(stale[0].File)))
}

func (t *tool) readBaseline(path string) (*baseline.Baseline, error) {
	b, err := baseline.Read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, t.problem("找不到基线文件「%s」；用 gouji baseline write 写一个", "there is no baseline file %q; gouji baseline write makes one", path)
	}
	return b, err
}

func (t *tool) unwritable(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return t.problem("没有权限写入「%s」", "no permission to write %q", path)
	case errors.Is(err, fs.ErrNotExist):
		return t.problem("无法写入「%s」：没有这个文件夹", "cannot write %q: there is no such folder", path)
	}
	return t.problem("无法写入「%s」：%v", "cannot write %q: %v", path, err)
}
