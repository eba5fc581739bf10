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
	v.Set(reflect.MakeSlice(v.Type(), 0, d.commas()))
	own := readsText(v.Type().Elem())
	for n := 0; ; n++ {
		if d.skipLines(); d.take("]") {
			return true
		}
		v.Grow(1)
		v.SetLen(n + 1)
		if !d.value(v.Index(n), own) {
			return false
		}
		if d.skipLines(); !d.take(",") {
			return d.take("]")
		}
	}
}

// commas returns how long an array may be, so that it rarely has to grow: one
// more than the commas up to the next bracket.
func (d *Decoder) commas() int {
	n := 1
	for i := d.at; i < len(d.src) && d.src[i] != ']'; i++ {
		if d.src[i] == ',' {
			n++
		}
	}
	return n
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
