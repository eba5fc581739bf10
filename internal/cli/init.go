package cli

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/atomicfile"
	"github.com/gouji-lint/gouji/internal/config"
)

//go:embed init.toml
var initialConfig []byte

func (t *tool) initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: t.say("写一个配置文件 gouji.toml", "write a configuration file gouji.toml"),
		Long: t.say("在当前文件夹写一个配置文件 gouji.toml，并显示怎样接入 git 钩子和 GitHub Actions。",
			"Write gouji.toml in the current folder, and print the lines for a git hook and for GitHub Actions."),
		Args: t.takes(0),
		RunE: func(*cobra.Command, []string) error { return t.init() },
	}
}

func (t *tool) init() error {
	if _, err := os.Lstat(config.Name); err == nil {
		return t.problem("这里已有 %s，没有改动", "there is a %s here already; nothing was changed", config.Name)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := atomicfile.Write(config.Name, initialConfig); err != nil {
		return t.unwritable(config.Name, err)
	}
	major, _, _ := strings.Cut(version, ".")
	fmt.Fprint(t.out, t.say(`已写好 gouji.toml，请按注释修改。

提交时自动核对：把下面几行写入 .pre-commit-config.yaml，再运行 pre-commit install --install-hooks

`, `wrote gouji.toml; change it as its comments say.

To check every commit, put these lines into .pre-commit-config.yaml and run pre-commit install --install-hooks

`), fmt.Sprintf(hookLines, version), t.say(`
在 GitHub 的拉取请求里批注：把下面几行写入 .github/workflows/gouji.yml

`, `
To annotate pull requests on GitHub, put these lines into .github/workflows/gouji.yml

`), fmt.Sprintf(workflowLines, major))
	return nil
}

// hookLines use the version as a hook.
const hookLines = `repos:
  - repo: https://github.com/gouji-lint/gouji
    rev: v%s
    hooks:
      - id: gouji
`

// workflowLines use the major version as an action.
const workflowLines = `name: gouji
on: [push, pull_request]
permissions:
  contents: read
jobs:
  gouji:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: gouji-lint/gouji@v%s
`
