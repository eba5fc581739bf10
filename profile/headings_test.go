package profile

import (
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"pgregory.net/rapid"
)

// A block is one of the heads, or is not, just as when each is read at length.
func TestHeadsAtAGlance(t *testing.T) {
	var indexes []*index
	parts := []string{
		"某市教育局", "2023年", "12345热线", "10.", "二〇二三年", "度", "第一部分", "第二十条", "一、", "（一）", "1.", "（", "）", "：", "。", " ", "\u3000", "　", "l", "——", "本局", "总", "钩稽", "无",
	}
	for _, f := range Standard().formats {
		indexes = append(indexes, f.alone())
		for i := range f.open().Sections {
			parts = append(parts, f.open().Sections[i].Labels...)
		}
	}
	indexes = append(indexes, Standard().whole())
	type reading struct {
		*index
		of *Profile
	}
	var readings []reading // of formats that have sections
	for _, x := range indexes {
		for _, p := range x.profiles {
			if len(p.Sections) > 0 {
				readings = append(readings, reading{x, p})
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SampledFrom(readings).Draw(t, "reading")
		f := &Form{Profile: x.of, Report: &report.Report{}}
		f.Sections = make([]BoundSection, len(f.Profile.Sections))
		f.Report.Meta.Organ.Value = rapid.SampledFrom([]string{"", "某市教育局", "总局"}).Draw(t, "organ")
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			kinds := []report.BlockKind{report.Heading, report.Paragraph, report.ListItem, report.TableBlock, report.Code}
			b := report.Block{Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
			b.Prose.Text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 3).Draw(t, "text"), "")
			f.Report.Blocks = append(f.Report.Blocks, b)
		}
		var want []headline
		for i := range f.Report.Blocks {
			if h, ok := x.head(f, i); ok {
				want = append(want, h)
			}
		}
		if got := x.heads(nil, f); !slices.Equal(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}
