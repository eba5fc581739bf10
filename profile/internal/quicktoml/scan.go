package quicktoml

import "strings"

// skipLines goes to what comes next: over blanks, line feeds and comments.
func (d *Decoder) skipLines() {
	for d.at < len(d.src) {
		switch d.src[d.at] {
		case ' ', '\t', '\n':
			d.at++
		case '#':
			d.skipComment()
		default:
			return
		}
	}
}

func (d *Decoder) skipComment() {
	if n := strings.IndexByte(d.src[d.at:], '\n'); n >= 0 {
		d.at += n
		return
	}
	d.at = len(d.src)
}

func (d *Decoder) skipBlanks() {
	for d.at < len(d.src) && (d.src[d.at] == ' ' || d.src[d.at] == '\t') {
		d.at++
	}
}

// endLine goes to the end of the line and reports whether nothing but a
// comment was left of it.
func (d *Decoder) endLine() bool {
	d.skipBlanks()
	if d.at < len(d.src) && d.src[d.at] == '#' {
		d.skipComment()
	}
	return d.at == len(d.src) || d.src[d.at] == '\n'
}

// take goes on behind text if it comes next.
func (d *Decoder) take(text string) bool {
	if !strings.HasPrefix(d.src[d.at:], text) {
		return false
	}
	d.at += len(text)
	return true
}

// bareKey reads a key, "" when none comes next.
func (d *Decoder) bareKey() string {
	start := d.at
	for d.at < len(d.src) && isKey(d.src[d.at]) {
		d.at++
	}
	return d.src[start:d.at]
}

func isKey(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// text reads a string: on one line, or between three quotes.
func (d *Decoder) text() (string, bool) {
	switch {
	case d.at == len(d.src):
		return "", false
	case d.src[d.at] == '\'':
		d.at++
		text, ok := d.upTo("'")
		return text, ok && strings.IndexByte(text, '\n') < 0 && (text != "" || !d.comes('\''))
	case d.src[d.at] != '"':
		return "", false
	}
	d.at++
	text, ok := d.upTo(`"`)
	if text == "" && d.comes('"') {
		d.at++
		return d.longText()
	}
	return text, ok && strings.IndexByte(text, '\\') < 0 && strings.IndexByte(text, '\n') < 0
}

// longText reads the rest of a string behind its three quotes.
func (d *Decoder) longText() (string, bool) {
	d.take("\n")
	text, ok := d.upTo(`"""`)
	// Quotes may end the text: """ and """".
	return text, ok && strings.IndexByte(text, '\\') < 0 && !d.comes('"')
}

// comes reports whether the byte c comes next.
func (d *Decoder) comes(c byte) bool { return d.at < len(d.src) && d.src[d.at] == c }

// upTo reads up to end and goes on behind it.
func (d *Decoder) upTo(end string) (string, bool) {
	n := strings.Index(d.src[d.at:], end)
	if n < 0 {
		return "", false
	}
	text := d.src[d.at : d.at+n]
	d.at += n + len(end)
	return text, true
}

// integer reads a whole number in its plain form.
func (d *Decoder) integer() (n int64, ok bool) {
	negative := d.take("-")
	start := d.at
	for d.at < len(d.src) && '0' <= d.src[d.at] && d.src[d.at] <= '9' {
		n = 10*n + int64(d.src[d.at]-'0')
		d.at++
	}
	digits := d.at - start
	if negative {
		n = -n
	}
	const most = 18 // digits that surely fit
	return n, digits > 0 && digits <= most && (digits == 1 || d.src[start] != '0')
}
