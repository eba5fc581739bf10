package reporter

import (
	"bufio"
	"io"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// RDJSON writes the format of reviewdog. Its columns are bytes of UTF-8.
// reviewdog refuses a key that it does not know, so there are only those that
// all its versions have.
func RDJSON(w io.Writer, r *rules.Result, o Options) error {
	out := bufio.NewWriterSize(w, 64<<10)
	values := rdWriter{teller{Options: o}, locator{unit: utf8Bytes}}
	out.WriteString(`{"source":{"name":"gouji"},"diagnostics":[`)
	for i := range r.Diagnostics {
		out.WriteString(separator(i))
		out.Write(encode(values.rdjson(&r.Diagnostics[i])))
	}
	out.WriteString("\n]}\n")
	return out.Flush()
}

// rdWriter makes the values to be encoded.
type rdWriter struct {
	teller
	bytes locator
}

type rdFinding struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

func (w *rdWriter) rdjson(d *rules.Diagnostic) rdFinding {
	f := rdFinding{
		Message: w.fullMessage(d), Severity: strings.ToUpper(d.Severity.String()), Code: rdCode{d.Rule},
		Location: rdLocation{Range: rdRange{rdPosition{1, 1}, rdPosition{1, 1}}}, Suggestions: []rdSuggestion{},
	}
	if s, ok := home(d); ok {
		f.Location = rdLocation{w.path(s.File.Name), w.rdRange(s)}
	}
	for _, fix := range d.Fixes {
		if suggestible(d, fix) {
			f.Suggestions = append(f.Suggestions, rdSuggestion{w.rdSpan(fix.Edits[0].Span), fix.Edits[0].New})
		}
	}
	return f
}

// suggestible reports whether a fix can be shown as a suggestion. Each is
// taken or left by itself, and goes into the bytes of a line, whatever their
// encoding.
func suggestible(d *rules.Diagnostic, fix rules.Fix) bool {
	f := d.Span.File
	return fix.Safe && len(fix.Edits) == 1 && f != nil && f == fix.Edits[0].Span.File && f.Encoding != report.GB18030
}

func (w *rdWriter) rdRange(s report.Span) rdRange {
	at := w.bytes.region(s)
	return rdRange{rdPosition(at.from), rdPosition(at.to)}
}

// rdSpan is exact, also about a line ending: it says what to replace.
func (w *rdWriter) rdSpan(s report.Span) rdRange {
	return rdRange{rdPosition(w.bytes.position(s.File, s.Start)), rdPosition(w.bytes.position(s.File, s.End))}
}
