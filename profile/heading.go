package profile

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// Heading is a block that heads a part of the document.
type Heading struct {
	Block    *report.Block
	Index    int            // in Report.Blocks
	Stray    int            // bytes before the ordinal that do not belong there: 「l六、」
	Ordinal  report.Ordinal // zero when it has none
	Numbered bool
	Text     string // without the ordinal and the punctuation at the end
	RunIn    bool   // the text goes on in the same line: 「六、其他需要报告的事项：无。」
}

// Place returns where the ordinal and the text of the heading stand.
func (h *Heading) Place() report.Span {
	from, to := h.bounds()
	return h.Block.Prose.Slice(from, to)
}

// Shown returns the heading as written, ordinal and all.
func (h *Heading) Shown() string {
	from, to := h.bounds()
	return h.Block.Prose.Text[from:to]
}

// TextStart returns where Text begins in the prose of the block.
func (h *Heading) TextStart() int { return h.Stray + h.Ordinal.Size }

func (h *Heading) bounds() (from, to int) {
	return report.BlankAt(h.Block.Prose.Text), h.TextStart() + len(h.Text)
}

// maxHeading bounds a paragraph that may be a heading, in bytes.
const maxHeading = 150

// heading reads a block, whose text starts with that ordinal if it is
// numbered, as a heading: one that is marked as such, or a paragraph that is
// short enough to be one.
func heading(b *report.Block, index int, o report.Ordinal, numbered bool) (Heading, bool) {
	if b.Kind != report.Heading && b.Kind != report.Paragraph && b.Kind != report.ListItem {
		return Heading{}, false
	}
	text := b.Prose.Text
	if text == "" || b.Kind != report.Heading && len(text) > maxHeading {
		return Heading{}, false
	}
	h := Heading{Block: b, Index: index, Ordinal: o, Numbered: numbered}
	if !h.Numbered {
		h.readDamaged(text)
	}
	h.Text = trimEnd(text[h.TextStart():])
	return h, h.Text != ""
}

// readDamaged looks for an ordinal behind a character that slipped in before
// it (l六、), and passes over what is left of one (—、总体情况, ##总体情况).
func (h *Heading) readDamaged(text string) {
	at := 0
	for range 3 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r >= 0x2E80 && unicode.IsLetter(r) || size == 0 {
			break
		}
		at += size
		if o, ok := report.OrdinalAt(text[at:]); ok && o.Level == 1 {
			h.Stray, h.Ordinal, h.Numbered = at, o, true
			return
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '(' && r != '（' {
			h.Stray = at
		}
	}
}

// runIn reads the heading that a paragraph of the first level starts with,
// up to the sign that parts it from its text.
func runIn(b *report.Block, index int, o report.Ordinal, numbered bool) (Heading, bool) {
	if !numbered || o.Level != 1 || b.Kind == report.Heading {
		return Heading{}, false
	}
	text := b.Prose.Text
	rest := text[o.Size:min(len(text), o.Size+maxHeading)]
	end := strings.IndexAny(rest, "。：: \u3000")
	if end <= 0 {
		return Heading{}, false
	}
	return Heading{Block: b, Index: index, Ordinal: o, Numbered: true, Text: rest[:end], RunIn: true}, true
}

// trimEnd drops what may follow the text of a heading: a colon, a full stop,
// and in a table of contents the leader and the page.
func trimEnd(text string) string {
	text = strings.TrimSuffix(text, "。")
	if n := len(text); n >= 3 && text[n-3] >= 0xE4 && text[n-3] <= 0xE9 && text[n-2] >= 0x80 { // Han
		return text
	}
	const ends = "：:。．.…·•— \u00a0\u3000\t"
	trimmed := strings.TrimRight(text, ends)
	if page := strings.TrimRight(trimmed, "0123456789"); len(page) < len(trimmed) {
		if cut := strings.TrimRight(page, ends); len(cut) < len(page) {
			return cut
		}
	}
	return trimmed
}
