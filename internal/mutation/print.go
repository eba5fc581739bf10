package mutation

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// legend explains the columns of the table.
const legend = `Single faults made in clean reports: by operator, with the rules that speak of what it makes; by rule; and why
some cannot be seen.

made    faults made; of a rule, those that it may report
unseen  faults that nothing in the report contradicts
seen    the others
caught  those of them that a rule reported
placed  with a finding at the place of the fault
beside  with one elsewhere that names the place
extra   findings that are not due, or one too many for one fault
`

// Table writes the counts of all outcomes.
func Table(outcomes []Outcome) string {
	var b strings.Builder
	b.WriteString(legend)
	all, byRule := Count{}, map[string]Count{}
	heading(&b, "operator")
	for i := range outcomes {
		o := &outcomes[i]
		c, rules := o.Total(), o.Rules()
		writeAll(&b, o.Family+": "+o.Name, c)
		writeRules(&b, "  ", rules)
		all.add(c)
		for name, c := range rules {
			c.add(byRule[name])
			byRule[name] = c
		}
	}
	writeAll(&b, "all", all)
	heading(&b, "rule")
	writeRules(&b, "", byRule)
	writeReasons(&b, outcomes)
	return b.String()
}

func heading(b *strings.Builder, name string) {
	fmt.Fprintf(b, "\n%-48s%8s%8s%8s%8s%8s%8s%8s\n", name, "made", "unseen", "seen", "caught", "placed", "beside", "extra")
}

func writeAll(b *strings.Builder, name string, c Count) {
	fmt.Fprintf(b, "%-48s%8d%8d%8d%8d%8d%8d%8d\n", name, c.Made, c.Unseen, c.Seen(), c.Caught, c.Placed, c.Beside, c.Extra)
}

// writeRules writes the counts by rule. Whether a fault can be seen is no
// matter of one rule.
func writeRules(b *strings.Builder, indent string, counts map[string]Count) {
	for _, rule := range slices.Sorted(maps.Keys(counts)) {
		c := counts[rule]
		fmt.Fprintf(b, "%-48s%8d%8s%8s%8d%8d%8d%8d\n", indent+rule, c.Made, "", "", c.Caught, c.Placed, c.Beside, c.Extra)
	}
}

// writeReasons says why mutations cannot be seen, the most frequent reason
// first.
func writeReasons(b *strings.Builder, outcomes []Outcome) {
	counts := map[string]int{}
	for i := range outcomes {
		for _, v := range outcomes[i].Verdicts {
			if v.Unseen != "" {
				counts[v.Unseen]++
			}
		}
	}
	b.WriteString("\nunseen because\n")
	byCount := func(x, y string) int { return cmp.Or(counts[y]-counts[x], strings.Compare(x, y)) }
	for _, reason := range slices.SortedFunc(maps.Keys(counts), byCount) {
		fmt.Fprintf(b, "%7d  %s\n", counts[reason], reason)
	}
}
