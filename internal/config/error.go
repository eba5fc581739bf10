package config

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/report"
)

// badTOML says in Chinese what the usual mistakes are; the decoder names the
// one it met in English.
const badTOML = "TOML 语法有误（文字用半角引号括起来，括号要成对，同一项只写一次）"

// syntax words an error of the TOML reader.
func (s *source) syntax(err error) error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return s.fault(s.file.Span(0, 0), badTOML+"：%v", "%v", err)
	}
	_, line := s.file.Line(parse.Position.Line)
	start := max(line, min(parse.Position.Start, len(s.file.Src)))
	return s.fault(s.file.Span(start, start), badTOML+"：%s", "%s", parse.Message)
}

// misfit returns the first value of a table, as TOML reads it, that the type
// has no place for: a key that nothing knows, or a value of another kind. at
// is where the table stands.
func (s *source) misfit(table map[string]any, t reflect.Type, at key) error {
	fields := fieldsOf(t)
	for _, name := range slices.Sorted(maps.Keys(table)) {
		here := at.in(name)
		i := slices.Index(keysOf(t), name)
		if i < 0 {
			zh, en := suggestion(name, keysOf(t))
			return s.fault(s.key(here.path), "不认识「%[1]s」%[2]s", "unknown key %[1]q%[3]s", here.name, zh, en)
		}
		if err := s.fits(table[name], fields[i].Type, here); err != nil {
			return err
		}
	}
	return nil
}

// fits reports a value that is not of the type, or something in it that is
// not.
func (s *source) fits(value any, t reflect.Type, at key) error {
	if own, ok := reflect.New(t).Interface().(toml.Unmarshaler); ok && own.UnmarshalTOML(value) == nil {
		return nil
	}
	switch value := value.(type) {
	case map[string]any:
		switch t.Kind() {
		case reflect.Struct:
			return s.misfit(value, t, at)
		case reflect.Map:
			return s.fitsAll(value, t.Elem(), at)
		}
	case []map[string]any:
		if t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct {
			return s.fitsEach(value, t.Elem(), at)
		}
	case []any:
		if t.Kind() == reflect.Slice && !slices.ContainsFunc(value, func(v any) bool { return s.fits(v, t.Elem(), at) != nil }) {
			return nil
		}
	case string:
		if t.Kind() == reflect.String {
			return nil
		}
	case bool:
		if t.Kind() == reflect.Bool {
			return nil
		}
	case int64:
		if t.Kind() == reflect.Int {
			return nil
		}
	}
	zh, en := kindOf(t)
	return s.fault(s.key(at.path), "「%[1]s」应为%[2]s", "%[1]q should be %[3]s", at.name, zh, en)
}

func (s *source) fitsAll(values map[string]any, t reflect.Type, at key) error {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if err := s.fits(values[name], t, at.in(name)); err != nil {
			return err
		}
	}
	return nil
}

func (s *source) fitsEach(tables []map[string]any, t reflect.Type, at key) error {
	for n := range tables {
		if err := s.misfit(tables[n], t, key{name: at.name, path: item(at.path, n)}); err != nil {
			return err
		}
	}
	return nil
}

// key is a key of the file: as people call it, organ.name, and its path,
// organ[2].name. Both are empty for the file as a whole.
type key struct{ name, path string }

// in returns a key of the table that k is.
func (k key) in(name string) key {
	return key{strings.TrimPrefix(k.name+"."+name, "."), strings.TrimPrefix(k.path+"."+name, ".")}
}

// keysOf returns the keys that a table of the file may have.
func keysOf(t reflect.Type) (keys []string) {
	for _, f := range fieldsOf(t) {
		keys = append(keys, f.Tag.Get("toml"))
	}
	return keys
}

// fieldsOf returns the fields of a type that stand in the file.
func fieldsOf(t reflect.Type) (fields []reflect.StructField) {
	return slices.DeleteFunc(reflect.VisibleFields(t), func(f reflect.StructField) bool {
		tag := f.Tag.Get("toml")
		return tag == "" || tag == "-"
	})
}

// kindOf says what a value of a type looks like.
func kindOf(t reflect.Type) (zh, en string) {
	switch {
	case t.Kind() == reflect.String:
		return `引号中的文字，如 "甲"`, `a text in quotes, such as "a"`
	case t.Kind() == reflect.Bool:
		return " true 或 false", "true or false"
	case t.Kind() == reflect.Int:
		return "整数，如 2025", "a whole number, such as 2025"
	case reflect.PointerTo(t).Implements(reflect.TypeFor[toml.Unmarshaler]()):
		return `引号中的文字，如 "甲"，或 { zh = "甲", en = "a" }`, `a text in quotes, such as "a", or { zh = "甲", en = "a" }`
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
		return `方括号中的文字，如 ["甲", "乙"]`, `texts in brackets, such as ["a", "b"]`
	case t.Kind() == reflect.Slice:
		return "几个各有标题的表，如 [[organ]]", "tables with headers of their own, such as [[organ]]"
	}
	return "一个表，如 { 名称 = \"值\" }", `a table, such as { name = "value" }`
}

// suggestion asks whether the nearest name was meant.
func suggestion(name string, names []string) (zh, en string) {
	best := report.Nearest(name, names)
	if best == "" {
		return "", ""
	}
	return "；是不是「" + best + "」？", fmt.Sprintf("; did you mean %q?", best)
}
