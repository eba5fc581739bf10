package mutation

import (
	"runtime"
	"sync"

	"github.com/gouji-lint/gouji/rules"
)

// Outcome is what became of the mutations that one operator made.
type Outcome struct {
	Operator
	Verdicts []Verdict // without their texts
}

// Run makes every mutation of the operators and checks it, or, when it is to
// be quick, one out of so many. The outcomes are in the order of the operators,
// the verdicts in that of the bases.
func Run(operators []Operator, bases []*Base, oneOf int) []Outcome {
	checker := rules.NewChecker(rules.All())
	verdicts := make([][]Verdict, len(operators)*len(bases))
	jobs := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range jobs {
				verdicts[i] = run(checker, operators[i/len(bases)], bases[i%len(bases)], oneOf)
			}
		})
	}
	for i := range verdicts {
		jobs <- i
	}
	close(jobs)
	workers.Wait()
	outcomes := make([]Outcome, len(operators))
	for i := range verdicts {
		o := &outcomes[i/len(bases)]
		o.Operator = operators[i/len(bases)]
		o.Verdicts = append(o.Verdicts, verdicts[i]...)
	}
	return outcomes
}

// run checks the mutations that an operator makes of a base. What changes
// nothing is no mutation.
func run(c *rules.Checker, o Operator, b *Base, oneOf int) (verdicts []Verdict) {
	for i, m := range o.Mutate(b) {
		if i%oneOf == 0 && m.Text != "" && m.Text != b.Text {
			m.What = b.Name + ": " + m.What
			v := Check(c, &m)
			v.Text = ""
			verdicts = append(verdicts, v)
		}
	}
	return verdicts
}
