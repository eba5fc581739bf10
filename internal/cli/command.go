package cli

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commandNames are the subcommands, in the order of help.
func commandNames() []string {
	return []string{"check", "fix", "rules", "explain", "init", "new", "import", "baseline", "suppressions", "facts", "lsp", "config", "profile", "completion"}
}

// command returns the command with all its subcommands. Without the name of
// one it is check.
func (t *tool) command() *cobra.Command {
	root := t.checkCommand()
	root.Use = "gouji [PATH…]"
	root.Long = t.say("核对政府信息公开工作年度报告：章节、表格勾稽、日期、收费说明，以及正文与表格是否一致。",
		"Check annual reports on open government information: sections, table arithmetic, dates, fee statement, and text against tables.")
	showVersion := root.Flags().Bool("version", false, t.say("显示版本", "print the version"))
	check := root.RunE
	root.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case *showVersion:
			fmt.Fprintln(t.out, "gouji", versionText())
			return nil
		case len(args) == 0 && cmd.Flags().NFlag() == 0:
			return cmd.Help()
		}
		return check(cmd, args)
	}
	lang := newChoice("zh-CN", "zh-CN", "en")
	root.PersistentFlags().Var(lang, "lang", t.say("语言；默认取自环境变量 GOUJI_LANG", "language; GOUJI_LANG sets the default"))
	completeFlags(root, map[string][]string{"lang": lang.of})
	root.PersistentFlags().BoolP("help", "h", false, t.say("显示帮助", "print help"))
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpFunc(t.help)
	root.SetHelpCommand(t.helpCommand())
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return t.wordFlag(allFlags(cmd), err) })
	root.AddCommand(t.checkCommand(), t.fixCommand(), t.rulesCommand(), t.explainCommand(),
		t.initCommand(), t.newCommand(), t.importCommand(), t.baselineCommand(), t.suppressionsCommand(), t.factsCommand(), t.lspCommand(), t.configCommand(), t.profileCommand(), t.completionCommand())
	return root
}

// allFlags returns the flags of a command with those that all commands have.
func allFlags(cmd *cobra.Command) *pflag.FlagSet {
	all := pflag.NewFlagSet(cmd.Name(), pflag.ContinueOnError)
	all.SortFlags = false
	all.AddFlagSet(cmd.LocalFlags())
	all.AddFlagSet(cmd.InheritedFlags())
	return all
}
