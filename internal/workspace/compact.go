package workspace

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// keepText is how much text of files with findings a run keeps whole. Beyond
// it only the lines that findings point at are kept: of a hundred thousand
// reports many have some finding.
const keepText = 4 << 20

// compact lets go of the lines of a file that no finding points at. Positions,
// and offsets on disk, stay what they are.
func compact(f *rules.FileResult) {
	if f.File.Encoding != report.UTF8 || len(f.Directives) > 0 {
		return // few files, not worth a second mapping
	}
	c := compactor{old: f.File, keep: map[int]bool{}}
	c.each(f.Diagnostics, func(s *report.Span) { c.want(*s) })
	c.build()
	c.each(f.Diagnostics, func(s *report.Span) { *s = c.moved(*s) })
	for i := range f.Diagnostics {
		detach(&f.Diagnostics[i])
	}
	for i := range f.Skipped {
		f.Skipped[i].File = c.new
	}
	f.File = c.new
}

// detach copies the texts of a finding that may be pieces of the file, and
// would keep all of it.
func detach(d *rules.Diagnostic) {
	own := func(texts ...*string) {
		for _, t := range texts {
			*t = strings.Clone(*t)
		}
	}
	own(&d.Item, &d.Expected, &d.Actual, &d.Formula)
	for _, m := range []*rules.Message{&d.Message, &d.Label, &d.Place, &d.Hint, &d.Help} {
		own(&m.ZH, &m.EN)
	}
	for i := range d.Related {
		own(&d.Related[i].Message.ZH, &d.Related[i].Message.EN, &d.Related[i].Value)
	}
	for i := range d.Fixes {
		own(&d.Fixes[i].Title.ZH, &d.Fixes[i].Title.EN)
		for j := range d.Fixes[i].Edits {
			own(&d.Fixes[i].Edits[j].New)
		}
	}
}

// compactor moves the spans of a file to a file with fewer lines.
type compactor struct {
	old, new *report.File
	keep     map[int]bool // by line
	starts   []int        // by line, in the new file
}

// each calls do for every span of the findings that lies in the old file.
func (c *compactor) each(found []rules.Diagnostic, do func(*report.Span)) {
	in := func(s *report.Span) {
		if s.File == c.old {
			do(s)
		}
	}
	for i := range found {
		d := &found[i]
		in(&d.Span)
		for j := range d.Related {
			in(&d.Related[j].Span)
		}
		for j := range d.Fixes {
			for k := range d.Fixes[j].Edits {
				in(&d.Fixes[j].Edits[k].Span)
			}
		}
	}
}

func (c *compactor) want(s report.Span) {
	for line := s.Position().Line; line <= s.EndPosition().Line; line++ {
		c.keep[line] = true
	}
}

// build makes the new file: all other lines are empty.
func (c *compactor) build() {
	var src strings.Builder
	var stretches []report.Stretch
	for line := 1; line <= c.old.Lines(); line++ {
		if line > 1 {
			src.WriteByte('\n')
		}
		c.starts = append(c.starts, src.Len())
		if c.keep[line] {
			text, start := c.old.Line(line)
			stretches = append(stretches, report.Stretch{Start: src.Len(), Disk: start, Width: 1, DiskWidth: 1})
			src.WriteString(text)
		}
	}
	c.new = report.NewFile(c.old.Name, src.String())
	c.new.Stretches = stretches
}

func (c *compactor) moved(s report.Span) report.Span {
	return c.new.Span(c.offset(s.Start, s.Position().Line), c.offset(s.End, s.EndPosition().Line))
}

// offset moves an offset in a line. Line ends are one byte in the new file.
func (c *compactor) offset(old, line int) int {
	text, start := c.old.Line(line)
	return c.starts[line-1] + min(old-start, len(text))
}
