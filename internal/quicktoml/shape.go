package quicktoml

import (
	"encoding"
	"reflect"
)

// shape is what a document may say of a struct.
type shape struct{ fields []field }

// field is a field with a toml tag, of the struct or of one embedded in it.
type field struct {
	key  string
	path []int // indexes, outermost first
	own  bool  // takes texts apart itself
}

// mostFields is how many fields of a struct can be told apart as taken.
const mostFields = 64

// shapeOf returns the shape of a struct type, nil when a full decoder would
// fill it in other ways than by tags.
func (d *Decoder) shapeOf(t reflect.Type) *shape {
	s, known := d.shapes[t]
	if !known {
		s = new(shape)
		if !s.add(t, nil) || len(s.fields) > mostFields {
			s = nil
		}
		d.shapes[t] = s
	}
	return s
}

// add adds the fields of a struct that stands at path.
func (s *shape) add(t reflect.Type, path []int) bool {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(path[:len(path):len(path)], i)
		switch key := f.Tag.Get("toml"); {
		case f.Anonymous:
			if f.Type.Kind() != reflect.Struct || key != "" || !s.add(f.Type, at) {
				return false
			}
		case !f.IsExported() || key == "-":
		case key == "" || s.index(key) >= 0 || decodesItself(f.Type):
			return false
		default:
			s.fields = append(s.fields, field{key, at, readsText(f.Type)})
		}
	}
	return true
}

// index returns the field with the key, -1 if there is none.
func (s *shape) index(key string) int {
	for i := range s.fields {
		if s.fields[i].key == key {
			return i
		}
	}
	return -1
}

// of returns the field of a value of the shape.
func (f *field) of(v reflect.Value) reflect.Value {
	for _, i := range f.path {
		v = v.Field(i)
	}
	return v
}

// decodesItself reports whether a type reads TOML values by a method of its
// own.
func decodesItself(t reflect.Type) bool {
	return t.PkgPath() != "" && reflect.PointerTo(t).Implements(reflect.TypeFor[interface{ UnmarshalTOML(any) error }]())
}

// readsText reports whether a type reads a string by a method of its own.
func readsText(t reflect.Type) bool {
	return t.PkgPath() != "" && reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}
