package quicktoml

import "reflect"

// table is a table that is being filled.
type table struct {
	value  reflect.Value // a struct, or a map with strings as keys
	shape  *shape        // of a struct
	taken  uint64        // fields that have a value, by index
	inside []*table      // tables that are fields, the last ones of arrays, by index
}

// open makes a table of a value.
func (d *Decoder) open(v reflect.Value) (*table, bool) {
	switch v.Kind() {
	case reflect.Struct:
		s := d.shapeOf(v.Type())
		return d.table(v, s), s != nil && d.way(v.Type()) == byKind
	case reflect.Map:
		if v.Type().Key() != reflect.TypeFor[string]() {
			return nil, false
		}
		v.Set(reflect.MakeMap(v.Type()))
		return d.table(v, nil), true
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return d.open(v.Elem())
	}
	return nil, false
}

// table returns a new table. Many share one piece of memory.
func (d *Decoder) table(v reflect.Value, s *shape) *table {
	if len(d.rooms) == 0 {
		const many = 64
		d.rooms = make([]table, many)
	}
	t := &d.rooms[0]
	d.rooms = d.rooms[1:]
	t.value, t.shape = v, s
	return t
}

// pair reads key = value into a table.
func (d *Decoder) pair(t *table) bool {
	key := d.bareKey()
	d.skipBlanks()
	if key == "" || d.at == len(d.src) || d.src[d.at] != '=' {
		return false
	}
	d.at++
	d.skipBlanks()
	if t.shape == nil {
		return d.entry(t.value, key)
	}
	i := t.shape.index(key)
	if i < 0 || !t.take(i) {
		return false
	}
	f := &t.shape.fields[i]
	return d.value(f.of(t.value), f.own)
}

// take marks a field as taken and reports whether it was free.
func (t *table) take(i int) bool {
	free := t.taken&(1<<i) == 0
	t.taken |= 1 << i
	return free
}

// entry reads a value into a map.
func (d *Decoder) entry(m reflect.Value, key string) bool {
	name, v := reflect.ValueOf(key), reflect.New(m.Type().Elem()).Elem()
	if m.MapIndex(name).IsValid() || !d.value(v, d.way(v.Type()) == byText) {
		return false
	}
	m.SetMapIndex(name, v)
	return true
}

// header reads [a.b] or [[a.b]] and opens that table.
func (d *Decoder) header(root *table) (*table, bool) {
	d.at++
	array := d.take("[")
	current := root
	for {
		i := -1
		if key := d.bareKey(); current.shape != nil {
			i = current.shape.index(key)
		}
		switch {
		case i < 0:
			return nil, false
		case d.take("."):
			if current = current.within(i); current == nil {
				return nil, false
			}
		case array:
			t, ok := d.element(current, i)
			return t, ok && d.take("]]")
		default:
			t, ok := d.section(current, i)
			return t, ok && d.take("]")
		}
	}
}

// within returns the table opened last as the field, nil if there is none.
func (t *table) within(i int) *table {
	if t.inside == nil {
		return nil
	}
	return t.inside[i]
}

func (t *table) keep(i int, inner *table) {
	if t.inside == nil {
		t.inside = make([]*table, len(t.shape.fields))
	}
	t.inside[i] = inner
}

// section opens a field as a table.
func (d *Decoder) section(t *table, i int) (*table, bool) {
	if !t.take(i) {
		return nil, false
	}
	inner, ok := d.open(t.shape.fields[i].of(t.value))
	if ok {
		t.keep(i, inner)
	}
	return inner, ok
}

// element adds a table to a field that is an array of them.
func (d *Decoder) element(t *table, i int) (*table, bool) {
	list := t.shape.fields[i].of(t.value)
	if list.Kind() != reflect.Slice || t.take(i) == (t.within(i) != nil) {
		return nil, false
	}
	n := list.Len()
	list.Grow(1)
	list.SetLen(n + 1)
	inner, ok := d.open(list.Index(n))
	if ok {
		t.keep(i, inner)
	}
	return inner, ok
}
