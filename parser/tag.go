package parser

import "strings"

// tag is an HTML tag in the source.
type tag struct {
	extent
	name  string // lower case, "" when there is no tag
	close bool
}

// maxTag bounds the bytes of a tag that is looked at. Word processors write
// styles of some hundred bytes.
const maxTag = 8 << 10

// tagAt reads the tag at src[at], which is '<'. A tag ends at '>' outside of
// quotes; a blank line or another '<' means that there was none.
func tagAt(src string, at int) (t tag, ok bool) {
	i := at + 1
	if i < len(src) && src[i] == '/' {
		t.close = true
		i++
	}
	end := i
	for end < len(src) && isNameByte(src[end]) {
		end++
	}
	if end == i || end-i > 16 || !isLetter(src[i]) {
		return tag{}, false
	}
	t.name = strings.ToLower(src[i:end])
	stop, ok := tagEnd(src, end)
	t.extent = extent{at, stop}
	return t, ok
}

// tagEnd returns the offset behind the '>' that closes the tag whose name
// ends at from.
func tagEnd(src string, from int) (int, bool) {
	if from < len(src) && !strings.ContainsRune(" \t\r\n/>", rune(src[from])) {
		return 0, false
	}
	quote := byte(0)
	for i := from; i < len(src) && i-from < maxTag; i++ {
		switch c := src[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return i + 1, true
		case c == '<':
			return 0, false
		case (c == '"' || c == '\'') && src[i-1] == '=':
			quote = c
		case c == '\n' && blankLineAt(src, i+1):
			return 0, false
		}
	}
	return 0, false
}

// attribute returns the value of the attribute called name in a tag.
func attribute(tag, name string) string {
	for i := 0; ; {
		j := strings.Index(tag[i:], name)
		if j < 0 {
			return ""
		}
		i += j + len(name)
		rest := strings.TrimLeft(tag[i:], " ")
		if !strings.HasPrefix(rest, "=") || j > 0 && isNameByte(tag[i-len(name)-1]) {
			continue
		}
		rest = strings.TrimLeft(rest[1:], " ")
		if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
			value, _, _ := strings.Cut(rest[1:], rest[:1])
			return value
		}
		value, _, _ := strings.Cut(strings.TrimRight(rest, "/>"), " ")
		return value
	}
}

// isBlockTag reports whether a tag parts the text before it from the text
// behind it.
func isBlockTag(name string) bool {
	switch name {
	case "p", "div", "center", "section", "article", "header", "footer", "main", "nav", "aside",
		"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
		"figure", "figcaption", "details", "summary", "form", "fieldset", "legend", "hr", "address",
		"html", "body", "head", "meta", "link", "title", "script", "style",
		"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th":
		return true
	}
	return false
}

// isHiddenTag reports whether a reader sees nothing of what a tag encloses.
func isHiddenTag(name string) bool {
	return name == "script" || name == "style" || name == "title"
}

// headingLevel returns 1 to 6 for h1 to h6, else 0.
func headingLevel(name string) int {
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		return int(name[1] - '0')
	}
	return 0
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isNameByte(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == ':' }

// blankLineAt reports whether the line that starts at i is blank.
func blankLineAt(src string, i int) bool {
	for ; i < len(src); i++ {
		switch src[i] {
		case ' ', '\t', '\r':
		case '\n':
			return true
		default:
			return false
		}
	}
	return true
}
