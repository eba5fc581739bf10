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
	for at := 0; at < len(text); {
		if size, width := simple(text[at:]); size > 0 {
			list = append(list, glyph{start: offset + at, end: offset + at + size, width: width, shown: text[at : at+size]})
			at += size
			continue
		}
		end := at + notSimple(text[at:])
		clusters := widths().StringGraphemes(text[at:end])
		for clusters.Next() {
			size := len(clusters.Value())
			if !utf8.ValidString(clusters.Value()) {
				_, size = utf8.DecodeRuneInString(text[at:]) // bytes that are no text are cut where they can be
				clusters = widths().StringGraphemes(text[at+size : end])
				list = append(list, glyph{start: offset + at, end: offset + at + size, shown: text[at : at+size]})
				list[len(list)-1].sanitize(text[:at])
				at += size
				continue
			}
			g := glyph{start: offset + at, end: offset + at + size, width: clusters.Width(), shown: clusters.Value()}
			g.sanitize(text[:at])
			list = append(list, g)
			at += size
		}
	}
	return list
}

// sanitize sets what is shown for the cluster that follows the text before.
func (g *glyph) sanitize(before string) {
	switch {
	case g.shown == "\t":
		g.kind, g.width = tab, tabStop
	case g.shown == "[" && opensCommand(before):
		g.escape(escapeRune('['))
	case g.width == 0 || len(g.shown) > longest || !printable(g.shown):
		g.escape(visible(g.shown))
	}
}

// simple returns the size and width of the first character of s when it is
// plain and surely a cluster of its own: no combining mark can follow. Nearly
// all of a report is, and is spared the full rules.
func simple(s string) (size, width int) {
	r, size := utf8.DecodeRuneInString(s)
	if !plainRune(r) {
		return 0, 0
	}
	if next, _ := utf8.DecodeRuneInString(s[size:]); size < len(s) && !plainRune(next) {
		return 0, 0
	}
	if r < utf8.RuneSelf {
		return size, 1
	}
	return size, 2
}

// notSimple returns the length of the beginning of s that is not simple.
func notSimple(s string) int {
	for at := 0; at < len(s); {
		if size, _ := simple(s[at:]); size > 0 {
			return at
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return len(s)
}

// plainRune reports whether the character is one of ASCII or a Chinese one,
// that needs no escape. A bracket may; see opensCommand.
func plainRune(r rune) bool {
	return r >= ' ' && r <= '~' && r != '[' ||
		r >= 0x4E00 && r <= 0x9FFF || r >= 0xFF01 && r <= 0xFF5E || r >= 0x3001 && r <= 0x3029
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

// plain reports whether s has nothing to escape, as nearly every message.
func plain(s string) bool {
	for _, r := range s {
		if !plainRune(r) {
			return false
		}
	}
	return true
}

// oneLine returns s as clean does, with line breaks and tabs as spaces.
func oneLine(s string) string {
	if !plain(s) && strings.ContainsAny(s, "\r\n\t") {
		s = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(s)
	}
	return clean(s)
}
