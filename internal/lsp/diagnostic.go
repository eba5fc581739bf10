package lsp

import (
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// rangeOf returns the place of a span in the text. A finding about a whole
// file stands on its first line.
func rangeOf(t *text, span report.Span) textRange {
	if span.Start == 0 && span.End == 0 {
		return textRange{End: t.position(t.lineEnd(0))}
	}
	end := min(span.End, len(t.src))
	for end > span.Start && (t.src[end-1] == '\n' || t.src[end-1] == '\r') {
		end--
	}
	return t.span(span.Start, end)
}

func severityOf(s rules.Severity) int {
	switch s {
	case rules.Error:
		return severityError
	case rules.Warning:
		return severityWarning
	}
	return severityInfo
}

// tagsOf marks what can go: a comment that allows nothing.
func tagsOf(f *rules.Diagnostic) []int {
	if f.Rule == "suppression-unused" {
		return []int{tagUnnecessary}
	}
	return nil
}

// note is a finding about a whole text that no rule makes.
func (s *server) note(t *text, code, zh, en string, args ...any) diagnostic {
	return diagnostic{
		Range: textRange{End: t.position(t.lineEnd(0))}, Severity: severityError,
		Code: code, Source: "gouji", Message: s.say(zh, en, args...),
	}
}
