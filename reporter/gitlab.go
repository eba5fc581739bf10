package reporter

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"hash/fnv"
	"io"

	"github.com/gouji-lint/gouji/rules"
)

// GitLab writes a code quality report, from which a merge request shows what
// came and what went.
func GitLab(w io.Writer, r *rules.Result, o Options) error {
	out := bufio.NewWriterSize(w, 64<<10)
	values := jsonWriter{teller{Options: o}}
	prints := fingerprints{}
	out.WriteByte('[')
	for i := range r.Diagnostics {
		out.WriteString(separator(i))
		out.Write(encode(values.gitlab(&r.Diagnostics[i], prints)))
	}
	out.WriteString("\n]\n")
	return out.Flush()
}

type gitlabFinding struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func (w *jsonWriter) gitlab(d *rules.Diagnostic, prints fingerprints) gitlabFinding {
	// A finding without a place is not shown; the root is the least wrong one.
	at := gitlabLocation{".", gitlabLines{1, 1}}
	if s, ok := home(d); ok {
		lines := w.region(s)
		at = gitlabLocation{w.path(s.File.Name), gitlabLines{lines.from.Line, lines.to.Line}}
	}
	return gitlabFinding{
		Description: w.in(d.Message) + formula(d), CheckName: d.Rule,
		Fingerprint: prints.of(d, at.Path), Severity: gitlabSeverity(d.Severity), Location: at,
	}
}

func gitlabSeverity(s rules.Severity) string {
	switch s {
	case rules.Error:
		return "major"
	case rules.Warning:
		return "minor"
	}
	return "info"
}

// fingerprints counts the findings that are the same but for their place: each
// has a fingerprint of its own, or only one would be shown.
type fingerprints map[string]int

// of returns what a finding is known by from run to run.
func (f fingerprints) of(d *rules.Diagnostic, path string) string {
	hash := fnv.New128a()
	fmt.Fprintf(hash, "%s\x00%s", path, d.Identity())
	sum := hex.EncodeToString(hash.Sum(nil))
	f[sum]++
	return fmt.Sprintf("%s:%d", sum, f[sum])
}
