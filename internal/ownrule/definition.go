// Package ownrule makes rules of data: what a city asks of its reports beyond
// the law, written as [[rule]] tables in gouji.toml or in a file of rules.
//
// A definition says what a report must or must not say, or which condition its
// figures fulfil. Compile turns it into a rules.Rule like any other. What is
// wrong with a definition is found then, and never while a report is checked.
//
// Definitions may be hostile. Their size is bounded, and so is what they can
// ask for: no rule loops, and a pattern is run by an engine that takes linear
// time.
package ownrule

import (
	"fmt"

	"github.com/gouji-lint/gouji/rules"
)

// Definition is one rule as it is written. Exactly one of Require, Forbid,
// Pattern and Assert is given.
type Definition struct {
	Name     string  `toml:"name"`     // kebab-case; no built-in rule has it
	Title    Text    `toml:"title"`    // a few words; the message if there is none
	Severity string  `toml:"severity"` // warning if empty
	Message  Text    `toml:"message"`  // one line about what is wrong
	Basis    string  `toml:"basis"`    // the clause
	Page     string  `toml:"page"`     // Markdown, for explain, beside what is generated
	Applies  Applies `toml:"applies"`

	Section string   `toml:"section"`        // where a phrase is looked for; everywhere if empty
	Require []string `toml:"require"`        // phrases of which one must stand there
	Forbid  []string `toml:"forbid"`         // phrases that must not
	Pattern string   `toml:"forbid_pattern"` // regular expression that no sentence may match

	When   string `toml:"when"`   // condition under which the rule looks at a report at all
	Assert string `toml:"assert"` // condition that must hold
	Over   string `toml:"over"`   // "columns": Assert holds in each column
}

// Applies says which reports a rule is for. What is empty does not matter.
type Applies struct {
	Profiles []string `toml:"profiles"` // ids of formats
	Kinds    []string `toml:"kinds"`    // kinds of organ
	Years    Years    `toml:"years"`
}

// Years are report years, inclusive; 0 is open.
type Years struct {
	From int `toml:"from"`
	To   int `toml:"to"`
}

func (y Years) holds(year int) bool {
	return year >= y.From && (y.To == 0 || year <= y.To)
}

// Text is a text in Chinese, or in both languages as { zh = "…", en = "…" }.
type Text struct{ ZH, EN string }

// UnmarshalTOML implements toml.Unmarshaler.
func (t *Text) UnmarshalTOML(value any) error {
	switch value := value.(type) {
	case string:
		t.ZH = value
		return nil
	case map[string]any:
		for key, v := range value {
			text, ok := v.(string)
			switch {
			case ok && key == "zh":
				t.ZH = text
			case ok && key == "en":
				t.EN = text
			default:
				return fmt.Errorf("a text is a string, or { zh = \"…\", en = \"…\" }; %s is not", key)
			}
		}
		return nil
	}
	return fmt.Errorf("a text is a string, or { zh = \"…\", en = \"…\" }")
}

// message returns the text in both languages, in Chinese where there is no
// English.
func (t Text) message() rules.Message {
	if t.EN == "" {
		return rules.Message{ZH: t.ZH, EN: t.ZH}
	}
	return rules.Message{ZH: t.ZH, EN: t.EN}
}

func (t Text) isZero() bool { return t.ZH == "" && t.EN == "" }
