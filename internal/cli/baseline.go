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
		Args: cobra.NoArgs,
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
func (t *tool) everything(paths []string) (*workspace.Outcome, *selection, error) {
	o := &checkOptions{failOn: newChoice("never", "never"), level: newChoice("info", "info")}
	run, err := t.plan(o)
	if err != nil {
		return nil, nil, err
	}
	files, selection, err := t.selectFiles(run, o, paths)
	if err != nil {
		return nil, nil, err
	}
	run.Shows = selection.shows
	outcome, err := run.Check(files)
	return outcome, selection, err
}

func (t *tool) writeBaseline(path string, paths []string) error {
	outcome, _, err := t.everything(paths)
	if err != nil {
		return err
	}
	if outcome.Reports == 0 {
		return t.noReport(outcome.Passed, paths)
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
	outcome, selection, err := t.everything(paths)
	if err != nil {
		return err
	}
	_, stale := b.Filter(outcome.Diagnostics, lookedAt(b, selection))
	if len(stale) > 0 {
		if err := atomicfile.Write(path, b.Without(stale).Encode()); err != nil {
			return t.unwritable(path, err)
		}
	}
	fmt.Fprintln(t.out, t.say("从 %s 中删去了 %d 个已不再出现的结果", "%s: took out %d finding(s) that are gone", path, len(stale)))
	return nil
}

// lookedAt reports which files of the baseline the run looked at. One that is
// gone has no findings any more.
func lookedAt(b *baseline.Baseline, s *selection) func(string) bool {
	asked := map[string]bool{}
	for i := range s.files {
		asked[b.Name(s.files[i].Name)] = true
	}
	return func(file string) bool {
		_, err := os.Stat(b.Path(file))
		return asked[file] || errors.Is(err, fs.ErrNotExist)
	}
}

// known takes the findings that the baseline knows out of the result and
// says which of its entries are gone.
func (t *tool) known(path string, outcome *workspace.Outcome, s *selection, least rules.Severity) error {
	b, err := t.readBaseline(path)
	if err != nil {
		return err
	}
	fresh, stale := b.Filter(outcome.Diagnostics, lookedAt(b, s))
	outcome.Diagnostics = fresh
	outcome.Keep(least)
	if s.change == nil && len(stale) > 0 {
		fmt.Fprintln(t.err, t.say("gouji: 基线 %s 中有 %d 个结果已不再出现，如「%s」（%s）；用 gouji baseline prune 删去",
			"gouji: %[1]s: %[2]d finding(s) are gone, such as %[3]q (%[4]s); gouji baseline prune takes them out",
			path, len(stale), printable(stale[0].Message), printable(stale[0].File)))
	}
	return nil
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
	return t.problem("无法写入「%s」：%v", "cannot write %q: %v", path, err)
}
