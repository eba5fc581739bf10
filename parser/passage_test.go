package parser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/report"
)

// blocksOf reads a page whose blocks are found by how.
func blocksOf(f *report.File, how func(p *Parser)) *report.Report {
	p := New()
	p.page.reset(f, signsIn(f.Src))
	p.page.begin(p.guard)
	how(p)
	p.page.end(p.guard)
	return &p.page.report
}

// sameBlocks holds that passages and goldmark read a page alike.
func sameBlocks(t *testing.T, src string) {
	t.Helper()
	f := report.NewFile("报告.md", src)
	want := blocksOf(f, func(p *Parser) {
		p.page.walk(p.markdown.Parse(p.page.newReader(0, len(p.page.text))))
	})
	got := blocksOf(f, func(p *Parser) { p.page.blocks(p.markdown) })
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(report.Span{}, report.Number{}), cmp.Comparer(func(a, b *report.File) bool { return a == b })); diff != "" {
		t.Errorf("%q: goldmark -, passages +\n%s", src, diff)
	}
}

var passages = []string{
	"# 甲 #\n## 乙\n##丙\n####### 丁\n#\n# #\n### ###\n#\t戊 ## \n正文\n# 己\n正文",
	"正文\n| a | b |\n| - | - |\n| 1 | 2 |\n附注\n\n| a |\n|---|\n\n|a|\n-\n",
	"正文\n===\n\n正文\n---\n- 一\n\n  二\n\n三\n    四\n\n1. 五\n\n六\n1.七\n1）八\n",
	"> 引\n正文\n\n```\n# 甲\n\n乙\n\n```\n\n丙\n\n~~~\n丁\n\n# 戊",
	"- ```\n  甲\n\n乙\n\n***\n**粗**\n* * *\n*斜*\n__下__\n___\n_ _\n\n   \n \t\r\n丙  \r\n丁\\\n",
	"\n\n  正文\n正文\n\n\t码\n\n- 一\n\n\t二\n\n三\n\n+ 四\n\n五\n\n- 六\n\n七\n\n1) 八\n\n九\n\n- 十\n\n- 十一\n",
	"<table><tr><td>1</td></tr></table>\n正文\n<table>\n<tr><td>1</td></tr>\n</table>\n- 一\n<div>\n二\n",
	"文\n<p><!--" + strings.Repeat("注", 64) + "-->字\n  <p style='" + strings.Repeat("a", 128) + "'>\n \n<p>题\n",
	"文 <!-- 注 -->\n字 <!-- 注 -->\n\n- 项 <!-- 注 -->\n- 项\n\n字 <!-- 注",
	"[a]: b\n\n[TABLE]\n=\n\n12\n12.\n12. \n12.a\n\x00\n\v\n\f\n",
}

func TestPassagesAreReadAsByGoldmark(t *testing.T) {
	for _, src := range passages {
		sameBlocks(t, src)
	}
	for _, pattern := range []string{"../testdata/forms/*.md", "../testdata/reports/*/*.md", "../*.md", "../rules/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sameBlocks(t, string(src))
		}
	}
}

// TestCommentsEndPassages: a comment is not part of the line that it ends, also
// when nothing ends the comment.
func TestCommentsEndPassages(t *testing.T) {
	gap := "<p><!--" + strings.Repeat("注", 64) + "-->"
	for _, src := range []string{"文<!--注-->", "文 <!-- 注 -->\n", "文  <!-- 注\n\n注", gap + "文 <!-- 注"} {
		blocks := Parse(report.NewFile("报告.md", src)).Blocks
		if len(blocks) != 1 || blocks[0].Prose.Text != "文" || blocks[0].Span.Text() != "文" {
			t.Errorf("%q: %v, want 文", src, blocks)
		}
	}
}

func FuzzPassages(f *testing.F) {
	for _, src := range passages {
		f.Add(src)
	}
	f.Fuzz(sameBlocks)
}
