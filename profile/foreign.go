package profile

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// maxStrange is how many words that are no label of its format a report may
// have before the other formats are read.
const maxStrange = 16

// foreign remembers which words the formats of a family may have for labels.
// Reports have the same ones again and again: 项目, 类别.
type foreign struct {
	answers sync.Map // by word
	size    atomic.Int32
}

// maxForeign bounds what is remembered.
const maxForeign = 4096

// has reports whether one of formats may have the word for a label.
func (f *foreign) has(word string, formats []*format) bool {
	if answer, ok := f.answers.Load(word); ok {
		return answer.(bool)
	}
	answer := slices.ContainsFunc(formats, func(of *format) bool { return of.mayHave(word) })
	if f.size.Add(1) <= maxForeign {
		f.answers.Store(strings.Clone(word), answer)
	}
	return answer
}

// foreignTo reports whether no format of the family has any of the words for a
// label.
func (l *Library) foreignTo(words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return l.foreign.has(word, l.formats) })
}

// mentions reports whether the text of a profile, which need not be read for
// that, may have the word for a label: the last characters of a label stand
// before a quote.
func mentions(text, word string) bool {
	k := key(word)
	at := strings.IndexByte(k, '(')
	return mayEnd(text, k) || at > 0 && mayEnd(text, k[:at])
}

// mayEnd reports whether a label may end like s, the key of one, does. Of what
// is not Han it does not know how it is written.
func mayEnd(text, s string) bool {
	const character, two = len("一"), len("一二")
	tail := s[max(0, len(s)-two):]
	for i := 0; i < len(tail); i += character {
		if tail[i] < 0xE4 || tail[i] > 0xE9 || len(tail) < i+character || tail[i:i+character] == "勾" {
			return true
		}
	}
	return strings.Contains(text, tail+`"`)
}
