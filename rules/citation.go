package rules

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// citation is a document as a text cites it: 《…》, the number, or both.
type citation struct {
	title          string // between 《 and 》, "" when there is none
	titleAt        int
	issuer         string // 国办公开办函, "" when there is no number
	year, serial   int    // year 0 in 国务院令第711号
	number, behind int    // where the number begins and ends
	text           string // of the number
}

// citations returns what a text cites with the issuers of known documents,
// and titles without a number.
func citations(text string, known []profile.Document) (all []citation) {
	for at := 0; ; {
		i := report.Index(text[at:], "号")
		if i < 0 {
			break
		}
		at += i + len("号")
		if c, ok := numberBefore(text, at, known); ok {
			c.title, c.titleAt = titleBefore(text, c.number)
			all = append(all, c)
		}
	}
	numbered := len(all)
	for at := 0; ; {
		i := strings.Index(text[at:], "》")
		if i < 0 {
			return all
		}
		at += i + len("》")
		if title, from := titleBefore(text, at); title != "" && !taken(all[:numbered], from) {
			all = append(all, citation{title: title, titleAt: from})
		}
	}
}

// taken reports whether a citation has the title that stands there.
func taken(all []citation, titleAt int) bool {
	return slices.ContainsFunc(all, func(c citation) bool { return c.title != "" && c.titleAt == titleAt })
}

// numberBefore reads the number that ends at end, behind 号, from its end:
// 国办公开办函〔2021〕30号, 国务院令第711号.
func numberBefore(text string, end int, known []profile.Document) (citation, bool) {
	rest := withoutBlanks(text[:end-len("号")])
	c := citation{behind: end}
	if rest, c.serial = cutDigits(rest); c.serial == 0 {
		return c, false
	}
	if inside, size := utf8.DecodeLastRuneInString(rest); strings.ContainsRune("〕]］】）)", inside) {
		rest, c.year = cutDigits(withoutBlanks(rest[:len(rest)-size]))
		opening, size := utf8.DecodeLastRuneInString(rest)
		if c.year == 0 || !strings.ContainsRune("〔[［【（(", opening) {
			return c, false
		}
		rest = withoutBlanks(rest[:len(rest)-size])
	}
	for i := range known {
		if issuer := known[i].Issuer(); strings.HasSuffix(rest, issuer) {
			c.issuer, c.number = issuer, len(rest)-len(issuer)
			c.text = text[c.number:end]
			return c, true
		}
	}
	return c, false
}

const blanks = " \t\u00a0\u3000"

// withoutBlanks returns s without the blanks at its end.
func withoutBlanks(s string) string {
	if s != "" {
		switch s[len(s)-1] {
		case ' ', '\t', 0xA0, 0x80: // what blanks end with
			return strings.TrimRight(s, blanks)
		}
	}
	return s
}

// cutDigits cuts the number off the end of s; 0 when there is none.
func cutDigits(s string) (rest string, n int) {
	rest = s
	for rest != "" && rest[len(rest)-1]-'0' <= 9 {
		rest = rest[:len(rest)-1]
	}
	if rest == s {
		return s, 0
	}
	n, err := strconv.Atoi(s[len(rest):])
	if err != nil {
		return s, 0
	}
	return withoutBlanks(rest), n
}

// longestTitle bounds, in bytes, how far the start of a title is looked for.
const longestTitle = 600

// titleBefore returns the title whose 》 stands right before at, brackets and
// blanks aside. Titles may have titles inside.
func titleBefore(text string, at int) (title string, from int) {
	head := text[:at]
	if at < 3 || !isHan(text[at-3]) && text[at-3:at] != "》" {
		head = strings.TrimRight(head, "（( \u3000")
	}
	if !strings.HasSuffix(head, "》") {
		return "", 0
	}
	end := len(head) - len("》")
	depth := 1
	for i := end; i > max(0, end-longestTitle); {
		if i >= 3 && isHan(head[i-3]) {
			i -= 3
			continue
		}
		r, size := utf8.DecodeLastRuneInString(head[:i])
		i -= size
		switch r {
		case '》':
			depth++
		case '《':
			if depth--; depth == 0 {
				return head[i+size : end], i + size
			}
		}
	}
	return "", 0
}

// is reports whether the number is that of the document.
func (c *citation) is(d *profile.Document) bool {
	if c.issuer != d.Issuer() {
		return false
	}
	if c.text == d.Number {
		return true
	}
	own, ok := numberBefore(d.Number, len(d.Number), []profile.Document{*d})
	return ok && c.issuer == own.issuer && c.year == own.year && c.serial == own.serial
}

// documentOf returns the document with the number, nil when none has it.
func (c *citation) documentOf(known []profile.Document) *profile.Document {
	if c.issuer == "" {
		return nil
	}
	for i := range known {
		if c.is(&known[i]) {
			return &known[i]
		}
	}
	return nil
}

// titled returns the document with the title, nil when none has it; of two,
// the one in force.
func (c *citation) titled(known []profile.Document) (found *profile.Document) {
	if c.title == "" {
		return nil
	}
	folded := report.Fold(c.title)
	for i := range known {
		d := &known[i]
		if d.Titled(folded) && (found == nil || found.ReplacedBy != "") {
			found = d
		}
	}
	return found
}

// place returns where the number stands, or else the title.
func (c *citation) place(s *Sentence) report.Span {
	if c.issuer == "" {
		return s.Slice(c.titleAt, c.titleAt+len(c.title))
	}
	return s.Slice(c.number, c.behind)
}
