package parser

import (
	"errors"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// tomlMatter reads TOML.
func (p *page) tomlMatter(e extent) {
	var values map[string]any
	meta, err := toml.Decode(p.at(e), &values)
	if err != nil {
		line, note := 0, err.Error()
		var parse toml.ParseError
		if errors.As(err, &parse) {
			line, note = parse.Position.Line, parse.Message
		}
		p.badMatter(e, line, note)
		return
	}
	at := e.start
	for _, key := range meta.Keys() {
		text, ok := tomlText(tomlValue(values, key))
		if !ok {
			continue
		}
		at = p.assignment(key[len(key)-1], extent{at, e.end})
		value := p.valueAt(text, at, e.end)
		p.field(strings.Join(key, "."), value)
		at = max(at, value.Span.End)
	}
}

// assignment returns where the value of the next line "name = value" begins.
// The decoder tells no places.
func (p *page) assignment(name string, e extent) int {
	for at := e.start; at < e.end; at = lineEnd(p.src, at) {
		line := p.src[at:min(e.end, lineEnd(p.src, at))]
		key, value, ok := strings.Cut(line, "=")
		if ok && strings.HasSuffix(strings.Trim(key, " \t\"'"), name) {
			return at + len(line) - len(strings.TrimLeft(value, " \t"))
		}
	}
	return e.start
}

func tomlValue(values map[string]any, key toml.Key) any {
	var v any = values
	for _, part := range key {
		table, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = table[part]
	}
	return v
}

// tomlText writes a value as text; false for a table.
func tomlText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case int64:
		return strconv.FormatInt(v, 10), true
	case bool:
		return strconv.FormatBool(v), true
	case interface{ Format(string) string }: // a date
		return v.Format("2006-01-02"), true
	case []any:
		var parts []string
		for _, item := range v {
			if text, ok := tomlText(item); ok {
				parts = append(parts, text)
			}
		}
		return strings.Join(parts, "、"), true
	}
	return "", false
}
