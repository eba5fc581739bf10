package mutation

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// documentsChanged makes each figure of the number of a document one more.
func documentsChanged(b *Base) (all []Mutation) {
	b.eachDocument(func(paragraph report.Prose, year, serial report.Prose) {
		for _, part := range [...]report.Prose{year, serial} {
			n, _ := report.ParseNumber(part.Text)
			now := n.Add(report.Int(1)).String()
			all = append(all, b.with(part.Text+" → "+now, []string{"basis-outdated"}, replace(part.Span, now), point(b.File().Span(part.Span.End, part.Span.End+len("号")))))
		}
	})
	return all
}

// eachDocument yields the year and the serial of each number of a document:
// 〔2021〕30号.
func (b *Base) eachDocument(yield func(paragraph, year, serial report.Prose)) {
	for _, i := range b.paragraphs() {
		prose := b.bound.Report.Blocks[i].Prose
		for at := range prose.Text {
			rest, ok := strings.CutPrefix(prose.Text[at:], "〔")
			if !ok {
				continue
			}
			year, rest, _ := strings.Cut(rest, "〕")
			serial, _, _ := strings.Cut(rest, "号")
			from := at + len("〔")
			to := from + len(year) + len("〕")
			yield(prose, prose.Sub(from, from+len(year)), prose.Sub(to, to+len(serial)))
		}
	}
}

// bracketsChanged writes the year of the number of a document in other
// brackets, and its serial with a 0 before.
func bracketsChanged(b *Base) (all []Mutation) {
	b.eachDocument(func(paragraph, year, serial report.Prose) {
		at := b.File().Span(year.Span.Start-len("〔"), serial.Span.End+len("号"))
		for _, now := range [...]string{
			"[" + year.Text + "]" + serial.Text + "号", "（" + year.Text + "）" + serial.Text + "号", "【" + year.Text + "】" + serial.Text + "号",
			"〔" + year.Text + "〕0" + serial.Text + "号", "〔" + year.Text + "〕第" + serial.Text + "号",
		} {
			all = append(all, b.with(at.Text()+" → "+now, []string{"document-number"}, replace(at, now)))
		}
		gone := year.Text + serial.Text + "号"
		all = append(all, b.with(at.Text()+" → "+gone, []string{"basis-outdated"}, replace(at, gone)))
	})
	return all
}
