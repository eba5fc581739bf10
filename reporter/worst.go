package reporter

import (
	"cmp"
	"slices"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// worstFirst returns the findings with the worst first and otherwise in their
// order, for readers who stop, or are stopped, before the end.
func worstFirst(list []rules.Diagnostic) []*rules.Diagnostic {
	sorted := make([]*rules.Diagnostic, len(list))
	for i := range list {
		sorted[i] = &list[i]
	}
	slices.SortStableFunc(sorted, func(a, b *rules.Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	return sorted
}

// home returns a place in a file for formats that show nothing without one:
// where the finding is or, when it is in no file, the first related place.
func home(d *rules.Diagnostic) (at report.Span, ok bool) {
	if d.Span.File != nil {
		return d.Span, true
	}
	for _, r := range d.Related {
		if r.Span.File != nil {
			return r.Span, true
		}
	}
	return d.Span, false
}
