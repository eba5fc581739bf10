package rules

// All returns every rule, in the order in which findings of one place are
// made and rules are listed: by family, as in the documentation.
func All() []*Rule {
	return []*Rule{
		&rowMissing,
		&sumMismatch,
		// fee
		&feeMissing,
		&feeMisplaced,
		&feeYear,
	}
}
