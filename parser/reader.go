package parser

import (
	"strings"

	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// blanks is what a stretch of HTML becomes, over and over.
var blanks = strings.Repeat(" ", 1<<9)

// minGap is how long a line of blanks must be for it to be passed in one step.
const minGap = 1 << 7

// gapReader is a reader of a page out of which tables were taken. What is
// left of a table is one line of many blanks.
type gapReader struct{ text.Reader }

// SkipBlankLines implements text.Reader.
func (r gapReader) SkipBlankLines() (text.Segment, int, bool) {
	for lines := 0; ; lines++ {
		line, segment := r.PeekLine()
		if line == nil {
			return segment, lines, false
		}
		for len(line) > len(blanks) && string(line[:len(blanks)]) == blanks {
			line = line[len(blanks):]
		}
		if !util.IsBlank(line) {
			return segment, lines, true
		}
		r.AdvanceLine()
	}
}

// newReader returns the reader for goldmark of the lines from start to end.
func (p *page) newReader(start, end int) text.Reader {
	r := text.NewReader(p.text[:end])
	r.SetPosition(0, text.NewSegment(start, start))
	r.AdvanceLine()
	if len(p.gaps) > 0 {
		return gapReader{r}
	}
	return r
}
