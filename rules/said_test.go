package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/profile"
)

// A claim whose words no paragraph is searched for would never be read. It is
// enough that its subject is always searched for.
func TestClaimWordsCoverClaims(t *testing.T) {
	covered := func(s string) bool {
		return slices.ContainsFunc(claimWords, func(w string) bool { return strings.Contains(s, w) })
	}
	for _, p := range profile.Standard().All() {
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
