package profile

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// token is one part of a sentence as claims see it.
type token struct {
	kind     tokenKind
	at, end  int
	lexeme   *lexeme // of a word
	*numeral         // of a number
}

type tokenKind uint8

const (
	otherToken  tokenKind = iota // words that the lexicon does not have
	wordToken                    // one that it has
	figureToken                  // a number with a measure word
	numberToken                  // another number
	yearToken                    // 2023年, 2023年度
	monthToken                   // 6月
	stopToken                    // ends a clause: ，（
	listToken                    // 、
	colonToken
)

// tokenizer cuts sentences into tokens; its buffers are used again.
type tokenizer struct {
	lexicon *lexicon
	text    string
	tokens  []token
	numbers []numeral
	other   int // where words begin that are not known yet, -1 for none
}

// newTokenizer returns a tokenizer with room for a sentence.
func newTokenizer(l *lexicon) tokenizer {
	return tokenizer{lexicon: l, tokens: make([]token, 0, 24), numbers: make([]numeral, 0, 6)}
}

type numeral struct {
	begin, size int
	value       report.Number
	measure     string // of a figure
}

// cut returns the tokens of a text, valid until the next call.
func (t *tokenizer) cut(text string) []token {
	t.text, t.tokens, t.numbers, t.other = text, t.tokens[:0], t.numbers[:0], -1
	report.EachNumeral(text, func(at, size int, n report.Number) bool {
		t.numbers = append(t.numbers, numeral{begin: at, size: size, value: n})
		return true
	})
	next := 0
	for i := 0; i < len(text); {
		for next < len(t.numbers) && t.numbers[next].begin < i {
			next++
		}
		switch r, size := utf8.DecodeRuneInString(text[i:]); {
		case report.IsBlank(r):
			i += size
		case r == '《':
			i = t.title(i)
		case next < len(t.numbers) && t.numbers[next].begin == i:
			i = t.number(&t.numbers[next])
		default:
			i = t.wordOrMark(i, r, size)
		}
	}
	t.endOther(len(text))
	return t.tokens
}

// title takes the title of a document that starts at i as words not known.
func (t *tokenizer) title(i int) int {
	size := strings.Index(t.text[i:], "》")
	if size < 0 {
		size = 0
	}
	if t.other < 0 {
		t.other = i
	}
	return i + size + len("》")
}

// endOther ends a run of unknown words at i.
func (t *tokenizer) endOther(i int) {
	if t.other >= 0 {
		t.tokens = append(t.tokens, token{kind: otherToken, at: t.other, end: i})
		t.other = -1
	}
}

// add adds a token and returns where it ends.
func (t *tokenizer) add(k token) int {
	t.endOther(k.at)
	t.tokens = append(t.tokens, k)
	return k.end
}

func (t *tokenizer) wordOrMark(i int, r rune, size int) int {
	if x := t.lexicon.at(t.text[i:], r); x != nil {
		return t.add(token{kind: wordToken, at: i, end: i + len(x.text), lexeme: x})
	}
	kind := otherToken
	switch r {
	case '，', ',', '。', '；', ';', '！', '？', '（', '）', '(', ')', '—', '…':
		kind = stopToken
	case '、':
		kind = listToken
	case '：', ':':
		kind = colonToken
	}
	if kind != otherToken {
		return t.add(token{kind: kind, at: i, end: i + size})
	}
	if t.other < 0 {
		t.other = i
	}
	return i + size
}

// number adds a number as what the text behind it makes it, and returns where
// that ends.
func (t *tokenizer) number(n *numeral) int {
	end := n.begin + n.size
	rest := t.text[end:]
	blank := report.BlankAt(rest)
	rest = rest[blank:]
	if x := t.lexicon.at(t.text[n.begin:], firstRune(t.text[n.begin:])); x != nil && len(x.text) > n.size {
		return t.add(token{kind: wordToken, at: n.begin, end: n.begin + len(x.text), lexeme: x})
	}
	kind, unit := numberToken, ""
	switch m := report.MeasureAt(rest); {
	case m != "":
		kind, unit, n.measure = figureToken, m, m
	case n.size == 4 && strings.HasPrefix(rest, "年度"):
		kind, unit = yearToken, "年度"
	case n.size == 4 && strings.HasPrefix(rest, "年"):
		kind, unit = yearToken, "年"
	case strings.HasPrefix(rest, "月"):
		kind, unit = monthToken, "月"
	}
	t.add(token{kind: kind, at: n.begin, end: end, numeral: n})
	if unit != "" {
		end += blank + len(unit)
	}
	return end
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// exact reports whether the figure is written to the last unit: 1.2万 is not.
func (k *token) exact(text string) bool {
	return k.value.IsInteger() && k.value.Decimals() == 0 && (text[k.end-1] < utf8.RuneSelf || !strings.ContainsAny(text[k.at:k.end], "万亿"))
}
