package reporter

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gouji-lint/gouji/rules"
)

// Text writes findings for people, and a last line that sums up.
func Text(w io.Writer, r *rules.Result, o Options) error { return writeAll(beginText(w, o), r, o) }

// textParts writes the format text in parts.
type textParts struct {
	*printer
	totals totals
}

func beginText(w io.Writer, o Options) Parts { return &textParts{printer: newPrinter(w, o)} }

// Part implements Parts.
func (t *textParts) Part(r *rules.Result) error {
	t.totals.include(r)
	for i := range r.Diagnostics {
		if t.list() {
			t.listFinding(&r.Diagnostics[i])
		} else {
			t.finding(&r.Diagnostics[i])
		}
		t.line()
	}
	return t.Flush()
}

// End implements Parts.
func (t *textParts) End(elapsed time.Duration) error {
	t.Elapsed = elapsed
	t.summary(&t.totals)
	return t.Flush()
}

// printer writes text for people. Errors stay in its Writer until Flush.
type printer struct {
	*bufio.Writer
	teller
	palette palette
	laid    []laid // scratch
}

func newPrinter(w io.Writer, o Options) *printer {
	return &printer{Writer: bufio.NewWriterSize(w, 64<<10), teller: teller{Options: o}, palette: newPalette(o.Color)}
}

func (p *printer) line(parts ...string) {
	for _, s := range parts {
		p.WriteString(s)
	}
	p.WriteByte('\n')
}

// finding writes one finding in the layout Full.
func (p *printer) finding(d *rules.Diagnostic) {
	lines, hidden := p.excerpts(d)
	gutter := gutterOf(lines)
	p.headline(d)
	p.arrow(d, gutter)
	if len(lines) > 0 {
		p.rail(gutter, "")
		p.lines(d, lines, gutter)
	}
	elsewhere := inOtherFiles(d)
	hidden = append(hidden, p.elsewhere(elsewhere, gutter)...)
	if len(lines)+len(elsewhere) > 0 {
		p.rail(gutter, "")
	}
	for _, n := range p.notes(d, hidden) {
		p.line(strings.Repeat(" ", gutter), " ", p.palette.paint(p.palette.rail, "="), " ",
			p.palette.paint(p.palette.key, n.key), ": ", n.text)
	}
}

// headline writes 「错误[sum-mismatch] …」.
func (p *printer) headline(d *rules.Diagnostic) {
	colour := p.palette.severity(d.Severity)
	p.line(p.palette.paint(colour, p.severity(d.Severity)+"["+d.Rule+"]"), " ",
		p.palette.paint(p.palette.key, p.in(d.Message)))
}

// arrow writes where the finding is.
func (p *printer) arrow(d *rules.Diagnostic, gutter int) {
	where := p.in(d.Place)
	if d.Span.File != nil {
		if where == "" && wholeFile(d.Span) {
			where = p.say("整个文件", "the whole file")
		}
		where = strings.TrimRight(p.place(d.Span)+"  "+where, " ")
	}
	if where != "" {
		p.line(strings.Repeat(" ", gutter), p.palette.paint(p.palette.rail, "-->"), " ", where)
	}
}

// elsewhere writes the related places in other files, or in none. It returns
// those left out.
func (p *printer) elsewhere(related []rules.Related, gutter int) (hidden []rules.Related) {
	related, hidden = listed(related)
	for _, r := range related {
		where := p.in(r.Message)
		if r.Span.File != nil {
			where = strings.TrimRight(p.place(r.Span)+"  "+where, " ")
		}
		p.line(strings.Repeat(" ", gutter), p.palette.paint(p.palette.rail, ":::"), " ", where)
	}
	return hidden
}

// inOtherFiles returns the related places that no line of the finding's own
// file can show.
func inOtherFiles(d *rules.Diagnostic) []rules.Related {
	var list []rules.Related
	for _, r := range d.Related {
		if r.Span.File == nil || r.Span.File != d.Span.File {
			list = append(list, r)
		}
	}
	return list
}

// mostListed is how many related places are listed. A city adds up some
// eighty departments and counties.
const mostListed = 12

// listed returns the related places to be listed and those left out when
// they are many: first those that are 0, then the last ones.
func listed(list []rules.Related) (kept, hidden []rules.Related) {
	if len(list) <= mostListed {
		return list, nil
	}
	for _, r := range list {
		if r.Value == "0" || len(kept) == mostListed {
			hidden = append(hidden, r)
		} else {
			kept = append(kept, r)
		}
	}
	return kept, hidden
}

// gutterOf returns how many columns the line numbers take.
func gutterOf(lines []excerpt) int {
	gutter := 2
	for _, l := range lines {
		gutter = max(gutter, len(strconv.Itoa(l.number)))
	}
	return gutter
}

// rail writes a line that holds no line of the document.
func (p *printer) rail(gutter int, text string) {
	p.line(strings.Repeat(" ", gutter), " ", p.palette.paint(p.palette.rail, "|"), strings.TrimRight(" "+text, " \t\u3000"))
}

// lines writes lines of the document with their marks. Where more than one
// line is left out between two, it says so.
func (p *printer) lines(d *rules.Diagnostic, lines []excerpt, gutter int) {
	margin := gutter + len(" | ")
	columns := widestLine
	if p.Width > 0 {
		columns = max(narrowest/2, p.Width-margin-1)
	}
	for len(p.laid) < len(lines) {
		p.laid = append(p.laid, laid{})
	}
	all := p.laid[:len(lines)]
	for i, e := range lines {
		all[i].layOut(e, margin, columns)
	}
	leaveBare(all)
	for i := range all {
		if i > 0 && all[i].number > all[i-1].number+2 {
			p.line(p.palette.paint(p.palette.rail, "..."))
		}
		p.numbered(&all[i], gutter)
		if !all[i].bare {
			p.marks(d, &all[i], gutter, columns)
		}
	}
}

// leaveBare draws no marks in lines of which there is nothing to say when
// all that they mark stands right above or below the finding itself: the
// column's label and figures, in a table that is kept aligned.
func leaveBare(all []laid) {
	own := ownMark(all)
	if own == nil {
		return
	}
	for i := range all {
		for _, m := range all[i].marks {
			if all[i].silent() && (m.from >= own.to || m.to <= own.from) {
				return
			}
		}
	}
	for i := range all {
		all[i].bare = all[i].silent()
	}
}

// silent reports whether the line has no label and is not the finding's own.
func (e *excerpt) silent() bool {
	return !slices.ContainsFunc(e.marks, func(m mark) bool { return m.primary || m.label != "" })
}

func ownMark(all []laid) *mark {
	for i := range all {
		for j := range all[i].marks {
			if all[i].marks[j].primary {
				return &all[i].marks[j]
			}
		}
	}
	return nil
}

// numbered writes a line of the document with its number.
func (p *printer) numbered(l *laid, gutter int) {
	number := strconv.Itoa(l.number)
	number = strings.Repeat(" ", gutter-len(number)) + number
	text := p.source(l)
	if text != "" {
		text = " " + text
	}
	p.line(p.palette.paint(p.palette.rail, number+" |"), text)
}
