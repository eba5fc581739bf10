package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/atomicfile"
	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/skeleton"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// newOptions are the flags of new.
type newOptions struct {
	organ string
	year  int
	kind  *choice // "" is to be told
	out   string
}

func (t *tool) newCommand() *cobra.Command {
	o := &newOptions{kind: newChoice("", profile.Kinds()...)}
	cmd := &cobra.Command{
		Use:   "new --organ NAME --year YEAR",
		Short: t.say("写一份待填的报告，格式按年度", "write a report to fill in, in the form of its year"),
		Long: t.say(`写一份待填的年度报告：题名、各章节、表格、落款都按该年度的格式；表格里的数空着，仓库里有上一年报告的，把结转的数填好。
注释说明各处要写什么，写好后删去。文件名不写时按 gouji.toml 中的 files；已有的文件不会被覆盖。`,
			`Write an annual report to fill in: title, sections, tables and sign-off in the form of the year; cells are blank, and
what last year's report carried over is filled in when it is in the repository. Comments say what is to be written;
remove them when it is. Without --out, files in gouji.toml names the file; a file that is there is not overwritten.`),
		Args: t.takes(0),
		RunE: func(*cobra.Command, []string) error { return t.new(o) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.organ, "organ", "", t.say("机关全称", "full name of the organ"))
	f.IntVar(&o.year, "year", 0, t.say("报告年度，四位数", "the year reported on, four digits"))
	offer(cmd, "kind", t.say("机关的类别；默认取自 gouji.toml，或由名称推断", "kind of the organ; taken from gouji.toml, or told by the name"), o.kind)
	f.StringVar(&o.out, "out", "", t.say("写入的文件；「-」是标准输出", "the file to write; - is standard output"))
	return cmd
}

func (t *tool) new(o *newOptions) error {
	switch {
	case strings.TrimSpace(o.organ) == "" || strings.ContainsAny(o.organ, "\r\n"):
		return t.problem("请用 --organ 写明机关全称", "name the organ with --organ")
	case isStandIn(o.organ):
		return t.problem("「%s」不是机关的全称，请用 --organ 写明是哪个机关", "%q stands in for a name; name the organ in full with --organ", o.organ)
	case o.year < 1000 || o.year > 9999:
		return t.problem("请用 --year 写明报告年度，如 --year 2025", "say the year reported on with --year, such as --year 2025")
	}
	run, err := t.plan(findingAll())
	if err != nil {
		return err
	}
	c, root, err := configHere(run)
	if err != nil {
		return err
	}
	form := c.Library().ByYear(o.year)
	if form == nil || len(form.Tables) == 0 {
		return t.problem("没有 %d 年度的报告格式", "there is no form for reports on %d", o.year)
	}
	facts := skeleton.Facts{Organ: o.organ, Year: o.year, Kind: o.kind.value}
	if organ := c.Organ(o.organ); organ != nil {
		facts.Organ = organ.Name
		if facts.Kind == "" {
			facts.Kind = organ.Kind
		}
	}
	if facts.Kind == "" {
		facts.Kind = profile.KindOf(facts.Organ)
	}
	last, err := t.lastYear(run, root, facts)
	if err != nil {
		return &notWritten{err}
	}
	known := last.carried(form)
	facts.Known = func(ref profile.Ref) string { return known[ref] }
	text := skeleton.Write(form, facts)
	if o.out == "-" {
		_, err := io.WriteString(t.out, text)
		return err
	}
	out, err := t.placeFor(run, o.out, facts, last)
	if err != nil {
		return err
	}
	if err := t.writeNew(out, text); err != nil || len(known) == 0 {
		return err
	}
	fmt.Fprintln(t.out, t.say("上年结转的数取自 %s", "what was carried over comes from %s", last.path))
	return nil
}

// isStandIn reports whether the name has marks of a template in it, which no
// organ has in its own: 某市, XX局, ××县.
func isStandIn(organ string) bool {
	return strings.ContainsAny(organ, "某×＊*_＿") || strings.Contains(strings.ToUpper(organ), "XX") || strings.Contains(organ, "ＸＸ")
}

// configHere returns the configuration that holds in the current folder, and
// the folder that its patterns start from.
func configHere(run *workspace.Run) (c *config.Config, root string, err error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, "", err
	}
	c, _, err = run.Project.Of(filepath.Join(dir, "new.md"))
	if err != nil || c.Root == "" {
		return c, dir, err
	}
	return c, c.Root, nil
}

// earlier is last year's report of the organ. The zero earlier is none.
type earlier struct {
	path    string // of its file
	format  *profile.Profile
	figures map[profile.Ref]report.Number
}

// lastYear looks for last year's report of the organ below a folder.
func (t *tool) lastYear(run *workspace.Run, root string, f skeleton.Facts) (earlier, error) {
	files, err := t.find([]string{root})
	if err != nil {
		return earlier{}, err
	}
	var mutex sync.Mutex
	var found earlier
	_, _, err = run.Render(files, io.Discard, func(form *profile.Form) []byte {
		m := &form.Report.Meta
		if report.Fold(m.Organ.Value) != report.Fold(f.Organ) || m.Year.Value != strconv.Itoa(f.Year-1) {
			return []byte{}
		}
		mutex.Lock()
		defer mutex.Unlock()
		if name := form.Report.File.Name; found.path == "" || name < found.path {
			found = earlier{strings.Clone(name), form.Profile, figuresIn(form)}
		}
		return []byte{}
	})
	return found, err
}

// figuresIn returns the figures of a report.
func figuresIn(f *profile.Form) map[profile.Ref]report.Number {
	all := map[profile.Ref]report.Number{}
	for i := range f.Tables {
		t := &f.Tables[i]
		for row := range t.Rows {
			for column := range t.Def.Columns {
				if c := t.Cell(row, column); c != nil && c.Kind == report.Figure {
					all[t.Ref(row, column)] = c.Value
				}
			}
		}
	}
	return all
}

// carried gives the figures that go on from the report without anything
// added: what was carried over.
func (e *earlier) carried(form *profile.Profile) map[profile.Ref]string {
	known := map[profile.Ref]string{}
	links := form.Links()
	for i := range links {
		l := &links[i]
		if e.format == nil || len(l.Left) != 1 || len(l.Right) > 0 || !l.GoesOn(form, e.format) {
			continue
		}
		if prior := l.In(e.format); len(prior) == 1 && prior[0] >= 0 {
			if value, ok := e.figures[e.format.FigureRef(prior[0])]; ok {
				known[form.FigureRef(l.Left[0])] = value.String()
			}
		}
	}
	return known
}

// placeFor returns the file that a new report belongs to: the one asked for,
// or where the configuration has it, beside last year's.
func (t *tool) placeFor(run *workspace.Run, out string, f skeleton.Facts, last earlier) (string, error) {
	if out != "" {
		return out, nil
	}
	c, root, err := configHere(run)
	if err != nil {
		return "", err
	}
	organ := f.Organ
	if last.path != "" {
		_, rel, err := run.Project.Of(absolute(last.path))
		if err != nil {
			return "", err
		}
		if named, _, ok := c.Claims(rel); ok && named != "" {
			organ = named // the folder may have a short name
		}
	}
	name, ok := c.PathFor(organ, f.Year)
	if !ok {
		return f.Organ + strconv.Itoa(f.Year) + ".md", nil
	}
	return filepath.Join(root, filepath.FromSlash(name)), nil
}

// writeNew writes a report where there is none.
func (t *tool) writeNew(out, text string) error {
	if err := t.isFree(out); err != nil {
		return err
	}
	if err := t.create(out, text); err != nil {
		return err
	}
	shown := display(out)
	fmt.Fprintln(t.out, t.say("写好了 %s，请填写，再运行 gouji check %[1]s", "wrote %s; fill it in, then run gouji check %[1]s", shown))
	return nil
}

// isFree returns an error when there is something at the path.
func (t *tool) isFree(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return t.problem("已有文件「%s」，没有改动", "there is a file %q already; nothing was changed", display(path))
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// create writes a file, and makes the folders that it belongs to.
func (t *tool) create(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return t.unwritable(display(path), err)
	}
	if err := atomicfile.Write(path, []byte(text)); err != nil {
		return t.unwritable(display(path), err)
	}
	return nil
}

func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// display names a file from the current folder where it lies below it.
func display(path string) string {
	dir, err := os.Getwd()
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(rel) {
		path = rel
	}
	return filepath.ToSlash(path)
}
