// Package quicktoml decodes the plain part of TOML: what formats and other
// data that people write by hand consist of. It reads as
// github.com/BurntSushi/toml does, at a twentieth of its instructions, or not
// at all: whatever is beyond the plain part, unknown or wrong it leaves to
// that decoder, which can say what is the matter and where.
//
// Beyond the plain part are escapes, dotted and quoted keys, floats, dates,
// tables in arrays that are defined before the tables around them, and
// anything that a field without a toml tag would hold.
package quicktoml

import (
	"reflect"
	"unicode/utf8"
)

// Decoder decodes documents. It remembers the fields of the types that it
// fills, so that several documents of one type cost less.
type Decoder struct {
	shapes map[reflect.Type]*shape
	ways   map[reflect.Type]way

	src   string
	at    int
	texts []string // of the array being read
	room  []string // free for arrays
	rooms []table  // free for tables
}

// New returns a Decoder.
func New() *Decoder { return &Decoder{shapes: map[reflect.Type]*shape{}, ways: map[reflect.Type]way{}} }

// Decode decodes src, which must be text (see IsText), into the struct that
// into points to, which must be its zero value, and reports whether it could.
// If not, the struct is in any state.
func (d *Decoder) Decode(src string, into any) bool {
	d.src, d.at = src, 0
	root, ok := d.open(reflect.ValueOf(into).Elem())
	if !ok {
		return false
	}
	for current := root; ; {
		switch d.skipLines(); {
		case d.at == len(d.src):
			return true
		case d.src[d.at] == '[':
			current, ok = d.header(root)
		default:
			ok = d.pair(current)
		}
		if !ok || !d.endLine() {
			return false
		}
	}
}

// IsText reports whether src is text that a TOML document may hold, with line
// feeds at the end of its lines. What is embedded in a program is known to be.
func IsText(src string) bool {
	for i := range len(src) {
		if c := src[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return false
		}
	}
	return utf8.ValidString(src)
}
