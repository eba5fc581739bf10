package profile

import "github.com/gouji-lint/gouji/report"

// Library is a set of profiles with one index over all their labels, so that
// a label of a report is looked up once, whatever its format turns out to be.
type Library struct {
	Profiles []*Profile // newest first
	index    map[string][]meaning
}

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
	flatLabel // a column of a flat table with its row: 行政复议结果维持
	sectionLabel
)

// NewLibrary indexes the profiles.
func NewLibrary(profiles ...*Profile) *Library {
	l := &Library{Profiles: profiles, index: map[string][]meaning{}}
	for _, p := range profiles {
		for i := range p.Sections {
			l.add(p.Sections[i].Labels, meaning{p, sectionLabel, 0, i})
		}
		for i := range p.Tables {
			l.addTable(p, i)
		}
	}
	return l
}

func (l *Library) addTable(p *Profile, i int) {
	t := &p.Tables[i]
	for j := range t.Rows {
		l.add(t.Rows[j].Labels, meaning{p, rowLabel, i, j})
		if t.Layout == Flat {
			for k := range t.Columns {
				l.add([]string{t.Rows[j].Label() + t.Columns[k].Label()}, meaning{p, flatLabel, i, k})
			}
		}
	}
	for j := range t.Groups {
		l.add(t.Groups[j].Labels, meaning{p, groupLabel, i, j})
	}
	for j := range t.Columns {
		l.add(t.Columns[j].Labels, meaning{p, columnLabel, i, j})
	}
	l.add(t.Captions, meaning{p, captionLabel, i, 0})
	if t.Note != "" {
		l.add([]string{t.Note}, meaning{p, noteLabel, i, 0})
	}
}

// add enters labels as they are written and by their key. A label as it is
// written is met far more often, and is less ambiguous: 「（七）总计」 is a
// row, 「总计」 may be a row or a column.
func (l *Library) add(labels []string, m meaning) {
	for _, label := range labels {
		l.index[label] = append(l.index[label], m)
		if k := key(label); k != label {
			l.index[k] = append(l.index[k], m)
		}
	}
}

// lookup returns what a text can stand for.
func (l *Library) lookup(text string) []meaning {
	if len(text) == 0 || len(text) > maxLabel {
		return nil
	}
	if m, ok := l.index[text]; ok {
		return m
	}
	return l.index[key(text)]
}

// maxLabel bounds what is looked at as a label, in bytes.
const maxLabel = 300

// find returns the first meaning in p for which want holds.
func find(meanings []meaning, p *Profile, want func(meaning) bool) (meaning, bool) {
	for _, m := range meanings {
		if m.profile == p && want(m) {
			return m, true
		}
	}
	return meaning{}, false
}

// grid is a table of the document with what each cell can stand for.
type grid struct {
	table    *report.Table
	above    *report.Block // the block before the table, nil when there is none
	meanings [][][]meaning // by row and cell; nil for figures and blanks
}

// read looks up every label of a table once.
func (l *Library) read(t *report.Table) grid {
	g := grid{table: t, meanings: make([][][]meaning, len(t.Rows))}
	count := 0
	for i := range t.Rows {
		count += len(t.Rows[i].Cells)
	}
	all := make([][]meaning, count)
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		g.meanings[i], all = all[:len(cells):len(cells)], all[len(cells):]
		for j := range cells {
			switch {
			case cells[j].Kind != report.Words:
			case j > 0 && report.SameCell(&cells[j], &cells[j-1]):
				g.meanings[i][j] = g.meanings[i][j-1]
			default:
				g.meanings[i][j] = l.lookup(cells[j].Text)
			}
		}
	}
	return g
}
