package profile

import (
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/profile/internal/quicktoml"
)

// decoder reads TOML strictly into zero values.
type decoder struct {
	quick    *quicktoml.Decoder
	embedded bool // what it reads is part of the program
}

func newDecoder() *decoder { return &decoder{quick: quicktoml.New()} }

func embeddedDecoder() *decoder { return &decoder{quick: quicktoml.New(), embedded: true} }

// decode decodes src into v: quickly if it can, else by the decoder that can
// say where a fault is. An unknown key is one. Every error names file, line and
// column.
func decode[T any](d *decoder, name, src string, v *T) error {
	if (d.embedded || quicktoml.IsText(src)) && d.quick.Decode(src, v) {
		return nil
	}
	if strings.Count(src, "[") > maxNesting { // else it cannot nest
		if s := newSource(name, src); s.deepest > maxNesting {
			return s.errorAt(0, fault("数组嵌套 %d 层，报告格式中至多 %d 层", "arrays nest %d deep, in a profile at most %d", s.deepest, maxNesting))
		}
	}
	*v = *new(T)
	meta, err := toml.Decode(src, v)
	if err != nil {
		return syntaxError(name, src, err)
	}
	for _, key := range meta.Undecoded() {
		s := newSource(name, src)
		zh, en := suggestion(reflect.TypeFor[T](), key)
		return s.errorAt(s.key(key), fault("不认识「%[1]s」%[2]s", "unknown key %[1]q%[3]s", key.String(), zh, en))
	}
	return nil
}
