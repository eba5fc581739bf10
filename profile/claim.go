package profile

import (
	"cmp"
	"fmt"
	"strings"
	"sync"

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
	where   []int // indexes of Sections
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

func (s claimSet) has(n int) bool { return s&(1<<n) != 0 }

// subjectSet is a set of subjects by their index.
type subjectSet uint64

// compileWording reads the wording that the profile names and compiles its
// claims.
func (p *Profile) compileWording(wordings func(id string) (*Wording, error)) error {
	if p.Wording == "" {
		if len(p.Claims) > 0 {
			return fmt.Errorf("claims need a wording")
		}
		return nil
	}
	w, err := wordings(p.Wording)
	if err != nil {
		return err
	}
	return p.compileClaims(w)
}

// compileClaims adds the claims of the wording to the profile's own and
// checks every reference.
func (p *Profile) compileClaims(w *Wording) error {
	own := p.Claims
	p.Claims = nil
	for i := range w.Topics {
		for _, c := range w.Topics[i].Claims {
			c.inherit(&w.Topics[i].Shared)
			p.Claims = append(p.Claims, c)
		}
	}
	p.Claims = append(p.Claims, own...)
	if len(p.Claims) > maxClaims {
		return fmt.Errorf("%d claims, at most %d", len(p.Claims), maxClaims)
	}
	for i := range p.Claims {
		c := &p.Claims[i]
		c.number = i
		if err := p.compileClaim(w, c); err != nil {
			return fmt.Errorf("claim %q: %w", c.ID, err)
		}
	}
	p.wording = w
	p.lexicon = sync.OnceValue(func() *lexicon { return newLexicon(w, p.Claims) })
	return nil
}

func (p *Profile) compileClaim(w *Wording, c *Claim) error {
	switch c.Stands {
	case Before, Around, Alone, Governs:
	default:
		return fmt.Errorf("stands %q is none of %q, %q, %q", c.Stands, Around, Alone, Governs)
	}
	switch {
	case c.ID == "" || c.Name == "" || c.English == "" || len(c.Words) == 0:
		return fmt.Errorf("id, name, english and words are required")
	case p.Claim(c.ID) != c:
		return fmt.Errorf("%q stands twice", c.ID)
	case c.Says != 0 && c.hasFigure():
		return fmt.Errorf("says is for a word that stands alone")
	case c.Severity != "" && c.Severity != "info" && c.Severity != "error":
		return fmt.Errorf("severity %q is neither info nor error", c.Severity)
	case c.Stands == Governs && c.Subject == "":
		return fmt.Errorf("a word that governs needs a subject")
	}
	c.inherit(&Shared{Sections: w.Sections, Measures: w.Measures})
	for _, id := range c.Sections {
		i := p.Section(id)
		if i < 0 {
			return fmt.Errorf("no section %q", id)
		}
		c.where = append(c.where, i)
	}
	for _, id := range c.Of {
		if p.Claim(id) == nil {
			return fmt.Errorf("no claim %q", id)
		}
	}
	if err := c.compileSubjects(w); err != nil {
		return err
	}
	return p.compileEquals(c)
}

func (c *Claim) compileSubjects(w *Wording) error {
	c.subject = -1
	if c.Subject != "" {
		if c.subject = w.subject(c.Subject); c.subject < 0 {
			return fmt.Errorf("no subject %q", c.Subject)
		}
	}
	for _, id := range c.Context {
		i := w.subject(id)
		if i < 0 {
			return fmt.Errorf("no subject %q", id)
		}
		c.context |= 1 << i
	}
	return nil
}

func (p *Profile) compileEquals(c *Claim) error {
	c.TableIndex = p.tableIndex(c.Table)
	if c.TableIndex < 0 {
		return fmt.Errorf("no table %q", c.Table)
	}
	t := &p.Tables[c.TableIndex]
	if len(c.Columns) == 0 || len(c.Equals) == 0 {
		return fmt.Errorf("columns and equals are required")
	}
	for _, text := range c.Equals {
		sum, err := t.sumOf(text, c.Columns)
		if err != nil {
			return err
		}
		c.Alternatives = append(c.Alternatives, sum)
	}
	return nil
}

// sumOf reads a sum: new + carried-in, total - carried-in.
func (t *Table) sumOf(text string, columns []string) (sum Alternative, err error) {
	side := &sum.Plus
	for i, word := range strings.Fields(text) {
		switch {
		case i%2 == 0:
			terms, err := t.termsOf(word, columns)
			if err != nil {
				return sum, err
			}
			*side = append(*side, terms...)
		case word == "+":
			side = &sum.Plus
		case word == "-":
			side = &sum.Minus
		default:
			return sum, fmt.Errorf("equals %q: %q is neither + nor -", text, word)
		}
	}
	if len(sum.Plus) == 0 || len(strings.Fields(text))%2 == 0 {
		return sum, fmt.Errorf("equals %q is no sum", text)
	}
	return sum, nil
}

// termsOf resolves a row or group to its figures in columns.
func (t *Table) termsOf(name string, columns []string) (terms []Term, err error) {
	rows, group := t.rowsOf(name)
	if len(rows) == 0 {
		return nil, fmt.Errorf("no row or group %q", name)
	}
	for _, id := range columns {
		column := t.Column(id)
		if column < 0 {
			return nil, fmt.Errorf("no column %q", id)
		}
		terms = append(terms, Term{Column: column, Rows: rows, Group: group})
	}
	return terms, nil
}

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
