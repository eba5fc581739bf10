package profile

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// family is a kind of report that is told by the titles of its reports. Its
// formats are read when there is such a report.
type family struct {
	id    string
	title titleWords
	open  func() *Library
}

// usual is the family that a report belongs to when its title does not tell.
const usual = "disclosure"

// families returns the families beside the one of the library's own formats.
func (l *Library) families() []family {
	if l.more == nil {
		return nil
	}
	return l.more()
}

// ofFamily returns the formats of a family, nil when there is none.
func (l *Library) ofFamily(id string) *Library {
	if l.family == id {
		return l
	}
	for _, f := range l.families() {
		if f.id == id {
			return f.open()
		}
	}
	return nil
}

// put puts the formats of a family in the place of those that were there.
func (l *Library) put(id string, of *Library) {
	if l.family == id {
		more := l.more
		*l = *of
		l.more = more
		return
	}
	more := l.more
	if more == nil {
		more = func() []family { return nil }
	}
	l.more = func() []family {
		all := slices.DeleteFunc(slices.Clone(more()), func(f family) bool { return f.id == id })
		return append(all, family{id, of.title, func() *Library { return of }})
	}
}

// of returns the formats of the family that a report says to be of.
func (l *Library) of(r *report.Report) *Library {
	if r.Title.Text == "" {
		return l
	}
	title := report.Fold(r.Title.Text)
	if l.title.in(title) >= 0 {
		return l
	}
	best, at := l, -1
	for _, f := range l.families() {
		if n := f.title.in(title); n > at {
			best, at = f.open(), n
		}
	}
	return best
}

// titleWords tell the reports of a family by their titles: words that follow
// each other, folded. Each may be one of several.
type titleWords [][]string

func newTitleWords(words []string) (t titleWords) {
	for _, word := range words {
		t = append(t, strings.Split(report.Fold(word), "|"))
	}
	return t
}

// in returns where the words begin in a title, folded, -1 when it is that of
// another family. An organ may be called like one: behind 行政执法局 the title
// comes to speak of something else.
func (t titleWords) in(title string) int {
	if len(t) == 0 {
		return -1
	}
	for end := len(title); ; {
		at, behind := -1, ""
		for _, word := range t[0] {
			if i := strings.LastIndex(title[:end], word); i > at {
				at, behind = i, title[i+len(word):]
			}
		}
		if at < 0 || !namesOrgan(behind) && t[1:].follow(behind) {
			return at
		}
		end = at
	}
}

// TopicAt returns where a title begins to say what kind of report it heads: the
// last place of the first word of the family that is not in the name of an
// organ, -1 when it does not say.
func (p *Profile) TopicAt(title string) int {
	if len(p.Words) == 0 {
		return -1
	}
	best := -1
	for word := range strings.SplitSeq(p.Words[0], "|") {
		if i := strings.LastIndex(title, word); i > best && !namesOrgan(title[i+len(word):]) {
			best = i
		}
	}
	return best
}

// cutOrgan takes the topic of the title out of what was taken for the name of
// the organ: without a year between the two they are hard to tell apart before
// the family is known.
func (p *Profile) cutOrgan(organ *report.Fact) {
	if organ.Origin != report.FromText {
		return
	}
	switch i := p.TopicAt(organ.Value); {
	case i > 0:
		organ.Value = organ.Value[:i]
	case i == 0:
		*organ = report.Fact{}
	}
}

// follow reports whether the words stand in the text, one after the other.
func (t titleWords) follow(text string) bool {
	for _, words := range t {
		first, size := -1, 0
		for _, word := range words {
			if i := strings.Index(text, word); i >= 0 && (first < 0 || i < first) {
				first, size = i, len(word)
			}
		}
		if first < 0 {
			return false
		}
		text = text[first+size:]
	}
	return true
}

// namesOrgan reports whether what follows a word makes it the name of an organ.
func namesOrgan(behind string) bool {
	for _, suffix := range [...]string{"局", "队", "支队", "总队", "大队", "所", "中心", "办公室", "委员会"} {
		if strings.HasPrefix(behind, suffix) {
			return true
		}
	}
	return false
}
