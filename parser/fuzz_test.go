package parser

import (
	"bytes"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
)

// FuzzParse: nothing makes the parser panic, and what is true of every report
// is true of what it makes of anything.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"",
		"#",
		"# 某局2023年政府信息公开工作年度报告\n\n一、总体情况\n2023年，**我局**。\n\n某局\n2024年1月17日\n",
		"| 项目 | 数 |\r\n| --- | ---: |\r\n| 规\\|章 | 3件 | 4 |\r\n| `a` |\r\n注：无\r\n",
		"a | b\n--|--\n1 | 2\n---\n",
		"<table><tr><td rowspan=3 colspan=2>一<br>二</td><td>&nbsp;0</td></tr>\n\n<tr><td>3</table>三、",
		"<table><tr><td><table><tr><td>1</td><td>2</td></tr></table>",
		"<div><p>一、<b>总体</b></p><h2>二</h2></div><!-- gouji-disable-next-line a/b，c：因 -->\n正文<!-- x\ny -->文",
		"---\n机关: \"某局\"\nyear: 2023\ntags: [a, b]\n---\n1. 甲\n2. 乙\n   1. 丙\n\n> 引\n\n\t缩进\n",
		"+++\nyear = 2023\n[a]\nb = ['c']\n+++\n![图](a.png \"t\") [链](b) <http://c> &ldquo;x&rdquo;",
		"  --- ---\n  甲   1\n  --- ---\n\n+--+\n|a |\n+--+\n\n|\n甲\n|\n1\n|\n\n[TABLE]\n",
		"```\n<table>\n```\n~~~\n|a|b|\n***a**_b__*\u3000\u00a0\\\n",
		"d>1<tr<table>><td><table><qr>\n\n\ne",
		"\ufeff一\r二\r三\x00\xff\xfe",
	} {
		f.Add(seed)
	}
	p := New()
	f.Fuzz(func(t *testing.T, src string) {
		r := p.Parse(report.NewFile("报告.md", src))
		check(t, r)
	})
}

// FuzzRead does the same from bytes on disk, in either encoding.
func FuzzRead(f *testing.F) {
	f.Add([]byte("# 报告\n"))
	f.Add([]byte("\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6\x81\x30\x81\x30\x80\n"))
	f.Add([]byte("\xc3=\xf400"))
	p := New()
	f.Fuzz(func(t *testing.T, data []byte) {
		r := p.Read("报告.md", data)
		check(t, r)
		last := -1
		for i := 0; i <= len(r.File.Src); i++ {
			disk := r.File.Disk(i)
			if disk < last || r.File.Src != "" && disk > len(data) {
				t.Fatalf("byte %d is %d on disk, the one before %d of %d", i, disk, last, len(data))
			}
			last = disk
		}
	})
}

// FuzzTokens compares tags with those of the tokenizer of x/net/html, which
// for tables need not know of raw text.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{
		"<table><tr class='a>b' x=\"1\"/><td/ >1<2</td></tr></table>",
		"<!-- a --!><!--><!---><!x>< a></><?p?></ b><b\n=c=d e= 'f' /g=h>",
		"<a b=\"c></a><a b=c\"d></A  x>",
		"<", "</", "<!", "<!-", "<!--", "<!-----!>-->", "<a", "<a b", "<a b=", "<a/", "x</y",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		z := html.NewTokenizer(bytes.NewReader([]byte(src)))
		at, ours := 0, 0
		for {
			kind := z.Next()
			size := len(z.Raw())
			if kind == html.ErrorToken {
				break
			}
			if kind == html.StartTagToken || kind == html.SelfClosingTagToken || kind == html.EndTagToken {
				name, _ := z.TagName()
				z.NextIsNotRawText()
				got, e := nextTag(src, &ours)
				if want := (extent{at, at + size}); e != want || isBlockTag(string(name)) && got != string(name) {
					t.Fatalf("%q: tag %q at %v, want %q at %v", src, got, e, name, want)
				}
			}
			at += size
		}
		if name, e := nextTag(src, &ours); e.end > 0 {
			t.Fatalf("%q: one more tag %q at %v", src, name, e)
		}
	})
}

// nextTag returns the next tag from *at on, zero when there is none.
func nextTag(src string, at *int) (name string, e extent) {
	for {
		kind, end := nextToken(src, *at)
		e = extent{*at, end}
		*at = end
		switch kind {
		case noToken:
			return "", extent{}
		case openToken, closeToken:
			return nameOf(src[e.start:e.end]), e
		}
	}
}

// FuzzCells compares cells with those of goldmark's table extension: what it
// keeps as a cell is one here, at the same place. It drops the cells beyond
// the header's, and accepts a header that is too short, which GitHub does not.
func FuzzCells(f *testing.F) {
	for _, seed := range []string{
		"| a | b |\n| --- | --- |\n| 1 | 2 |\n",
		"a|b\n-|-\n1|2|3\n4\n",
		"文\n| a \\| x | `b|c` |\n|:-:|--:|\n|  || 3 |\n  | 4 | 5\n",
		"- | a |\n  | - |\n  | 1 |\n\n> | b |\n> | - |\n> 2\n",
		"a\n:-\nb\n\n| a |\n| - |\n\n| \u3000 | b\u00a0|\n|---|---|\n|\\||\t|\n",
		"|a|\n|-|\n---\n|b|\n===\n",
		"    | a |\n    | - |\n| a |\n\t| - |\n| c |\n",
	} {
		f.Add(seed)
	}
	yardstick := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	g := &guard{}
	ours := newMarkdown(g)
	f.Fuzz(func(t *testing.T, src string) {
		// HTML is read by other rules, see mask.
		if len(src) > 4096 || bytes.ContainsAny([]byte(src), "<\r\x00") {
			return
		}
		source := []byte(src)
		got := map[extent]bool{}
		g.reset()
		for _, row := range ourRows(ours, source) {
			for _, e := range row {
				got[trimASCII(source, e)] = true
			}
		}
		if g.deep >= 0 {
			return // a table in seventeen quotes
		}
		for _, e := range goldmarkCells(yardstick, source) {
			if !got[e] {
				t.Fatalf("%q: goldmark has a cell %q at %d-%d, ours are %v", src, source[e.start:e.end], e.start, e.end, got)
			}
		}
	})
}

// splitRow returns the cells of the row source[at.start:at.end]: what stands
// between its pipes, blanks and all.
func splitRow(source []byte, at extent) (cells []extent) {
	row := source[at.start:at.end]
	for pos, limit := rowBounds(row); pos < limit; {
		end := pos + cellEnd(row[pos:limit])
		cells = append(cells, extent{at.start + pos, at.start + end})
		pos = end + 1
	}
	return cells
}

// ourRows returns the cells of all rows as they are split.
func ourRows(p parser.Parser, source []byte) (rows [][]extent) {
	root := p.Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if table, ok := n.(*textNode); ok && table.width > 0 && entering {
			for i := range table.Lines().Len() {
				if line := table.Lines().At(i); i != 1 {
					rows = append(rows, splitRow(source, extent{line.Start, line.Stop}))
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return rows
}

// goldmarkCells returns the cells with text that goldmark keeps.
func goldmarkCells(p parser.Parser, source []byte) (cells []extent) {
	root := p.Parse(text.NewReader(source))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if table, ok := n.(*east.Table); ok && entering {
			for header := table.FirstChild().FirstChild(); header != nil; header = header.NextSibling() {
				if header.Lines().Len() == 0 {
					return ast.WalkSkipChildren, nil // padded: too short
				}
			}
		}
		if cell, ok := n.(*east.TableCell); ok && entering && cell.Lines().Len() == 1 {
			if s := cell.Lines().At(0); s.Stop > s.Start {
				cells = append(cells, extent{s.Start, s.Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	return cells
}

func trimASCII(source []byte, e extent) extent {
	s := source[e.start:e.end]
	e.start += util.TrimLeftSpaceLength(s)
	if e.start < e.end {
		e.end -= util.TrimRightSpaceLength(source[e.start:e.end])
	}
	return e
}
