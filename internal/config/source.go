package config

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// source is the text of a configuration file. It knows where keys and values
// stand, which the TOML reader does not say.
type source struct {
	file   *report.File
	plain  string // the text with blanks in place of comments
	blocks []block
}

// block is a table of the file: from its header to the next one.
type block struct {
	table      string // "" before the first header
	start, end int
}

func newSource(path, text string) *source {
	s := &source{file: report.NewFile(path, text), plain: withoutComments(text)}
	s.blocks = []block{{}}
	at := 0
	for line := range strings.SplitAfterSeq(s.plain, "\n") {
		if head := strings.TrimSpace(line); strings.HasPrefix(head, "[") && strings.HasSuffix(head, "]") {
			s.blocks[len(s.blocks)-1].end = at
			s.blocks = append(s.blocks, block{table: strings.Trim(head, "[] "), start: at})
		}
		at += len(line)
	}
	s.blocks[len(s.blocks)-1].end = at
	return s
}

// withoutComments blanks comments and keeps the length.
func withoutComments(text string) string {
	plain := []byte(text)
	var quote byte
	comment := false
	for i, c := range plain {
		switch {
		case c == '\n':
			quote, comment = 0, false
		case comment:
			plain[i] = ' '
		case quote != 0:
			if c == quote && (quote == '\'' || plain[i-1] != '\\') {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '#':
			plain[i], comment = ' ', true
		}
	}
	return string(plain)
}

// place returns where words stand, one after the other, in the n-th table of
// that name, counted from 0: the last of them that is found, the header
// otherwise. A table of the file may stand under a header or as a key.
func (s *source) place(table string, n int, words ...string) report.Span {
	b, ok := s.block(table, n)
	if !ok {
		words = append([]string{table}, words...)
	}
	if table == "" && len(words) > 0 {
		if under, ok := s.block(words[0], 0); ok {
			b, words = under, words[1:]
		}
	}
	at := s.file.Span(b.start, b.start+len(s.line(b.start)))
	for _, w := range words {
		i := word(s.plain[b.start:b.end], w)
		if i < 0 {
			break
		}
		b.start += i + len(w)
		at = s.file.Span(b.start-len(w), b.start)
	}
	return at
}

// block returns the n-th table of a name with the tables in it, or the part
// before all tables.
func (s *source) block(table string, n int) (block, bool) {
	for i, b := range s.blocks {
		if b.table != table {
			continue
		}
		if n--; n >= 0 {
			continue
		}
		for _, below := range s.blocks[i+1:] {
			if table == "" || !strings.HasPrefix(below.table, table+".") {
				break
			}
			b.end = below.end
		}
		return b, true
	}
	return s.blocks[0], false
}

// line returns the rest of the line at an offset, without blanks behind it.
func (s *source) line(at int) string {
	line, _, _ := strings.Cut(s.plain[at:], "\n")
	return strings.TrimRight(line, " \r")
}

// word returns the offset of a word that is no part of a longer one, or -1.
func word(text, w string) int {
	for from := 0; w != ""; {
		i := strings.Index(text[from:], w)
		if i < 0 {
			return -1
		}
		i += from
		if (i == 0 || !inWord(text[i-1])) && (i+len(w) == len(text) || !inWord(text[i+len(w)])) {
			return i
		}
		from = i + 1
	}
	return -1
}

func inWord(c byte) bool {
	return c >= 0x80 || c == '_' || c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// fault returns an error about a place of the file.
func (s *source) fault(at report.Span, zh, en string, args ...any) error {
	return &fault.Fault{Place: at, Message: rules.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// noRule returns the fault of a name that no rule has.
func (s *source) noRule(at report.Span, name string, known []string) error {
	zh, en := suggestion(name, known)
	return s.fault(at, "没有规则「%[1]s」%[2]s", "no rule %[1]q%[3]s", name, zh, en)
}
