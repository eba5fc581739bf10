// Package mutation proves the rules: it takes clean reports, makes one fault
// after the other in them, and counts which faults are found, and where.
//
// A fault that nothing else in the report contradicts cannot be found by
// reading it; such a mutation is counted apart, with the reason.
package mutation

import "github.com/gouji-lint/gouji/report"

// Operator makes faults of one kind.
type Operator struct {
	Family string // what it changes
	Name   string // what it does to it
	Mutate func(*Base) []Mutation
}

// Mutation is a clean report with a single fault.
type Mutation struct {
	What   string   // the fault, for people
	Text   string   // the report with the fault
	Places []Place  // where a finding stands rightly
	Rules  []string // any of them finds it rightly, as often as it stands here
	Unseen string   // why nothing in the report contradicts it; empty when something does
}

// Place is the bytes [Start, End) of a text. It may be empty: the gap that
// something deleted left.
type Place struct{ Start, End int }

// touches reports whether a span has a byte of the place, or stands at its
// edge when one of them is empty.
func (p Place) touches(s report.Span) bool {
	if p.Start == p.End || s.Start == s.End {
		return s.Start <= p.End && p.Start <= s.End
	}
	return s.Start < p.End && p.Start < s.End
}

// Operators returns the catalogue, in the order of the table.
func Operators() (all []Operator) {
	all = append(all, cellOperators()...)
	all = append(all, labelOperators()...)
	all = append(all, lineOperators()...)
	all = append(all, tableOperators()...)
	all = append(all, sectionOperators()...)
	all = append(all, headingOperators()...)
	all = append(all, subheadingOperators()...)
	all = append(all, titleOperators()...)
	all = append(all, dateOperators()...)
	all = append(all, proseOperators()...)
	all = append(all, housekeepingOperators()...)
	return all
}
