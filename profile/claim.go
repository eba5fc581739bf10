package profile

import (
	"cmp"
	"math/bits"

	"github.com/gouji-lint/gouji/report"
)

// Claim is one thing that running text says about figures of the tables:
// 「收到政府信息公开申请3件」 says that two or three cells add up to 3.
//
// A claim is data. Its words are looked for in its sections; the figure that
// belongs to a word is found by what stands between the two:
//
//	word      收到, 受理: what is done, or what there is
//	between   共, 了, 的: words that change nothing; Wording.Between
//	subject   政府信息公开申请: what is counted; Wording.Subjects
//	figure    3件: a whole number with one of Measures behind it
//
// Nothing else may stand between a word and its figure, and only a mark or
// one of Wording.Before in front of the word: 「收到网上申请3件」 and
// 「协助答复3件」 count something else, and no claim is read there. A comma ends
// the search. Where the subject is not named beside the word, it is the one
// that the paragraph, or the heading above it, named last.
//
// What Stands says:
//
//	before   the word stands before its figure: 收到申请3件 (the default)
//	around   before or behind it: 予以公开2件, 2件予以公开
//	alone    the word says the figure Says by itself: 全部办结
//	governs  the same, and the subject follows: 未收到政府信息公开申请
//
// A sentence about a part (Wording.Scope, Scope), about another level
// (Wording.Levels), about another year or with one of Except makes no claim.
type Claim struct {
	ID      string `toml:"id"`
	Name    string `toml:"name"` // what the figure counts, for messages: 收到的申请
	English string `toml:"english"`
	Words   Words  `toml:"words"`
	Says    int64  `toml:"says"`
	Over    Words  `toml:"over"`   // words of other claims that may follow its own: 结转下年 办理 2件
	Except  Words  `toml:"except"` // silences the claim in the whole sentence
	Years   bool   `toml:"years"`  // speaks of the years beside the report's by nature
	Shared

	Alternatives []Alternative `toml:"-"` // Equals, resolved
	TableIndex   int           `toml:"-"`

	number  int // in Profile.Claims
	subject int // index in Wording.Subjects, -1 for none
	context subjectSet
}

// Shared is what the claims of a topic have in common; a claim may differ in
// any of it.
type Shared struct {
	Sections Words  `toml:"sections"` // where claims are looked for; Wording.Sections if empty
	Subject  string `toml:"subject"`  // must be spoken of; empty when the word says it
	Context  Words  `toml:"context"`  // one of these subjects must have been named in the paragraph
	Stands   Stands `toml:"stands"`
	Measures Words  `toml:"measures"` // Wording.Measures if empty
	Scope    Words  `toml:"scope"`    // silences the claim in the rest of the sentence
	Of       Words  `toml:"of"`       // claims whose figure this one is a part of
	Severity string `toml:"severity"` // info or error if it is not a warning

	// The figure must equal one of Equals, each a sum of rows or groups over
	// Columns of Table: new + carried-in, total - carried-in.
	Table   string   `toml:"table"`
	Columns Words    `toml:"columns"`
	Equals  []string `toml:"equals"`
}

// inherit takes what is not said from the topic.
func (s *Shared) inherit(topic *Shared) {
	for _, list := range [...]struct{ own, topic *Words }{
		{&s.Sections, &topic.Sections}, {&s.Context, &topic.Context}, {&s.Measures, &topic.Measures},
		{&s.Scope, &topic.Scope}, {&s.Of, &topic.Of}, {&s.Columns, &topic.Columns},
	} {
		if len(*list.own) == 0 {
			*list.own = *list.topic
		}
	}
	if len(s.Equals) == 0 {
		s.Equals = topic.Equals
	}
	s.Subject = cmp.Or(s.Subject, topic.Subject)
	s.Stands = cmp.Or(s.Stands, topic.Stands)
	s.Severity = cmp.Or(s.Severity, topic.Severity)
	s.Table = cmp.Or(s.Table, topic.Table)
}

// Alternative is one of the sums that a claim may state: Plus less Minus.
type Alternative struct{ Plus, Minus []Term }

// Stands says where the word of a claim stands.
type Stands string

// The places.
const (
	Before  Stands = ""
	Around  Stands = "around"
	Alone   Stands = "alone"
	Governs Stands = "governs"
)

// Number returns the place of the claim in its profile.
func (c *Claim) Number() int { return c.number }

// hasFigure reports whether the claim is read at a figure.
func (c *Claim) hasFigure() bool { return c.Stands == Before || c.Stands == Around }

// claimSet is a set of claims by their number.
type claimSet uint64

// maxClaims is how many claims a profile may have.
const maxClaims = 64

// each yields the numbers of the claims in order.
func (s claimSet) each(yield func(n int) bool) {
	for ; s != 0; s &= s - 1 {
		if !yield(bits.TrailingZeros64(uint64(s))) {
			return
		}
	}
}

// subjectSet is a set of subjects by their index.
type subjectSet uint64

// Claim returns the claim with the id, or nil.
func (p *Profile) Claim(id string) *Claim {
	for i := range p.Claims {
		if p.Claims[i].ID == id {
			return &p.Claims[i]
		}
	}
	return nil
}

// Subjects returns what the figures of the format count.
func (p *Profile) Subjects() []Subject {
	if p.wording == nil {
		return nil
	}
	return p.wording.Subjects
}

// Statement is a claim that a sentence makes.
type Statement struct {
	Claim    *Claim
	Sentence report.Prose
	Block    int           // index in Report.Blocks
	At, End  int           // of the figure, or of the word, in Sentence.Text
	Value    report.Number // the figure stated
}
