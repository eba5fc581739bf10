package ownrule

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
)

// meanings remembers what paths mean: the rules of a repository name the same
// figures over and over, in formats most of which do not have them.
type meanings map[asked]meaning

// asked is what a path is resolved for.
type asked struct {
	format *profile.Profile
	path   string
	each   bool
}

// meaning is what resolve says of a path.
type meaning struct {
	operand operand
	wrong   *flaw
	part    int // of the path, which the flaw is at
}

// resolve says what a path means in a format.
func (m meanings) resolve(p *profile.Profile, names path, each bool) (operand, *flaw) {
	this := asked{format: p, each: each}
	for i := range names {
		this.path += names[i].name + "\x00"
	}
	known, ok := m[this]
	if !ok {
		known.operand, known.wrong = resolve(p, names, each)
		if known.wrong != nil {
			known.part = slices.IndexFunc(names, func(n part) bool { return n.at == known.wrong.at })
		}
		m[this] = known
	}
	if known.wrong == nil {
		return known.operand, nil
	}
	wrong := *known.wrong
	wrong.at = names[known.part].at
	return known.operand, &wrong
}
