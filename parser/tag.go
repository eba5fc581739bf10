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

// tagAt reads the tag at src[at], which is '<', by the rules of Markdown, in
// which more of what begins with a < is text: there is no tag when another <
// or a Han character stands outside of quotes, or a blank line in it.
func tagAt(src string, at int) (t tag, ok bool) {
	src = src[:min(len(src), at+maxTag)]
	name := at + 1
	if name < len(src) && src[name] == '/' {
		t.close = true
		name++
	}
	end := name
	for end < len(src) && isNameByte(src[end]) {
		end++
	}
	if end == name || end-name > 16 || !isLetter(src[name]) {
		return tag{}, false
	}
	if end == len(src) || !isTagBlank(src[end]) && src[end] != '/' && src[end] != '>' {
		return tag{}, false
	}
	stop := plainTagEnd(src, end)
	if stop == 0 {
		return tag{}, false
	}
	t.name = nameOf(src[name:end])
	t.extent = extent{at, stop}
	return t, true
}

// plainTagEnd returns the offset behind the tag whose name ends at i, 0 when
// it is none in Markdown.
func plainTagEnd(src string, i int) int {
	for i < len(src) {
		switch c := src[i]; {
		case c == '>':
			return i + 1
		case c == '<' || c >= 0x80:
			return 0
		case c == '\n' && blankLineAt(src, i+1):
			return 0
		case (c == '"' || c == '\'') && src[i-1] == '=':
			n := strings.IndexByte(src[i+1:], c)
			if n < 0 {
				return 0
			}
			i += n + 2
		default:
			i++
		}
	}
	return 0
}

// nameOf returns the name of a tag that is known to be one.
func nameOf(tag string) string {
	start := 0
	for start < len(tag) && (tag[start] == '<' || tag[start] == '/') {
		start++
	}
	end, lower := start, true
	for ; end < len(tag); end++ {
		c := tag[end]
		if c <= ' ' && isTagBlank(c) || c == '/' || c == '>' {
			break
		}
		lower = lower && c >= '0' && c <= '9' || lower && c >= 'a' && c <= 'z'
	}
	if lower {
		return tag[start:end]
	}
	return strings.ToLower(tag[start:end])
}

// tableTagKind tells apart the tags that matter to a table.
type tableTagKind uint8

const (
	otherTag    tableTagKind = iota
	tableTag                 // table
	partHeadTag              // thead
	partTag                  // tbody, tfoot
	rowTag                   // tr
	dataTag                  // td
	headTag                  // th
)

// tableTagAt tells what the tag is whose name begins at src[i].
func tableTagAt(src string, i int) tableTagKind {
	if src[i]|0x20 != 't' || i+len("td>") > len(src) {
		return otherTag
	}
	if c := src[i+len("td")]; c == '>' || c == '/' || isTagBlank(c) {
		switch src[i+1] | 0x20 {
		case 'd':
			return dataTag
		case 'h':
			return headTag
		case 'r':
			return rowTag
		}
		return otherTag
	}
	switch nameOf(src[i:min(len(src), i+len("table "))]) {
	case "table":
		return tableTag
	case "thead":
		return partHeadTag
	case "tbody", "tfoot":
		return partTag
	}
	return otherTag
}

// isTagBlank reports whether c parts the attributes of a tag.
func isTagBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// attribute returns the value of the attribute called name in a tag.
func attribute(tag, name string) string {
	rest := tag[min(len(tag), 1+len(nameOf(tag))):]
	for {
		rest = strings.TrimLeft(rest, " \t\r\n\f/")
		end := strings.IndexAny(rest, " \t\r\n\f/>=")
		if end < 0 || rest[0] == '>' {
			return ""
		}
		key, value := rest[:max(end, 1)], ""
		rest = rest[len(key):]
		if tail := strings.TrimLeft(rest, " \t\r\n\f"); strings.HasPrefix(tail, "=") {
			value, rest = attributeValue(strings.TrimLeft(tail[1:], " \t\r\n\f"))
		}
		if strings.EqualFold(key, name) {
			return value
		}
	}
}

// attributeValue parts the value that s starts with from what follows.
func attributeValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
		return value, rest
	}
	end := strings.IndexAny(s, " \t\r\n\f>")
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
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
