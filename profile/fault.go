package profile

import (
	"errors"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

// Fault is what is wrong with a profile, and where.
type Fault struct {
	Place  report.Span
	ZH, EN string
}

// Error implements error, in English.
func (f *Fault) Error() string {
	at := f.Place.Position()
	return fmt.Sprintf("%s:%d:%d: %s", f.Place.File.Name, at.Line, at.Column, f.EN)
}

// faultText is an error in both languages that has no place yet.
type faultText struct{ zh, en string }

func (w *faultText) Error() string { return w.en }

// fault words an error. In English it names first, in quotes, the text of the
// file that it is about: that is where it is.
func fault(zh, en string, args ...any) error {
	return &faultText{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// inChinese words an error, with the entries that it is in.
func inChinese(err error) string {
	var entry *entryError
	var text *faultText
	switch {
	case errors.As(err, &entry):
		name := entry.kind
		if entry.id != "" {
			name += "「" + entry.id + "」"
		}
		return name + "：" + inChinese(entry.err)
	case errors.As(err, &text):
		return text.zh
	}
	return err.Error()
}
