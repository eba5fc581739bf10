package profile

import "github.com/gouji-lint/gouji/report"

// headings are those of the sections of a format. Nearly every report has them
// as the format has them, in its order.
type headings struct {
	begins    beginnings  // of the labels and keys of sections
	canonical []canonical // by section
}

// canonical is the canonical heading of a section as it is read from any
// block, which is still to be filled in. Its label is "" when it must be read
// from the block.
type canonical struct {
	label string
	headline
}

// headingsOf returns the headings of one of the formats of the index.
func (x *index) headingsOf(p *Profile) *headings {
	of, f := &headings{begins: begun}, &Form{Profile: p}
	for i := range p.Sections {
		for _, label := range p.Sections[i].Labels {
			of.begins.add(label, key(label))
		}
		of.canonical = append(of.canonical, x.canonical(f, i))
	}
	return of
}

func (x *index) canonical(f *Form, section int) canonical {
	label := f.Profile.Sections[section].Label()
	o, numbered := report.OrdinalAt(label)
	h, ok := heading(&report.Block{Kind: report.Heading, Prose: report.Prose{Text: label}}, 0, o, numbered)
	named, match := f.named(x.lookup(h.Text), h.Text)
	if !ok || named != section || match != Exact || len(label) > maxHeading {
		return canonical{}
	}
	return canonical{label, headline{h, section, match}}
}

// heads reports whether a block is the heading.
func (c *canonical) heads(b *report.Block) bool {
	return c.label == b.Prose.Text && c.label != "" && b.Kind != report.Code && b.Kind != report.TableBlock
}

// mayName reports whether a block may name a section, or be a heading that
// names none. A paragraph that begins like no label of one, ordinal or date
// does not, unless it begins with the organ.
func (of *headings) mayName(b *report.Block) bool {
	return b.Kind == report.Heading || of.begins.may(b.Prose.Text)
}
