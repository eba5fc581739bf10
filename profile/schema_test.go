package profile

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/BurntSushi/toml"
)

// Every embedded profile is one that the schema describes, and a key that is
// none is not in it.
func TestSchema(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	eachFile(t, embedded, "profiles", func(t *testing.T, name, src string) {
		var value map[string]any
		if _, err := toml.Decode(src, &value); err != nil {
			t.Fatal(err)
		}
		if err := conforms(value, schema, ""); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	})
	for _, wrong := range []map[string]any{
		{"id": "x", "titel": "y"}, {"title": "x"}, {"id": 1},
		{"id": "x", "identity": []map[string]any{{"id": "y", "over": "cells"}}},
		{"id": "x", "deadline": []map[string]any{{"kinds": []any{"bureau"}}}},
	} {
		if conforms(wrong, schema, "") == nil {
			t.Errorf("%v is taken for a profile", wrong)
		}
	}
}

// conforms checks a value against the parts of JSON Schema that Schema uses.
func conforms(value any, schema map[string]any, path string) error {
	if enum, ok := schema["enum"].([]any); ok {
		for _, allowed := range enum {
			if allowed == value {
				return nil
			}
		}
		return fmt.Errorf("%s: %v is not one of %v", path, value, enum)
	}
	switch v := value.(type) {
	case map[string]any:
		return conformsObject(v, schema, path)
	case []map[string]any:
		for i := range v {
			if err := conforms(v[i], schema["items"].(map[string]any), path); err != nil {
				return err
			}
		}
		return wants(schema, "array", path)
	case []any:
		for i := range v {
			if err := conforms(v[i], schema["items"].(map[string]any), path); err != nil {
				return err
			}
		}
		return wants(schema, "array", path)
	case string:
		return wants(schema, "string", path)
	case bool:
		return wants(schema, "boolean", path)
	}
	return wants(schema, "integer", path)
}

func conformsObject(v, schema map[string]any, path string) error {
	properties, _ := schema["properties"].(map[string]any)
	for key, part := range v {
		of, ok := properties[key].(map[string]any)
		if !ok {
			if of, ok = schema["additionalProperties"].(map[string]any); !ok {
				return fmt.Errorf("%s: no key %s", path, key)
			}
		}
		if err := conforms(part, of, path+"."+key); err != nil {
			return err
		}
	}
	required, _ := schema["required"].([]any)
	for _, key := range required {
		if _, ok := v[key.(string)]; !ok {
			return fmt.Errorf("%s: %s is missing", path, key)
		}
	}
	return wants(schema, "object", path)
}

func wants(schema map[string]any, kind, path string) error {
	if schema["type"] != kind {
		return fmt.Errorf("%s: a %s where the schema has %v", path, kind, schema["type"])
	}
	return nil
}
