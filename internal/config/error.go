package config

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/report"
)

// syntaxError puts the place in front of an error of the TOML reader.
func syntaxError(path string, err error) error {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("%s:%d: %s", path, parse.Position.Line, parse.Message)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// at puts file and line in front of an error about a text of the file.
func at(path, src, text string, err error) error {
	i := strings.Index(src, text)
	if i < 0 {
		return fmt.Errorf("%s: %w", path, err)
	}
	return fmt.Errorf("%s:%d: %w", path, 1+strings.Count(src[:i], "\n"), err)
}

// unknownKey says where a key stands that nothing knows, and which was
// probably meant.
func unknownKey(path, src string, key toml.Key) error {
	last := key[len(key)-1]
	err := fmt.Errorf("unknown key %q%s", key.String(), suggestion(last, keysOf(key[:len(key)-1])))
	for i, line := range strings.Split(src, "\n") {
		name := strings.Trim(strings.TrimSpace(strings.SplitN(line, "=", 2)[0]), `"'[] `)
		if name == last || strings.HasSuffix(name, "."+last) || strings.Contains(line, "{") && strings.Contains(line, last+" =") {
			return fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
	}
	return fmt.Errorf("%s: %w", path, err)
}

// keysOf returns the keys that a table of the file may have.
func keysOf(table toml.Key) []string {
	t := reflect.TypeFor[Config]()
	if len(table) > 0 {
		switch table[0] {
		case "override":
			t = reflect.TypeFor[Override]()
		case "organ":
			t = reflect.TypeFor[report.Organ]()
		}
	}
	var keys []string
	for i := range t.NumField() {
		if name := t.Field(i).Tag.Get("toml"); name != "" && name != "-" {
			keys = append(keys, name)
		}
	}
	return keys
}

// suggestion returns 「; did you mean "x"?」 for the nearest name.
func suggestion(name string, names []string) string {
	best, distance := "", 4
	for _, n := range names {
		if d := report.EditDistance(name, n, distance-1); d < distance {
			best, distance = n, d
		}
	}
	if best == "" || distance > max(2, len(name)/3) {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}
