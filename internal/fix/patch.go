package fix

import (
	"fmt"
	"strings"

	"github.com/aymanbagabas/go-udiff"
)

// contextLines is how many lines a patch shows around a change.
const contextLines = 3

// Patch returns what turns before into after, the bytes of the file called
// name, as a unified diff that git apply and patch take; "" when nothing
// changes. The lines are in the encoding of the file.
//
// The differences come from udiff; its own writer counts the lines of a hunk's
// right side wrongly where two changes stand close together, and git apply
// starts to look for a hunk there.
func Patch(name string, before, after []byte) string {
	old := string(before)
	w := patch{lines: splitLines(old)}
	line, at := 0, 0
	for _, e := range udiff.Lines(old, string(after)) {
		start := line + lineBreaks(old[at:e.Start])
		end := start + len(splitLines(old[e.Start:e.End]))
		w.change(start, end, splitLines(e.New))
		line, at = end, e.End
	}
	w.close()
	if w.out.Len() == 0 {
		return ""
	}
	return "--- " + label("a/"+name) + "\n+++ " + label("b/"+name) + "\n" + w.out.String()
}

// patch writes hunks. Lines keep their endings, and count from 0.
type patch struct {
	lines []string // before
	out   strings.Builder

	hunk        strings.Builder // the open one, empty when there is none
	start, next int             // its first line, and the first that it does not show yet
	added, gone int             // lines in the open hunk
	shift       int             // how many lines more the hunks before it have made
}

// change takes the lines [start, end) out and puts others in.
func (w *patch) change(start, end int, lines []string) {
	if w.hunk.Len() > 0 && start > w.next+2*contextLines {
		w.close()
	}
	if w.hunk.Len() == 0 {
		w.start = max(0, start-contextLines)
		w.next = w.start
	}
	w.show(start)
	for _, line := range w.lines[start:end] {
		w.line('-', line)
	}
	for _, line := range lines {
		w.line('+', line)
	}
	w.gone, w.added, w.next = w.gone+end-start, w.added+len(lines), end
}

// show shows what stays, up to a line.
func (w *patch) show(end int) {
	for ; w.next < end; w.next++ {
		w.line(' ', w.lines[w.next])
	}
}

func (w *patch) line(mark byte, line string) {
	w.hunk.WriteByte(mark)
	w.hunk.WriteString(line)
	if !strings.HasSuffix(line, "\n") {
		w.hunk.WriteString("\n\\ No newline at end of file\n")
	}
}

// close ends the open hunk.
func (w *patch) close() {
	if w.hunk.Len() == 0 {
		return
	}
	w.show(min(w.next+contextLines, len(w.lines)))
	old := w.next - w.start
	fmt.Fprintf(&w.out, "@@ -%s +%s @@\n", linesAt(w.start, old), linesAt(w.start+w.shift, old-w.gone+w.added))
	w.out.WriteString(w.hunk.String())
	w.shift += w.added - w.gone
	w.hunk.Reset()
	w.added, w.gone = 0, 0
}

// linesAt words where one side of a hunk stands. An empty one stands behind a
// line.
func linesAt(start, lines int) string {
	if lines == 0 {
		return fmt.Sprintf("%d,0", start)
	}
	return fmt.Sprintf("%d,%d", start+1, lines)
}

func lineBreaks(s string) int { return strings.Count(s, "\n") }

// splitLines cuts a text behind every line break.
func splitLines(s string) []string {
	lines := strings.SplitAfter(s, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// label writes the name of a file as git does: with a tab behind a name that
// has a blank, or nobody knows where it ends, and in quotes when it has a
// character that could not stand in the line.
func label(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || r == '"' || r == '\\' }) {
		return quote(name)
	}
	if strings.Contains(name, " ") {
		return name + "\t"
	}
	return name
}

// quote writes a name in quotes, as in C.
func quote(name string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
