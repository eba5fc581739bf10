package profile

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// EachStatement yields, in order, what the running text of the report claims
// about its figures. Only blocks that speaks accepts are read, and the
// paragraphs below a heading that names a subject.
func (f *Form) EachStatement(speaks func(block int) bool, yield func(Statement) bool) {
	if len(f.Profile.Claims) == 0 {
		return
	}
	r := claimReader{form: f, tokenizer: tokenizer{lexicon: f.Profile.lexicon()}, year: f.Year()}
	for i := range f.Sections {
		s := &f.Sections[i]
		claims := f.Profile.claimsIn(i)
		if claims == 0 || !s.Found() {
			continue
		}
		r.claims, r.about = claims, -1
		for j := range s.Body {
			block := &s.Body[j]
			switch spoken := speaks(s.First + j); {
			case block.Kind == report.Heading || block.Mark != report.NoMark:
				r.heading(block, spoken)
			case block.Kind != report.Paragraph && block.Kind != report.ListItem:
			case (spoken || r.about >= 0) && !r.paragraph(block, s.First+j, yield):
				return
			}
		}
	}
}

// claimsIn returns the claims that are looked for in the section.
func (p *Profile) claimsIn(section int) (set claimSet) {
	for i := range p.Claims {
		if slices.Contains(p.Claims[i].where, section) {
			set |= 1 << i
		}
	}
	return set
}

// claimReader reads the claims of a report, paragraph by paragraph.
type claimReader struct {
	form *Form
	tokenizer
	year   int
	claims claimSet // looked for here
	about  int      // the subject of the heading above, -1 for none

	subject int        // named last in the paragraph
	seen    subjectSet // named in the paragraph
	leveled bool       // the paragraph speaks of another level

	sentence  report.Prose
	block     int
	silent    claimSet // what words before have silenced in this sentence
	otherYear bool     // the year named last is not the report's
	found     []Statement
}

// heading remembers what the paragraphs below are about.
func (r *claimReader) heading(b *report.Block, spoken bool) {
	r.about = -1
	if !spoken {
		return
	}
	for _, k := range r.cut(b.Prose.Text) {
		if k.kind == wordToken && k.lexeme.subject >= 0 && !k.lexeme.weak {
			r.about = int(k.lexeme.subject)
		}
	}
}

func (r *claimReader) paragraph(b *report.Block, index int, yield func(Statement) bool) bool {
	r.subject, r.seen, r.leveled, r.block = r.about, 0, false, index
	if r.about >= 0 {
		r.seen = 1 << r.about
	}
	more := true
	b.Prose.EachSentence(func(s report.Prose) bool {
		r.sentence, r.found = s, r.found[:0]
		r.read()
		for _, statement := range r.found {
			if more = yield(statement); !more {
				break
			}
		}
		return more
	})
	return more
}

func (r *claimReader) add(c *Claim, at, end int, value report.Number) {
	r.found = append(r.found, Statement{Claim: c, Sentence: r.sentence, Block: r.block, At: at, End: end, Value: value})
}
