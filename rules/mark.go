package rules

import (
	"strings"
	"unicode/utf8"
)

// pageWords are words of a web page around the report.
var pageWords = []string{
	"字体：", "字体:", "字号：", "字号:", "【字体", "【大", "分享到", "打印本页", "【打印", "打印】", "关闭窗口", "【关闭", "扫一扫", "浏览次数", "阅读次数",
	"访问次数", "点击数", "点击率", "访问量", "当前位置", "您的位置", "您现在的位置", "上一篇", "下一篇", "返回顶部",
}

// longestChrome bounds, in bytes, a line of a web page that is no text.
const longestChrome = 180

// chrome returns where a line has words of a web page. A sentence may speak
// of sharing and printing.
func chrome(text string) (from, to int) {
	if len(text) > longestChrome || strings.Contains(text, "。") {
		return 0, 0
	}
	for _, word := range pageWords {
		if i := strings.Index(text, word); i >= 0 {
			return i, i + len(word)
		}
	}
	return 0, 0
}

// markup returns where a text has a mark that should not be seen.
func markup(text string) (from, to int) {
	if from, to = leadingMark(text); from < to {
		return from, to
	}
	if strings.IndexByte(text, '&') >= 0 {
		if from, to = entity(text); from < to {
			return from, to
		}
	}
	if strings.IndexByte(text, '<') >= 0 || strings.IndexByte(text, '>') >= 0 {
		return angle(text)
	}
	return 0, 0
}

// leadingMark finds the marks of a heading or of bold type that Markdown did
// not take for such: ##一、 lacks a blank, **一、 its end.
func leadingMark(text string) (from, to int) {
	rest := strings.TrimLeft(text, "#*")
	size := len(text) - len(rest)
	if size == 0 || strings.HasPrefix(text, "*") && size < 2 {
		return 0, 0
	}
	if r, _ := utf8.DecodeRuneInString(rest); r < 0x2E80 {
		return 0, 0 // #1, a name masked
	}
	return 0, size
}

// entity finds what is left of a character reference: &amp;nbsp;.
func entity(text string) (from, to int) {
	for _, word := range [...]string{"&nbsp", "&amp", "&lt", "&gt", "&quot", "&ldquo", "&rdquo", "&mdash", "&#", "&emsp", "&ensp"} {
		if i := strings.Index(text, word); i >= 0 {
			return i, i + len(word)
		}
	}
	return 0, 0
}

// angle finds a tag, or a < or > on its own. In pairs they may stand for 〈〉,
// and next to a figure they compare.
func angle(text string) (from, to int) {
	if i := tag(text); i >= 0 {
		return i, i + strings.IndexByte(text[i:], '>') + 1
	}
	open := -1
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] != '<' && text[i] != '>' || compares(text, i):
		case text[i] == '<' && open < 0:
			open = i
		case text[i] == '>' && open >= 0:
			open = -1
		default:
			return i, i + 1
		}
	}
	if open >= 0 {
		return open, open + 1
	}
	return 0, 0
}

// compares reports whether the sign at i stands next to a figure or is part
// of an arrow.
func compares(text string, i int) bool {
	before := strings.TrimRight(text[max(0, i-10):i], blanks)
	behind := strings.TrimLeft(text[i+1:min(len(text), i+10)], blanks)
	return asciiLetterAt(before, behind) || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "=") ||
		strings.HasPrefix(behind, "-") || strings.HasPrefix(behind, "=")
}

// longestTag bounds, in bytes, how far its end is looked for.
const longestTag = 500

// tag returns where a tag of HTML begins, -1 when none does.
func tag(text string) int {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '<')
		if i < 0 {
			return -1
		}
		at += i + 1
		name := strings.TrimPrefix(text[at:min(len(text), at+longestTag)], "/")
		if name != "" && name[0]|0x20 >= 'a' && name[0]|0x20 <= 'z' && strings.IndexByte(name, '>') >= 0 && !strings.Contains(name, "@") {
			return at - 1
		}
	}
}
