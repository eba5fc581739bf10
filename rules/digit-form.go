package rules

import (
	_ "embed"

	"github.com/gouji-lint/gouji/report"
)

//go:embed digit-form.md
var digitFormPage string

var digitForm = Rule{
	Name:     "digit-form",
	Title:    Message{"数字写法不规范", "unusual digits"},
	Family:   Writing,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     digitFormPage,
	Check:    checkDigitForm,
}

// checkDigitForm reports full-width digits and letters, and blanks between
// digits and Han, each once.
func checkDigitForm(p *Pass) {
	s := p.reading()
	p.flagHabit(habit{
		item: "full-width", places: s.wide, basis: "GB/T 15835-2011",
		name: Message{"数字和字母应为半角", "digits and letters are half-width"},
		fix:  func(text string, i, j int) (string, bool) { return halfWidth(text[i:j]), true },
	})
	p.flagHabit(habit{
		item: "blank", places: p.typedBlanks(s.blanks), atMost: Info,
		name: Message{"数字与汉字之间不空格", "no blank between digits and Han"},
		fix:  func(string, int, int) (string, bool) { return "", true },
	})
}

// typedBlanks returns the blanks that somebody typed inside a sentence. At the
// end of a line Markdown shows one as well, organ and date of a sign-off in
// one line stand apart, and a page that lost its lines parts them by blanks:
// who types blanks puts them behind digits too.
func (p *Pass) typedBlanks(all []place) (typed []place) {
	behind := false
	for _, at := range all {
		span := p.spanAt(at)
		if span.Text() != p.textAt(at) || p.startsSignature(span) {
			continue
		}
		typed = append(typed, at)
		behind = behind || p.Report.Blocks[at.block].Prose.Text[at.at-1]-'0' <= 9
	}
	if !behind {
		return nil
	}
	return typed
}

func (p *Pass) startsSignature(blank report.Span) bool {
	date := p.Report.SignOff.Raw.Span
	return !date.IsZero() && blank.End == date.Start
}
