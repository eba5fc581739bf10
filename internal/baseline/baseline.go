// Package baseline remembers findings that a repository had when gouji came
// to it, so that only new ones stop anybody.
//
// A finding is known by what is wrong, not by where it stands: rule, item,
// cell, the figures it speaks of and the text it points at. Moving a line
// changes nothing; a new fault in the place of an old one is seen.
package baseline

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Name is what the file is called if the command line names no other.
const Name = ".gouji-baseline.json"

// version of the file format.
const version = 1

// Baseline is a set of known findings, by file.
type Baseline struct {
	Version int     `json:"version"`
	Entries []Entry `json:"findings"`

	path string
	src  string
}

// Entry is one known finding. Rule and Message are for people; ID decides.
type Entry struct {
	File    string `json:"file"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
	ID      string `json:"id"`
}

// Of returns a baseline of the findings, to be kept at path.
func Of(path string, found []rules.Diagnostic) *Baseline {
	b := &Baseline{Version: version, Entries: []Entry{}, path: path}
	for i := range found {
		d := &found[i]
		b.Entries = append(b.Entries, Entry{File: b.file(d), Rule: d.Rule, Message: d.Message.ZH, ID: d.Identity()})
	}
	b.sort()
	return b
}

func (b *Baseline) sort() {
	slices.SortStableFunc(b.Entries, func(x, y Entry) int {
		return cmp.Or(strings.Compare(x.File, y.File), strings.Compare(x.Rule, y.Rule), strings.Compare(x.ID, y.ID))
	})
}

// file names the file of a finding as seen from the folder of the baseline,
// so that it does not matter where gouji is run.
func (b *Baseline) file(d *rules.Diagnostic) string {
	if d.Span.File == nil {
		return ""
	}
	return b.Name(d.Span.File.Name)
}

// Name returns what the baseline calls a file.
func (b *Baseline) Name(file string) string {
	folder, err := filepath.Abs(filepath.Dir(b.path))
	if err != nil {
		return file
	}
	full, err := filepath.Abs(filepath.FromSlash(file))
	if err != nil {
		return file
	}
	rel, err := filepath.Rel(folder, full)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// Read reads a baseline file. Its error is a *fault.Fault unless the file
// cannot be read at all.
func Read(path string) (*Baseline, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	b := &Baseline{path: path, src: string(src)}
	decoder := json.NewDecoder(bytes.NewReader(src))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(b); err != nil {
		return nil, b.fault(int(decoder.InputOffset()), "不是 gouji 写的基线文件：%v", "not a baseline of gouji: %v", err)
	}
	if b.Version != version {
		return nil, b.fault(0, "基线文件的版本是 %d，这个 gouji 能读版本 %d", "baseline version %d; this gouji reads version %d", b.Version, version)
	}
	return b, nil
}

// fault returns an error about an offset in the file.
func (b *Baseline) fault(offset int, zh, en string, args ...any) error {
	offset = min(offset, len(b.src))
	return &fault.Fault{
		Place:   report.NewFile(b.path, b.src).Span(offset, offset),
		Message: rules.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)},
	}
}

// Path returns where a file of the baseline lies.
func (b *Baseline) Path(file string) string {
	return filepath.Join(filepath.Dir(b.path), filepath.FromSlash(file))
}

// Encode returns the file's text, one finding a line, so that a review shows
// what came and went.
func (b *Baseline) Encode() []byte {
	var text bytes.Buffer
	fmt.Fprintf(&text, "{\"version\":%d,\"findings\":[", b.Version)
	for i, e := range b.Entries {
		if i > 0 {
			text.WriteByte(',')
		}
		line := new(bytes.Buffer)
		encoder := json.NewEncoder(line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(e); err != nil {
			panic(err) // strings always encode
		}
		text.WriteString("\n " + strings.TrimRight(line.String(), "\n"))
	}
	text.WriteString("\n]}\n")
	return text.Bytes()
}

// Filter returns the findings that are not known, and the entries that were
// looked for and whose finding is gone. Two equal findings need two entries.
func (b *Baseline) Filter(found []rules.Diagnostic, looked func(e Entry) bool) (fresh []rules.Diagnostic, stale []Entry) {
	left := map[[2]string]int{}
	for _, e := range b.Entries {
		left[[2]string{e.File, e.ID}]++
	}
	for i := range found {
		key := [2]string{b.file(&found[i]), found[i].Identity()}
		if left[key] > 0 {
			left[key]--
			continue
		}
		fresh = append(fresh, found[i])
	}
	for _, e := range b.Entries {
		if key := [2]string{e.File, e.ID}; left[key] > 0 && looked(e) {
			left[key]--
			stale = append(stale, e)
		}
	}
	return fresh, stale
}

// Without returns the baseline less the entries.
func (b *Baseline) Without(gone []Entry) *Baseline {
	count := map[Entry]int{}
	for _, e := range gone {
		count[e]++
	}
	rest := &Baseline{Version: b.Version, Entries: []Entry{}, path: b.path}
	for _, e := range b.Entries {
		if count[e] > 0 {
			count[e]--
			continue
		}
		rest.Entries = append(rest.Entries, e)
	}
	return rest
}

// Place returns where an entry stands in the file that was read.
func (b *Baseline) Place(e Entry) report.Span {
	f := report.NewFile(b.path, b.src)
	start := 0
	for {
		i := strings.Index(b.src[start:], `"`+e.ID+`"`)
		if i < 0 {
			return f.Span(0, 0)
		}
		at := start + i
		line := strings.LastIndexByte(b.src[:at], '\n') + 1
		if strings.Contains(b.src[line:at], mustQuote(e.File)) {
			return f.Span(at, at+len(e.ID)+2)
		}
		start = at + 1
	}
}

func mustQuote(s string) string {
	quoted := new(bytes.Buffer)
	encoder := json.NewEncoder(quoted)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s); err != nil {
		panic(err)
	}
	return strings.TrimRight(quoted.String(), "\n")
}
