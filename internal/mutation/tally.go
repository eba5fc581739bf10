package mutation

import (
	"fmt"
	"slices"
)

// Count is how many mutations came to what.
type Count struct {
	Made   int
	Unseen int // nothing in the report contradicts them
	Caught int // of the others
	Placed int // of those caught, with a finding at the place of the fault
	Beside int // of those caught, with one elsewhere that names the place
	Extra  int // findings that are not due, or one too many
}

// Seen returns how many mutations the report contradicts.
func (c Count) Seen() int { return c.Made - c.Unseen }

func (c *Count) add(o Count) {
	c.Made += o.Made
	c.Unseen += o.Unseen
	c.Caught += o.Caught
	c.Placed += o.Placed
	c.Beside += o.Beside
	c.Extra += o.Extra
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Total counts the mutations of an operator.
func (o *Outcome) Total() (c Count) {
	for i := range o.Verdicts {
		v := &o.Verdicts[i]
		seen := v.Unseen == ""
		c.add(Count{1, one(!seen), one(seen && v.Caught()), one(seen && v.Placed()), one(seen && v.Beside()), v.Extra()})
	}
	return c
}

// Rules counts the same by rule: Made are the mutations that the rule may
// report, Caught those that it did.
func (o *Outcome) Rules() map[string]Count {
	counts := map[string]Count{}
	for i := range o.Verdicts {
		v := &o.Verdicts[i]
		for _, rule := range slices.Compact(slices.Sorted(slices.Values(v.Rules))) {
			c := counts[rule]
			c.Made++
			counts[rule] = c
		}
		for _, f := range v.Found {
			c := counts[f.Rule]
			c.add(Count{Caught: one(f.Right), Placed: one(f.Right && f.Placed), Beside: one(f.Right && f.Beside), Extra: one(!f.Right)})
			counts[f.Rule] = c
		}
	}
	return counts
}

// Misses describes, for people, the mutations that were not caught, or not at
// their place, and the findings that are too many.
func (o *Outcome) Misses() (lines []string) {
	for i := range o.Verdicts {
		v := &o.Verdicts[i]
		kind := ""
		switch {
		case v.Unseen == "" && !v.Caught():
			kind = "missed"
		case v.Unseen == "" && !v.Placed() && !v.Beside():
			kind = "misplaced"
		case v.Unseen == "" && v.Beside():
			kind = "beside"
		case v.Extra() > 0:
			kind = "extra"
		default:
			continue
		}
		line := fmt.Sprintf("%s  %s: %s [%s] %s: due %v at %v\n", kind, o.Family, o.Name, v.Unseen, v.What, v.Rules, v.Places)
		for _, f := range v.Found {
			line += fmt.Sprintf("    %s right=%t placed=%t %v %s\n", f.Rule, f.Right, f.Placed, f.Place, f.Message)
		}
		lines = append(lines, line)
	}
	return lines
}
