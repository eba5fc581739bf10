package profile

import "reflect"

// Data returns the profile as its file would have it, with all that it
// extends: maps, lists and plain values, by the keys of the file.
func (p *Profile) Data() map[string]any {
	return dataOf(reflect.ValueOf(*p)).(map[string]any)
}

// dataOf returns a value as plain data. What is empty is left out of structs.
func dataOf(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Struct:
		data := map[string]any{}
		eachKey(v.Type(), func(name string, f reflect.StructField) {
			if field := v.FieldByName(f.Name); !field.IsZero() {
				data[name] = dataOf(field)
			}
		})
		return data
	case reflect.Pointer:
		return dataOf(v.Elem())
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = dataOf(v.Index(i))
		}
		return list
	}
	return v.Interface()
}
