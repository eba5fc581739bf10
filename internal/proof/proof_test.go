package proof

import (
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// No profile has a clause that no rule speaks of: broken in a filled-in form,
// each is found where it is, and nothing elsewhere. Claims are read in texts
// of their own.
func TestNoDeadLaw(t *testing.T) {
	for _, p := range profile.Standard().All() {
		proved, clauses := map[string]bool{}, 0
		for _, form := range []string{p.ID, p.ID + "-small"} {
			text := testdata.Form(form)
			if text == "" {
				continue
			}
			proof := Of(profile.Standard(), form+".md", text)
			if proof.Profile != p {
				t.Errorf("%s is taken for a report of %s", form, proof.Profile.ID)
				continue
			}
			for _, d := range proof.Dirty {
				t.Errorf("%s: %s: %s", form, d.Rule, d.Message.ZH)
			}
			for _, c := range proof.Dead() {
				if form == p.ID {
					t.Errorf("%s: %s %s: no rule finds it (%s); beside it %v", p.ID, c.Kind, c.ID, c.Name, c.Beside)
				}
			}
			for _, c := range proof.NotAlone() {
				t.Errorf("%s: %s %s is not found alone: %v", form, c.Kind, c.ID, c.Beside)
			}
			for _, c := range proof.Clauses {
				if key := string(c.Kind) + " " + c.ID; c.Kind != Claims {
					proved[key] = proved[key] || c.Fires
				}
			}
		}
		for clause, fires := range proved {
			if clauses++; !fires {
				t.Errorf("%s: no form proves %s", p.ID, clause)
			}
		}
		if clauses == 0 && len(p.Sections) > 0 {
			t.Errorf("%s has no filled-in form", p.ID)
		}
		t.Logf("%s: %d clauses proved", p.ID, clauses)
	}
}

// A clause that cannot fire is told: here sums that a second one contradicts
// are fine, but words of an aspect that another aspect has, too, are not.
func TestDeadLawIsTold(t *testing.T) {
	own := profile.Source{Name: "own.toml", Text: `id = "own"
extends = "enforcement-2021"
title = "x"
[[aspect]]
id = "never"
name = "统计期限"
section = "notes"
words = ["行政处罚"]
kinds = ["county"]
basis = "x"
[[aspect]]
id = "absent"
name = "案卷"
section = "notes"
words = ["卷宗归档"]
kinds = ["county"]
basis = "x"
`}
	library, err := profile.Standard().With(own)
	if err != nil {
		t.Fatal(err)
	}
	proof := Of(library, "form.md", testdata.Form("enforcement-2021"))
	if len(proof.Dirty) > 0 || proof.Profile.ID != "own" {
		t.Fatalf("%s: %v", proof.Profile.ID, proof.Dirty)
	}
	if all, fire, absent := proof.Count(Aspects); all != 2 || fire != 1 || absent != 1 {
		t.Errorf("%d aspects, %d fire, %d are not in the form", all, fire, absent)
	}
	if dead := proof.Dead(); len(dead) != 0 {
		t.Errorf("dead: %v", dead)
	}
	for _, kind := range Kinds() {
		all, fire, absent := proof.Count(kind)
		t.Logf("%s %d %d %d", kind, all, fire, absent)
	}
}

// What is written down from general knowledge is never the ground of an error.
func TestRecalledIsNoError(t *testing.T) {
	for form, errors := range map[string]map[string]bool{
		"website-2018":    {},
		"disclosure-2014": {"deadline": true},
		"enforcement-2021": {
			"section": true, "deadline": true, "identity penalties/cases": true,
			"column penalties": true, "column licensing": true, "column coercion": true,
		},
	} {
		for _, c := range Of(profile.Standard(), form+".md", testdata.Form(form)).Clauses {
			of, _, _ := strings.Cut(c.ID, "/")
			known := errors[string(c.Kind)] || errors[string(c.Kind)+" "+c.ID] || errors[string(c.Kind)+" "+of]
			if c.Worst == rules.Error && !known {
				t.Errorf("%s: %s %s (%s) is an error, but only recalled", form, c.Kind, c.ID, c.Name)
			}
		}
	}
}
