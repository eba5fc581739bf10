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
		if !d.add(s, t, nil) || len(s.fields) > mostFields {
			s = nil
		}
		d.shapes[t] = s
	}
	return s
}

// add adds the fields of a struct that stands at path.
func (d *Decoder) add(s *shape, t reflect.Type, path []int) bool {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(path[:len(path):len(path)], i)
		switch key := f.Tag.Get("toml"); {
		case f.Anonymous:
			if f.Type.Kind() != reflect.Struct || key != "" || !d.add(s, f.Type, at) {
				return false
			}
		case !f.IsExported() || key == "-":
		case key == "" || s.index(key) >= 0 || d.way(f.Type) == byTOML:
			return false
		default:
			s.fields = append(s.fields, field{key, at, d.way(f.Type) == byText})
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

// way is how values of a type are read.
type way uint8

const (
	byKind way = iota
	byText     // takes a string apart by a method of its own
	byTOML     // takes TOML values apart by a method of its own
)

func (d *Decoder) way(t reflect.Type) way {
	if t.PkgPath() == "" { // it has no methods
		return byKind
	}
	w, known := d.ways[t]
	if !known {
		switch p := reflect.PointerTo(t); {
		case p.Implements(reflect.TypeFor[interface{ UnmarshalTOML(any) error }]()):
			w = byTOML
		case p.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
			w = byText
		}
		d.ways[t] = w
	}
	return w
}
