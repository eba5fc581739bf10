package profile

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/report"
)

// The bounds of a profile. What is beyond them describes no report.
const (
	maxSource  = 256 << 10 // bytes of the file
	maxNesting = 8         // of arrays and inline tables
	maxFigures = 4000
	maxLabels  = 8000
)

// read reads the text of a profile strictly and checks no reference. Every
// error names file, line and column.
func (d *decoder) read(name, text string) (*Profile, error) {
	if len(text) > maxSource {
		s := &source{name: name}
		return nil, s.errorAt(0, fault("文件有 %d 字节，报告格式至多 %d 字节", "the file has %d bytes, a profile at most %d", len(text), maxSource))
	}
	p := new(Profile)
	return p, decode(d, name, text, p)
}

// syntaxError puts the place in front of an error of the TOML reader.
func syntaxError(name, text string, err error) error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		s := newSource(name, text)
		key, message := mistyped(err.Error())
		return s.errorAt(s.key(key), fault("TOML 有误：%s", "%s", message))
	}
	s := &source{name: name, text: text}
	message := parse.Message
	if parse.LastKey != "" {
		message = parse.LastKey + ": " + message
	}
	return s.errorAt(max(0, min(parse.Position.Start, len(text))), fault("TOML 语法有误：%s", "%s", message))
}

// mistyped takes apart an error about a value of the wrong type, which has
// its key in the middle: toml: line 5 (last key "years.from"): incompatible…
func mistyped(message string) (key []string, rest string) {
	if _, behind, ok := strings.Cut(message, `(last key "`); ok {
		if path, rest, ok := strings.Cut(behind, `"): `); ok {
			return strings.Split(path, "."), path + ": " + rest
		}
	}
	return nil, message
}

// suggestion returns 「; did you mean "labels"?」 for the key of a file that is
// nearest to one that there is not.
func suggestion(of reflect.Type, key toml.Key) (zh, en string) {
	last := len(key) - 1
	best := report.Nearest(key[last], keysOf(of, key[:last]))
	if best == "" {
		return "", ""
	}
	return fmt.Sprintf("；是不是「%s」？", best), fmt.Sprintf("; did you mean %q?", best)
}

// keysOf returns the keys of the table of a profile that a path leads to.
func keysOf(t reflect.Type, path []string) (keys []string) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	eachKey(t, func(name string, f reflect.StructField) {
		switch {
		case len(path) == 0:
			keys = append(keys, name)
		case path[0] == name:
			keys = keysOf(f.Type, path[1:])
		}
	})
	return keys
}

// eachKey yields the fields of a struct that stand in the file, those of
// embedded structs among them.
func eachKey(t reflect.Type, yield func(name string, f reflect.StructField)) {
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("toml")
		switch {
		case f.Anonymous && f.Type.Kind() == reflect.Struct:
			eachKey(f.Type, yield)
		case name != "" && name != "-":
			yield(name, f)
		}
	}
}

// checkIDs holds that every entry that is named by id has one that is not that
// of another, and that the profile itself is called like one.
func (p *Profile) checkIDs() error {
	if strange(p.ID) {
		return strangeID(p.ID)
	}
	entries := ids{kind: "section"}
	for i := range p.Sections {
		if err := entries.add(p.Sections[i].ID); err != nil {
			return err
		}
	}
	entries = ids{kind: "table"}
	for i := range p.Tables {
		t := &p.Tables[i]
		if err := entries.add(t.ID); err != nil {
			return err
		}
		if err := within("table", t.ID, t.checkIDs()); err != nil {
			return err
		}
	}
	entries = ids{kind: "identity"}
	for i := range p.Identities {
		if err := entries.add(p.Identities[i].ID); err != nil {
			return err
		}
	}
	entries = ids{kind: "continuity"}
	for i := range p.Continuities {
		if err := entries.add(p.Continuities[i].ID); err != nil {
			return err
		}
	}
	entries = ids{kind: "aspect"}
	for i := range p.Aspects {
		if err := entries.add(p.Aspects[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// checkIDs holds the same for the parts of a table. A row and a group share
// their names: identities speak of both.
func (t *Table) checkIDs() error {
	columns, rows := ids{kind: "column"}, ids{kind: "row"}
	for i := range t.Columns {
		if err := columns.add(t.Columns[i].ID); err != nil {
			return err
		}
	}
	for i := range t.Rows {
		if err := rows.add(t.Rows[i].ID); err != nil {
			return err
		}
	}
	rows.kind = "group"
	for i := range t.Groups {
		if err := rows.add(t.Groups[i].ID); err != nil {
			return err
		}
	}
	return nil
}

// ids are the ids of the entries of one kind.
type ids struct {
	kind string
	seen map[string]bool
}

func (s *ids) add(id string) error {
	switch {
	case id == "":
		return within(s.kind, "", fault("必须写 id", "an id is required"))
	case strange(id):
		return within(s.kind, id, strangeID(id))
	case s.seen[id]:
		return within(s.kind, id, fault("id「%s」出现两次", "the id %q stands twice", id))
	}
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	s.seen[id] = true
	return nil
}

// strange reports whether an id has other characters than ids have: it stands
// in paths and behind a rule, as in sum-mismatch/applications.
func strange(id string) bool {
	return strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != ""
}

func strangeID(id string) error {
	return fault("id「%s」只能用 a-z、0-9 和 -", "the id %q has more than a-z, 0-9 and -", id)
}

// checkSize holds that a form stays within what documents and memory hold.
func (p *Profile) checkSize() error {
	figures, labels := 0, 0
	for i := range p.Sections {
		labels += len(p.Sections[i].Labels)
	}
	for i := range p.Tables {
		t := &p.Tables[i]
		labels += len(t.Captions)
		for j := range t.Columns {
			labels += len(t.Columns[j].Labels)
		}
		for j := range t.Rows {
			labels += len(t.Rows[j].Labels)
		}
		if figures += len(t.Rows) * len(t.Columns); figures > maxFigures || labels > maxLabels {
			return within("table", t.ID, fault("到这里有 %d 个数、%d 个名称，报告格式至多 %d 个和 %d 个", "%d figures and %d labels so far, in a profile at most %d and %d", figures, labels, maxFigures, maxLabels))
		}
	}
	return nil
}
