package ownrule

import (
	"fmt"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/internal/tomlplace"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// What the files of a configuration may hold.
const (
	mostRules   = 500
	mostPhrases = 200
	longestText = 4000 // bytes of one expression, pattern, phrase or name
)

// Source is a file with rules: a gouji.toml, or a file of nothing else.
type Source struct {
	Definitions []Definition

	file   *report.File
	places *tomlplace.Index
}

// NewSource returns the rules that a TOML document, which has been decoded,
// defines.
func NewSource(file *report.File, definitions []Definition) *Source {
	return &Source{Definitions: definitions, file: file, places: tomlplace.Read(file)}
}

// Names returns the names of the rules.
func (s *Source) Names() []string {
	names := make([]string, len(s.Definitions))
	for i := range s.Definitions {
		names[i] = s.Definitions[i].Name
	}
	return names
}

// fault is an error about a key of the n-th rule.
func (s *Source) fault(n int, key string, m rules.Message) error {
	path := fmt.Sprintf("rule[%d]", n)
	if place, ok := s.places.Value(path + "." + key); ok {
		return &fault.Fault{Place: place, Message: m}
	}
	place, _ := s.places.Key(path)
	return &fault.Fault{Place: place, Message: m}
}

// inside is an error about the byte at of a text of the n-th rule.
func (s *Source) inside(n int, key string, at int, m rules.Message) error {
	place, ok := s.places.Inside(fmt.Sprintf("rule[%d].%s", n, key), at)
	if !ok {
		return s.fault(n, key, m)
	}
	return &fault.Fault{Place: place, Message: m}
}
