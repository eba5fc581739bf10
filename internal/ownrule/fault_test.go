package ownrule_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/fault"
)

// Each fault is found when the configuration is read, and names line and
// column; in Chinese and in English.
func TestFaults(t *testing.T) {
	for _, c := range []struct{ rule, zh, en string }{
		{`message = "x"`, `1:1: 规则要有名称`, `1:1: a rule needs a name`},
		{`name = "City"`, `2:8: 规则名「City」只能用`, `2:8: rule name "City"`},
		{`name = "sum-mismatch"; message = "x"; forbid = ["甲乙"]`, `2:8: gouji 已有规则 sum-mismatch`, `2:8: gouji has a rule sum-mismatch already`},
		{`name = "a"`, `1:1: 规则 a 要写明有什么问题`, `1:1: rule a needs a message`},
		{`name = "a"; message = "x"`, `1:1: 规则 a 没有写查什么`, `1:1: rule a checks nothing`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; require = ["甲乙"]`, `4:10: require 和 forbid 只能写一项`, `4:10: require and forbid cannot stand in one rule`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; severity = "fatal"`, `5:12: 级别「fatal」不是`, `5:12: severity "fatal" is none of`},
		{`name = "a"; message = "x"; forbid = ["甲乙", "甲"]`, `4:17: 短语「甲」应有 2 至`, `4:17: phrase "甲" should have 2 to`},
		{`name = "a"; message = "x"; forbid = []`, `4:10: 要有 1 至`, `4:10: it takes 1 to`},
		{`name = "a"; message = "x"; forbid = ["甲。乙"]`, `4:11: 短语「甲。乙」首尾`, `4:11: phrase "甲。乙": no blanks`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; section = "总体清况"`, `5:11: 没有章节「总体清况」；是不是「总体情况」？`, `5:11: no section "总体清况"; did you mean "总体情况"?`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; over = "columns"`, `5:8: over 只用于 assert`, `5:8: over is for assert only`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; applies = { kinds = ["village"] }`, `5:22: 机关类别「village」不是`, `5:22: kind of organ "village" is none of`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; applies = { profiles = ["disclosure-2020"] }`, `5:25: 没有格式「disclosure-2020」`, `5:25: no format "disclosure-2020"`},
		{`name = "a"; message = "x"; forbid_pattern = "\u0061(有待"`, `4:19: 模式写得不对：missing closing )`, `4:19: faulty pattern: missing closing )`},
		{`name = "a"; message = "x"; forbid_pattern = ".*"`, `4:18: 模式在没有文字的地方也匹配`, `4:18: the pattern matches where there is nothing`},
		{`name = "a"; message = "x"; forbid_pattern = "[0-9]+年"`, `4:18: 模式中没有每次都出现的文字`, `4:18: the pattern has no text of two characters`},
		{`name = "a"; message = "x"; forbid_pattern = "甲乙(.{0,30}){0,30}"`, `4:18: 模式展开后太大`, `4:18: the pattern is too large`},
		{`name = "a"; message = "x"; forbid_pattern = "甲乙(.{0,300}){0,300}"`, `4:23: 模式写得不对：invalid repeat count`, `4:23: faulty pattern: invalid repeat count`},
	} {
		src := "[[rule]]\n" + strings.ReplaceAll(c.rule, "; ", "\n") + "\n"
		dir := t.TempDir()
		write(t, filepath.Join(dir, "gouji.toml"), `rule_files = ["city.toml"]`)
		write(t, filepath.Join(dir, "city.toml"), src)
		_, err := config.Load(filepath.Join(dir, "gouji.toml"))
		for lang, want := range map[string]string{"zh": c.zh, "en": c.en} {
			if got := in(err, lang); !strings.Contains(got, "city.toml:"+want) {
				t.Errorf("%s\ngot %s\nwant %s", src, got, want)
			}
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// in words an error that has two languages.
func in(err error, lang string) string {
	var f *fault.Fault
	if !errors.As(err, &f) {
		return fmt.Sprint(err)
	}
	at := f.Place.Position()
	return fmt.Sprintf("%s:%d:%d: %s", f.Place.File.Name, at.Line, at.Column, f.Message.In(lang))
}
