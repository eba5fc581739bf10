package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// cellTags are the tags around the text of a cell. They are the same for most
// cells of a table: what is written alike need not be read again.
type cellTags struct {
	open   string // <td style="…"><p>
	inside int    // where the content begins in open, behind <td style="…">
	close  string // </p></td>
}

// plainTags are those of a cell without any style.
var plainTags = cellTags{"<td>", len("<td>"), "</td>"}

// opens and closes report whether s starts with the tags before and behind the
// text of a cell. Those without a style are compared as one word.

func (t *cellTags) opens(s string) bool {
	return len(t.open) == len("<td>") && strings.HasPrefix(s, "<td>") || strings.HasPrefix(s, t.open)
}

func (t *cellTags) closes(s string) bool {
	return len(t.close) == len("</td>") && strings.HasPrefix(s, "</td>") || strings.HasPrefix(s, t.close)
}

// plainCell reads a cell that holds one run of text at one go, as nearly all
// cells do: <td>text</td>, <td style="…"><p>text</p></td>.
func (r *htmlReader) plainCell() bool {
	if r.depth > 1 || !r.inRow {
		return false
	}
	p, src, at := r.page, r.page.src, r.at
	if !r.last.opens(src[at:]) {
		return r.taggedCell()
	}
	start := at + len(r.last.open)
	n, text, ok := countAt(src, start)
	if !ok || !r.last.closes(src[text.end:]) {
		return r.wordsCell(at+r.last.inside, start, 1, 1, true)
	}
	r.endCell(at)
	c := r.grid.next()
	if c == nil {
		return r.wordsCell(at+r.last.inside, start, 1, 1, true)
	}
	p.count(c, n, text)
	r.at = text.end + len(r.last.close)
	r.end = r.at
	return true
}

// taggedCell reads a cell at one go that has other tags than the one before.
func (r *htmlReader) taggedCell() bool {
	if cols, rows, size := plainSpans(r.page.src[r.at:]); size > 0 {
		return r.wordsCell(r.at+size, r.at+size, cols, rows, false)
	}
	inside := dataTagEnd(r.page.src, r.at)
	if inside == 0 || hasSpan(r.page.src[r.at:inside]) {
		return false
	}
	return r.wordsCell(inside, inside, 1, 1, false)
}

// wordsCell reads a cell at one go whose content begins at inside. What stands
// before start means nothing, and may be as in the cell before.
func (r *htmlReader) wordsCell(inside, start, cols, rows int, alike bool) bool {
	p, src := r.page, r.page.src
	text := extent{start: skipInline(src, start)}
	size := strings.IndexByte(src[text.start:], '<')
	if size < 0 {
		return false
	}
	text.end = text.start + size
	end := text.end + len(r.last.close)
	if !r.last.closes(src[text.end:]) {
		end = skipInline(src, text.end)
		if !strings.HasPrefix(src[end:], "</td>") {
			return false
		}
		end += len("</td>")
		alike = false
	}
	single := cols == 1 && rows == 1
	if !alike && single && size > 0 {
		r.last = cellTags{src[r.at:text.start], inside - r.at, src[text.end:end]}
	}
	border := extent{inside, end - len("</td>")}
	r.endCell(r.at)
	var c *report.Cell
	if single {
		c = r.grid.next()
	}
	if c != nil {
		p.readCell(c, border, text, htmlOnly)
	} else {
		r.cell.value = report.Cell{}
		p.readCell(&r.cell.value, border, text, htmlOnly)
		r.grid.add(&r.cell.value, cols, rows, false)
	}
	r.at, r.end = end, end
	return true
}

// dataTagEnd returns the offset behind the <td> at src[at], 0 when there is
// none.
func dataTagEnd(src string, at int) int {
	switch {
	case at+len("<td>") >= len(src) || src[at] != '<' || tableTagAt(src, at+1) != dataTag:
		return 0
	case src[at+len("<td")] == '>':
		return at + len("<td>")
	}
	return endOfTag(src, at+1)
}

// plainSpans reads the tag that s starts with when it is like
// <td colspan="2" rowspan="3">, with either or both and nothing else. The size
// is 0 for any other.
func plainSpans(s string) (cols, rows, size int) {
	rest, ok := strings.CutPrefix(s, "<td")
	for ok && !strings.HasPrefix(rest, ">") {
		span := &cols
		if rest, ok = strings.CutPrefix(rest, ` colspan="`); !ok {
			span = &rows
			if rest, ok = strings.CutPrefix(rest, ` rowspan="`); !ok {
				break
			}
		}
		n, digits, count := countAt(rest, 0)
		if !count || digits.start > 0 || n < 1 || n > maxSpan || *span > 0 {
			return 0, 0, 0
		}
		*span = int(n)
		rest, ok = strings.CutPrefix(rest[digits.end:], `"`)
	}
	if !ok {
		return 0, 0, 0
	}
	return max(1, cols), max(1, rows), len(s) - len(rest) + len(">")
}

// skipInline goes on behind blanks and tags that mean nothing to a table.
func skipInline(src string, at int) int {
	for at < len(src) && (src[at] == '<' || src[at] <= ' ') {
		at = skipBlanks(src, at)
		if at+len("</") >= len(src) || src[at] != '<' {
			return at
		}
		name := at + 1
		if src[name] == '/' {
			name++
		}
		if !isLetter(src[name]) || src[name]|0x20 == 't' {
			return at
		}
		end := endOfTag(src, name)
		if end == 0 {
			return at
		}
		at = end
	}
	return at
}

// rowBreak goes on from one row to the next: </tr> and <tr>.
func (r *htmlReader) rowBreak() bool {
	src := r.page.src
	if r.depth != 1 || !strings.HasPrefix(src[r.at:], "</tr>") {
		return false
	}
	r.at += len("</tr>")
	r.endRow(r.at)
	if next := skipBlanks(src, r.at); strings.HasPrefix(src[next:], "<tr>") {
		r.beginRow(next)
		r.at = next + len("<tr>")
	}
	r.end = r.at
	return true
}

// hasSpan reports whether "span" stands in a tag, in whatever case. Of four
// letters every fourth byte is one.
func hasSpan(tag string) bool {
	for i := len("<td "); i < len(tag); i += len("span") {
		at := i
		switch tag[i] | 0x20 {
		case 's':
		case 'p':
			at -= 1
		case 'a':
			at -= 2
		case 'n':
			at -= 3
		default:
			continue
		}
		if at+len("span") <= len(tag) && strings.EqualFold(tag[at:at+len("span")], "span") {
			return true
		}
	}
	return false
}
