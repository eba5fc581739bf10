package cli

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func (t *tool) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "help [COMMAND]",
		Short:  t.say("显示帮助", "print help"),
		Hidden: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return t.problem("没有命令 %s%s", "unknown command %s%s", args[0], t.suggest("", nearest(args[0], commandNames())))
			}
			return about.Help()
		},
	}
}

// help prints how a command is used.
func (t *tool) help(cmd *cobra.Command, _ []string) {
	fmt.Fprintf(t.out, "%s\n\n%s:\n  %s\n", cmd.Long, t.say("用法", "Usage"), usage(cmd))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(t.out, "  %s COMMAND …\n\n%s:\n", cmd.CommandPath(), t.say("命令", "Commands"))
		t.columns(subcommands(cmd))
	}
	fmt.Fprintf(t.out, "\n%s:\n", t.say("参数", "Flags"))
	t.columns(t.flagRows(allFlags(cmd)))
	if cmd.RunE != nil && cmd.Flags().Lookup("fail-on") != nil {
		fmt.Fprintf(t.out, "\n%s:\n", t.say("退出码", "Exit codes"))
		t.columns([][2]string{
			{"0", t.say("没有错误（--fail-on 可改）", "no error found (--fail-on changes this)")},
			{"1", t.say("有错误", "errors found")},
			{"2", t.say("没能核对：参数有误、文件打不开或没有报告", "could not check: bad flag, file that cannot be opened, or no report")},
		})
	}
}

func usage(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().Name() + " " + cmd.Use
	}
	return cmd.Use
}

func subcommands(cmd *cobra.Command) (rows [][2]string) {
	if cmd.HasParent() {
		for _, sub := range cmd.Commands() {
			rows = append(rows, [2]string{sub.Use, sub.Short})
		}
		return rows
	}
	for _, name := range commandNames() {
		if sub, _, err := cmd.Find([]string{name}); err == nil {
			rows = append(rows, [2]string{sub.Use, sub.Short})
		}
	}
	return rows
}

func (t *tool) flagRows(flags *pflag.FlagSet) (rows [][2]string) {
	flags.VisitAll(func(f *pflag.Flag) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		switch kind := f.Value.Type(); kind {
		case "bool":
		case "string", "stringSlice", "int":
			name += " " + valueName(f)
		default:
			name += " " + kind
		}
		text := f.Usage
		if c, ok := f.Value.(*choice); ok && c.value != "" && f.Name != "lang" {
			text += t.say("（默认 %s）", " (default %s)", c.value)
		}
		rows = append(rows, [2]string{name, text})
	})
	return rows
}

// valueName is what help calls the value of a flag.
func valueName(f *pflag.Flag) string {
	switch f.Name {
	case "out", "baseline", "stdin-filename", "form":
		return "FILE"
	case "since":
		return "REF"
	case "year":
		return "YEAR"
	case "jobs":
		return "N"
	}
	return "NAME"
}

// widestName is how wide a name may be to have its text beside it.
const widestName = 36

// columns prints names with what they mean beside them, or below where a
// name is long.
func (t *tool) columns(rows [][2]string) {
	width := 0
	for _, r := range rows {
		if w := displaywidth.String(r[0]); w <= widestName {
			width = max(width, w)
		}
	}
	for _, r := range rows {
		if w := displaywidth.String(r[0]); w <= width {
			fmt.Fprintf(t.out, "  %s%s  %s\n", r[0], strings.Repeat(" ", width-w), r[1])
		} else {
			fmt.Fprintf(t.out, "  %s\n  %s  %s\n", r[0], strings.Repeat(" ", width), r[1])
		}
	}
}
