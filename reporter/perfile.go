package reporter

import "github.com/gouji-lint/gouji/rules"

// fileFindings is a file and what was found in it and skipped for it.
type fileFindings struct {
	name        string // "" for what is in no file
	organ, year string
	findings    []*rules.Diagnostic
	skipped     []rules.Skip
}

// perFile returns the files of a run, those without findings too, in order.
// A finding in no file is with the first related place; if that is nowhere,
// it comes at the end.
func perFile(r *rules.Result) []*fileFindings {
	b := byName{index: map[string]*fileFindings{}}
	for _, f := range r.Files {
		of := b.of(f.File.Name)
		of.organ, of.year = f.Organ, f.Year
	}
	loose := &fileFindings{}
	for i := range r.Diagnostics {
		of := loose
		if s, ok := home(&r.Diagnostics[i]); ok {
			of = b.of(s.File.Name)
		}
		of.findings = append(of.findings, &r.Diagnostics[i])
	}
	for _, s := range r.Skipped {
		of := loose
		if s.File != nil {
			of = b.of(s.File.Name)
		}
		of.skipped = append(of.skipped, s)
	}
	if len(loose.findings)+len(loose.skipped) > 0 {
		b.list = append(b.list, loose)
	}
	return b.list
}

// byName finds files by name: a clean report lets go of its text, so that its
// File is another one than that of a finding of the whole run.
type byName struct {
	list  []*fileFindings
	index map[string]*fileFindings
}

func (b *byName) of(name string) *fileFindings {
	f := b.index[name]
	if f == nil {
		f = &fileFindings{name: name}
		b.index[name] = f
		b.list = append(b.list, f)
	}
	return f
}
