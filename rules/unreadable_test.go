package rules_test

import (
	"testing"

	"github.com/gouji-lint/gouji/internal/ruletest"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Of a file that could not be read only this is said, not that all its
// sections and tables are missing.
func TestUnreadableFile(t *testing.T) {
	tests := []struct {
		name   string
		data   string
		limits parser.Limits
		want   string
	}{
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", parser.Limits{},
			"x.md:1:1: error[file-unreadable/not-text] 文件不是 UTF-8 或 GB18030 编码的文本，未核对\n"},
		{"too large", "# 某局2023年政府信息公开工作年度报告\n", parser.Limits{Bytes: 10},
			"x.md:1:1: error[file-unreadable/too-large] 文件太大，未核对：上限 10 字节，实为 52\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := parser.New()
			p.Limits = test.limits
			checker := rules.NewChecker(rules.All())
			form := profile.Standard().Bind(p.Read("x.md", []byte(test.data)))
			result := checker.Finish([]*rules.FileResult{checker.Report(form, nil)})
			if got := ruletest.List(result); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
		})
	}
}
