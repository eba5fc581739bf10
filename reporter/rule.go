package reporter

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/rules"
)

// of returns the options for a result: the rules of the run say what each is
// called and about.
func (o Options) of(r *rules.Result) Options {
	o.rules = r.Rules
	return o
}

// ruleNamed returns the rule that a finding names; nil for one that the run
// did not have.
func (o Options) ruleNamed(name string) *rules.Rule {
	for _, r := range o.rules {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// ruleTitle returns what a rule is called, if it is in the list.
func (o Options) ruleTitle(name string) rules.Message {
	if r := o.ruleNamed(name); r != nil {
		return r.Title
	}
	return rules.Message{}
}

// rulesUsed returns the names of the rules of the findings, as rules are
// listed, and how many findings each has. A rule that is not in the list
// comes last.
func (o Options) rulesUsed(list []rules.Diagnostic) (names []string, found map[string]int) {
	found = map[string]int{}
	var unlisted []string
	for i := range list {
		name := list[i].Rule
		if found[name] == 0 && o.ruleNamed(name) == nil {
			unlisted = append(unlisted, name)
		}
		found[name]++
	}
	for _, r := range o.rules {
		if found[r.Name] > 0 {
			names = append(names, r.Name)
		}
	}
	return append(names, unlisted...), found
}

// describe returns the paragraph of a rule's page that says what it is about,
// with the list that it announces.
func (o Options) describe(page string) string {
	blocks := strings.Split(strings.TrimSpace(page), "\n\n")
	for i := 1; i < len(blocks); i++ {
		english := strings.HasPrefix(blocks[i-1], "## In English")
		if !english && (i > 1 || o.Lang == "en") {
			continue
		}
		text := unwrap(blocks[i])
		if i+1 < len(blocks) && strings.HasSuffix(text, "：") && strings.HasPrefix(blocks[i+1], "- ") {
			text += unwrap(strings.ReplaceAll(strings.TrimPrefix(blocks[i+1], "- "), "\n- ", "\n"))
		}
		return strings.NewReplacer("`", "", "**", "").Replace(text)
	}
	return ""
}

// unwrap joins the lines of a paragraph. Between Chinese characters no blank
// stands for the line break.
func unwrap(paragraph string) string {
	lines := strings.Split(paragraph, "\n")
	text := lines[0]
	for _, line := range lines[1:] {
		last, _ := utf8.DecodeLastRuneInString(text)
		first, _ := utf8.DecodeRuneInString(line)
		if last < 0x2E80 && first < 0x2E80 {
			text += " "
		}
		text += line
	}
	return text
}
