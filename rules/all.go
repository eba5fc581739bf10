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
		// years
		&carryMismatch,
		&stockMismatch,
		&textCopied,
		&figuresCopied,
		&unitJump,
		&growthMismatch,
		&yearMissing,
		&reportDuplicated,
		// organs
		&rollupMismatch,
		&rollupFee,
		&memberMissing,
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
		&suppressionUnused,
		&suppressionUnexplained,
		&fileUnreadable,
	}
}
