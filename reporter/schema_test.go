package reporter

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// schemaNode is a part of schema.json: the words of JSON Schema that it uses.
type schemaNode struct {
	Ref        string                 `json:"$ref"`
	Defs       map[string]*schemaNode `json:"$defs"`
	Type       string                 `json:"type"`
	Const      any                    `json:"const"`
	Enum       []any                  `json:"enum"`
	Minimum    *float64               `json:"minimum"`
	Required   []string               `json:"required"`
	Properties map[string]*schemaNode `json:"properties"`
	Items      *schemaNode            `json:"items"`

	Dialect     string `json:"$schema"`
	ID          string `json:"$id"`
	Title       string `json:"title"`
	Description string `json:"description"`
}

func readSchema(t *testing.T) *schemaNode {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(Schema()))
	d.DisallowUnknownFields() // a word that check would not understand
	var root schemaNode
	if err := d.Decode(&root); err != nil {
		t.Fatal(err)
	}
	return &root
}

// check returns what in v is not as the schema says. Beyond the schema it
// wants every key to be described there.
func (n *schemaNode) check(root *schemaNode, path string, v any) (faults []string) {
	if n.Ref != "" {
		return root.Defs[strings.TrimPrefix(n.Ref, "#/$defs/")].check(root, path, v)
	}
	fault := func(format string, args ...any) {
		faults = append(faults, path+": "+fmt.Sprintf(format, args...))
	}
	if n.Const != nil && n.Const != v {
		fault("is %v, not %v", v, n.Const)
	}
	if n.Enum != nil && !slices.Contains(n.Enum, v) {
		fault("%v is none of %v", v, n.Enum)
	}
	if got := typeOf(v); n.Type != "" && n.Type != got {
		fault("is %s, not %s", got, n.Type)
	}
	if f, ok := v.(float64); ok && n.Minimum != nil && f < *n.Minimum {
		fault("%v is less than %v", f, *n.Minimum)
	}
	if list, ok := v.([]any); ok {
		for i, item := range list {
			faults = append(faults, n.Items.check(root, fmt.Sprintf("%s[%d]", path, i), item)...)
		}
	}
	object, ok := v.(map[string]any)
	if !ok {
		return faults
	}
	for _, key := range n.Required {
		if _, ok := object[key]; !ok {
			fault("lacks %s", key)
		}
	}
	for key, value := range object {
		if property := n.Properties[key]; property == nil {
			fault("%s is not described", key)
		} else {
			faults = append(faults, property.check(root, path+"."+key, value)...)
		}
	}
	return faults
}

func typeOf(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return "object"
	case []any:
		return "array"
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == math.Trunc(v) {
			return "integer"
		}
		return "number"
	}
	return "null"
}

func decode(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// TestSchema holds the JSON of every case against the published schema.
func TestSchema(t *testing.T) {
	root := readSchema(t)
	for _, g := range goldens() {
		for _, fault := range root.check(root, g.name, decode(t, render(t, JSON, g.result, Options{Version: "0.1.0"}))) {
			t.Error(fault)
		}
	}
}

// TestSchemaCatches holds that the check sees faults, so that TestSchema
// means something.
func TestSchemaCatches(t *testing.T) {
	root := readSchema(t)
	text := render(t, JSON, fixable(), Options{})
	for _, change := range [][2]string{
		{`"version":1`, `"version":2`},
		{`"related":[]`, `"related":null`},
		{`"severity":"info"`, `"severity":"fatal"`},
		{`"startByte":13`, `"startByte":"13"`},
		{`"startByte":13`, `"startByte":-1`},
		{`"column":8`, `"column":8.5`},
		{`"basis":""`, `"extra":""`},
		{`"safe":true,`, ``},
	} {
		broken := strings.Replace(text, change[0], change[1], 1)
		if broken == text {
			t.Errorf("the output has no %s", change[0])
		}
		if len(root.check(root, "", decode(t, broken))) == 0 {
			t.Errorf("nothing is said of %s", change[1])
		}
	}
}

// TestKeyOrder holds the order of keys that readers of diffs rely on.
func TestKeyOrder(t *testing.T) {
	text := render(t, JSON, located(), Options{})
	at := 0
	for _, key := range strings.Fields("version tool diagnostics rule item severity message file line column endLine endColumn " +
		"startByte endByte table row columnId expected actual related file line column message value basis fixes skipped summary files errors warnings infos skipped") {
		i := strings.Index(text[at:], `"`+key+`":`)
		if i < 0 {
			t.Fatalf("%s is missing or out of order", key)
		}
		at += i
	}
}
