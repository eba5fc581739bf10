package profile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// sentence finds the claims of one sentence.
func (r *claimReader) sentence(text string) {
	tokens := r.cut(text)
	r.silent, r.otherYear = r.survey(tokens), false
	for i := range tokens {
		switch k := &tokens[i]; k.kind {
		case wordToken:
			r.word(i)
		case yearToken:
			r.otherYear = r.year > 0 && !k.value.Equal(report.Int(int64(r.year)))
		case figureToken:
			r.figure(i)
		}
	}
}

// survey takes note of the subjects that the sentence names and returns what
// its words silence wherever they stand. A part of the year or another level
// silences everything.
func (r *claimReader) survey(tokens []token) claimSet {
	silent := ^r.claims
	for i := range tokens {
		switch k := &tokens[i]; k.kind {
		case wordToken:
			r.leveled = r.leveled || k.lexeme.level
			silent |= k.lexeme.except
			if k.lexeme.subject >= 0 {
				r.seen |= 1 << k.lexeme.subject
			}
		case monthToken:
			if month := k.value.String(); month != "1" && month != "12" {
				return ^claimSet(0)
			}
		}
	}
	if r.leveled {
		return ^claimSet(0)
	}
	return silent
}

// word takes note of a word, and reads the claims that it makes by itself.
func (r *claimReader) word(i int) {
	x := r.tokens[i].lexeme
	r.silent |= x.scope
	if x.subject >= 0 && !x.weak {
		r.subject = int(x.subject)
	}
	alone := x.claims & r.lexicon.alone &^ r.silent
	if alone == 0 || !r.opens(i) {
		return
	}
	k := &r.tokens[i]
	for n := range alone.each {
		c := &r.form.Profile.Claims[n]
		if r.speaks(c) && (c.Stands == Governs && r.governs(i, c.subject) ||
			c.Stands == Alone && (c.subject < 0 || r.subject == c.subject) && !r.is(i+1, figureToken)) {
			r.add(c, k.at, k.end, report.Int(c.Says))
		}
	}
}

// speaks reports whether a claim that no word silences may be made here.
func (r *claimReader) speaks(c *Claim) bool {
	return (c.Years || !r.otherYear) && (c.context == 0 || r.seen&c.context != 0)
}

// is reports whether token i is of the kind.
func (r *claimReader) is(i int, kind tokenKind) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].kind == kind
}

// figure reads the claim that the figure in token i belongs to.
func (r *claimReader) figure(i int) {
	k := &r.tokens[i]
	if !k.exact(r.text) {
		return
	}
	subject, named := r.subject, false
	if r.is(i+1, wordToken) {
		if x := r.tokens[i+1].lexeme; x.subject >= 0 && !x.weak {
			subject, named = int(x.subject), true
		}
	}
	word := r.wordBefore(i)
	stands := Before
	if word < 0 {
		word, stands = r.wordBehind(i), Around
	}
	if word < 0 {
		return
	}
	x := r.tokens[word].lexeme
	for n := range (x.claims &^ r.lexicon.alone &^ r.silent).each {
		c := &r.form.Profile.Claims[n]
		switch {
		case stands == Around && c.Stands != Around:
		case !r.speaks(c) || !slices.Contains(c.Measures, k.measure):
		case c.subject >= 0 && subject != c.subject || c.subject < 0 && named && r.tokens[i+1].lexeme != x:
		default:
			r.add(c, k.at, k.end, k.value)
			return
		}
	}
}

// wordBefore returns the claim word that the figure in token i belongs to and
// stands behind, -1 when there is none.
func (r *claimReader) wordBefore(i int) int {
	if !r.closes(i + 1) {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		k := &r.tokens[j]
		switch {
		case k.kind == colonToken || k.kind == yearToken:
		case k.kind != wordToken:
			return -1
		case k.lexeme.claims != 0 && !r.follows(j):
			if r.figured(k.lexeme) && r.opens(j) {
				return j
			}
			return -1
		case !k.lexeme.between && k.lexeme.subject < 0 && k.lexeme.claims == 0:
			return -1
		}
	}
	return -1
}

// wordBehind returns the claim word that the figure in token i belongs to and
// stands before, -1 when there is none.
func (r *claimReader) wordBehind(i int) int {
	if !r.opens(i) {
		return -1
	}
	for j := i + 1; r.is(j, wordToken); j++ {
		x := r.tokens[j].lexeme
		switch {
		case x.claims != 0 && r.figured(x):
			if r.closes(j+1) && !r.is(j+1, figureToken) {
				return j
			}
			return -1
		case !x.between && x.subject < 0:
			return -1
		}
	}
	return -1
}

// figured reports whether the word belongs to a claim that is read at a
// figure.
func (r *claimReader) figured(x *lexeme) bool { return x.claims&^r.lexicon.alone != 0 }

// follows reports whether the claim word in token j goes on from the one
// before it: 结转下年度 办理.
func (r *claimReader) follows(j int) bool {
	return r.is(j-1, wordToken) && r.tokens[j-1].lexeme.claims&r.tokens[j].lexeme.after != 0
}

// opens reports whether token i can begin what is stated: nothing stands
// before it that makes it another count.
func (r *claimReader) opens(i int) bool {
	if i == 0 {
		return true
	}
	switch k := &r.tokens[i-1]; k.kind {
	case stopToken, colonToken, yearToken, figureToken:
		return true
	case listToken:
		return r.is(i-2, figureToken)
	case wordToken:
		switch x := k.lexeme; {
		case x.join:
			return r.is(i-2, figureToken) || strings.HasPrefix(x.text, "并") && !r.coordinates(i-2)
		case x.claims != 0 && r.figured(x):
			return false
		default:
			return x.between || x.subject >= 0 || x.claims != 0 || r.ends(k)
		}
	case otherToken:
		return r.ends(k)
	}
	return false
}

// coordinates reports whether token i is a word that shares its figure with
// what comes next: 受理、办结5件.
func (r *claimReader) coordinates(i int) bool {
	return r.is(i, wordToken) && r.figured(r.tokens[i].lexeme)
}

// ends reports whether what token k ends with may stand before a claim.
func (r *claimReader) ends(k *token) bool {
	text := r.text[k.at:k.end]
	if last, _ := utf8.DecodeLastRuneInString(text); !r.lexicon.before.has(last) {
		return false
	}
	for _, word := range r.form.Profile.wording.Before {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return false
}

// closes reports whether a claim can end before token i.
func (r *claimReader) closes(i int) bool {
	if i >= len(r.tokens) {
		return true
	}
	switch k := &r.tokens[i]; k.kind {
	case stopToken, colonToken, listToken, yearToken, figureToken:
		return true
	case wordToken:
		if k.lexeme.join {
			return !r.coordinates(i + 1)
		}
		return k.lexeme.between || k.lexeme.subject >= 0 || k.lexeme.claims != 0
	}
	return false
}

// governs reports whether the subject is what the word in token i speaks of:
// one of the things listed up to the end of the clause.
func (r *claimReader) governs(i, subject int) bool {
	last, found := -1, false
	for j := i + 1; j < len(r.tokens); j++ {
		k := &r.tokens[j]
		switch {
		case k.kind == stopToken:
			return found || last == subject
		case k.kind == yearToken:
		case k.kind == listToken, k.kind == wordToken && k.lexeme.join:
			found = found || last == subject
			last = -1
		case k.kind != wordToken:
			return false
		case k.lexeme.subject >= 0 && !k.lexeme.weak:
			last = int(k.lexeme.subject)
		case !k.lexeme.between && k.lexeme.subject < 0:
			return false
		}
	}
	return found || last == subject
}
