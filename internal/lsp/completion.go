package lsp

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

type completionItem struct {
	Label  string `json:"label"`
	Kind   int    `json:"kind"`
	Detail string `json:"detail,omitempty"`
	Docs   markup `json:"documentation"`
	Edit   edit   `json:"textEdit"`
}

type edit struct {
	Range   textRange `json:"range"`
	NewText string    `json:"newText"`
}

// kindValue is what a rule name is to an editor.
const kindValue = 12

// completion offers the names of rules inside of a comment that disables one.
func (s *server) completion(raw json.RawMessage) (any, error) {
	p, err := read[placeParams](raw)
	if err != nil {
		return nil, err
	}
	s.mutex.Lock()
	d := s.documents[p.TextDocument.URI]
	s.mutex.Unlock()
	items := []completionItem{}
	if d == nil {
		return items, nil
	}
	end := d.text.offset(p.Position)
	begun, ok := begunName(d.text.src[d.text.lines[d.text.position(end).Line]:end])
	if !ok {
		return items, nil
	}
	at := d.text.span(end-len(begun), end)
	for _, r := range s.desk.known() {
		if strings.Contains(r.Name, begun) {
			items = append(items, completionItem{
				Label: r.Name, Kind: kindValue, Detail: r.Title.In(s.lang),
				Docs: markup{"markdown", s.page(r)}, Edit: edit{at, r.Name},
			})
		}
	}
	return items, nil
}

// begunName returns the name of a rule that the text of a line ends with,
// perhaps empty, and whether one may stand there.
func begunName(line string) (begun string, ok bool) {
	_, comment, found := cutLast(line, "<!--")
	word, names, spaced := strings.Cut(strings.TrimLeft(comment, " "), " ")
	if !found || !spaced || word != "gouji-disable" && word != "gouji-disable-next-line" || strings.ContainsAny(names, ":：>") {
		return "", false
	}
	begun = names
	for i, r := range names {
		if strings.ContainsRune(" ,，、", r) {
			begun = names[i+utf8.RuneLen(r):]
		}
	}
	return begun, true
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
