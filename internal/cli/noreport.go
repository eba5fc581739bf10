package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/internal/workspace"
)

// noReport says why nothing was checked: that must not look like all is well.
func (t *tool) noReport(run *workspace.Run, passed []workspace.File, paths []string) error {
	if len(passed) == 0 {
		return t.problem("没有核对任何报告：%s中没有 Markdown 文件（*.md）%s", "checked no report: no Markdown file (*.md) in %s%s", t.quoted(paths), t.excluded(run))
	}
	first := &passed[0]
	switch {
	case len(passed) == 1 && first.Named && isDocument(first.Name):
		return t.problem("没有核对：「%s」不是 Markdown 文件，请先用 gouji import 转成 Markdown", "not checked: %q is not Markdown; turn it into Markdown with gouji import first", first.Name)
	case len(passed) == 1 && first.Named:
		return t.problem("没有核对：「%s」不像年度报告。标题应有「政府信息公开」和「报告」，或者有年度报告格式规定的章节、表格；别的报告见 gouji profile list",
			"not checked: %q does not look like a report. Its title should have 政府信息公开 and 报告, or it should have the sections and tables of the form; for other reports see gouji profile list", first.Name)
	}
	if i := slices.IndexFunc(passed, func(f workspace.File) bool { return run.Project.Unclaimed(&f) }); i >= 0 {
		return t.problem("没有核对任何报告：%d 个 Markdown 文件都不是报告；「%s」等不在 gouji.toml 中 files 所写的路径之内",
			"checked no report: none of the %d Markdown files is one; %q, for one, is not among files in gouji.toml", len(passed), passed[i].Name)
	}
	return t.problem("没有核对任何报告：%d 个 Markdown 文件都不像年度报告", "checked no report: none of the %d Markdown files looks like one", len(passed))
}

// excluded reminds of what the configuration of the current folder leaves out.
func (t *tool) excluded(run *workspace.Run) string {
	if c, _, err := configHere(run); err != nil || len(c.Exclude) == 0 {
		return ""
	}
	return t.say("，gouji.toml 中 exclude 排除的不算", ", apart from what exclude in gouji.toml leaves out")
}

// isDocument reports whether a file is of a kind that import reads.
func isDocument(name string) bool {
	return slices.Contains([]string{".docx", ".doc", ".wps", ".pdf", ".htm", ".html"}, strings.ToLower(filepath.Ext(name)))
}

func (t *tool) quoted(paths []string) string {
	if len(paths) == 0 {
		return t.say("当前文件夹", "the current folder")
	}
	return "「" + strings.Join(paths, "」「") + "」"
}
