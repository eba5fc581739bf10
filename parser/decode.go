package parser

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Decode makes a File of data, the bytes of the file called name: UTF-8, with
// or without a byte order mark, or else GB18030. It returns false when data
// is text in neither.
func Decode(name string, data []byte) (*report.File, bool) {
	f, _, ok := decode(name, data)
	return f, ok
}

// decode does the same and tells which signs the text has.
func decode(name string, data []byte) (f *report.File, seen signs, ok bool) {
	src := string(data)
	if seen, ok = validSigns(src); ok {
		return report.NewFile(name, src), seen, true
	}
	// UTF-16 and pictures can pass for GB18030 for a while, but have NULs.
	if bytes.IndexByte(data, 0) >= 0 {
		return nil, 0, false
	}
	src, err := simplifiedchinese.GB18030.NewDecoder().String(src)
	if err != nil || strings.ContainsRune(src, utf8.RuneError) {
		return nil, 0, false
	}
	f = report.NewFile(name, src)
	f.Encoding = report.GB18030
	f.Stretches = stretches(f.Src, data)
	return f, signsIn(src), true
}

// stretches walks src and data, its GB18030 bytes, side by side.
func stretches(src string, data []byte) []report.Stretch {
	var runs []report.Stretch
	disk := 0
	for i, r := range src {
		run := report.Stretch{Start: i, Disk: disk, Width: utf8.RuneLen(r), DiskWidth: gbWidth(data[disk:])}
		if n := len(runs); n == 0 || runs[n-1].Width != run.Width || runs[n-1].DiskWidth != run.DiskWidth {
			runs = append(runs, run)
		}
		disk += run.DiskWidth
	}
	return runs
}

// gbWidth returns how many bytes the first character of b takes. A second
// byte that is an ASCII digit, or to the decoder any up to '?', is the mark of
// a character of four bytes.
func gbWidth(b []byte) int {
	switch {
	case b[0] <= 0x80: // ASCII, and 0x80, which code page 936 has for €
		return 1
	case len(b) >= 2 && b[1] >= '0' && b[1] < '@':
		return 4
	}
	return 2
}

// bom is the byte order mark.
const bom = "\ufeff"

// bodyStart returns where the text of src begins.
func bodyStart(src string) int {
	if strings.HasPrefix(src, bom) {
		return len(bom)
	}
	return 0
}
