package lsp

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// odd draws texts with what makes positions hard.
func odd() *rapid.Generator[string] {
	return rapid.StringOf(rapid.SampledFrom([]rune("a|1年，𠮷𠀀\n\r\u2028é\ufeff")))
}

// A place and its offset are the same thing, in both encodings, wherever a
// character begins; the end of a line is where its line break begins.
func TestPositionsAreOffsets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newText(odd().Draw(t, "text"), rapid.SampledFrom([]encoding{utf8Units, utf16Units}).Draw(t, "units"))
		for at := 0; at <= len(x.src); at++ {
			begins := at == len(x.src) || utf8.RuneStart(x.src[at])
			inBreak := at > 0 && at < len(x.src) && x.src[at-1] == '\r' && x.src[at] == '\n'
			if p := x.position(at); begins && !inBreak && x.offset(p) != at {
				t.Fatalf("%q: %d is %v is %d", x.src, at, p, x.offset(p))
			}
		}
	})
}

// However wild a place is, it means one in the text, and no half character.
func TestWildPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newText(odd().Draw(t, "text"), rapid.SampledFrom([]encoding{utf8Units, utf16Units}).Draw(t, "units"))
		p := position{rapid.IntRange(-2, 9).Draw(t, "line"), rapid.IntRange(-2, 30).Draw(t, "character")}
		at := x.offset(p)
		if at < 0 || at > len(x.src) || at < len(x.src) && !utf8.RuneStart(x.src[at]) {
			t.Fatalf("%q: %v is %d", x.src, p, at)
		}
	})
}

// Changes in places, one after the other, leave what a client has that
// counts in UTF-16 itself.
func TestChangesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := odd().Draw(t, "text")
		x, units := newText(src, utf16Units), utf16.Encode([]rune(src))
		for range rapid.IntRange(1, 5).Draw(t, "changes") {
			from := boundary(t, units, 0)
			to := boundary(t, units, from)
			text := odd().Draw(t, "new")
			next, ok := x.apply(contentChange{Range: &textRange{placeIn(units, from), placeIn(units, to)}, Text: text})
			if !ok {
				t.Fatalf("%q: %d to %d refused", x.src, from, to)
			}
			x = next
			units = append(append(append([]uint16{}, units[:from]...), utf16.Encode([]rune(text))...), units[to:]...)
			if want := string(utf16.Decode(units)); x.src != want {
				t.Fatalf("got %q, want %q", x.src, want)
			}
		}
	})
}

// boundary draws a unit that begins a character and parts no line break.
func boundary(t *rapid.T, units []uint16, from int) int {
	at := rapid.IntRange(from, len(units)).Draw(t, "at")
	for at < len(units) && at > 0 && (utf16.IsSurrogate(rune(units[at])) && units[at] >= 0xdc00 || units[at] == '\n' && units[at-1] == '\r') {
		at++
	}
	return at
}

// placeIn counts lines and units up to a unit.
func placeIn(units []uint16, at int) position {
	before := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(utf16.Decode(units[:at])))
	last := strings.LastIndexByte(before, '\n')
	return position{Line: strings.Count(before, "\n"), Character: len(utf16.Encode([]rune(before[last+1:])))}
}

// editsTo makes exactly the other text.
func TestEditsMakeTheOtherText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := newText(odd().Draw(t, "text"), utf16Units)
		want := odd().Draw(t, "other")
		edits := x.editsTo(want)
		got := x
		for i := len(edits) - 1; i >= 0; i-- {
			got, _ = got.apply(contentChange{Range: &edits[i].Range, Text: edits[i].NewText})
		}
		if got.src != want {
			t.Fatalf("%q to %q: %+v makes %q", x.src, want, edits, got.src)
		}
	})
}

func TestPathsAndURIs(t *testing.T) {
	for uri, path := range map[string]string{
		"file:///a/%E5%B9%B4%E6%8A%A5.md":         "/a/年报.md",
		"file:///a/%e5%b9%b4%e6%8a%a5.md":         "/a/年报.md",
		"file:///a/年报.md":                         "/a/年报.md",
		"file://localhost/a/b%20c.md":             "/a/b c.md",
		"file:///a/%E2%80%9C%E5%BC%95%E2%80%9D#1": "/a/“引”",
		"untitled:Untitled-1":                     "",
		"file://server/share/a.md":                "",
		"%":                                       "",
	} {
		if got := pathOf(uri); got != path {
			t.Errorf("%s: %q, want %q", uri, got, path)
		}
	}
	if got := uriOf("/a/“引” ①.md"); pathOf(got) != "/a/“引” ①.md" {
		t.Error(got)
	}
}
