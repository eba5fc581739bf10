package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

func (t *tool) completionCommand() *cobra.Command {
	shells := map[string]func(*cobra.Command) error{
		"bash":       func(root *cobra.Command) error { return root.GenBashCompletionV2(t.out, true) },
		"zsh":        func(root *cobra.Command) error { return root.GenZshCompletion(t.out) },
		"fish":       func(root *cobra.Command) error { return root.GenFishCompletion(t.out, true) },
		"powershell": func(root *cobra.Command) error { return root.GenPowerShellCompletionWithDesc(t.out) },
	}
	names := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: t.say("输出命令行补全脚本", "print a script that completes command lines"),
		Long: t.say("输出命令行补全脚本，SHELL 是 %s。例如在 bash 中：source <(gouji completion bash)",
			"Print a script that completes command lines in SHELL: %s. In bash: source <(gouji completion bash)", strings.Join(names, t.say("、", ", "))),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if generate := shells[args[0]]; generate != nil {
					return generate(cmd.Root())
				}
			}
			return t.problem("completion 后面要写一种 shell：%s", "completion needs the name of a shell: %s", strings.Join(names, t.say("、", ", ")))
		},
	}
}
