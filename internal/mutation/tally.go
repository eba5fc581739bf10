package mutation

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
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

// Table writes the counts: of each operator with the rules that speak of its
// mutations, of each rule, and why mutations cannot be seen.
func Table(outcomes []Outcome) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	var all Count
	byRule, reasons := map[string]Count{}, map[string]int{}
	fmt.Fprintf(w, "operator\tmade\tunseen\tseen\tcaught\tplaced\tbeside\textra\t\n")
	for i := range outcomes {
		o := &outcomes[i]
		c := o.Total()
		all.add(c)
		fmt.Fprintf(w, "%s: %s\t%s\n", o.Family, o.Name, c.row())
		perRule := o.Rules()
		for _, rule := range slices.Sorted(maps.Keys(perRule)) {
			fmt.Fprintf(w, "· %s\t%s\n", rule, perRule[rule].ruleRow())
			c := byRule[rule]
			c.add(perRule[rule])
			byRule[rule] = c
		}
		for _, v := range o.Verdicts {
			reasons[v.Unseen]++
		}
	}
	fmt.Fprintf(w, "all\t%s\n\t\t\t\t\t\t\t\t\n", all.row())
	fmt.Fprintf(w, "rule\tdue\t\t\tcaught\tplaced\tbeside\textra\t\n")
	for _, rule := range slices.Sorted(maps.Keys(byRule)) {
		fmt.Fprintf(w, "%s\t%s\n", rule, byRule[rule].ruleRow())
	}
	w.Flush()
	delete(reasons, "")
	b.WriteString("\nunseen because\n")
	for _, reason := range slices.SortedFunc(maps.Keys(reasons), func(x, y string) int { return cmp.Or(reasons[y]-reasons[x], strings.Compare(x, y)) }) {
		fmt.Fprintf(&b, "%6d  %s\n", reasons[reason], reason)
	}
	return b.String()
}

func (c Count) row() string {
	return fmt.Sprintf("%d\t%d\t%d\t%d\t%d\t%d\t%d\t", c.Made, c.Unseen, c.Seen(), c.Caught, c.Placed, c.Beside, c.Extra)
}

func (c Count) ruleRow() string {
	return fmt.Sprintf("%d\t\t\t%d\t%d\t%d\t%d\t", c.Made, c.Caught, c.Placed, c.Beside, c.Extra)
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
