package importer

import (
	"bytes"
	"cmp"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Errors of Convert.
var (
	ErrNotText  = errors.New("neither text, web page, Word nor PDF file")
	ErrNoReader = errors.New("pdftotext is not installed")
	ErrEmpty    = errors.New("no text in it")
	ErrMisnamed = errors.New("not what the ending of its name says")
)

// DamagedError says that pdftotext cannot read a PDF file.
type DamagedError struct {
	Said string // the first line of what pdftotext says, or how it ended
}

// Error implements error.
func (e *DamagedError) Error() string { return "pdftotext: " + e.Said }

// Convert returns a file as Markdown, and what a person must see to. What kind
// of file it is shows in its first bytes, and in the name.
func Convert(name string, data []byte, library *profile.Library) (text string, notes []rules.Message, err error) {
	var blocks []block
	isZip, isPDF := bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("%PDF-"))
	ending := strings.ToLower(filepath.Ext(name))
	switch {
	case ending == ".docx" && !isZip, ending == ".pdf" && !isPDF:
		return "", nil, ErrMisnamed
	case isZip:
		if blocks, err = readDocx(data); err == nil {
			blocks = outlined(blocks)
		}
	case isPDF:
		blocks, notes, err = readPDF(name, data, library)
	default:
		blocks, notes, err = readPlain(name, data, library)
	}
	if err != nil {
		return "", nil, err
	}
	if len(blocks) == 0 {
		return "", nil, ErrEmpty
	}
	return markdown(blocks), notes, nil
}

// readPlain reads a web page or a text.
func readPlain(name string, data []byte, library *profile.Library) (blocks []block, notes []rules.Message, err error) {
	file, ok := parser.Decode(name, data)
	if !ok || bytes.IndexByte(data, 0) >= 0 {
		return nil, nil, ErrNotText
	}
	src := strings.TrimPrefix(file.Src, "\ufeff")
	if isHTML(name, src) {
		blocks, err = readHTML(src)
		return outlined(blocks), nil, err
	}
	blocks, notes = readText(name, src, library)
	return blocks, notes, nil
}

func isHTML(name, src string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".shtml", ".xhtml":
		return true
	}
	head := strings.ToLower(src[:min(len(src), 1000)])
	return strings.Contains(head, "<html") || strings.Contains(head, "<!doctype html") || strings.Contains(head, "<body")
}

// readPDF reads a PDF file, as it is laid out on the page and in the order of
// its text. Which one keeps the rows of a table together depends on who wrote
// the file; the one that gives more tables is taken.
func readPDF(name string, data []byte, library *profile.Library) (blocks []block, notes []rules.Message, err error) {
	for i, how := range [][]string{{"-layout"}, nil} {
		src, err := pdfText(data, how)
		if err != nil {
			return nil, nil, err
		}
		read, said := readText(name, src, library)
		if i == 0 || len(said) < len(notes) {
			blocks, notes = read, said
		}
	}
	return blocks, notes, nil
}

// pdfText has pdftotext, a program of poppler, read a PDF file.
func pdfText(data []byte, how []string) (string, error) {
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		return "", ErrNoReader
	}
	cmd := exec.Command(path, append(how, "-enc", "UTF-8", "-nopgbrk", "-", "-")...)
	cmd.Stdin = bytes.NewReader(data)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		said, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		return "", &DamagedError{cmp.Or(said, err.Error())}
	}
	return out.String(), nil
}
