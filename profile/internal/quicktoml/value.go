package quicktoml

import (
	"encoding"
	"reflect"
)

// value reads a value into a field, which may take texts apart itself.
func (d *Decoder) value(v reflect.Value, own bool) bool {
	if own {
		return d.ownText(v)
	}
	switch v.Kind() {
	case reflect.String:
		text, ok := d.text()
		v.SetString(text)
		return ok
	case reflect.Int, reflect.Int64:
		n, ok := d.integer()
		v.SetInt(n)
		return ok && v.Int() == n
	case reflect.Bool:
		yes := d.take("true")
		v.SetBool(yes)
		return yes || d.take("false")
	case reflect.Slice:
		return d.array(v)
	case reflect.Struct, reflect.Map, reflect.Pointer:
		return d.inlineTable(v)
	}
	return false
}

// ownText reads a string into a field that takes texts apart itself.
func (d *Decoder) ownText(v reflect.Value) bool {
	text, ok := d.text()
	return ok && v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)) == nil
}

// array reads [a, b].
func (d *Decoder) array(v reflect.Value) bool {
	if !d.take("[") {
		return false
	}
	if list, ok := v.Addr().Interface().(*[]string); ok {
		return d.list(list)
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	own := d.way(v.Type().Elem()) == byText
	return d.elements(func(n int) bool {
		v.Grow(1)
		v.SetLen(n + 1)
		return d.value(v.Index(n), own)
	})
}

// list reads an array of strings, as nearly all arrays are.
func (d *Decoder) list(list *[]string) bool {
	d.texts = d.texts[:0]
	ok := d.elements(func(int) bool {
		text, ok := d.text()
		d.texts = append(d.texts, text)
		return ok
	})
	*list = d.keep(d.texts)
	return ok
}

// keep returns a copy of texts. Most arrays are short, so many share one piece
// of memory.
func (d *Decoder) keep(texts []string) []string {
	n := len(texts)
	if n > len(d.room) {
		const many = 512
		d.room = make([]string, max(many, n))
	}
	kept := d.room[:n:n]
	d.room = d.room[n:]
	copy(kept, texts)
	return kept
}

// elements reads the elements of an array with read, up to its end.
func (d *Decoder) elements(read func(n int) bool) bool {
	for n := 0; ; n++ {
		if d.skipLines(); d.take("]") {
			return true
		}
		if !read(n) {
			return false
		}
		if d.skipLines(); !d.take(",") {
			return d.take("]")
		}
	}
}

// inlineTable reads { a = 1, b = 2 }.
func (d *Decoder) inlineTable(v reflect.Value) bool {
	t, ok := d.open(v)
	if !ok || !d.take("{") {
		return false
	}
	if d.skipBlanks(); d.take("}") {
		return true
	}
	for {
		d.skipBlanks()
		if !d.pair(t) {
			return false
		}
		if d.skipBlanks(); !d.take(",") {
			return d.take("}")
		}
	}
}
