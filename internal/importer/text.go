package importer

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/internal/skeleton"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// readText reads a text without tables, as it is copied out of a PDF file: the
// cells stand there in their order, labels broken over lines. The form says how
// many figures a table has; when just as many are there, each behind its label,
// they are put back into the table.
func readText(name, src string, library *profile.Library) (blocks []block, notes []rules.Message) {
	form := library.Bind(parser.Parse(report.NewFile(name, apart(src))))
	t := textReader{form: form}
	if title := form.Report.Title; !title.IsZero() {
		t.blocks = append(t.blocks, block{level: 1, text: title.Text})
	}
	t.read()
	return t.blocks, t.notes
}

// apart makes each line a paragraph of its own: how far it is indented says
// nothing.
func apart(src string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(src, "\n") {
		if line = report.TrimBlank(strings.Trim(line, "\f\r")); line != "" {
			b.WriteString(line + "\n\n")
		}
	}
	return b.String()
}

type textReader struct {
	form   *profile.Form
	blocks []block
	notes  []rules.Message
	open   bool // the last paragraph may go on
}

func (t *textReader) read() {
	all := t.form.Report.Blocks
	for i := 0; i < len(all); i++ {
		b := &all[i]
		section := t.sectionAt(i)
		switch {
		case section == nil:
			t.paragraph(b.Prose.Text, i >= t.form.Report.SignOff.Block)
			continue
		}
		t.blocks = append(t.blocks, block{level: 2, text: b.Prose.Text})
		t.open = false
		if tables := t.tables(section.Def.ID); len(tables) > 0 {
			end := i + 1
			for end < len(all) && t.sectionAt(end) == nil {
				end++
			}
			t.section(section.Def.ID, tables, i+1, end)
			i = end - 1
		}
	}
}

func (t *textReader) sectionAt(block int) *profile.BoundSection {
	for i := range t.form.Sections {
		if s := &t.form.Sections[i]; s.Found() && s.Index == block {
			return s
		}
	}
	return nil
}

func (t *textReader) tables(section string) (tables []*profile.Table) {
	p := t.form.Profile
	for i := range p.Tables {
		if p.Tables[i].Section == section {
			tables = append(tables, &p.Tables[i])
		}
	}
	return tables
}

// section puts the figures of the blocks [first, end) into tables.
func (t *textReader) section(id string, tables []*profile.Table, first, end int) {
	all := t.form.Report.Blocks
	if first >= end {
		return
	}
	raw := t.form.Report.File.Src[all[first].Span.Start:all[end-1].Span.End]
	figures, ok := place(raw, tables)
	if !ok {
		t.notes = append(t.notes, rules.Message{
			ZH: tables[0].Name + "的数字没有读出来，请照原件填写；原文留在注释里",
			EN: "the figures of " + tables[0].Name + " could not be read: fill them in from the original, whose text is kept in a comment",
		})
	}
	text := skeleton.Tables(t.form.Profile, id, func(ref profile.Ref) string { return figures[ref] })
	if !ok {
		text += "<!--\n" + strings.ReplaceAll(raw, "--", "- -") + "\n-->\n"
	}
	t.blocks = append(t.blocks, block{markdown: text})
}

// place gives the figures of a text to the cells of tables, in reading order.
// ok is false unless there is one for each cell, and every row's stand behind
// its label.
func place(raw string, tables []*profile.Table) (figures map[profile.Ref]string, ok bool) {
	stream := newStream(raw)
	figures = map[profile.Ref]string{}
	for _, t := range tables {
		for i := range t.Rows {
			for k := range t.Columns {
				figure, label, more := stream.next()
				if !more || k == 0 && t.Layout != profile.Flat && !strings.Contains(label, start(t.Rows[i].Label())) {
					return nil, false
				}
				figures[profile.Ref{Table: t.ID, Row: t.Rows[i].ID, Column: t.Columns[k].ID}] = figure
			}
		}
	}
	if _, _, more := stream.next(); more {
		return nil, false
	}
	return figures, true
}

// start is the beginning of a label, which stands before its figures even when
// the rest of it runs on behind them.
func start(label string) string {
	runes := []rune(report.Fold(label))
	return string(runes[:min(len(runes), 5)])
}

// stream yields the figures of a text, with what stands before each.
type stream struct{ words []string }

func newStream(raw string) *stream { return &stream{strings.FieldsFunc(raw, report.IsBlank)} }

func (s *stream) next() (figure, label string, ok bool) {
	var before strings.Builder
	for len(s.words) > 0 {
		word := s.words[0]
		s.words = s.words[1:]
		if isFigure(word) {
			return word, before.String(), true
		}
		before.WriteString(report.Fold(word))
	}
	return "", before.String(), false
}

// isFigure reports whether a word is a figure, or an amount of money.
func isFigure(word string) bool {
	kind, _, _, unit := report.ReadFigure(word)
	return kind == report.Figure && (unit == "" || unit == "元" || unit == "万元")
}

// paragraph adds a line. Lines are broken where the page ends: one goes on
// with the next unless it ends a sentence, or the next begins something.
func (t *textReader) paragraph(line string, signOff bool) {
	line = folded(line)
	if line == "" || isPageNumber(line) {
		return
	}
	o, numbered := report.OrdinalAt(line)
	if t.open && !numbered && !signOff {
		last := &t.blocks[len(t.blocks)-1]
		last.text = joined([]string{last.text, line})
	} else {
		t.blocks = append(t.blocks, block{text: line})
	}
	heading := numbered && o.Level <= 2 && utf8.RuneCountInString(line) <= longestHeading/2 && !endsSentence(line)
	if heading {
		t.blocks[len(t.blocks)-1].level = o.Level + 1
	}
	t.open = !signOff && !heading && !endsSentence(line)
}

func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？：:", last)
}

// isPageNumber reports whether a line holds a number and marks around it.
func isPageNumber(line string) bool {
	digits := strings.Trim(line, "-—－ 第页")
	return digits != "" && len(digits) <= 3 && strings.Trim(digits, "0123456789") == ""
}
