package profile

import (
	"bytes"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// index is what all labels of some formats of a family can stand for, so that
// a label of a report is looked up once.
type index struct {
	profiles []*Profile // newest first
	ids      map[string]labelID
	entries  [][]meaning // by labelID
	single   []meaning   // what labels stand for that mean one thing, as most do
	begins   beginnings  // of the labels and keys
	numbers  bool        // some begin with a number that is no ordinal
	headings []*headings // by profile
}

// labelID names an entry of the index: all that a label can stand for.
type labelID uint16

// unknown is the labelID of a text that is no label. Nothing is entered for it.
const unknown labelID = 0

// meaning is one thing that a label can stand for.
type meaning struct {
	profile *Profile
	kind    kind
	table   int // index in Profile.Tables
	index   int // of the row, column, group; or of the section
}

type kind uint8

const (
	rowLabel kind = iota
	groupLabel
	columnLabel
	captionLabel
	noteLabel
	flatLabel // a figure of a flat table, counted through its rows: 行政复议结果维持
	sectionLabel
)

// newIndex enters the labels of the profiles.
func newIndex(profiles ...*Profile) *index {
	const usual = 256 // labels and keys of a format
	x := &index{profiles: profiles, ids: make(map[string]labelID, usual*len(profiles)), entries: make([][]meaning, 1, usual*len(profiles)), single: make([]meaning, 0, usual*len(profiles))}
	x.begins = begun
	for _, p := range profiles {
		for i := range p.Sections {
			x.add(p.Sections[i].Labels, meaning{p, sectionLabel, 0, i})
		}
		for i := range p.Tables {
			x.addTable(p, i)
		}
	}
	for _, p := range profiles {
		x.headings = append(x.headings, x.headingsOf(p))
	}
	return x
}

func (x *index) addTable(p *Profile, i int) {
	t := &p.Tables[i]
	for j := range t.Rows {
		x.add(t.Rows[j].Labels, meaning{p, rowLabel, i, j})
		if t.Layout == Flat {
			for k := range t.Columns {
				x.add([]string{t.Rows[j].Label() + t.Columns[k].Label()}, meaning{p, flatLabel, i, j*len(t.Columns) + k})
			}
		}
	}
	for j := range t.Groups {
		x.add(t.Groups[j].Labels, meaning{p, groupLabel, i, j})
	}
	for j := range t.Columns {
		x.add(t.Columns[j].Labels, meaning{p, columnLabel, i, j})
	}
	x.add(t.Captions, meaning{p, captionLabel, i, 0})
	if t.Note != "" {
		x.add([]string{t.Note}, meaning{p, noteLabel, i, 0})
	}
}

// add enters labels as they are written and by their key. A label as it is
// written is met far more often, and is less ambiguous: 「（七）总计」 is a
// row, 「总计」 may be a row or a column.
func (x *index) add(labels []string, m meaning) {
	for _, label := range labels {
		x.enter(label, m)
		if k := key(label); k != label {
			x.enter(k, m)
		}
	}
}

func (x *index) enter(text string, m meaning) {
	id, ok := x.ids[text]
	if !ok {
		x.begins.add(text)
		x.numbers = x.numbers || beginsWithNumber(text)
		id = labelID(len(x.entries))
		x.ids[text] = id
		x.entries = append(x.entries, nil)
	}
	if ok {
		x.entries[id] = append(x.entries[id], m)
		return
	}
	x.single = append(x.single, m)
	last := len(x.single)
	x.entries[id] = x.single[last-1 : last : last]
}

// lookup returns what a text can stand for.
func (x *index) lookup(text string) []meaning { return x.entries[x.id(text)] }

// id returns the entry for a text: as it is written, by its key, or by its
// key without a remark in brackets: 「现行有效件数（历史累计）」.
func (x *index) id(text string) labelID {
	if len(text) > maxLabel || !x.begins.may(text) {
		return unknown
	}
	if !x.numbers && beginsWithNumber(text) {
		return unknown
	}
	if id, ok := x.ids[text]; ok {
		return id
	}
	var buf [maxLabel]byte
	k := report.AppendFold(buf[:0], bare(text))
	if string(k) != text {
		if id, ok := x.ids[string(k)]; ok {
			return id
		}
	}
	if at := bytes.IndexByte(k, '('); at > 0 {
		return x.ids[string(k[:at])]
	}
	return unknown
}

// maxLabel bounds what is looked at as a label, in bytes.
const maxLabel = 300

// key is what labels are compared by: without ordinal, blanks and the
// differences in width, quotes and brackets that mean nothing.
func key(label string) string { return report.Fold(bare(label)) }

// bare returns a label without its ordinal.
func bare(label string) string {
	if o, ok := report.OrdinalAt(label); ok && o.Size < len(label) {
		return label[o.Size:]
	}
	return label
}

// find returns the first meaning in p for which want holds.
func find(meanings []meaning, p *Profile, want func(meaning) bool) (meaning, bool) {
	for _, m := range meanings {
		if m.profile == p && want(m) {
			return m, true
		}
	}
	return meaning{}, false
}

// nearest is the label nearest to a text that is none, and how far it is.
type nearest struct {
	text     string // the key of the text
	length   int    // its characters
	label    string
	distance int
}

// near starts the search for the label that is meant by a text. A document
// with more unknown words than reports have is not looked at any further.
func (b *binder) near(text string) nearest {
	if b.compared++; b.compared > maxCompared {
		return nearest{}
	}
	k := key(text)
	return nearest{text: k, length: utf8.RuneCountInString(k), distance: maxTypo + 1}
}

// maxCompared bounds how many unknown words of a document are compared with
// labels.
const maxCompared = 1000

// maxTypo is how many characters a slip of the pen gets wrong at most.
const maxTypo = 3

// try reports whether label is nearer than those before, and no more than a
// third of it is wrong.
func (n *nearest) try(label string) bool {
	if n.distance == 0 || !n.mayBe(utf8.RuneCountInString(label)) {
		return false
	}
	want := key(label)
	most := min(utf8.RuneCountInString(want)/3, n.distance-1)
	d := report.EditDistance(n.text, want, most)
	if d > most {
		return false
	}
	n.label, n.distance = label, d
	return true
}

// mayBe reports whether a label of so many characters, ordinal and all, can be
// near. It spares the work of looking.
func (n *nearest) mayBe(length int) bool {
	const ordinal = 4
	return n.length <= length+maxTypo && n.length >= length-maxTypo-ordinal
}
