package config

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// pattern is a path with places for facts: reports/{organ}/{year}.md.
type pattern struct {
	re    *regexp.Regexp
	parts []string // the texts and places one after the other; nil for a pattern with a *
	fixed int      // how many bytes all parts but the organ take
}

const (
	organPlace = "{organ}"
	yearPlace  = "{year}"
)

// compilePattern reads a pattern: {organ} stands for part of a name, {year}
// for four digits, * for anything within a name, ** for any folders.
func compilePattern(text string) (p pattern, wrong rules.Message) {
	var re strings.Builder
	re.WriteString("^")
	seen := map[string]bool{}
	for rest := text; rest != ""; {
		part := rest
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
		p.add(part[:len(part)-len(rest)])
	}
	p.re = regexp.MustCompile(re.String() + "$") // all but the parts above is quoted
	if strings.Contains(text, "*") {
		p.parts = nil
	}
	return p, rules.Message{}
}

// add adds a part.
func (p *pattern) add(part string) {
	p.parts = append(p.parts, part)
	switch part {
	case organPlace:
	case yearPlace:
		p.fixed += 4
	default:
		p.fixed += len(part)
	}
}

// match returns what the path says.
func (p *pattern) match(file string) (organ, year string, ok bool) {
	if p.parts != nil {
		return p.matchParts(file)
	}
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

// matchParts is match for a pattern without a *, as nearly all are. There is
// one way only for it to match, as all parts but the organ have a length.
func (p *pattern) matchParts(file string) (organ, year string, ok bool) {
	size := len(file) - p.fixed // of the organ
	for _, part := range p.parts {
		switch {
		case part == organPlace:
			if size < 1 || strings.Contains(file[:size], "/") {
				return "", "", false
			}
			organ, file = file[:size], file[size:]
		case part == yearPlace:
			if len(file) < 4 || strings.Trim(file[:4], "0123456789") != "" {
				return "", "", false
			}
			year, file = file[:4], file[4:]
		case !strings.HasPrefix(file, part):
			return "", "", false
		default:
			file = file[len(part):]
		}
	}
	return organ, year, file == ""
}
