package profile

import (
	"reflect"
	"slices"
)

// Is reports whether the profile has the id, or extends the one that has it.
func (p *Profile) Is(id string) bool { return p.ID == id || slices.Contains(p.lineage, id) }

// extend adds what own says to the profile that it extends. What own says once
// (title, years) holds instead; lists (labels, captions, the sides of an
// identity) go on; entries with an id that is there change that one, others
// are new. So a province adds to the form of the country and takes nothing
// from it.
func (p *Profile) extend(own *Profile) error {
	p.lineage = append([]string{p.ID}, p.lineage...)
	family := p.Family
	for i := range own.Deadlines {
		p.dropDeadlines(own.Deadlines[i].Kinds)
	}
	if err := merge(reflect.ValueOf(p).Elem(), reflect.ValueOf(own).Elem()); err != nil {
		return err
	}
	p.Extends, p.Family = "", family
	return nil
}

// dropDeadlines takes kinds of organ out of the deadlines: another one holds
// for them.
func (p *Profile) dropDeadlines(kinds []string) {
	for i := range p.Deadlines {
		d := &p.Deadlines[i]
		d.Kinds = slices.DeleteFunc(d.Kinds, func(k string) bool { return slices.Contains(kinds, k) })
	}
	p.Deadlines = slices.DeleteFunc(p.Deadlines, func(d Deadline) bool { return len(d.Kinds) == 0 })
}

// merge adds a value of a profile to that of the one that it extends.
func merge(base, own reflect.Value) error {
	switch own.Kind() {
	case reflect.Struct:
		for i := range own.NumField() {
			f := own.Type().Field(i)
			if tag := f.Tag.Get("toml"); (tag == "" || tag == "-") && !f.Anonymous {
				continue
			}
			if err := mergeField(base.Field(i), own.Field(i), f.Tag.Get("toml")); err != nil {
				return err
			}
		}
	case reflect.Pointer:
		switch {
		case own.IsNil():
		case base.IsNil():
			base.Set(own)
		default:
			return merge(base.Elem(), own.Elem())
		}
	case reflect.Map:
		for _, key := range own.MapKeys() {
			if base.IsNil() {
				base.Set(reflect.MakeMap(base.Type()))
			}
			base.SetMapIndex(key, own.MapIndex(key))
		}
	case reflect.Slice:
		base.Set(union(base, own))
	default:
		if !own.IsZero() {
			base.Set(own)
		}
	}
	return nil
}

// mergeField merges one field. The first label is what an entry is called: the
// own ones go before.
func mergeField(base, own reflect.Value, name string) error {
	if name == "labels" {
		base.Set(union(own, base))
		return nil
	}
	if own.Kind() == reflect.Slice && own.Type().Elem().Kind() == reflect.Struct {
		return mergeEntries(base, own, name)
	}
	return merge(base, own)
}

// union returns the first list and what the second has besides.
func union(first, second reflect.Value) reflect.Value {
	all := reflect.AppendSlice(reflect.MakeSlice(first.Type(), 0, first.Len()+second.Len()), first)
	for i := range second.Len() {
		known := false
		for j := range first.Len() {
			known = known || reflect.DeepEqual(first.Index(j).Interface(), second.Index(i).Interface())
		}
		if !known {
			all = reflect.Append(all, second.Index(i))
		}
	}
	return all
}

// mergeEntries changes the entries that are there and adds the new ones, each
// after the one that it names.
func mergeEntries(base, own reflect.Value, kind string) error {
	for i := range own.Len() {
		entry := own.Index(i)
		id := idOf(entry)
		if at := indexOf(base, id); at >= 0 {
			if err := merge(base.Index(at), entry); err != nil {
				return within(kind, id, err)
			}
			continue
		}
		at := base.Len()
		if after := entry.FieldByName("After"); after.IsValid() && after.String() != "" {
			if at = indexOf(base, after.String()) + 1; at == 0 {
				return within(kind, id, fault("没有 %s「%s」，不能排在它后面", "no %s %q to stand after", kind, after.String()))
			}
			after.SetString("")
		}
		longer := reflect.Append(base, entry)
		reflect.Copy(longer.Slice(at+1, longer.Len()), longer.Slice(at, longer.Len()-1))
		longer.Index(at).Set(entry)
		base.Set(longer)
	}
	return nil
}

// idOf returns what tells an entry from others of its kind, "" when nothing does.
func idOf(entry reflect.Value) string {
	for _, name := range [...]string{"ID", "Number"} {
		if f := entry.FieldByName(name); f.IsValid() {
			return f.String()
		}
	}
	return ""
}

func indexOf(entries reflect.Value, id string) int {
	for i := range entries.Len() {
		if id != "" && idOf(entries.Index(i)) == id {
			return i
		}
	}
	return -1
}

// checkPlaced holds that nothing names what it stands after but in a profile
// that extends another: there entries stand as they are written.
func (p *Profile) checkPlaced() error {
	err := func(kind, id, after string) error {
		return within(kind, id, fault("after「%s」只用于扩展其他格式时新增的 %s", "after %q is for a new %s in a profile that extends another", after, kind))
	}
	for i := range p.Sections {
		if s := &p.Sections[i]; s.After != "" {
			return err("section", s.ID, s.After)
		}
	}
	for i := range p.Tables {
		if t := &p.Tables[i]; t.After != "" {
			return err("table", t.ID, t.After)
		}
		if err := p.Tables[i].checkPlaced(err); err != nil {
			return within("table", p.Tables[i].ID, err)
		}
	}
	return nil
}

func (t *Table) checkPlaced(fail func(kind, id, after string) error) error {
	for i := range t.Columns {
		if c := &t.Columns[i]; c.After != "" {
			return fail("column", c.ID, c.After)
		}
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.After != "" {
			return fail("row", r.ID, r.After)
		}
	}
	return nil
}
