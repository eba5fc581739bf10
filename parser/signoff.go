package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// signOff finds the 落款: organ and date behind the last section, or else the
// two under the title.
func (p *page) signOff() {
	blocks := p.report.Blocks
	p.report.SignOff.Block = len(blocks)
	end := len(blocks)
	for end > 0 && isTrailer(&blocks[end-1]) {
		end--
	}
	if end > 0 && p.signedBy(end-1) {
		return
	}
	p.signedAtTop()
}

// isTrailer reports whether b stands behind a sign-off: who gets a copy, who
// printed it, page numbers, attachments, links.
func isTrailer(b *report.Block) bool {
	s := b.Prose.Text
	if b.Kind == report.TableBlock || b.Kind == report.Heading || b.Kind == report.Code {
		return false
	}
	if s == "" || strings.HasPrefix(s, "（") && strings.HasSuffix(s, "）") && !isDateLine(s) {
		return true
	}
	if strings.Trim(s, "-—–－ 0123456789第页共/") == "" && !isDateLike(s) {
		return true // a page number
	}
	for _, word := range [...]string{"抄送", "抄报", "主送", "附件", "附：", "印发", "编辑：",
		"责任编辑", "来源：", "打印", "联系人", "扫一扫", "分享", "发布日期", "发布时间", "更新时间", "浏览次数", "上一篇", "下一篇"} {
		if strings.HasPrefix(s, word) {
			return true
		}
	}
	return strings.HasSuffix(s, "印发")
}

// signedBy reads the sign-off that ends with the block i.
func (p *page) signedBy(i int) bool {
	blocks := p.report.Blocks
	b := &blocks[i]
	if b.Kind != report.Paragraph && b.Kind != report.ListItem {
		return false
	}
	s := &p.report.SignOff
	if at, ok := dateBehind(b.Prose.Text); ok {
		s.Raw = part(b.Prose, at, len(b.Prose.Text))
		s.Date = dateIn(b.Prose, at)
		s.Block = i
		if at > 0 {
			s.Organ = part(b.Prose, 0, at)
			return true
		}
		if i > 0 && isSigned(&blocks[i-1]) {
			s.Organ = part(blocks[i-1].Prose, 0, len(blocks[i-1].Prose.Text))
			s.Block = i - 1
		}
		return true
	}
	organ := p.readTitle(p.report.Title.Text).organ
	if name := p.report.Title.Text[organ.start:organ.end]; name != "" && isSame(b.Prose.Text, name) {
		s.Organ, s.Block = part(b.Prose, 0, len(b.Prose.Text)), i
		return true
	}
	return false
}

// isSigned reports whether b is the organ line of a sign-off.
func isSigned(b *report.Block) bool {
	return b.Kind == report.Paragraph && isOrganLine(b.Prose.Text)
}

// dateBehind returns where the date begins that a line ends with: alone or
// behind the name of an organ.
func dateBehind(s string) (at int, ok bool) {
	if len(s) > 3*60 {
		return 0, false
	}
	if isDateLike(s) {
		return 0, true
	}
	report.EachDate(s, func(i, size int, d report.Date) bool {
		tail := strings.Trim(s[i+size:], "）) ")
		if d.Year > 0 && d.Month > 0 && tail == "" && isOrganLine(s[:i]) && !endsInPreposition(s[:i]) {
			at, ok = i, true
		}
		return true
	})
	return at, ok
}

// endsInPreposition reports whether a date is still to come behind s: 统计截至.
func endsInPreposition(s string) bool {
	for _, word := range [...]string{"至", "自", "于", "到", "从", "在", "为", "起", "前"} {
		if strings.HasSuffix(s, word) {
			return true
		}
	}
	return false
}

// isDateLike reports whether a line is a date or was meant for one: nothing
// but digits, 年月日 and blanks.
func isDateLike(s string) bool {
	s = trimBrackets(s)
	if d, size := report.DateAt(s); size == len(s) && size > 0 {
		return d.Year > 0 && d.Month > 0
	}
	if !strings.ContainsAny(s, "年月日") || len(s) > 50 {
		return false
	}
	return strings.Trim(s, "0123456789０１２３４５６７８９〇零○一二三四五六七八九十年月日号 　.×xX_-") == ""
}

// dateIn reads the date that prose ends with from at on, zero when it is none.
func dateIn(prose report.Prose, at int) report.Date {
	rest := prose.Text[at:]
	at += len(rest) - len(strings.TrimLeft(rest, "（(*_ \t　"))
	d, size := report.DateAt(prose.Text[at:])
	if size == 0 || d.Month == 0 || strings.Trim(prose.Text[at+size:], "）)*_ \t　") != "" {
		return report.Date{}
	}
	d.Text = part(prose, at, at+size)
	return d
}

// part returns prose.Text[i:j], trimmed, with its place.
func part(prose report.Prose, i, j int) report.Text {
	i += report.BlankAt(prose.Text[i:j])
	j = i + len(report.TrimBlank(prose.Text[i:j]))
	return report.Text{Value: prose.Text[i:j], Span: prose.Slice(i, j)}
}

// signedAtTop looks for organ and date under the title. They leave
// SignOff.Block alone: nothing ends where they stand.
func (p *page) signedAtTop() {
	blocks := p.report.Blocks
	for i := range blocks[:min(3, len(blocks))] {
		if blocks[i].Kind != report.Paragraph || hasSentence(blocks[i].Prose.Text) {
			return
		}
		if _, ok := dateBehind(blocks[i].Prose.Text); ok {
			block := p.report.SignOff.Block
			p.signedBy(i)
			p.report.SignOff.Block = block
			return
		}
	}
}
