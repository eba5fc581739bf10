package profile

import (
	"sync"

	"github.com/gouji-lint/gouji/report"
)

// Watched returns the usual family, and a function that tells which of its
// formats have been read.
func Watched() (l *Library, read func() []string) {
	e := &embeddedReader{decoder: embeddedDecoder()}
	e.wordings = sharedWordings(e.decoder)
	var ids []string
	var formats []*format
	for _, name := range []string{"disclosure-2008.toml", "disclosure-2019.toml", "disclosure-2021.toml"} {
		head := e.head(name)
		f := newFormat(head.Years, sync.OnceValue(func() *Profile {
			ids = append(ids, head.ID)
			return e.open(name)
		}))
		f.mayHave = func(word string) bool { return mentions(e.source(name), word) }
		formats = append(formats, f)
	}
	return newFamily(usual, nil, formats), func() []string { return ids }
}

// BindWhole binds a report of the usual family with all formats read.
func BindWhole(l *Library, r *report.Report) *Form {
	f, x := &Form{Report: r}, l.whole()
	grids := x.read(r)
	f.Told = x.told(grids)
	if of := l.byYear(f.Year()); of != nil {
		f.ByYear = of.open()
	}
	m := new(room)
	l.bindSections(f, x, m)
	x.bindTables(f, grids, m)
	x.findFlattened(f)
	return f
}

// BindAnew binds a report as if it were the first one.
func BindAnew(l *Library, r *report.Report) *Form {
	anew := *l.of(r)
	anew.patterns = newPatterns()
	return anew.bind(r, new(room))
}
