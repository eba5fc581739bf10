package rules

// All returns every rule, in the order in which findings of one place are
// made and rules are listed: by family, as in the documentation.
func All() []*Rule {
	return []*Rule{
		// document
		&titleForm,
		&titleYear,
		&formatYear,
		// sections
		&sectionMissing,
		&sectionOrder,
		&sectionNumber,
		&sectionHeading,
		&sectionExtra,
		&sectionEmpty,
		// tables
		&tableMissing,
		&tableBroken,
		&rowMissing,
		&rowExtra,
		&rowOrder,
		&rowRagged,
		&columnMissing,
		&labelTypo,
		&noteMissing,
		&unitLabel,
		// cells
		&cellBlank,
		&cellDash,
		&cellNotNumber,
		&cellForm,
		&cellNegative,
		&cellFraction,
		&cellUnit,
		&cellSplit,
		// arithmetic
		&sumMismatch,
		&stockImpossible,
		&rulePower,
		&rowsIdentical,
		// fee
		&feeMissing,
		&feeMisplaced,
		&feeYear,
		// housekeeping
		&fileUnreadable,
		&suppressionUnused,
		&suppressionUnexplained,
	}
}
