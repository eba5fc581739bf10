package parser

import "strings"

// tokenKind says what a token of HTML is.
type tokenKind uint8

const (
	noToken tokenKind = iota // the end, or a tag that never ends
	textToken
	openToken
	closeToken
	commentToken
)

// nextToken reads the token at src[at] by the rules of HTML: like the
// tokenizer of x/net/html, with which a fuzz test compares it, but it tells
// places, allocates nothing and leaves attributes for when they are asked for.
func nextToken(src string, at int) (kind tokenKind, end int) {
	if at < len(src) && src[at] == '<' {
		if kind := markupAt(src, at); kind != textToken {
			return readMarkup(src, at, kind)
		}
	}
	for i := at; i < len(src); i++ {
		n := strings.IndexByte(src[i:], '<')
		if n < 0 {
			break
		}
		i += n
		if i > at && markupAt(src, i) != textToken {
			return textToken, i
		}
	}
	if at < len(src) {
		return textToken, len(src)
	}
	return noToken, len(src)
}

// markupAt tells what the < at src[i] begins.
func markupAt(src string, i int) tokenKind {
	if i+1 >= len(src) {
		return textToken
	}
	switch c := src[i+1]; {
	case isLetter(c):
		return openToken
	case c == '!' || c == '?':
		return commentToken
	case c != '/' || i+2 >= len(src):
		return textToken
	case isLetter(src[i+2]):
		return closeToken
	}
	return commentToken
}

func readMarkup(src string, i int, kind tokenKind) (tokenKind, int) {
	switch kind {
	case openToken:
		return orNone(kind, endOfTag(src, i+1), src)
	case closeToken:
		return orNone(kind, endOfTag(src, i+2), src)
	}
	if strings.HasPrefix(src[i:], "<!--") {
		return kind, endOfComment(src, i)
	}
	if n := strings.IndexByte(src[i:], '>'); n >= 0 {
		return kind, i + n + 1
	}
	return kind, len(src)
}

func orNone(kind tokenKind, end int, src string) (tokenKind, int) {
	if end == 0 {
		return noToken, len(src)
	}
	return kind, end
}

// endOfComment returns the offset behind the comment at src[i]. <!--> and
// <!---> are whole comments, and --!> ends one too.
func endOfComment(src string, i int) int {
	body := src[i+len("<!--"):]
	for _, short := range [...]string{">", "->"} {
		if strings.HasPrefix(body, short) {
			return i + len("<!--") + len(short)
		}
	}
	for at := 0; ; {
		n := strings.Index(body[at:], "--")
		if n < 0 {
			return len(src)
		}
		at += n + 1
		rest := strings.TrimLeft(body[at:], "-")
		stop := len(body) - len(rest)
		if strings.HasPrefix(rest, ">") {
			return i + len("<!--") + stop + 1
		}
		if strings.HasPrefix(rest, "!>") {
			return i + len("<!--") + stop + 2
		}
		at = stop
	}
}

// endOfTag returns the offset behind the tag whose name begins at i, 0 when
// it has no end. Only a quote around a value hides a >.
func endOfTag(src string, i int) int {
	for i < len(src) && (src[i] > '>' || src[i] != '>' && src[i] != '/' && !isTagBlank(src[i])) {
		i++
	}
	for {
		if i = skipBlanks(src, i); i >= len(src) {
			return 0
		}
		switch src[i] {
		case '>':
			return i + 1
		case '/':
			i++
		default:
			i = endOfAttribute(src, i)
		}
	}
}

// endOfAttribute returns the offset behind the attribute at src[i].
func endOfAttribute(src string, i int) int {
	for i++; i < len(src) && (src[i] > '>' || !isTagBlank(src[i]) && src[i] != '=' && src[i] != '/' && src[i] != '>'); i++ {
	}
	i = skipBlanks(src, i)
	if i >= len(src) || src[i] != '=' {
		return i
	}
	i = skipBlanks(src, i+1)
	if i >= len(src) || src[i] == '>' {
		return i
	}
	if quote := src[i]; quote == '"' || quote == '\'' {
		if n := strings.IndexByte(src[i+1:], quote); n >= 0 {
			return i + 1 + n + 1
		}
		return len(src)
	}
	for i < len(src) && !isTagBlank(src[i]) && src[i] != '>' {
		i++
	}
	return i
}

func skipBlanks(src string, i int) int {
	for i < len(src) && isTagBlank(src[i]) {
		i++
	}
	return i
}
