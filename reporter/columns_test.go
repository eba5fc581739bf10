package reporter

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// This file reads the format text back as a terminal shows it. It shares no
// code and no width table with the writer.

// onScreen is a character with the columns that it takes.
type onScreen struct {
	text     string
	from, to int
}

// screen places the characters of a line in columns.
func screen(line string) []onScreen {
	var cells []onScreen
	column := 0
	joined, flag := false, false
	for _, r := range line {
		width := runeColumns(r)
		if r == '\t' {
			width = 8 - column%8
		}
		regional := r >= 0x1F1E6 && r <= 0x1F1FF
		attach := len(cells) > 0 && (width == 0 || joined || regional && flag)
		flag = regional && !flag
		joined = r == '\u200D'
		if attach {
			last := &cells[len(cells)-1]
			last.text += string(r)
			if r == '\uFE0F' && last.to-last.from == 1 {
				last.to++
				column++
			}
			continue
		}
		cells = append(cells, onScreen{string(r), column, column + width})
		column += width
	}
	return cells
}

func runeColumns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf), r >= 0x1F3FB && r <= 0x1F3FF:
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0x303E, r >= 0x3041 && r <= 0xA4CF,
		r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F,
		r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6,
		r >= 0x1F1E6 && r <= 0x1F64F, r >= 0x1F900 && r <= 0x1F9FF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}

// markedRun is a run of marks as read from the screen.
type markedRun struct {
	line    string // number of the line
	stroke  rune
	text    string // what stands above it, to the column
	before  string // the last character left of it
	partial bool   // it begins or ends in the middle of a character
}

// readMarks finds the rows of marks and what stands above them.
func readMarks(out string) []markedRun {
	sourceRow := regexp.MustCompile(`^( *)(\d+) \|`)
	rail := regexp.MustCompile(`^ +\|`)
	var runs []markedRun
	var number string
	var source []onScreen
	fresh := false // the row above is a source line
	for line := range strings.Lines(out) {
		line = strings.TrimRight(line, "\n")
		if m := sourceRow.FindStringSubmatch(line); m != nil {
			number, source, fresh = m[2], screen(line), true
			continue
		}
		if fresh && rail.MatchString(line) {
			at := strings.Index(line, "|") + 1
			runs = append(runs, runsOf(screen(line), at, number, source)...)
		}
		fresh = false
	}
	return runs
}

// runsOf reads a row of marks up to the label.
func runsOf(row []onScreen, margin int, number string, source []onScreen) []markedRun {
	var runs []markedRun
	for i := margin; i < len(row); {
		switch row[i].text {
		case " ", "\t", "\u3000":
			i++
			continue
		case "^", "-":
		default:
			return runs // a label
		}
		j := i + 1
		for j < len(row) && row[j].text == row[i].text {
			j++
		}
		run := markedRun{line: number, stroke: rune(row[i].text[0])}
		run.above(source, row[i].from, row[j-1].to)
		runs = append(runs, run)
		i = j
	}
	return runs
}

func (m *markedRun) above(source []onScreen, from, to int) {
	for _, c := range source {
		switch {
		case c.to <= from:
			m.before = c.text
		case c.from < to:
			m.text += c.text
			m.partial = m.partial || c.from < from || c.to > to
		}
	}
}

// checkMarks fails unless each mark of the output stands exactly under what
// one of the findings, or one of their related places, points at.
func checkMarks(t *testing.T, out string, r *rules.Result) {
	t.Helper()
	runs := readMarks(out)
	for _, run := range runs {
		if !stands(run, r) {
			t.Errorf("the run of %q in line %s stands under %q, to which no finding points", run.stroke, run.line, run.text)
		}
	}
	for _, d := range r.Diagnostics {
		if d.Span.File != nil && !wholeFile(d.Span) && !pointedAt(runs, d.Span) {
			t.Errorf("%s: nothing points at %q", d.Rule, d.Span.Text())
		}
	}
}

func stands(run markedRun, r *rules.Result) bool {
	for _, d := range r.Diagnostics {
		if run.stroke == '^' && under(run, d.Span) {
			return true
		}
		for _, rel := range d.Related {
			if run.stroke == '-' && rel.Span.File == d.Span.File && under(run, rel.Span) {
				return true
			}
		}
	}
	return false
}

func pointedAt(runs []markedRun, s report.Span) bool {
	for _, run := range runs {
		if run.stroke == '^' && under(run, s) {
			return true
		}
	}
	return false
}

// escapes is how what has no shape is shown.
var escapes = strings.NewReplacer("\x1b", "<U+001B>", "\u202e", "<U+202E>", "\xff", "<0xFF>", "\xfe", "<0xFE>")

// under reports whether the run stands under the span, or under its first
// line. A span of no length is one column, left of the character it precedes.
func under(run markedRun, s report.Span) bool {
	before, text, after := around(s)
	if text == "" {
		return strings.HasSuffix(" "+before, run.before) && (after == "" && run.text == "" || run.text != "" && strings.HasPrefix(after, run.text))
	}
	if start, _, cut := strings.Cut(run.text, " .."); cut {
		return strings.HasPrefix(escapes.Replace(text), start)
	}
	return run.text == escapes.Replace(text) && !run.partial
}

func around(s report.Span) (before, text, after string) {
	src := strings.TrimRight(s.File.Src, "\r\n")
	s.Start, s.End = min(s.Start, len(src)), min(s.End, len(src))
	lineStart := strings.LastIndexByte(src[:s.Start], '\n') + 1
	lineEnd := len(src)
	if i := strings.IndexByte(src[s.Start:], '\n'); i >= 0 {
		lineEnd = s.Start + i
	}
	line := strings.TrimRight(src[lineStart:lineEnd], "\r")
	lineEnd = lineStart + len(line)
	start, end := min(s.Start, lineEnd), min(s.End, lineEnd)
	return src[lineStart:start], src[start:end], src[end:lineEnd]
}

// TestMarksStand writes findings about lines put together at random, at all
// widths, and reads back where their marks stand.
func TestMarksStand(t *testing.T) {
	for seed := range uint64(3000) {
		random := rand.New(rand.NewPCG(seed, 0))
		r := one(randomFinding(random))
		width := 60 + random.IntN(200)
		out := render(t, Text, r, Options{Width: width})
		checkMarks(t, out, r)
		if t.Failed() {
			t.Fatalf("seed %d, width %d:\n%s", seed, width, out)
		}
	}
}

// pieces are characters of all kinds that a report has, and some it should
// not have.
func pieces() []string {
	return strings.Split("a,3,118,一,三十,｜,|, ,　,\t,e\u0301,é,👨‍👩‍👧,🇨🇳,𠀀,“,①,<td>,</td>,\x1b,１２,\u202e,——,가", ",")
}

// randomFinding returns a finding on a line of up to 400 pieces with up to
// four related places before and behind it.
func randomFinding(random *rand.Rand) rules.Diagnostic {
	all := pieces()
	var src strings.Builder
	var spans [][2]int
	for n := 1 + random.IntN(400); n > 0; n-- {
		start := src.Len()
		for k := 1 + random.IntN(3); k > 0; k-- {
			src.WriteString(all[random.IntN(len(all))])
		}
		spans = append(spans, [2]int{start, src.Len()})
	}
	src.WriteString("完\n")
	f := report.NewFile("f.md", src.String())
	d := rules.Diagnostic{Rule: "x", Severity: rules.Error, Label: both("标", "")}
	for n := random.IntN(5); n >= 0; n-- {
		i := random.IntN(len(spans))
		s := f.Span(spans[i][0], spans[i][1])
		if random.IntN(8) == 0 {
			s.End = spans[min(len(spans)-1, i+random.IntN(60))][1]
		}
		d.Related = append(d.Related, rules.Related{Span: s, Message: both("注", "")})
	}
	d.Span = d.Related[0].Span
	d.Related = apart(d.Related)
	return d
}

// apart leaves out places that touch another, as their marks would.
func apart(list []rules.Related) []rules.Related {
	kept := list[:1]
	for _, r := range list[1:] {
		touches := slices.ContainsFunc(kept, func(k rules.Related) bool {
			return r.Span.Start <= k.Span.End && r.Span.End >= k.Span.Start
		})
		if !touches {
			kept = append(kept, r)
		}
	}
	return kept[1:]
}
