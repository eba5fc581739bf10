package cli

import (
	"fmt"
	"os"

	"github.com/gouji-lint/gouji/rules"
)

// stopped says that there was no commit, and what to do now, where the rule is
// one that stopped it; a baseline that is out of date has said so itself.
// Where a hook stops git commit, what gouji prints is all that a person sees;
// git names the index to its hooks, so that tells.
func (t *tool) stopped(o *checkOptions, rule string) {
	shown := o.formats.orDefault()[0]
	if rule == "" || os.Getenv("GIT_INDEX_FILE") == "" || shown.format.Forge || shown.format.Name == "json" || shown.file != "" {
		return
	}
	fmt.Fprintln(t.out, t.say(`
没有提交。请改正上面的问题并保存，再运行 git add 和 git commit。
核实无误、不用改的，在那个段落或表格前写一行注释，写明理由：
<!-- gouji-disable-next-line %s: 理由 -->`, `
Nothing was committed. Mend what is shown above, save it, and run git add and git commit again.
What is right as it is gets a comment before its paragraph or table, with the reason:
<!-- gouji-disable-next-line %s: reason -->`, rule))
}

// firstRule returns the rule of the first finding at least so severe.
func firstRule(list []rules.Diagnostic, fails rules.Severity) string {
	for i := range list {
		if list[i].Severity >= fails {
			return list[i].Rule
		}
	}
	return ""
}
