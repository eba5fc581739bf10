package profile

import (
	"embed"
	"path"
	"strings"
	"sync"
)

//go:embed profiles/*.toml
var embedded embed.FS

// Standard returns the library of the embedded profiles. Of a file no more than
// what stands before its first table is read until a report needs the format:
// a run pays for what it checks.
var Standard = sync.OnceValue(func() *Library {
	e := embeddedReader{decoder: embeddedDecoder()}
	e.wordings = sharedWordings(e.decoder)
	var names []string
	for _, name := range embeddedNames() {
		if strings.HasPrefix(name, usual+"-") {
			names = append(names, name)
		}
	}
	l := e.family(names)
	l.more = sync.OnceValue(e.families)
	return l
})

// embeddedNames returns the names of the embedded profiles.
func embeddedNames() (names []string) {
	entries, err := embedded.ReadDir("profiles")
	if err != nil {
		panic(err) // embedded: cannot fail in a build that works
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// embeddedReader reads embedded profiles. Several workers may need one at the
// same time.
type embeddedReader struct {
	mutex    sync.Mutex
	decoder  *decoder
	wordings func(id string) (*Wording, error)
}

// source returns the text of a profile.
func (e *embeddedReader) source(name string) string {
	src, err := embedded.ReadFile(path.Join("profiles", name))
	if err != nil {
		panic(err)
	}
	return string(src)
}

// head reads what stands before the first table of a profile: what it is for.
func (e *embeddedReader) head(name string) *Profile {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	top, _, _ := strings.Cut(e.source(name), "\n[")
	head := new(Profile)
	if err := decode(e.decoder, name, top, head); err != nil {
		panic(err)
	}
	return head
}

// open reads a profile. That it is right, a test holds.
func (e *embeddedReader) open(name string) *Profile {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	p, err := e.decoder.read(name, e.source(name))
	if err == nil {
		err = p.prepare(e.wordings)
	}
	if err != nil {
		panic(err)
	}
	return p
}

// family returns the library of the profiles of one family.
func (e *embeddedReader) family(names []string) *Library {
	var head *Profile
	var formats []*format
	for _, name := range names {
		head = e.head(name)
		f := newFormat(head.Years, sync.OnceValue(func() *Profile { return e.open(name) }))
		f.mayHave = func(word string) bool { return mentions(e.source(name), word) }
		formats = append(formats, f)
	}
	return newFamily(head.Family, newTitleWords(head.Words), formats)
}

// families returns the families of the embedded profiles but the usual one.
func (e *embeddedReader) families() (all []family) {
	names := map[string][]string{}
	for _, name := range embeddedNames() {
		head := e.head(name)
		if head.Family == usual {
			continue
		}
		if names[head.Family] == nil {
			all = append(all, family{id: head.Family, title: newTitleWords(head.Words)})
		}
		names[head.Family] = append(names[head.Family], name)
	}
	for i := range all {
		of := names[all[i].id]
		all[i].open = sync.OnceValue(func() *Library { return e.family(of) })
	}
	return all
}
