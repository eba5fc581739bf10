package lsp

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/sourcegraph/jsonrpc2"
)

// explainCommand shows the page of a rule. A client that has a better place
// for a page asks for it with gouji/page and does not send the command.
const explainCommand = "gouji.explain"

type command struct {
	Title     string `json:"title"`
	Command   string `json:"command"`
	Arguments []any  `json:"arguments"`
}

// executeCommand shows the page of the rule that the first argument names.
func (s *server) executeCommand(raw json.RawMessage) (any, error) {
	p, err := read[struct {
		Command   string   `json:"command"`
		Arguments []string `json:"arguments"`
	}](raw)
	if err != nil {
		return nil, err
	}
	if p.Command != explainCommand || len(p.Arguments) != 1 {
		return nil, invalid("no command %s with %d arguments", p.Command, len(p.Arguments))
	}
	page, err := s.pageNamed(p.Arguments[0])
	if err != nil {
		return nil, err
	}
	s.client.show(severityInfo, strings.NewReplacer("**", "", "`", "").Replace(page))
	return nil, nil
}

// pageOf returns the page of a rule as Markdown.
func (s *server) pageOf(raw json.RawMessage) (any, error) {
	p, err := read[struct {
		Rule string `json:"rule"`
	}](raw)
	if err != nil {
		return nil, err
	}
	page, err := s.pageNamed(p.Rule)
	if err != nil {
		return nil, err
	}
	return markup{"markdown", page}, nil
}

func (s *server) pageNamed(name string) (string, error) {
	rule := s.ruleNamed(name)
	if rule == nil {
		return "", invalid("there is no rule %q", name)
	}
	return s.page(rule), nil
}

func invalid(format string, args ...any) error {
	return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: fmt.Sprintf(format, args...)}
}
