package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/pflag"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/internal/workspace"
)

// issues is where faults of gouji are reported.
const issues = "https://github.com/gouji-lint/gouji/issues"

// problem returns an error that is worded already.
func (t *tool) problem(zh, en string, args ...any) error {
	return errors.New(t.say(zh, en, args...))
}

// word puts an error into the language of the user: what, where, and what to
// do about it.
func (t *tool) word(err error) string {
	var path *fs.PathError
	var crash *workspace.Crash
	var wrong *fault.Fault
	var fix *workspace.FixError
	switch {
	case errors.As(err, &wrong):
		return t.wordConfig(wrong)
	case errors.As(err, &fix):
		return t.say("「%s」没有改：有一项修正会改动数字，这是不允许的（%v）。这是 gouji 的缺陷，请附上这份文件告诉我们：%s",
			"%q was not changed: a fix would have changed a figure, which must never be (%v). This is a fault of gouji; please report it with the file: %s",
			fix.File, fix.Err, issues)
	case errors.As(err, &crash):
		return t.wordCrash(crash)
	case errors.As(err, &path):
		return t.wordPath(path, err)
	}
	return err.Error()
}

// notWritten is the error of a command that was to write a file and read
// others for it.
type notWritten struct{ error }

// Unwrap returns what went wrong.
func (e *notWritten) Unwrap() error { return e.error }

// wordPath says what is wrong with a path, and how many more there are.
func (t *tool) wordPath(err *fs.PathError, whole error) string {
	name, end := seen(err.Path), t.say("什么也没有检查", "nothing was checked")
	var unwritten *notWritten
	if errors.As(whole, &unwritten) {
		name, end = fromHere(err.Path), t.say("什么也没有写", "nothing was written")
	}
	var many *workspace.ReadError
	if errors.As(whole, &many) {
		if many.After > 0 {
			end = t.say("没有检查完", "not all was checked")
		}
		if many.More > 0 {
			end += t.say("；另有 %d 个文件也无法读取", "; %d more cannot be read", many.More)
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if near := nearest(name, commandNames()); len(near) > 0 {
			return t.say("找不到「%s」；是不是要运行 gouji %s？", "%q does not exist; did you mean gouji %s?", name, near[0])
		}
		if many == nil {
			return t.say("找不到「%s」", "%q does not exist", name)
		}
		return t.say("「%s」不在了，%s", "%q is gone; %s", name, end)
	case errors.Is(err, fs.ErrPermission):
		return t.say("没有权限读取「%s」，%s", "no permission to read %q; %s", name, end)
	}
	return t.say("无法读取「%s」，%s：%v", "cannot read %q, %s: %v", name, end, err.Err)
}

// fromHere returns a path as it is written from the current folder, also where
// it lies beside or above.
func fromHere(path string) string {
	dir, err := os.Getwd()
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(dir, path); err == nil {
		return filepath.ToSlash(rel)
	}
	return path // it is relative already
}

func (t *tool) wordCrash(c *workspace.Crash) string {
	doing := t.say("读取", "reading")
	if c.Rule != "" {
		doing = t.say("规则 %s ", "rule %s", c.Rule)
	}
	return t.say("「%s」没有检查完：%s在 %s 出错（%v）。这是 gouji 的缺陷，请附上这份文件告诉我们：%s",
		"%q was not checked to the end: %s failed at %s (%v). This is a fault of gouji; please report it with the file: %s",
		c.File, doing, c.Where, c.Value, issues)
}

// wordFlag puts an error about a flag into the language of the user.
func (t *tool) wordFlag(flags *pflag.FlagSet, err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			return t.problem("没有参数 -%s%s", "unknown flag -%s%s", name, t.suggest("", nil))
		}
		return t.problem("没有参数 --%s%s", "unknown flag --%s%s", name, t.suggest("--", nearest(name, flagNames(flags))))
	case errors.As(err, &missing):
		return t.problem("参数 --%s 后面要写一个值%s", "flag --%s needs a value%s", missing.GetFlag().Name, t.offered(missing.GetFlag()))
	case errors.Is(err, errNoRule):
		return t.problem("参数 --rule 后面要写规则的名称；用 gouji rules 查看全部规则", "flag --rule needs the name of a rule; see gouji rules")
	case errors.Is(err, errNoFile) && errors.As(err, &invalid):
		return t.problem("参数 --%s 的「%s」后面要写文件名", "flag --%s: name a file after %q", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int":
		return t.problem("参数 --%s 应为整数，不能是「%s」", "flag --%s must be a whole number, not %q", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &invalid):
		return t.problem("参数 --%s 不能是「%s」%s", "flag --%s cannot be %q%s", invalid.GetFlag().Name, invalid.GetValue(), t.offered(invalid.GetFlag()))
	}
	return err
}

// offered lists the values that a flag takes.
func (t *tool) offered(f *pflag.Flag) string {
	o, ok := f.Value.(interface{ offers() []string })
	if !ok {
		return ""
	}
	words := strings.Join(o.offers(), t.say("、", ", "))
	if f.Name == "kind" {
		words = t.kinds(o.offers())
	}
	return t.say("，可以是 %s", "; it can be %s", words)
}

// suggest asks whether one of a few names was meant, or points to the help.
func (t *tool) suggest(prefix string, near []string) string {
	if len(near) == 0 {
		return t.say("；用 gouji --help 查看全部参数", "; see gouji --help")
	}
	names := make([]string, len(near))
	for i, n := range near {
		names[i] = prefix + n
	}
	return t.say("；是不是 %s？", "; did you mean %s?", strings.Join(names, t.say("、", ", ")))
}

func flagNames(flags *pflag.FlagSet) (names []string) {
	flags.VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// printable keeps what a file is called from steering the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && !unicode.IsGraphic(r) {
			return '?'
		}
		return r
	}, s)
}
