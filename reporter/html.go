package reporter

import (
	"io"

	"github.com/gouji-lint/gouji/rules"
)

func HTML(w io.Writer, r *rules.Result, o Options) error { return nil }
