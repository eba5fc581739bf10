package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/profile"
)

// A claim that no cue leads to would never be read. It is
// enough that its subject is always searched for.
func TestCuesLeadToClaims(t *testing.T) {
	for _, p := range profile.Standard().All() {
		covered := func(s string) bool {
			return slices.ContainsFunc(p.Cues(), func(w string) bool { return strings.Contains(s, w) })
		}
		subjects := map[string]bool{}
		for _, s := range p.Subjects() {
			subjects[s.ID] = !slices.ContainsFunc(s.Words, func(w string) bool { return !covered(w) })
		}
		for _, c := range p.Claims {
			for _, word := range c.Words {
				if !covered(word) && !subjects[c.Subject] {
					t.Errorf("%s: claim %s: %s has none of the words that are searched for", p.ID, c.ID, word)
				}
			}
		}
	}
}
