package rules

// All returns every rule, in the order in which findings of one place are
// made and rules are listed: by family, as in the documentation.
func All() []*Rule {
	return []*Rule{
		// document
		&titleForm,
		&titleYear,
		&organMismatch,
		&formatYear,
		&templateResidue,
		&markupResidue,
		&basisOutdated,
		// sections
		&sectionMissing,
		&sectionOrder,
		&sectionNumber,
		&sectionHeading,
		&sectionExtra,
		&sectionEmpty,
		&overviewAspects,
		&problemsUnanswered,
		&prefaceList,
		// tables
		&rowMissing,
		// arithmetic
		&sumMismatch,
		// prose
		&proseMismatch,
		&partsMismatch,
		&percentMismatch,
		&kindsMismatch,
		&selfContradiction,
		// fee
		&feeMissing,
		&feeMisplaced,
		&feeYear,
		&feeParts,
		&feeTariff,
		&feeConflict,
		&feeUnreported,
		&feeRegime,
		// dates
		&dateInvalid,
		&periodWrong,
		&periodMissing,
		&publishedLate,
		&publishedEarly,
		&signatureYear,
		&signatureMissing,
		&dateGarbled,
		&yearStale,
		&yearPlan,
		&dateForm,
		// writing
		&headingLevel,
		&headingSequence,
		&punctuationForm,
		&punctuationPair,
		&documentNumber,
		&wordRepeated,
		&termWrong,
		&digitForm,
		// housekeeping
		&fileUnreadable,
		&suppressionUnused,
		&suppressionUnexplained,
	}
}
