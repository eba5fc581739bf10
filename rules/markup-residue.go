package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed markup-residue.md
var markupResiduePage string

var markupResidue = Rule{
	Name:     "markup-residue",
	Title:    Message{"网页或标记的残留", "remains of a page or of markup"},
	Family:   Document,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     markupResiduePage,
	Words:    pageWords,
	Always:   true, // marks have no words
	Check:    checkMarkupResidue,
}

// checkMarkupResidue reports what a block of running text has of that, once.
func checkMarkupResidue(p *Pass) {
	for _, i := range p.reading().marked {
		prose := p.Report.Blocks[i].Prose
		if from, to := markup(prose.Text); from < to {
			d := p.leftOver(prose, from, to)
			d.Fixes = markupFix(prose, from, to)
			p.Flag(d)
		}
	}
	last := -1
	for s := range p.Mentions {
		prose := p.Report.Blocks[s.Block].Prose
		if from, to := markup(prose.Text); s.Block == last || from < to {
			continue
		}
		last = s.Block
		if from, to := chrome(prose.Text); from < to {
			p.Flag(p.leftOver(prose, from, to))
		}
	}
}

func (p *Pass) leftOver(prose report.Prose, from, to int) Diagnostic {
	left := prose.Text[from:to]
	return Diagnostic{
		Span: prose.Slice(from, to),
		Message: Message{
			fmt.Sprintf("「%s」不是报告的文字，是网页或标记的残留", left),
			fmt.Sprintf("「%s」 is no text of the report but remains of a page or of markup", left),
		},
		Label: Message{"残留", "left over"},
		Help:  Message{"删去，或者改成应有的标记", "remove it, or write the mark that was meant"},
		Basis: p.Form.Law().Accuracy,
	}
}

// markupFix takes away a mark that says nothing: a tag of type, the stars of
// bold type that has no end; or writes the blank that makes ## a heading, or
// that a reference to one stands for.
func markupFix(prose report.Prose, from, to int) []Fix {
	left := prose.Text[from:to]
	at := withEscapes(prose.Slice(from, to))
	title, new := Message{"删去「" + left + "」", "remove " + left}, ""
	switch {
	case strings.Trim(left, "#") == "" && len(left) <= 6:
		at.Start = at.End
		title, new = Message{"在「" + left + "」后加空格", "put a blank behind " + left}, " "
	case isTypeTag(left):
		return tagsFix(prose, from)
	case strings.Trim(left, "*") == "":
	case left == "&nbsp" || left == "&emsp" || left == "&ensp":
		if !strings.HasPrefix(prose.Text[to:], ";") {
			return nil
		}
		left += ";"
		at = prose.Slice(from, to+1)
		title, new = Message{"改为空格", "write a blank"}, " "
	default:
		return nil
	}
	if new != " " || at.Start < at.End {
		if unescaped(at.Text()) != left {
			return nil
		}
	}
	return []Fix{{title, true, []Edit{{at, new}}}}
}

// tagsFix takes away all tags of type in a text, from the first on.
func tagsFix(prose report.Prose, from int) []Fix {
	fix := Fix{Title: Message{"删去标记", "remove the tags"}, Safe: true}
	for {
		i := tag(prose.Text[from:])
		if i < 0 {
			return fixed(fix)
		}
		start := from + i
		from = start + strings.IndexByte(prose.Text[start:], '>') + 1
		at := withEscapes(prose.Slice(start, from))
		if name := prose.Text[start:from]; isTypeTag(name) && unescaped(at.Text()) == name {
			fix.Edits = append(fix.Edits, Edit{at, ""})
		}
	}
}

// withEscapes takes in what Markdown has before the first character, a
// backslash, and what is left of a reference that the last one came from.
func withEscapes(at report.Span) report.Span {
	src := at.File.Src
	if at.Start > 0 && src[at.Start-1] == '\\' {
		at.Start--
	}
	if strings.HasSuffix(at.Text(), "&") {
		at.End += strings.IndexByte(src[at.End:], ';') + 1
	}
	return at
}

// isTypeTag reports whether a tag is about how text looks and has none of its
// own.
func isTypeTag(tag string) bool {
	name := strings.ToLower(strings.TrimLeft(tag, "</"))
	name = name[:strings.IndexAny(name+">", " \t/>")]
	switch name {
	case "span", "font", "b", "strong", "i", "em", "u", "br", "p", "div", "o:p":
		return strings.HasPrefix(tag, "<") && strings.HasSuffix(tag, ">")
	}
	return false
}

// unescaped returns what Markdown shows of its source, as far as the marks of
// pages go.
func unescaped(src string) string {
	return strings.NewReplacer("\\<", "<", "\\>", ">", "\\*", "*", "\\&", "&", "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(src)
}
