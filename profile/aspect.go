package profile

import (
	"unicode/utf8"
)

// Aspect is something that a section of prose has to speak of.
type Aspect struct {
	ID      string   `toml:"id"`
	Name    string   `toml:"name"` // 依申请公开
	Section string   `toml:"section"`
	Words   []string `toml:"words"` // any one shows that it is spoken of
	Kinds   []string `toml:"kinds"` // kinds of organ that have to; all when empty
	Basis   string   `toml:"basis"`
}

// Of reports whether an organ of the kind has to speak of the aspect.
func (a *Aspect) Of(kind string) bool {
	for _, k := range a.Kinds {
		if k == kind {
			return true
		}
	}
	return len(a.Kinds) == 0
}

// maxAspects bounds the aspects of a profile: rules keep sets of them.
const maxAspects = 256

func (p *Profile) compileAspects() error {
	if len(p.Aspects) > maxAspects {
		return fault("方面多于 %d 个", "more than %d aspects", maxAspects)
	}
	for _, a := range p.Aspects {
		switch {
		case a.ID == "" || a.Name == "" || a.Basis == "" || len(a.Words) == 0:
			return within("aspect", a.ID, fault("id、name、words、basis 都要写", "id, name, words and basis are required"))
		case p.Section(a.Section) < 0:
			return within("aspect", a.ID, fault("没有章节「%s」", "no section %q", a.Section))
		}
		for _, word := range a.Words {
			if utf8.RuneCountInString(word) < 2 {
				return within("aspect", a.ID, fault("词「%s」不足两个字", "the word %q has fewer than two characters", word))
			}
		}
		p.Sections[p.Section(a.Section)].aspects = true
	}
	return nil
}
