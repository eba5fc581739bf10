package mutation

import (
	"flag"
	"os"
	"sync"
	"testing"

	"github.com/gouji-lint/gouji/rules"
)

var (
	update = flag.Bool("update", false, "rewrite testdata/mutation.txt; read the diff")
	misses = flag.Int("misses", 0, "show so many misses of each operator")
)

const table = "testdata/mutation.txt"

// outcomes runs the whole catalogue once.
var outcomes = sync.OnceValue(func() []Outcome { return Run(Operators(), Bases(), 1) })

// TestTable prints what becomes of every mutation, and holds the table that
// is kept.
func TestTable(t *testing.T) {
	got := Table(outcomes())
	t.Logf("\n%s", got)
	for i := range outcomes() {
		lines := outcomes()[i].Misses()
		for _, line := range lines[:min(len(lines), *misses)] {
			t.Log(line)
		}
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
		t.Errorf("%s is out of date: go test ./internal/mutation -update, and read the diff", table)
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

// Of what the report itself contradicts, hardly anything goes unseen or is
// seen in the wrong place.
func TestFloors(t *testing.T) {
	const floor = 0.99
	seen, caught, placed := 0, 0, 0
	for _, o := range outcomes() {
		for _, v := range o.Verdicts {
			if v.Mutation.Unseen != "" {
				continue
			}
			seen++
			if v.Caught() {
				caught++
			}
			if v.Placed() {
				placed++
			}
		}
	}
	if float64(caught) < floor*float64(seen) || float64(placed) < floor*float64(seen) {
		t.Errorf("of %d mutations %d were caught and %d in the right place; want at least %v of each", seen, caught, placed, floor)
	}
}
