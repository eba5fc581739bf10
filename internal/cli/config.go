package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/report"
)

func (t *tool) configCommand() *cobra.Command {
	short := t.say("查看或检查配置文件 gouji.toml", "show or check the configuration file gouji.toml")
	cmd := &cobra.Command{
		Use: "config show|verify|schema", Short: short, Long: short,
		Args: t.group,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	showShort := t.say("显示当前文件夹（或 FILE）适用的配置", "show what holds in the current folder, or for FILE")
	show := &cobra.Command{Use: "show [FILE]", Short: showShort, Long: showShort, Args: t.takes(1)}
	origin := show.Flags().Bool("origin", false, t.say("同时显示各项写在哪里", "show where each value is written"))
	show.RunE = func(_ *cobra.Command, files []string) error { return t.showConfig(files, *origin) }
	verifyShort := t.say("检查配置文件有没有错", "check the configuration file")
	verify := &cobra.Command{Use: "verify [FILE…]", Short: verifyShort, Long: verifyShort, Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, files []string) error { return t.verifyConfig(files) }}
	schemaShort := t.say("输出配置文件的 JSON Schema，供编辑器使用", "print a JSON Schema of the configuration file, for editors")
	schema := &cobra.Command{Use: "schema", Short: schemaShort, Long: schemaShort, Args: t.takes(0),
		RunE: func(*cobra.Command, []string) error {
			_, err := t.out.Write(config.Schema())
			return err
		}}
	cmd.AddCommand(show, verify, schema)
	return cmd
}

func (t *tool) showConfig(files []string, origin bool) error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "*")
	if len(files) > 0 {
		if file, err = filepath.Abs(files[0]); err != nil {
			return err
		}
	}
	c, rel, err := workspace.NewProject(dir, t.own...).Of(file)
	if err != nil {
		return err
	}
	if c.Path == "" {
		fmt.Fprintln(t.out, t.say("没有配置文件 gouji.toml，全部使用默认值", "there is no gouji.toml; the defaults hold"))
	} else {
		fmt.Fprintln(t.out, t.say("配置文件：%s", "configuration: %s", relative(dir, c.Path)))
	}
	for _, s := range c.Settings(rel, t.own...) {
		line := s.Key + strings.Repeat(" ", max(1, 32-displaywidth.String(s.Key))) + s.Value
		if origin {
			line += strings.Repeat(" ", max(2, 64-displaywidth.String(line))) + t.origin(dir, s.Origin)
		}
		fmt.Fprintln(t.out, line)
	}
	return nil
}

// origin says where a setting is written.
func (t *tool) origin(dir string, at report.Span) string {
	if at.IsZero() {
		return t.say("默认", "default")
	}
	return fmt.Sprintf("%s:%d", relative(dir, at.File.Name), at.Position().Line)
}

// relative returns a path as seen from dir where it lies below it.
func relative(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path
}

// seen returns a path as seen from the current folder where it lies below it.
func seen(path string) string {
	dir, err := os.Getwd()
	if err != nil {
		return path
	}
	return relative(dir, path)
}

// wordConfig says what is wrong with a configuration file.
func (t *tool) wordConfig(f *fault.Fault) string {
	at := f.Place.Position()
	return fmt.Sprintf("%s:%d:%d: %s", seen(f.Place.File.Name), at.Line, at.Column, f.Message.In(t.lang))
}

// verifyConfig checks the files named, or the one that holds here. A hook
// names those that a commit changes.
func (t *tool) verifyConfig(files []string) error {
	if len(files) == 0 {
		dir, err := os.Getwd()
		if err != nil {
			return err
		}
		path, ok := config.Find(dir)
		if !ok {
			return t.problem("没有找到配置文件 gouji.toml；用 gouji init 写一个", "there is no gouji.toml; gouji init makes one")
		}
		files = []string{path}
	}
	for _, f := range files {
		if _, err := config.Load(f, t.own...); err != nil {
			return err
		}
		fmt.Fprintln(t.out, t.say("%s 没有错误", "%s is valid", seen(f)))
	}
	return nil
}
