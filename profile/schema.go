package profile

import (
	"encoding/json"
	"reflect"
)

// object is a JSON object.
type object = map[string]any

// Schema returns a JSON Schema of profiles, for editors. It is made from the
// types that profiles are read into.
func Schema() []byte {
	schema := schemaOf(reflect.TypeFor[Profile]())
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = "gouji profile"
	out, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		panic(err) // maps of strings always encode
	}
	return append(out, '\n')
}

// enums are the values of the types that have but a few.
func enums(t reflect.Type) []any {
	switch t {
	case reflect.TypeFor[Over]():
		return []any{Columns, Rows}
	case reflect.TypeFor[Relation]():
		return []any{Equal, AtLeast}
	case reflect.TypeFor[Layout]():
		return []any{Labelled, Flat}
	case reflect.TypeFor[Stands]():
		return []any{Before, Around, Alone, Governs}
	}
	return nil
}

// schemaOf returns the schema of a value of the type.
func schemaOf(t reflect.Type) object {
	if values := enums(t); values != nil {
		return object{"enum": values}
	}
	switch {
	case t == reflect.TypeFor[Words]():
		return object{"type": "string"} // words with blanks between them
	case t.Kind() == reflect.Pointer:
		return schemaOf(t.Elem())
	case t.Kind() == reflect.Slice:
		return object{"type": "array", "items": schemaOf(t.Elem())}
	case t.Kind() == reflect.Map:
		return object{"type": "object", "additionalProperties": schemaOf(t.Elem())}
	case t.Kind() == reflect.Struct:
		return schemaOfStruct(t)
	case t.Kind() == reflect.Bool:
		return object{"type": "boolean"}
	case t.Kind() == reflect.String:
		return object{"type": "string"}
	}
	return object{"type": "integer"}
}

func schemaOfStruct(t reflect.Type) object {
	properties := object{}
	eachKey(t, func(name string, f reflect.StructField) {
		properties[name] = schemaOf(f.Type)
		if name == "kinds" {
			properties[name] = object{"type": "array", "items": object{"enum": Kinds()}}
		}
	})
	schema := object{"type": "object", "properties": properties, "additionalProperties": false}
	if _, ok := properties["id"]; ok {
		schema["required"] = []string{"id"}
	}
	return schema
}
