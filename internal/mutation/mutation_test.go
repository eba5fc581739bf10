package mutation

import (
	"flag"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

var (
	update = flag.Bool("update", false, "rewrite testdata/mutation.txt; read the diff")
	misses = flag.Int("misses", 0, "show so many misses of each operator")
)

const table = "testdata/mutation.txt"

// outcomes runs the catalogue once; in short mode a part of it.
var outcomes = sync.OnceValue(func() []Outcome {
	oneOf := 1
	if testing.Short() {
		oneOf = 20
	}
	return Run(Operators(), Bases(), oneOf)
})

// TestTable prints what becomes of the mutations, and holds the table that is
// kept: a rule that finds less, or more than is due, changes it.
func TestTable(t *testing.T) {
	got := Table(outcomes())
	t.Logf("\n%s", got)
	for i := range outcomes() {
		lines := outcomes()[i].Misses()
		for _, line := range lines[:min(len(lines), *misses)] {
			t.Log(line)
		}
	}
	if testing.Short() {
		return // a part has another table
	}
	if *update {
		if err := os.WriteFile(table, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is out of date: go test ./internal/mutation -update, and read the diff; -misses 3 shows what was missed", table)
	}
}

// Nothing is found in what is right, and the text of the forms repeats the
// figures that it is said to.
func TestClean(t *testing.T) {
	for _, b := range Bases() {
		m := Mutation{Text: b.Text}
		for _, f := range Check(rules.NewChecker(rules.All()), &m).Found {
			t.Errorf("%s: %s: %s", b.Name, f.Rule, f.Message)
		}
		if err := b.verify(); err != nil {
			t.Error(err)
		}
	}
}

// floor is which part of what a report contradicts must be caught, and at
// its place: of all mutations, and of those of each operator.
const floor = 0.99

func TestFloors(t *testing.T) {
	var all Count
	for i := range outcomes() {
		o := &outcomes()[i]
		c := o.Total()
		all.add(c)
		if c.Made == 0 && !testing.Short() {
			t.Errorf("%s: %s makes nothing", o.Family, o.Name)
		}
		reach(t, o.Family+": "+o.Name, c.Seen(), c.Caught, c.Placed+c.Beside)
	}
	reach(t, "all", all.Seen(), all.Caught, all.Placed)
}

func reach(t *testing.T, name string, seen, caught, placed int) {
	t.Helper()
	if float64(caught) < floor*float64(seen) || float64(placed) < floor*float64(seen) {
		t.Errorf("%s: of %d mutations %d were caught and %d at their place; want %v of each", name, seen, caught, placed, floor)
	}
}

// Every rule that looks at one report finds a fault of the catalogue where it
// is, and the catalogue names no rule that there is not.
func TestEveryRuleIsProved(t *testing.T) {
	proved, named := map[string]bool{}, map[string]bool{}
	for i := range outcomes() {
		for rule, c := range outcomes()[i].Rules() {
			proved[rule] = proved[rule] || c.Placed+c.Beside > 0
			named[rule] = true
		}
	}
	for _, rule := range rules.All() {
		if !rule.Compares() && !proved[rule.Name] && !testing.Short() && !elsewhere(rule) {
			t.Errorf("%s: no mutation proves it", rule.Name)
		}
		delete(named, rule.Name)
	}
	for rule := range named {
		t.Errorf("there is no rule %s", rule)
	}
}

// elsewhere reports whether only identities of formats that no base has are
// reported by the rule: package proof breaks those.
func elsewhere(rule *rules.Rule) (found bool) {
	for _, p := range profile.Standard().All() {
		based := slices.ContainsFunc(Bases(), func(b *Base) bool { return b.ID == p.ID })
		for i := range p.Identities {
			switch {
			case p.Identities[i].Rule != rule.Name:
			case based:
				return false
			default:
				found = true
			}
		}
	}
	return found
}

// A place that something deleted left is touched by what stands at its edge.
func TestTouches(t *testing.T) {
	base := Bases()[0]
	for _, c := range []struct {
		place      Place
		start, end int
		want       bool
	}{
		{Place{5, 8}, 7, 9, true},
		{Place{5, 8}, 8, 9, false},
		{Place{5, 8}, 8, 8, true},
		{Place{5, 5}, 3, 5, true},
		{Place{5, 5}, 5, 7, true},
		{Place{5, 5}, 6, 7, false},
	} {
		if got := c.place.touches(base.File().Span(c.start, c.end)); got != c.want {
			t.Errorf("%v touches [%d, %d): %t", c.place, c.start, c.end, got)
		}
	}
}

// Marks are taken out wherever they stand, one inside of the other, too.
func TestUnmark(t *testing.T) {
	text, places := unmark("a" + marked("b"+marked("")+"c") + marked("d"))
	if text != "abcd" || len(places) != 3 || places[0] != (Place{1, 3}) || places[1] != (Place{2, 2}) || places[2] != (Place{3, 4}) {
		t.Errorf("%q %v", text, places)
	}
}

// A grid stays a grid when its rows and columns change: written and bound
// again it has the figures that are left.
func TestGridKeepsItsShape(t *testing.T) {
	for _, b := range Bases() {
		for _, o := range lineOperators() {
			for _, m := range o.Mutate(b) {
				if strings.Contains(m.Text, string(openMark)) || len(m.Places) == 0 && m.Unseen == "" && m.Text != b.Text {
					t.Fatalf("%s: %s %s: %s has no place", b.Name, o.Family, o.Name, m.What)
				}
			}
		}
	}
}
