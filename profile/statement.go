package profile

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// EachStatement yields, in order, what the running text of the report claims
// about its figures. It is given the blocks that hold a cue, in order. Only
// these are read, and the paragraphs below a heading among them that names a
// subject.
func (f *Form) EachStatement(cued []int, yield func(Statement) bool) {
	if len(f.Profile.Claims) == 0 {
		return
	}
	r := claimReader{form: f, tokenizer: newTokenizer(f.Profile.lexicon()), year: f.Year(), yield: yield}
	for i := range f.Sections {
		s := &f.Sections[i]
		r.claims = f.Profile.claimed[i]
		if r.claims != 0 && s.Found() && !r.section(s, cued) {
			return
		}
	}
}

// claimReader reads the claims of a report, paragraph by paragraph.
type claimReader struct {
	form *Form
	tokenizer
	yield  func(Statement) bool
	year   int
	claims claimSet // looked for here
	about  int      // the subject of the heading above, -1 for none

	subject int        // named last in the paragraph
	seen    subjectSet // named in the paragraph
	leveled bool       // the paragraph speaks of another level

	paragraph report.Prose
	block     int
	from      int          // where in it the sentence begins
	whole     report.Prose // the sentence, once it makes a claim
	silent    claimSet     // what words before have silenced in this sentence
	otherYear bool         // the year named last is not the report's
	stopped   bool         // nobody wants more
}

// section reads the blocks of a section that hold a cue. The ones below a
// heading that names a subject are read with it.
func (r *claimReader) section(s *BoundSection, cued []int) bool {
	next, _ := slices.BinarySearch(cued, s.First)
	for done := 0; next < len(cued) && cued[next] < s.First+len(s.Body); next++ {
		j := cued[next] - s.First
		if j < done {
			continue
		}
		if done = j + 1; heads(&s.Body[j]) {
			if r.heading(s.Body[j].Prose.Text); r.about < 0 {
				continue
			}
			for done < len(s.Body) && !heads(&s.Body[done]) {
				done++
			}
			j++
		} else {
			r.about = -1
		}
		for ; j < done; j++ {
			if k := s.Body[j].Kind; (k == report.Paragraph || k == report.ListItem) && !r.read(s.Body[j].Prose, s.First+j) {
				return false
			}
		}
	}
	return true
}

// heads reports whether the block is a heading.
func heads(b *report.Block) bool { return b.Kind == report.Heading || b.Mark != report.NoMark }

// heading remembers what the paragraphs below are about.
func (r *claimReader) heading(text string) {
	r.about = -1
	for _, k := range r.cut(text) {
		if k.kind == wordToken && k.lexeme.subject >= 0 && !k.lexeme.weak {
			r.about = int(k.lexeme.subject)
		}
	}
}

// read reads a paragraph, as far as it may make a claim.
func (r *claimReader) read(p report.Prose, block int) bool {
	last := r.lexicon.lastTold(p.Text, r.claims)
	if last < 0 {
		return true
	}
	r.subject, r.seen, r.leveled, r.paragraph, r.block = r.about, 0, false, p, block
	if r.about >= 0 {
		r.seen = 1 << r.about
	}
	report.EachSentenceAt(p.Text, func(from, to int) bool {
		if from > last {
			return false
		}
		r.from, r.whole = from, report.Prose{}
		r.sentence(p.Text[from:to])
		return !r.stopped
	})
	return !r.stopped
}

// add takes a claim that the sentence makes.
func (r *claimReader) add(c *Claim, at, end int, value report.Number) {
	if r.whole.IsZero() {
		r.whole = r.paragraph.Sub(r.from, r.from+len(r.text))
	}
	r.stopped = r.stopped || !r.yield(Statement{Claim: c, Sentence: r.whole, Block: r.block, At: at, End: end, Value: value})
}
