package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// title finds the title among the first blocks and takes it out of them. It
// stands on one line or on up to four: organ, year, name of the report; as
// headings or as plain lines. Some writers part these by slashes instead.
func (p *page) title() {
	named := p.titleBlock()
	if named < 0 {
		p.plainTitle()
		return
	}
	blocks := p.report.Blocks
	first, last := named, named
	for first > 0 && named-first < 3 && !p.complete(first, last) && p.isTitlePart(first-1) {
		first--
	}
	if last+1 < len(blocks) && !p.complete(first, last) && isYearLine(blocks[last+1].Prose.Text) {
		last++
	}
	p.report.Title = p.joinTitle(first, last)
	end := last + 1
	// Some converters write <title> and the heading alike.
	for end < len(blocks) && blocks[end].Prose.Text != "" && isSame(blocks[end].Prose.Text, p.report.Title.Text) {
		end++
	}
	p.remove(first, end)
}

// isSame reports whether a and b are the same text but for how they are
// written. Most texts differ in their first character already.
func isSame(a, b string) bool {
	_, n := utf8.DecodeRuneInString(a)
	_, m := utf8.DecodeRuneInString(b)
	first, other := report.Fold(a[:n]), report.Fold(b[:m])
	return (first == other || first == "" || other == "") && report.Fold(a) == report.Fold(b)
}

// titleBlock returns the index of the first block that names a report, -1
// when none does before the text begins.
func (p *page) titleBlock() int {
	for i := range p.report.Blocks {
		b := &p.report.Blocks[i]
		if i > 8 || b.Kind == report.TableBlock || b.Kind == report.Code {
			break
		}
		if isTitle(b.Prose.Text) {
			return i
		}
		if o, ok := report.OrdinalAt(b.Prose.Text); ok && o.Level == 1 || hasSentence(b.Prose.Text) {
			break
		}
	}
	return -1
}

// plainTitle takes a first heading for the title of what is called something
// else than a report.
func (p *page) plainTitle() {
	if len(p.report.Blocks) == 0 {
		return
	}
	b := &p.report.Blocks[0]
	if b.Level != 1 && b.Mark != report.Bold {
		return
	}
	if _, ordinal := report.OrdinalAt(b.Prose.Text); !ordinal {
		p.report.Title = b.Prose
		p.remove(0, 1)
	}
}

// isTitle reports whether s ends like the title of a report.
func isTitle(s string) bool {
	if len(s) > 3*80 {
		return false
	}
	s = withoutNote(s)
	for _, name := range [...]string{"报告", "年报", "报表", "数据表", "统计表", "報告", "年報"} {
		if strings.HasSuffix(s, name) {
			return !hasSentence(s) && !strings.ContainsFunc(s, partsClauses) &&
				!strings.HasPrefix(s, "特此") && !strings.HasSuffix(s, "本报告")
		}
	}
	return isYearBehind(s)
}

// partsClauses reports whether r stands in no title.
func partsClauses(r rune) bool {
	switch r {
	case '，', '：', ',', ':', '|', '>':
		return true
	}
	return false
}

// isYearBehind reports whether s is like 政务公开年报2022.
func isYearBehind(s string) bool {
	i := strings.LastIndex(s, "年报")
	return i >= 0 && strings.Trim(s[i+len("年报"):], "0123456789 年度") == ""
}

// withoutNote leaves a bracketed note at the end out: （样本）.
func withoutNote(s string) string {
	s = strings.TrimRight(s, "*_ \t　")
	for _, pair := range [...][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(s, pair[0]); i > 0 && strings.HasSuffix(s, pair[1]) {
			s = strings.TrimRight(s[:i], " \t　")
		}
	}
	return s
}

// isTitlePart reports whether the block can be a line of the title above the
// one that names the report.
func (p *page) isTitlePart(i int) bool {
	b := &p.report.Blocks[i]
	s := b.Prose.Text
	if b.Kind != report.Heading && b.Kind != report.Paragraph || s == "" || len(s) > 3*40 {
		return false
	}
	if hasSentence(s) || strings.ContainsAny(s, "：:>|") || isDateLine(s) || documentNumber(s) == len(s) {
		return false
	}
	_, ordinal := report.OrdinalAt(s)
	return !ordinal
}

// complete reports whether the blocks first to last name an organ and a year.
func (p *page) complete(first, last int) bool {
	s := p.report.Blocks[first].Prose.Text
	for i := first + 1; i <= last; i++ {
		s += p.report.Blocks[i].Prose.Text
	}
	t := p.readTitle(s)
	return t.organ.start < t.organ.end && t.year != ""
}

// isYearLine reports whether s is a year and nothing else: （2023年度）.
func isYearLine(s string) bool {
	d, ok := dateLine(s)
	return ok && d.Year > 0 && d.Month == 0
}

// joinTitle returns the text of the blocks first to last in one line, without
// the document number above it and without slashes.
func (p *page) joinTitle(first, last int) report.Prose {
	var parts []report.Prose
	for i := first; i <= last; i++ {
		prose := p.report.Blocks[i].Prose
		if n := documentNumber(prose.Text); n < len(prose.Text) {
			prose = prose.Sub(n, len(prose.Text))
		}
		parts = appendParts(parts, prose)
	}
	return join(parts)
}

// appendParts parts prose at its slashes. A slash without blanks around it
// may belong to a name.
func appendParts(parts []report.Prose, prose report.Prose) []report.Prose {
	for at := 0; ; {
		rest := prose.Text[at:]
		end, size := len(rest), 0
		for _, mark := range [...]string{" / ", " ／ ", "／"} {
			if i := strings.Index(rest, mark); i >= 0 && i < end {
				end, size = i, len(mark)
			}
		}
		if start := at + report.BlankAt(rest[:end]); start < at+end {
			parts = append(parts, prose.Sub(start, at+end))
		}
		if size == 0 {
			return parts
		}
		at += end + size
	}
}

// join puts parts in one line.
func join(parts []report.Prose) report.Prose {
	if len(parts) == 1 {
		return parts[0]
	}
	var whole report.Prose
	for i, part := range parts {
		if i == 0 {
			whole.Span = part.Span
		}
		cuts := part.Cuts
		if len(cuts) == 0 {
			cuts = []report.Cut{{At: 0, Src: part.Span.Start}}
		}
		for _, cut := range cuts {
			whole.Cuts = append(whole.Cuts, report.Cut{At: len(whole.Text) + cut.At, Src: cut.Src})
		}
		whole.Text += part.Text
		whole.Span.End = part.Span.End
	}
	return whole
}

// remove takes the blocks [i, j) out.
func (p *page) remove(i, j int) {
	p.report.Blocks = slices.Delete(p.report.Blocks, i, j)
	p.traits = slices.Delete(p.traits, i, j)
}

// documentNumber returns how many bytes the 发文字号 at the start of s takes,
// with the blanks and the slash behind it: 岚经发〔2021〕17号 / .
func documentNumber(s string) int {
	end := strings.Index(s, "号")
	if end < 0 {
		return 0
	}
	open := strings.IndexAny(s, "〔[［（(")
	if open <= 0 || end < open || end-open > 30 || open > 3*15 {
		return 0
	}
	year := strings.TrimLeft(s[open:], "〔[［（(")
	if len(year) < 4 || strings.Trim(year[:4], "0123456789") != "" {
		return 0
	}
	end += len("号")
	return end + len(s[end:]) - len(strings.TrimLeft(s[end:], " \t　/／"))
}
