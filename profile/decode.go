package profile

import (
	"fmt"

	"github.com/BurntSushi/toml"

	"github.com/gouji-lint/gouji/internal/quicktoml"
)

// decoder reads TOML strictly into zero values.
type decoder struct {
	quick    *quicktoml.Decoder
	embedded bool // what it reads is part of the program
}

func newDecoder() *decoder { return &decoder{quick: quicktoml.New()} }

// decode decodes src into v: quickly if it can, else by the decoder that can
// say where a fault is. An unknown key is one.
func decode[T any](d *decoder, name, src string, v *T) error {
	if (d.embedded || quicktoml.IsText(src)) && d.quick.Decode(src, v) {
		return nil
	}
	*v = *new(T)
	meta, err := toml.Decode(src, v)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return fmt.Errorf("%s: unknown key %q", name, unknown[0].String())
	}
	return nil
}
