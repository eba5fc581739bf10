package ownrule

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Verify checks what can be told without a format: names, keys, phrases. The
// names of other rules are taken.
func Verify(sources []*Source, taken []string) error {
	where := map[string]string{}
	total := 0
	for _, s := range sources {
		for n := range s.Definitions {
			if total++; total > mostRules {
				return s.fault(n, "", say("自定规则多于 %d 条", "more than %d rules of one's own", mostRules))
			}
			d := &s.Definitions[n]
			if err := s.verify(n, d); err != nil {
				return err
			}
			if slices.Contains(taken, d.Name) {
				return s.fault(n, "name", say("gouji 已有规则 %s，请换一个名称", "gouji has a rule %s already; choose another name", d.Name))
			}
			if other, ok := where[d.Name]; ok {
				return s.fault(n, "name", say("规则 %s 已写在 %s", "rule %s is defined in %s already", d.Name, other))
			}
			where[d.Name] = s.lineOf(n)
		}
	}
	return nil
}

// lineOf returns where a rule is defined: city.toml:12.
func (s *Source) lineOf(n int) string {
	place, _ := s.places.Key(fmt.Sprintf("rule[%d]", n))
	return fmt.Sprintf("%s:%d", filepath.Base(s.file.Name), place.Position().Line)
}

func (s *Source) verify(n int, d *Definition) error {
	switch {
	case d.Name == "":
		return s.fault(n, "name", say("规则要有名称：name = \"…\"", "a rule needs a name"))
	case !isKebab(d.Name):
		return s.fault(n, "name", say("规则名「%s」只能用小写字母、数字，中间用连字符，如 city-phrase", "rule name %q: use small letters and digits with hyphens between, like city-phrase", d.Name))
	case d.Message.ZH == "":
		return s.fault(n, "message", say("规则 %s 要写明有什么问题：message = \"…\"", "rule %s needs a message", d.Name))
	}
	if _, ok := rules.ParseSeverity(d.Severity); d.Severity != "" && !ok {
		return s.fault(n, "severity", say("级别「%s」不是 off、info、warning、error 之一", "severity %q is none of off, info, warning, error", d.Severity))
	}
	for key, text := range d.texts() {
		if m := verifyText(key, text); !m.IsZero() {
			return s.fault(n, key, m)
		}
	}
	for i, kind := range d.Applies.Kinds {
		if !slices.Contains(profile.Kinds(), kind) {
			return s.fault(n, fmt.Sprintf("applies.kinds[%d]", i), also(
				say("机关类别「%s」不是 %s 之一", "kind of organ %q is none of %s", kind, strings.Join(profile.Kinds(), ", ")), meant(kind, profile.Kinds())))
		}
	}
	if err := s.verifyCheck(n, d); err != nil {
		return err
	}
	return s.verifyPhrases(n, d)
}

// verifyCheck holds that a rule asks for exactly one thing.
func (s *Source) verifyCheck(n int, d *Definition) error {
	checks := d.checks()
	switch {
	case len(checks) == 0:
		return s.fault(n, "", say("规则 %s 没有写查什么：写 require、forbid、forbid_pattern、assert 之一", "rule %s checks nothing: it needs one of require, forbid, forbid_pattern, assert", d.Name))
	case len(checks) > 1:
		return s.fault(n, checks[1], say("%s 和 %s 只能写一项；另写一条规则", "%s and %s cannot stand in one rule; write another", checks[0], checks[1]))
	case d.Section != "" && d.Assert != "":
		return s.fault(n, "section", say("section 只用于短语和模式", "section is for phrases and patterns only"))
	case d.Over != "" && d.Assert == "":
		return s.fault(n, "over", say("over 只用于 assert", "over is for assert only"))
	case d.Over != "" && d.Over != string(profile.Columns):
		return s.fault(n, "over", say("over 只能是 \"columns\"", "over can be \"columns\" only"))
	}
	return nil
}

// checks returns the keys that say what the rule checks.
func (d *Definition) checks() (keys []string) {
	if d.Require != nil {
		keys = append(keys, "require")
	}
	if d.Forbid != nil {
		keys = append(keys, "forbid")
	}
	if d.Pattern != "" {
		keys = append(keys, "forbid_pattern")
	}
	if d.Assert != "" {
		keys = append(keys, "assert")
	}
	return keys
}

// verifyText says what is wrong with a text. What is shown to people must not
// steer their terminal.
func verifyText(key, text string) rules.Message {
	lines := key == "page" || key == "when" || key == "assert"
	switch {
	case len(text) > longestText && key != "page":
		return say("多于 %d 字节", "more than %d bytes", longestText)
	case strings.Contains(text, "\n") && !lines:
		return say("要写在一行里", "this has to be one line")
	case strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsGraphic(r) && r != '\n' && r != '\t' && r != '\r' }):
		return say("有看不见的控制字符", "there are control characters, which nobody sees")
	}
	return rules.Message{}
}

// texts yields the texts of a rule by their keys.
func (d *Definition) texts() func(yield func(key, text string) bool) {
	return func(yield func(key, text string) bool) {
		for _, t := range [][2]string{{"name", d.Name}, {"message", d.Message.ZH + d.Message.EN}, {"title", d.Title.ZH + d.Title.EN}, {"basis", d.Basis},
			{"section", d.Section}, {"forbid_pattern", d.Pattern}, {"when", d.When}, {"assert", d.Assert}, {"page", d.Page}} {
			if !yield(t[0], t[1]) {
				return
			}
		}
	}
}

func (s *Source) verifyPhrases(n int, d *Definition) error {
	for key, phrases := range map[string][]string{"require": d.Require, "forbid": d.Forbid} {
		if phrases == nil {
			continue
		}
		if len(phrases) == 0 || len(phrases) > mostPhrases {
			return s.fault(n, key, say("要有 1 至 %d 个短语", "it takes 1 to %d phrases", mostPhrases))
		}
		for i, phrase := range phrases {
			err := verifyText(key, phrase)
			if err.IsZero() {
				err = verifyPhrase(phrase)
			}
			if !err.IsZero() {
				return s.fault(n, fmt.Sprintf("%s[%d]", key, i), err)
			}
		}
	}
	return nil
}

// longestPhrase is how many characters a phrase has at most.
const longestPhrase = 100

// verifyPhrase says what is wrong with a phrase: it stands in one sentence.
func verifyPhrase(phrase string) rules.Message {
	switch n := utf8.RuneCountInString(phrase); {
	case strings.TrimSpace(phrase) != phrase, strings.ContainsAny(phrase, "。！？；!?;\n"):
		return say("短语「%s」首尾不能有空格，中间不能有断句的标点：短语在一句话里找", "phrase %q: no blanks at its ends and no sign that ends a sentence; a phrase is looked for within a sentence", phrase)
	case n < 2 || n > longestPhrase:
		return say("短语「%s」应有 2 至 %d 个字", "phrase %q should have 2 to %d characters", phrase, longestPhrase)
	}
	return rules.Message{}
}

// isKebab reports whether a name is made of small letters and digits, with
// hyphens between, and begins with a letter.
func isKebab(name string) bool {
	for i, part := range strings.Split(name, "-") {
		if part == "" || i == 0 && part[0] >= '0' && part[0] <= '9' {
			return false
		}
		for _, c := range part {
			if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
