package profile

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// compileWording reads the wording that the profile names and compiles its
// claims.
func (p *Profile) compileWording(wordings func(id string) (*Wording, error)) error {
	if p.Wording == "" && len(p.Claims) == 0 {
		return nil
	}
	w, err := wordings(cmp.Or(p.Wording, "general"))
	if err != nil {
		return err
	}
	return p.compileClaims(w)
}

// compileClaims adds the claims of the wording to the profile's own and
// checks every reference.
func (p *Profile) compileClaims(w *Wording) error {
	own, n := p.Claims, len(p.Claims)
	for i := range w.Topics {
		n += len(w.Topics[i].Claims)
	}
	p.Claims = make([]Claim, 0, n)
	for i := range w.Topics {
		for _, c := range w.Topics[i].Claims {
			c.inherit(&w.Topics[i].Shared)
			p.Claims = append(p.Claims, c)
		}
	}
	p.Claims = append(p.Claims, own...)
	if len(p.Claims) > maxClaims {
		return fault("有 %d 条 claim，至多 %d 条", "%d claims, at most %d", len(p.Claims), maxClaims)
	}
	p.claimed = make([]claimSet, len(p.Sections))
	for i := range p.Claims {
		c := &p.Claims[i]
		c.number = i
		if err := p.compileClaim(w, c); err != nil {
			return within("claim", c.ID, err)
		}
	}
	if err := p.gatherCues(w, own); err != nil {
		return err
	}
	p.wording = w
	p.lexicon = sync.OnceValue(func() *lexicon { return newLexicon(w, p.Claims) })
	return nil
}

// gatherCues adds the words of the profile's own claims to the cues of the
// wording where those do not lead to them. A claim with a subject is read
// where that is spoken of, and the wording leads there.
func (p *Profile) gatherCues(w *Wording, own []Claim) error {
	p.cues = w.Cues
	for i := range own {
		for _, word := range own[i].Words {
			led := func(cue string) bool { return strings.Contains(word, cue) }
			switch {
			case own[i].Subject != "" || slices.ContainsFunc(p.cues, led):
			case utf8.RuneCountInString(word) < 2:
				return within("claim", own[i].ID, fault("words 中的「%s」太短，至少两个字", "the word %q is too short: two characters at least", word))
			default:
				p.cues = append(slices.Clip(p.cues), word)
			}
		}
	}
	return nil
}

// Cues returns the words that lead to the claims in running text: a paragraph
// without any of them, under a heading without any, makes none.
func (p *Profile) Cues() []string { return p.cues }

func (p *Profile) compileClaim(w *Wording, c *Claim) error {
	switch c.Stands {
	case Before, Around, Alone, Governs:
	default:
		return fault("stands「%s」不是 %s、%s、%s 之一", "stands %q is none of %q, %q, %q", c.Stands, Around, Alone, Governs)
	}
	switch {
	case c.ID == "" || c.Name == "" || c.English == "" || len(c.Words) == 0:
		return fault("id、name、english、words 都要写", "id, name, english and words are required")
	case p.Claim(c.ID) != c:
		return fault("「%s」出现两次", "%q stands twice", c.ID)
	case c.Says != 0 && c.hasFigure():
		return fault("says 只用于独立成句的词", "says is for a word that stands alone")
	case c.Severity != "" && c.Severity != "info" && c.Severity != "error":
		return fault("severity「%s」不是 info 或 error", "severity %q is neither info nor error", c.Severity)
	case c.Stands == Governs && c.Subject == "":
		return fault("governs 的词要有 subject", "a word that governs needs a subject")
	}
	c.inherit(&Shared{Sections: w.Sections, Measures: w.Measures})
	if len(c.Sections) == 0 {
		return fault("sections 要写", "sections are required")
	}
	for _, id := range c.Sections {
		i := p.Section(id)
		if i < 0 {
			return fault("没有章节「%s」", "no section %q", id)
		}
		p.claimed[i] |= 1 << c.number
	}
	for _, id := range c.Of {
		if p.Claim(id) == nil {
			return fault("没有 claim「%s」", "no claim %q", id)
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
			return fault("没有 subject「%s」", "no subject %q", c.Subject)
		}
	}
	for _, id := range c.Context {
		i := w.subject(id)
		if i < 0 {
			return fault("没有 subject「%s」", "no subject %q", id)
		}
		c.context |= 1 << i
	}
	return nil
}

func (p *Profile) compileEquals(c *Claim) error {
	c.TableIndex = p.tableIndex(c.Table)
	if c.TableIndex < 0 {
		return fault("没有表「%s」", "no table %q", c.Table)
	}
	t := &p.Tables[c.TableIndex]
	if len(c.Columns) == 0 || len(c.Equals) == 0 {
		return fault("columns、equals 都要写", "columns and equals are required")
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
			return sum, fault("equals「%s」中的「%s」不是 + 或 -", "equals %q: %q is neither + nor -", text, word)
		}
	}
	if len(sum.Plus) == 0 || len(strings.Fields(text))%2 == 0 {
		return sum, fault("equals「%s」不是算式", "equals %q is no sum", text)
	}
	return sum, nil
}

// termsOf resolves a row or group to its figures in columns.
func (t *Table) termsOf(name string, columns []string) (terms []Term, err error) {
	rows, group := t.rowsOf(name)
	if len(rows) == 0 {
		return nil, fault("没有行或组「%s」", "no row or group %q", name)
	}
	for _, id := range columns {
		column := t.Column(id)
		if column < 0 {
			return nil, fault("没有列「%s」", "no column %q", id)
		}
		terms = append(terms, Term{Column: column, Rows: rows, Group: group})
	}
	return terms, nil
}
