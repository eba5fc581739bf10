package profile

import (
	"embed"
	"fmt"

	"github.com/BurntSushi/toml"
)

// Wording is how a family of reports speaks of its figures: the words that
// the claims of several formats share.
type Wording struct {
	ID       string   `toml:"id"`
	Measures []string `toml:"measures"` // 件, 宗: those that count the same
	Between  []string `toml:"between"`  // may stand between a word and its figure
	Before   []string `toml:"before"`   // may end what stands before a word: 我局, 全年
	Joins    []string `toml:"joins"`    // 和, 及
	Scope    []string `toml:"scope"`    // what follows in the sentence is a part: 通过, 网络
	Levels   []string `toml:"levels"`   // the sentence and the rest of the paragraph are of another level: 本级
	Skip     []string `toml:"skip"`     // only look like other words: 申请人

	Subjects []Subject `toml:"subject"`
	Claims   []Claim   `toml:"claim"`
}

// Subject is something that figures count.
type Subject struct {
	ID    string   `toml:"id"`
	Words []string `toml:"words"`
	// Weak subjects are named without becoming what the paragraph is about.
	Weak bool `toml:"weak"`
}

//go:embed wordings/*.toml
var embeddedWordings embed.FS

// loadWording decodes the embedded wording with the id, strictly.
func loadWording(id string) (*Wording, error) {
	name := "wordings/" + id + ".toml"
	src, err := embeddedWordings.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("no wording %q", id)
	}
	w := new(Wording)
	meta, err := toml.Decode(string(src), w)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("%s: unknown key %q", name, unknown[0].String())
	}
	if w.ID != id || len(w.Measures) == 0 {
		return nil, fmt.Errorf("%s: id and measures are required", name)
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
