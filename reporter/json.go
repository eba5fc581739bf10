package reporter

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

//go:embed schema.json
var schema string

// Schema returns the JSON Schema of what JSON writes.
func Schema() string { return schema }

// jsonVersion counts up when a key changes its meaning or goes away; a new
// key does not count.
const jsonVersion = 1

// JSON writes one document for programs, one finding a line. Columns are
// code points, bytes are offsets in the file on disk. No array is ever null.
func JSON(w io.Writer, r *rules.Result, o Options) error { return writeAll(beginJSON(w, o), r, o) }

// jsonParts writes the format JSON in parts. Nothing is written before the
// first finding.
type jsonParts struct {
	*bufio.Writer
	values jsonWriter
	totals totals
	found  int
}

func beginJSON(w io.Writer, o Options) Parts {
	return &jsonParts{Writer: bufio.NewWriterSize(w, 64<<10), values: jsonWriter{teller{Options: o}}}
}

// Part implements Parts.
func (p *jsonParts) Part(r *rules.Result) error {
	p.totals.include(r)
	for i := range r.Diagnostics {
		if p.found == 0 {
			p.head()
		}
		p.WriteString(separator(p.found))
		p.Write(encode(p.values.diagnostic(&r.Diagnostics[i])))
		p.found++
	}
	return p.Flush()
}

func (p *jsonParts) head() {
	fmt.Fprintf(p, `{"version":%d,"tool":%s,"diagnostics":[`, jsonVersion, encode(strings.TrimSpace("gouji "+p.values.Version)))
}

// End implements Parts.
func (p *jsonParts) End(time.Duration) error {
	if p.found == 0 {
		p.head()
	}
	p.WriteString("],\n\"skipped\":[")
	for i, s := range p.totals.skipped {
		p.WriteString(separator(i))
		p.Write(encode(jsonSkip{s.Rule, nameOf(s.File), s.Reason.In(p.values.Lang)}))
	}
	fmt.Fprintf(p, "],\n\"summary\":%s}\n", encode(newJSONSummary(&p.totals)))
	return p.Flush()
}

func separator(i int) string {
	if i == 0 {
		return "\n"
	}
	return ",\n"
}

// encode returns v as JSON that is safe to be shown by a terminal or a build
// log: what has no shape, and the bracket of a command, is written as \u202e
// and means the same.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // only our own structs of strings and numbers come here
	}
	return escapeJSON(bytes.TrimRight(b.Bytes(), "\n"))
}

func escapeJSON(text []byte) []byte {
	if bytes.Contains(text, []byte("##")) {
		text = bytes.ReplaceAll(text, []byte("##["), []byte(`##\u005b`))
		text = bytes.ReplaceAll(text, []byte("##vso["), []byte(`##vso\u005b`))
	}
	if !bytes.ContainsFunc(text, func(r rune) bool { return !plainRune(r) && !printableRune(r) }) {
		return text
	}
	var out []byte
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if printableRune(r) {
			out = append(out, text[i:i+size]...)
		} else {
			for _, unit := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
		}
		i += size
	}
	return out
}

type jsonDiagnostic struct {
	Rule      string        `json:"rule"`
	Item      string        `json:"item"`
	Severity  string        `json:"severity"`
	Message   string        `json:"message"`
	File      string        `json:"file"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"endLine"`
	EndColumn int           `json:"endColumn"`
	StartByte int           `json:"startByte"`
	EndByte   int           `json:"endByte"`
	Table     string        `json:"table"`
	Row       string        `json:"row"`
	ColumnID  string        `json:"columnId"`
	Expected  string        `json:"expected"`
	Actual    string        `json:"actual"`
	Related   []jsonRelated `json:"related"`
	Basis     string        `json:"basis"`
	Fixes     []jsonFix     `json:"fixes"`
	// What a page needs to say all that the format text says.
	Label   string `json:"label"`
	Place   string `json:"place"`
	Formula string `json:"formula"`
	Hint    string `json:"hint"`
	Help    string `json:"help"`
}

type jsonRelated struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
	Value   string `json:"value"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	StartByte int    `json:"startByte"`
	EndByte   int    `json:"endByte"`
	New       string `json:"new"`
}

type jsonSkip struct {
	Rule   string `json:"rule"`
	File   string `json:"file"`
	Reason string `json:"reason"`
}

type jsonSummary struct {
	Files      int `json:"files"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Skipped    int `json:"skipped"`
	PassedOver int `json:"passedOver"`
	Suppressed int `json:"suppressed"`
}

// jsonWriter makes the values to be encoded.
type jsonWriter struct{ teller }

func (w *jsonWriter) diagnostic(d *rules.Diagnostic) jsonDiagnostic {
	from, to := w.ends(d.Span)
	startByte, endByte := onDisk(d.Span)
	return jsonDiagnostic{
		Rule: d.Rule, Item: d.Item, Severity: d.Severity.String(), Message: d.Message.In(w.Lang),
		File: nameOf(d.Span.File), Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column,
		StartByte: startByte, EndByte: endByte,
		Table: d.Ref.Table, Row: d.Ref.Row, ColumnID: d.Ref.Column,
		Expected: d.Expected, Actual: d.Actual,
		Related: w.related(d.Related), Basis: d.Basis, Fixes: w.fixes(d.Fixes),
		Label: d.Label.In(w.Lang), Place: d.Place.In(w.Lang), Formula: d.Formula,
		Hint: d.Hint.In(w.Lang), Help: d.Help.In(w.Lang),
	}
}

func (w *jsonWriter) related(list []rules.Related) []jsonRelated {
	out := make([]jsonRelated, len(list))
	for i, r := range list {
		at, _ := w.ends(r.Span)
		out[i] = jsonRelated{nameOf(r.Span.File), at.Line, at.Column, r.Message.In(w.Lang), r.Value}
	}
	return out
}

func (w *jsonWriter) fixes(list []rules.Fix) []jsonFix {
	out := make([]jsonFix, len(list))
	for i, f := range list {
		out[i] = jsonFix{f.Title.In(w.Lang), f.Safe, make([]jsonEdit, len(f.Edits))}
		for j, e := range f.Edits {
			start, end := onDisk(e.Span)
			out[i].Edits[j] = jsonEdit{start, end, e.New}
		}
	}
	return out
}

// ends returns where a span begins and ends; both are zero when it is
// nowhere.
func (w *jsonWriter) ends(s report.Span) (from, to report.Position) {
	if s.File == nil {
		return from, to
	}
	return w.position(s.File, s.Start), w.position(s.File, s.End)
}

func newJSONSummary(t *totals) jsonSummary {
	return jsonSummary{
		Files: t.reports, Errors: t.errors, Warnings: t.warnings, Infos: t.infos,
		Skipped: len(t.skipped), PassedOver: t.passedOver, Suppressed: t.suppressed,
	}
}

func nameOf(f *report.File) string {
	if f == nil {
		return ""
	}
	return f.Name
}

func onDisk(s report.Span) (start, end int) {
	if s.File == nil {
		return 0, 0
	}
	return s.File.Disk(s.Start), s.File.Disk(s.End)
}
