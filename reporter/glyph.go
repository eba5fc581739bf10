package reporter

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// widths is the one width table. Characters that East Asian fonts draw wide
// and others narrow (“ ” … — · ① → ±) count as narrow whatever the locale
// says, so that a report puts its marks in the same place on every machine.
// Where a terminal draws them wide the marks move to the left; this is why
// colour output underlines the place in the line itself too.
func widths() displaywidth.Options { return displaywidth.Options{EastAsianWidth: false} }

// glyph is what the terminal draws as one character: a grapheme cluster of
// a source line, an escape shown for one, or the mark for a part left out.
type glyph struct {
	start, end int // bytes of the file
	kind       glyphKind
	width      int    // columns; of a tab, the most that it can take
	shown      string // what is printed for it
}

type glyphKind uint8

const (
	drawn   glyphKind = iota // as it stands
	escaped                  // <U+202E>
	tab
	gap // ..
)

// tabStop is where terminals, and browsers showing logs, put their tab stops.
const tabStop = 8

// longest is how many bytes a cluster may have to be drawn as it stands. A
// family of emoji has 25; longer ones are marks piled up to spill over lines.
const longest = 64

// appendGlyphs adds the glyphs of text, which begins at the byte offset.
func appendGlyphs(list []glyph, text string, offset int) []glyph {
	clusters := widths().StringGraphemes(text)
	for at := 0; clusters.Next(); {
		c := clusters.Value()
		g := glyph{start: offset + at, end: offset + at + len(c), width: clusters.Width(), shown: c}
		switch {
		case c == "\t":
			g.kind, g.width = tab, tabStop
		case c == "[" && opensCommand(text[:at]):
			g.escape(escapeRune('['))
		case g.width == 0 || len(c) > longest || !printable(c):
			g.escape(visible(c))
		}
		list = append(list, g)
		at += len(c)
	}
	return list
}

func (g *glyph) escape(shown string) {
	g.kind, g.shown, g.width = escaped, shown, widths().String(shown)
}

// opensCommand reports whether a bracket after this text would make a build
// log's reader take the rest for a command: GitHub looks for "##[name" and
// Azure for "##vso[name" anywhere in a line.
func opensCommand(before string) bool {
	return strings.HasSuffix(before, "##") || strings.HasSuffix(before, "##vso")
}

// printable reports whether the cluster can be written to a terminal.
func printable(cluster string) bool {
	for i, r := range cluster {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(cluster[i:], "\uFFFD"):
			return false // a byte that is no UTF-8
		case r == zeroWidthJoiner && i > 0 && i+len(string(r)) < len(cluster):
			// joins emoji into one
		case !printableRune(r):
			return false
		}
	}
	return true
}

const zeroWidthJoiner = '\u200D'

// printableRune reports whether the rune has a shape or is a space. Planes 2
// and 3 hold rare Chinese characters only, more with every year's Unicode.
func printableRune(r rune) bool {
	return unicode.IsPrint(r) || unicode.Is(unicode.Zs, r) || r >= 0x20000 && r < 0x3FFFE
}

// visible writes out what a cluster hides. Of one that is too long it shows
// the first character and says that more follow.
func visible(cluster string) string {
	var b strings.Builder
	for i := 0; i < len(cluster); {
		r, size := utf8.DecodeRuneInString(cluster[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "<0x%02X>", cluster[i])
		case i > 0 && len(cluster) > longest:
			return b.String() + "<..>"
		case printableRune(r) && widths().Rune(r) > 0:
			b.WriteRune(r)
		default:
			b.WriteString(escapeRune(r))
		}
		i += size
	}
	return b.String()
}

func escapeRune(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// clean returns s with everything shown that would not show.
func clean(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	for _, g := range appendGlyphs(nil, s, 0) {
		if g.kind == tab {
			g.shown = escapeRune('\t')
		}
		b.WriteString(g.shown)
	}
	return b.String()
}

// plain reports whether s is ASCII text or Chinese with nothing to escape,
// as nearly every message is.
func plain(s string) bool {
	for _, r := range s {
		ascii := r >= ' ' && r <= '~' && r != '#'
		chinese := r >= 0x3001 && r <= 0x3029 || r >= 0x4E00 && r <= 0x9FFF || r >= 0xFF01 && r <= 0xFF5E
		if !ascii && !chinese {
			return false
		}
	}
	return true
}

// oneLine returns s as clean does, with line breaks and tabs as spaces.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\r\n\t") {
		s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s)
	}
	return clean(s)
}
