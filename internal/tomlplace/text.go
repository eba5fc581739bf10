package tomlplace

import (
	"strconv"
	"strings"
)

// text reads a string of any of the four kinds: what it says, where it stands
// between its quotes, and where each of its bytes does.
func (r *reader) text() (text string, at extent, cuts []cut) {
	quote := r.src[r.at : r.at+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(r.src[r.at:], triple) {
		quote = triple
	}
	r.at += len(quote)
	if len(quote) == 3 { // a line break directly behind the quotes does not count
		r.at += len(r.src[r.at:]) - len(strings.TrimPrefix(strings.TrimPrefix(r.src[r.at:], "\r"), "\n"))
	}
	var b strings.Builder
	at.start = r.at
	cuts = []cut{{0, r.at}}
	for r.at < len(r.src) && !r.closes(quote) {
		if c := r.src[r.at]; c != '\\' || quote[0] == '\'' {
			b.WriteByte(c)
			r.at++
			continue
		}
		b.WriteString(r.escape())
		cuts = append(cuts, cut{b.Len(), r.at})
	}
	at.end = min(r.at, len(r.src))
	r.at = min(r.at+len(quote), len(r.src))
	return b.String(), at, cuts
}

// closes reports whether the string ends here. One or two quotes may stand
// directly before the three that end it.
func (r *reader) closes(quote string) bool {
	rest := r.src[r.at:]
	return strings.HasPrefix(rest, quote) && (len(quote) == 1 || !strings.HasPrefix(rest[1:], quote))
}

// escape reads what begins with a backslash and returns what it stands for.
func (r *reader) escape() string {
	rest := r.src[r.at+1:]
	if trimmed := strings.TrimLeft(rest, " \t\r"); strings.HasPrefix(trimmed, "\n") { // the line goes on in the next one
		r.at = len(r.src) - len(strings.TrimLeft(trimmed, " \t\r\n"))
		return ""
	}
	if rest == "" {
		r.at++
		return ""
	}
	size := map[byte]int{'x': 2, 'u': 4, 'U': 8}[rest[0]]
	r.at = min(r.at+2+size, len(r.src))
	if size > 0 && len(rest) > size {
		n, err := strconv.ParseUint(rest[1:1+size], 16, 32)
		if err != nil {
			return ""
		}
		return string(rune(n))
	}
	if i := strings.IndexByte("btnfre", rest[0]); i >= 0 {
		return "\b\t\n\f\r\x1b"[i : i+1]
	}
	return rest[:1]
}
