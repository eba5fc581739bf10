package profile

import (
	"hash/maphash"
	"sync/atomic"
)

// patterns remembers how the tables of the last reports were bound that were
// written in another way than those before. Workers share it.
type patterns struct {
	known atomic.Pointer[[]*pattern] // newest first
	seed  maphash.Seed
	once  [64]atomic.Uint64 // hashes of patterns met once
}

func newPatterns() *patterns { return &patterns{seed: maphash.MakeSeed()} }

// maxPatterns is how many patterns are remembered: reports of one repository
// come in a few.
const maxPatterns = 16

// find returns the pattern with that text of a report whose year calls for the
// format, nil when there is none.
func (p *patterns) find(text []byte, of *format) *pattern {
	known := p.known.Load()
	if known == nil {
		return nil
	}
	for _, k := range *known {
		if k.of == of && k.text == string(text) {
			return k
		}
	}
	return nil
}

// learn remembers how the tables of a form were bound, if they are as usual and
// it is not the first time: where all reports differ there is nothing to learn.
func (p *patterns) learn(text []byte, of *format, x *index, f *Form) {
	if len(text) > maxPattern || f.Telling != nil {
		return
	}
	hash := maphash.Bytes(p.seed, text)
	if p.once[hash%uint64(len(p.once))].Swap(hash) != hash {
		return
	}
	trace, ok := take(f)
	if !ok {
		return
	}
	k := &pattern{text: string(text), of: of, index: x, told: f.Told, trace: trace}
	for _, t := range f.Report.Tables {
		k.homes = append(k.homes, f.sectionAt(t.Block))
	}
	p.keep(k)
}

// keep remembers a pattern in the place of the oldest one. When two workers do
// so at once one of the patterns is lost, and will be met again.
func (p *patterns) keep(k *pattern) {
	all := []*pattern{k}
	if known := p.known.Load(); known != nil {
		all = append(all, (*known)[:min(len(*known), maxPatterns-1)]...)
	}
	p.known.Store(&all)
}
