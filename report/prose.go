package report

import "sort"

// Prose is running text as a reader sees it: markup, escapes and line breaks
// taken out. It knows where each of its bytes came from.
type Prose struct {
	Text string
	Span Span
	// Cuts are the places, in order, from which on Text and Src run in step;
	// none when Text is Src[Span.Start:Span.End] as it stands.
	Cuts []Cut
}

// Cut says that the byte At of a Text came from the byte Src of the file.
type Cut struct{ At, Src int }

// IsZero reports whether there is no text.
func (p Prose) IsZero() bool { return p.Text == "" }

// Slice returns the place in the file of Text[i:j].
func (p Prose) Slice(i, j int) Span {
	if p.Span.File == nil {
		return Span{}
	}
	if j <= i {
		return p.Span.File.Span(p.source(i), p.source(i))
	}
	return p.Span.File.Span(p.source(i), p.source(j-1)+1)
}

// Sub returns the part Text[i:j] as prose of its own.
func (p Prose) Sub(i, j int) Prose {
	sub := Prose{Text: p.Text[i:j], Span: p.Slice(i, j)}
	if j <= i {
		return sub
	}
	first, last := p.cutsTo(i), p.cutsTo(j-1)
	if first == last {
		return sub // all of it runs in step with the file
	}
	sub.Cuts = append(make([]Cut, 0, last-first+1), Cut{0, sub.Span.Start})
	for _, c := range p.Cuts[first:last] {
		sub.Cuts = append(sub.Cuts, Cut{c.At - i, c.Src})
	}
	return sub
}

// source returns the offset in the file of the byte i of Text.
func (p Prose) source(i int) int {
	n := p.cutsTo(i)
	if n == 0 {
		return p.Span.Start + i
	}
	return p.Cuts[n-1].Src + i - p.Cuts[n-1].At
}

// cutsTo returns how many cuts there are up to the byte i of Text.
func (p Prose) cutsTo(i int) int {
	return sort.Search(len(p.Cuts), func(n int) bool { return p.Cuts[n].At > i })
}
