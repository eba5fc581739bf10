package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// takes has a command take at most so many arguments.
func (t *tool) takes(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) <= most {
			return nil
		}
		name := strings.TrimPrefix(cmd.CommandPath(), "gouji ")
		if most == 0 {
			return t.problem("%s 后面不写别的，不认识「%s」", "%s takes no argument; what is %q?", name, args[0])
		}
		return t.problem("%s 后面最多写 %d 个，多了「%s」", "%s takes %d at most; what is %q?", name, most, args[most])
	}
}

// group has a command that only holds others take the name of one of these.
func (t *tool) group(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	hint := t.say("，有 %s", "; there are %s", strings.Join(names, t.say("、", ", ")))
	if near := nearest(args[0], names); len(near) > 0 {
		hint = t.suggest(cmd.CommandPath()+" ", near)
	}
	return t.problem("没有命令 %s %s%s", "unknown command %s %s%s", cmd.CommandPath(), args[0], hint)
}
