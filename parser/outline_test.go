package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
)

// outline writes all that a report holds, for people to compare.
func outline(r *report.Report) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	for _, f := range r.Matter {
		line("field %s = %q at %s", f.Key, f.Value.Value, place(f.Value.Span))
	}
	if !r.Title.IsZero() {
		line("title %q at %s", r.Title.Text, place(r.Title.Span))
	}
	for _, f := range []struct {
		name string
		report.Fact
	}{
		{"organ", r.Meta.Organ}, {"year", r.Meta.Year}, {"published", r.Meta.Published},
		{"kind", r.Meta.Kind}, {"scope", r.Meta.Scope},
	} {
		if f.Known() {
			line("%s %q origin %d at %s %q", f.name, f.Value, f.Origin, place(f.Span), f.Span.Text())
		}
	}
	for i := range r.Blocks {
		outlineBlock(line, &r.Blocks[i])
	}
	if s := r.SignOff; s.Raw.Value != "" || s.Organ.Value != "" {
		line("signed %q at %s, %q at %s, block %d, date %d-%d-%d", s.Organ.Value, place(s.Organ.Span),
			s.Raw.Value, place(s.Raw.Span), s.Block, s.Date.Year, s.Date.Month, s.Date.Day)
	}
	for _, im := range r.Images {
		line("image %q %q at %s in block %d", im.Alt, im.Target, place(im.Span), im.Block)
	}
	for _, a := range r.Anomalies {
		line("anomaly %s at %s %s", a.Kind, place(a.Span), a.Note)
	}
	for _, d := range r.Directives {
		line("directive %s %q at %s covers %s", d.Rule, d.Reason, place(d.Span), place(d.Covers))
	}
	return b.String()
}

func outlineBlock(line func(string, ...any), b *report.Block) {
	kind := [...]string{"heading", "paragraph", "item", "table", "code", "html"}[b.Kind]
	mark := [...]string{"", " atx", " setext", " bold", " plain"}[b.Mark]
	if b.Level > 0 {
		mark += fmt.Sprint(" ", b.Level)
	}
	if b.Table == nil {
		line("%s%s %q at %s", kind, mark, b.Prose.Text, place(b.Prose.Span))
		return
	}
	form := [...]string{"pipe", "html"}[b.Table.Form]
	line("%s %s width %d header %d at %s", kind, form, b.Table.Width, b.Table.Header, place(b.Span))
	for _, row := range b.Table.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, outlineCell(c))
		}
		line("  %s", strings.Join(cells, " | "))
	}
}

func outlineCell(c report.Cell) string {
	s := c.Text
	switch c.Kind {
	case report.Blank:
		s = "·"
	case report.Absent:
		s = "×"
	case report.Figure:
		s = "=" + c.Value.String() + c.Unit
	case report.Dash:
		s = "dash" + s
	}
	if c.Form.Has(report.Surplus) {
		s += " surplus"
	}
	return fmt.Sprintf("%s@%s", s, place(c.Span))
}

func place(s report.Span) string {
	if s.IsZero() {
		return "nowhere"
	}
	from, to := s.Position(), s.EndPosition()
	if from.Line == to.Line {
		return fmt.Sprintf("%d:%d-%d", from.Line, from.Column, to.Column)
	}
	return fmt.Sprintf("%d:%d-%d:%d", from.Line, from.Column, to.Line, to.Column)
}

// check holds what is true of every report.
func check(t *testing.T, r *report.Report) {
	t.Helper()
	span := func(what string, s report.Span) {
		t.Helper()
		if s.File != r.File || s.Start < 0 || s.Start > s.End || s.End > len(r.File.Src) {
			t.Fatalf("%s: span %d-%d of a file of %d bytes", what, s.Start, s.End, len(r.File.Src))
		}
	}
	prose := func(what string, p report.Prose) {
		t.Helper()
		if p.IsZero() {
			return
		}
		span(what, p.Span)
		checkProse(t, what, p)
	}
	prose("title", r.Title)
	tables := 0
	for i := range r.Blocks {
		b := &r.Blocks[i]
		span("block", b.Span)
		prose("prose", b.Prose)
		if (b.Kind == report.TableBlock) != (b.Table != nil) {
			t.Fatalf("block %d: kind %d, table %v", i, b.Kind, b.Table)
		}
		if b.Table != nil {
			if b.Table.Block != i || r.Tables[tables] != b.Table {
				t.Fatalf("table %d is not that of block %d", tables, i)
			}
			tables++
			checkTable(t, b.Table, span)
		}
	}
	if tables != len(r.Tables) {
		t.Fatalf("%d tables in blocks, %d in all", tables, len(r.Tables))
	}
	for _, a := range r.Anomalies {
		span("anomaly", a.Span)
	}
	for _, im := range r.Images {
		span("image", im.Span)
		if im.Block < 0 || im.Block > len(r.Blocks) {
			t.Fatalf("image in block %d", im.Block)
		}
	}
	for _, d := range r.Directives {
		span("directive", d.Span)
		if d.Rule == "" {
			t.Fatal("directive without a rule")
		}
		if !d.Covers.IsZero() {
			span("covers", d.Covers)
		}
	}
	for _, f := range r.Matter {
		span("field", f.Value.Span)
	}
	for _, f := range []report.Fact{r.Meta.Organ, r.Meta.Year, r.Meta.Published, r.Meta.Kind, r.Meta.Scope} {
		if f.Known() {
			span("fact", f.Span)
		}
	}
	checkSignOff(t, r, span)
}

func checkSignOff(t *testing.T, r *report.Report, span func(string, report.Span)) {
	t.Helper()
	s := r.SignOff
	if s.Block < 0 || s.Block > len(r.Blocks) {
		t.Fatalf("sign-off at block %d of %d", s.Block, len(r.Blocks))
	}
	if s.Organ.Value != "" {
		span("organ", s.Organ.Span)
	}
	if s.Raw.Value != "" {
		span("date", s.Raw.Span)
	}
	if !s.Date.IsZero() {
		span("date", s.Date.Text.Span)
	}
}

func checkProse(t *testing.T, what string, p report.Prose) {
	t.Helper()
	if whole := p.Slice(0, len(p.Text)); whole.Start < p.Span.Start || whole.End > p.Span.End || whole.Start > whole.End {
		t.Fatalf("%s %q: slice %d-%d of %d-%d", what, p.Text, whole.Start, whole.End, p.Span.Start, p.Span.End)
	}
	if len(p.Cuts) == 0 && p.Text != p.Span.Text() {
		t.Fatalf("%s %q without cuts, but the source has %q", what, p.Text, p.Span.Text())
	}
	last := report.Cut{At: -1}
	for _, c := range p.Cuts {
		if c.At < last.At || c.Src < last.Src || c.At > len(p.Text) || c.Src < p.Span.Start || c.Src > p.Span.End {
			t.Fatalf("%s %q: cut %v behind %v in %d-%d", what, p.Text, c, last, p.Span.Start, p.Span.End)
		}
		last = c
	}
	checkBytes(t, what, p)
}

// checkBytes holds that each byte of a text stands where it says, unless the
// source has a blank, a line break or an entity there.
func checkBytes(t *testing.T, what string, p report.Prose) {
	t.Helper()
	src, entity := p.Span.File.Src, 0
	for i := range len(p.Text) {
		at := p.Slice(i, i+1).Start
		if at < len(src) && src[at] == '&' {
			entity = at
		}
		if at < len(src) && src[at] == p.Text[i] || p.Text[i] == ' ' {
			continue
		}
		if entity == 0 && src[0] != '&' || at-entity > 40 {
			t.Fatalf("%s %q: byte %d is at %d, but the source has %q", what, p.Text, i, at, src[at:min(len(src), at+4)])
		}
	}
}

func checkTable(t *testing.T, table *report.Table, span func(string, report.Span)) {
	t.Helper()
	span("table", table.Span)
	if table.Header > len(table.Rows) || len(table.Rows) == 0 {
		t.Fatalf("header %d of %d rows", table.Header, len(table.Rows))
	}
	positions := 0
	for _, row := range table.Rows {
		span("row", row.Span)
		if len(row.Cells) < table.Width {
			t.Fatalf("a row of %d cells in a table %d wide", len(row.Cells), table.Width)
		}
		positions += len(row.Cells)
		for i := range row.Cells {
			c := &row.Cells[i]
			span("cell", c.Span)
			if c.Form.Has(report.Surplus) != (i >= table.Width) {
				t.Fatalf("cell %d of %d: surplus %v", i, table.Width, c.Form.Has(report.Surplus))
			}
			if c.Text != report.TrimBlank(c.Text) {
				t.Fatalf("cell text %q is not trimmed", c.Text)
			}
			src := c.Span.Text()
			if c.Text != "" && !strings.ContainsAny(src, "\\*_`[]<&\n\r\u00a0\u00ad\u200b") && c.Text != src {
				t.Fatalf("cell text %q, but the source has %q", c.Text, src)
			}
		}
	}
	if positions > 2*maxPositions {
		t.Fatalf("%d positions", positions)
	}
}
