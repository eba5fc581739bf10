package config

import (
	"fmt"
	"strings"
	"sync"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/internal/tomlplace"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// source is the text of a configuration file. It knows where keys and values
// stand once somebody asks, which is seldom.
type source struct {
	file   *report.File
	places func() *tomlplace.Index
}

func newSource(path, text string) *source {
	file := report.NewFile(path, text)
	return &source{file, sync.OnceValue(func() *tomlplace.Index { return tomlplace.Read(file) })}
}

// key returns where a key stands, or else the table that lacks it: organ[2],
// rules.sum-mismatch.
func (s *source) key(path string) report.Span {
	for {
		if at, ok := s.places().Key(path); ok {
			return at
		}
		up := strings.LastIndexByte(path, '.')
		if up < 0 {
			return s.file.Span(0, 0)
		}
		path = path[:up]
	}
}

// text returns where the text of a key stands, without its quotes.
func (s *source) text(path string) report.Span {
	at, _ := s.places().Inside(path, 0)
	return at
}

// item names the i-th value of a list, counted from 0.
func item(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// fault returns an error about a place of the file.
func (s *source) fault(at report.Span, zh, en string, args ...any) error {
	return &fault.Fault{Place: at, Message: rules.Message{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// noRule returns the fault of a name that no rule has.
func (s *source) noRule(at report.Span, name string, known []string) error {
	zh, en := suggestion(name, known)
	return s.fault(at, "没有规则「%[1]s」%[2]s", "no rule %[1]q%[3]s", name, zh, en)
}
