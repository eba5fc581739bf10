package config

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// pattern is a path with places for facts: reports/{organ}/{year}.md.
type pattern struct{ re *regexp.Regexp }

// compilePattern reads a pattern: {organ} stands for part of a name, {year}
// for four digits, * for anything within a name, ** for any folders.
func compilePattern(text string) (p pattern, wrong rules.Message) {
	var re strings.Builder
	re.WriteString("^")
	seen := map[string]bool{}
	for rest := text; rest != ""; {
		switch {
		case strings.HasPrefix(rest, "**/"):
			re.WriteString("(?:.*/)?")
			rest = rest[3:]
		case rest[0] == '*':
			re.WriteString("[^/]*")
			rest = strings.TrimLeft(rest, "*")
		case rest[0] == '{':
			name, after, closed := strings.Cut(rest[1:], "}")
			if !closed || name != "organ" && name != "year" || seen[name] {
				return pattern{}, rules.Message{
					ZH: fmt.Sprintf("「%s」：花括号中只能写 {organ} 和 {year}，各至多一次", text),
					EN: fmt.Sprintf("%q: a pattern holds {organ} and {year}, each at most once", text),
				}
			}
			seen[name] = true
			re.WriteString(map[string]string{"organ": "(?P<organ>[^/]+?)", "year": `(?P<year>\d{4})`}[name])
			rest = after
		default:
			end := strings.IndexAny(rest, "*{")
			if end <= 0 {
				end = len(rest)
			}
			re.WriteString(regexp.QuoteMeta(rest[:end]))
			rest = rest[end:]
		}
	}
	return pattern{regexp.MustCompile(re.String() + "$")}, rules.Message{} // all but the parts above is quoted
}

// match returns what the path says.
func (p pattern) match(file string) (organ, year string, ok bool) {
	m := p.re.FindStringSubmatch(file)
	if m == nil {
		return "", "", false
	}
	for i, name := range p.re.SubexpNames() {
		switch name {
		case "organ":
			organ = m[i]
		case "year":
			year = m[i]
		}
	}
	return organ, year, true
}
