package mutation

import "strings"

// housekeepingOperators change what is not shown: front matter and comments.
func housekeepingOperators() []Operator {
	return []Operator{
		{"front matter", "bracket left open", matterBroken},
		{"comment", "without a reason", commentsPut("", "suppression-unexplained")},
		{"comment", "that allows nothing", commentsPut(": 已核对", "suppression-unused")},
	}
}

// matterBroken opens a bracket before each value of the front matter. It can
// be closed anywhere, so that the fault is nowhere in particular.
func matterBroken(b *Base) (all []Mutation) {
	for _, f := range b.bound.Report.Matter {
		start := f.Value.Span.Start
		end := start + strings.Index(b.Text[start:], "\n---\n")
		all = append(all, b.with(f.Key, []string{"file-unreadable"}, point(b.File().Span(0, start)), replace(b.File().Span(start, end), "["+b.Text[start:end])))
	}
	return all
}

// commentsPut puts a comment before each paragraph, which allows what is not
// there.
func commentsPut(reason, rule string) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		comment := "<!-- gouji-disable-next-line word-repeated" + reason + " -->"
		for _, i := range b.paragraphs() {
			at := b.bound.Report.Blocks[i].Prose.Span.Start
			all = append(all, b.with(comment, []string{rule}, edit{at, at, marked(comment) + "\n\n"}))
		}
		return all
	}
}
