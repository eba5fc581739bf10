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
		{`name = "a"; message = "x\u001b]0;y\u0007"; forbid = ["甲乙"]`, `3:11: 有看不见的控制字符`, `3:11: there are control characters`},
		{`name = "a"; message = "x"; title = "x\u202ey"; forbid = ["甲乙"]`, `4:9: 有看不见的控制字符`, `4:9: there are control characters`},
		{`name = "a"; message = "x\ny"; forbid = ["甲乙"]`, `3:11: 要写在一行里`, `3:11: this has to be one line`},
		{`name = "a"; message = "x"; forbid = ["甲乙", "甲\u0000乙"]`, `4:17: 有看不见的控制字符`, `4:17: there are control characters`},
		{`name = "a"; message = "x"; page = "x\u001b"; forbid = ["甲乙"]`, `4:8: 有看不见的控制字符`, `4:8: there are control characters`},
		// Expressions: the place is inside the text, escapes and lines counted.
		{`name = "a"; message = "x"; assert = "本年新収 > 0"`, `4:11: 「本年新収」不是表中的行；是不是「本年新收」？`, `4:11: "本年新収" is no row of a table; did you mean "本年新收"?`},
		{`name = "a"; message = "x"; assert = "\u672c年新收 > 0 and 上年转结 > 0"`, `4:29: 「上年转结」不是表中的行`, `4:29: "上年转结" is no row`},
		{"name = \"a\"; message = \"x\"; assert = '''\n本年新收 > 0\n  and 总计.自然 > 0 and 总计.企业 > 0'''", `6:24: 「企业」不是表三的列，有的是 自然人、商业企业`, `6:24: "企业" is no column of 表三; there are 自然人`},
		{`name = "a"; message = "x"; assert = "表九.总计 > 0"`, `4:11: 「表九」不是表中的行`, `4:11: "表九" is no row`},
		{`name = "a"; message = "x"; assert = "表九.总计.自然人 > 0"`, `4:11: 没有表「表九」，有的是 表二、表三、表四`, `4:11: no table "表九"; there are 表二`},
		{`name = "a"; message = "x"; assert = "规章 > 0"`, `4:11: 「规章」有几列，写明哪一列：规章.本年制发件数`, `4:11: "规章" has several columns; name one: 规章.本年制发件数`},
		{`name = "a"; message = "x"; assert = "属于 > 0"`, `4:11: 「属于」可以是 表三.属于国家秘密、`, `4:11: "属于" can be 表三.属于国家秘密`},
		{`name = "a"; message = "x"; assert = "本年新收 + 1"`, `4:11: 这不是条件，结果是数`, `4:11: this is no condition, it gives a number`},
		{`name = "a"; message = "x"; assert = "1 == 1"`, `4:11: 条件没有用到报告中的数字`, `4:11: the condition reads no figure`},
		{`name = "a"; message = "x"; assert = "本年新收 / (1 - 1) > 0"`, `4:16: 除数为 0`, `4:16: division by zero`},
		{`name = "a"; message = "x"; assert = "本年新收 = 总计"`, `4:16: 相等写 ==`, `4:16: equality is written ==`},
		{`name = "a"; message = "x"; assert = "本年新收 ＝＝ 总计"`, `4:16: 表达式中用半角符号：「＝」写成 ==`, `4:16: write == for ＝`},
		{`name = "a"; message = "x"; assert = "本年新收 =="`, `4:17: 表达式没有写完`, `4:17: the expression ends too early`},
		{`name = "a"; message = "x"; assert = "(本年新收 > 0"`, `4:19: 表达式没有写完`, `4:19: the expression ends too early`},
		{`name = "a"; message = "x"; assert = "本年新收 > '5'"`, `4:16: > 的两边，一边是数，一边是文字`, `4:16: the two sides of > are a number and a text`},
		{`name = "a"; message = "x"; assert = "本年新收 and 总计 > 0"`, `4:16: and 要用条件`, `4:16: and takes a condition`},
		{`name = "a"; message = "x"; assert = "本年新收 > 1e3"`, `4:18: 数字写成 12 或 3.5 的样子`, `4:18: write a number like`},
		{`name = "a"; message = "x"; assert = "年度 in 2021..2025"`, `4:14: in 后面用 [ ] 列出`, `4:14: in takes a list`},
		{`name = "a"; message = "x"; assert = "年度 % 4 == 0"`, `4:14: 没有运算 %`, `4:14: there is no operator %`},
		{`name = "a"; message = "x"; assert = "len(机关) > 3"`, `4:11: 没有函数 len；函数有 abs`, `4:11: there is no function len; there are abs`},
		{`name = "a"; message = "x"; assert = "机关 matches '局$'"`, `4:14: 没有运算 matches`, `4:14: there is no operator matches`},
		{`name = "a"; message = "x"; assert = "本年新收 > 0"; over = "rows"`, `5:8: over 只能是 "columns"`, `5:8: over can be "columns" only`},
		{`name = "a"; message = "x"; assert = "本年新收 > 行政复议"; over = "columns"`, `4:18: over 用于一张表的各列`, `4:18: over is for the columns of one table`},
		{`name = "a"; message = "x"; assert = "本年新收.总计 > 0"; over = "columns"`, `4:11: over 用于各列`, `4:11: over is for each column`},
		{`name = "a"; message = "x"; forbid = ["甲乙"]; when = "类别 == 3"`, `5:12: == 的两边，一边是文字，一边是数`, `5:12: the two sides of == are a text and a number`},
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
