package cli

import (
	"bytes"
	"os"
	"strings"

	"github.com/gouji-lint/gouji/internal/atomicfile"
	"github.com/gouji-lint/gouji/reporter"
	"github.com/gouji-lint/gouji/rules"
)

// sink is a format and where it goes.
type sink struct {
	format reporter.Format
	file   string // "" is standard output
}

// formats is the flag --format.
type formats struct{ sinks []sink }

// String implements pflag.Value.
func (f *formats) String() string { return "" }

// Type implements pflag.Value; help shows it.
func (f *formats) Type() string { return strings.Join(f.offers(), "|") + "[=FILE]" }

// Set implements pflag.Value.
func (f *formats) Set(s string) error {
	name, file, toFile := strings.Cut(s, "=")
	for _, format := range reporter.Formats() {
		if format.Name == name {
			if toFile && file == "" {
				return errNoFile
			}
			f.sinks = append(f.sinks, sink{format, file})
			return nil
		}
	}
	return errNotOffered
}

func (f *formats) offers() (names []string) {
	for _, format := range reporter.Formats() {
		names = append(names, format.Name)
	}
	return names
}

// orDefault returns the sinks, or the first format on standard output.
func (f *formats) orDefault() []sink {
	if len(f.sinks) == 0 {
		return []sink{{format: reporter.Formats()[0]}}
	}
	return f.sinks
}

// options say how every format is to be written.
func (t *tool) options(o *checkOptions) (reporter.Options, error) {
	plain := reporter.Options{
		Lang: t.lang, Version: version, Layout: layouts()[o.layout.value],
		OfChange: o.staged || o.since != "",
	}
	for _, s := range o.formats.sinks {
		if s.format.Forge {
			return atForge(plain)
		}
	}
	return plain, nil
}

// writeFile writes the result to the file of a sink, all of it or nothing.
func (t *tool) writeFile(s sink, result *rules.Result, o reporter.Options) error {
	var b bytes.Buffer
	err := s.format.Write(&b, result, o)
	if err == nil {
		err = save(s.file, b.Bytes())
	}
	if err != nil {
		return t.unwritable(s.file, err)
	}
	return nil
}

// save replaces a file whole, and writes to what is no file as it is: a
// device, a pipe.
func save(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, data, 0o644)
	}
	return atomicfile.Write(path, data)
}
