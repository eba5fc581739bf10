package profile

import (
	"embed"

	"github.com/gouji-lint/gouji/report"
)

// Wording is how a family of reports speaks of its figures: the words that
// the claims of several formats share.
type Wording struct {
	ID       string `toml:"id"`
	Sections Words  `toml:"sections"` // where claims are looked for, unless they say it
	Cues     Words  `toml:"cues"`     // a paragraph, or the heading above it, has one of these if it makes a claim
	Measures Words  `toml:"measures"` // 件, 宗: those that count the same
	Between  Words  `toml:"between"`  // may stand between a word and its figure
	Before   Words  `toml:"before"`   // may end what stands before a word: 我局, 全年
	Joins    Words  `toml:"joins"`    // 和, 及
	Scope    Words  `toml:"scope"`    // what follows in the sentence is a part: 通过, 网络
	Levels   Words  `toml:"levels"`   // the sentence and the rest of the paragraph are of another level: 本级
	Skip     Words  `toml:"skip"`     // only look like other words: 申请人

	Subjects []Subject `toml:"subject"`
	Topics   []Topic   `toml:"topic"`
}

// Topic is a group of claims with something in common.
type Topic struct {
	Shared
	Claims []Claim `toml:"claim"`
}

// Words are written with blanks between them: to decode an array of strings
// takes ten times as long, and every run pays for it.
type Words []string

// UnmarshalText splits the text at blanks and line feeds.
func (w *Words) UnmarshalText(text []byte) error {
	rest := string(text)
	words := make(Words, 0, len(rest)/8+1)
	for rest = rest[report.BlankAt(rest):]; rest != ""; rest = rest[report.BlankAt(rest):] {
		n := wordEnd(rest)
		words = append(words, rest[:n])
		rest = rest[n:]
	}
	*w = words
	return nil
}

// wordEnd returns where the word ends that s begins with.
func wordEnd(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9: // Han
			i += len("一")
		case c > ' ' && c < 0xC2: // or the rest of a character
			i++
		case report.BlankAt(s[i:]) > 0:
			return i
		default:
			i++
		}
	}
	return len(s)
}

// Subject is something that figures count.
type Subject struct {
	ID    string `toml:"id"`
	Words Words  `toml:"words"`
	// Weak subjects are named without becoming what the paragraph is about.
	Weak bool `toml:"weak"`
}

//go:embed wordings/*.toml
var embeddedWordings embed.FS

// sharedWordings returns d.wording for several profiles: it decodes each
// wording once.
func sharedWordings(d *decoder) func(id string) (*Wording, error) {
	loaded := map[string]*Wording{}
	return func(id string) (*Wording, error) {
		if w := loaded[id]; w != nil {
			return w, nil
		}
		w, err := d.wording(id)
		loaded[id] = w
		return w, err
	}
}

// wording decodes the embedded wording with the id.
func (d *decoder) wording(id string) (*Wording, error) {
	name := "wordings/" + id + ".toml"
	src, err := embeddedWordings.ReadFile(name)
	if err != nil {
		return nil, fault("没有 wording「%s」", "no wording %q", id)
	}
	w := new(Wording)
	if err := decode(d, name, string(src), w); err != nil {
		return nil, err
	}
	if w.ID != id || len(w.Measures) == 0 {
		return nil, fault("%s：id、measures 都要写", "%s: id and measures are required", name)
	}
	return w, nil
}

// subject returns the index of the subject with the id, or -1.
func (w *Wording) subject(id string) int {
	for i := range w.Subjects {
		if w.Subjects[i].ID == id {
			return i
		}
	}
	return -1
}
