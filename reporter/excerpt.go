package reporter

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// excerpt is a line of the document that has to do with a finding.
type excerpt struct {
	number int
	text   string
	start  int    // byte of the file at which the text begins
	marks  []mark // in order of place
}

// mark is a part of a line: the finding itself, or a related place.
type mark struct {
	start, end int // bytes of the file
	primary    bool
	label      string
	from, to   int // columns of the window, once laid out

	// On a page only.
	finding  int // its number; 0 when there is none to say
	severity rules.Severity
	wide     bool // it goes over several cells
}

// neighbour is a related place in the finding's own file.
type neighbour struct {
	rules.Related
	at stretch
}

// excerpts returns the lines of the finding's own file that have to do with
// it, in order, and the related places left out.
func (p *printer) excerpts(d *rules.Diagnostic) (lines []excerpt, hidden []rules.Related) {
	file := d.Span.File
	if file == nil {
		return nil, nil
	}
	own := p.stretch(d.Span)
	if wholeFile(d.Span) {
		own.line = 0
	} else {
		lines = addMark(lines, file, own, mark{primary: true, label: p.primaryLabel(d, own)})
	}
	related, hidden := fewer(p.neighbours(d), own.line)
	for _, r := range related {
		lines = addMark(lines, file, r.at, mark{label: p.relatedLabel(d, r, own.line)})
	}
	slices.SortFunc(lines, func(a, b excerpt) int { return cmp.Compare(a.number, b.number) })
	for _, line := range lines {
		slices.SortStableFunc(line.marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
		quieten(line.marks)
	}
	return lines, hidden
}

// addMark adds a mark to its line. Nothing of it lies in a byte order mark,
// which is not shown.
func addMark(lines []excerpt, f *report.File, at stretch, m mark) []excerpt {
	i := slices.IndexFunc(lines, func(e excerpt) bool { return e.number == at.line })
	if i < 0 {
		e := newExcerpt(f, at.line)
		e.marks = make([]mark, 0, 8) // a row has seven figures
		lines, i = append(lines, e), len(lines)
	}
	e := &lines[i]
	m.start, m.end = max(at.start, e.start), max(at.end, e.start)
	e.marks = append(e.marks, m)
	return lines
}

func newExcerpt(f *report.File, line int) excerpt {
	text, start := f.Line(line)
	if start == 0 && strings.HasPrefix(text, byteOrderMark) {
		text, start = text[len(byteOrderMark):], len(byteOrderMark)
	}
	return excerpt{number: line, text: text, start: start}
}

// neighbours returns the related places in the finding's own file.
func (p *printer) neighbours(d *rules.Diagnostic) []neighbour {
	list := make([]neighbour, 0, len(d.Related))
	for _, r := range d.Related {
		if r.Span.File == d.Span.File && r.Span != d.Span {
			list = append(list, neighbour{r, p.stretch(r.Span)})
		}
	}
	return list
}

// mostLines is how many lines besides the finding's own are shown. A total
// of table 3 adds up more than twenty rows, nearly all of them 0.
const mostLines = 8

// fewer leaves out related places when they stand on too many lines: first
// those that are 0, then the last ones.
func fewer(list []neighbour, ownLine int) (kept []neighbour, hidden []rules.Related) {
	if len(list) <= mostLines || otherLines(list, ownLine) <= mostLines {
		return list, nil
	}
	for _, r := range list {
		switch {
		case r.at.line == ownLine:
			kept = append(kept, r)
		case r.Value == "0" || otherLines(append(kept, r), ownLine) > mostLines:
			hidden = append(hidden, r.Related)
		default:
			kept = append(kept, r)
		}
	}
	return kept, hidden
}

func otherLines(list []neighbour, ownLine int) int {
	seen := map[int]bool{}
	for _, r := range list {
		seen[r.at.line] = true
	}
	delete(seen, ownLine)
	return len(seen)
}

func (o Options) primaryLabel(d *rules.Diagnostic, at stretch) string {
	label := o.in(d.Label)
	if at.last > at.line {
		label += o.say("（至第 %d 行）", " (to line %d)", at.last)
	}
	return strings.TrimSpace(label)
}

// relatedLabel returns what to say of a related place. Nothing is said that
// stands there already, nor of an operand whose name and figure can be read where it stands: 「自然人 3」 in
// the formula's own row, or in a row that begins with 「自然人」.
func (o Options) relatedLabel(d *rules.Diagnostic, r neighbour, ownLine int) string {
	message := o.in(r.Message)
	if message == oneLine(r.Span.Text()) {
		return ""
	}
	name, operand := operandName(message, r.Value)
	if !operand {
		return message
	}
	if r.at.line == ownLine && d.Formula != "" {
		return ""
	}
	text, _ := d.Span.File.Line(r.at.line)
	if strings.Contains(text, name) {
		return ""
	}
	return message
}

// operandName splits 「自然人 3」 when the figure is the value.
func operandName(message, value string) (name string, ok bool) {
	if value == "" {
		return "", false
	}
	name, ok = strings.CutSuffix(message, value)
	return strings.TrimSpace(name), ok
}

// mostLabels is how many related places of one line may speak; more would
// bury the line.
const mostLabels = 3

func quieten(marks []mark) {
	speaking := 0
	for _, m := range marks {
		if !m.primary && m.label != "" {
			speaking++
		}
	}
	for i := range marks {
		if speaking > mostLabels && !marks[i].primary {
			marks[i].label = ""
		}
	}
}
