package importer

import (
	"bytes"
	"errors"
	"fmt"
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
)

// Convert returns a file as Markdown, and what a person must see to. What kind
// of file it is shows in its first bytes, and in the name.
func Convert(name string, data []byte, library *profile.Library) (text string, notes []rules.Message, err error) {
	var blocks []block
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		if blocks, err = readDocx(data); err == nil {
			blocks = outlined(blocks)
		}
	case bytes.HasPrefix(data, []byte("%PDF-")):
		var src string
		if src, err = pdfText(data); err == nil {
			blocks, notes = readText(name, src, library)
		}
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

// pdfText has pdftotext, a program of poppler, read a PDF file.
func pdfText(data []byte) (string, error) {
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		return "", ErrNoReader
	}
	cmd := exec.Command(path, "-enc", "UTF-8", "-nopgbrk", "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("pdftotext: %w: %s", err, strings.TrimSpace(errs.String()))
	}
	return out.String(), nil
}
