package profile

import "github.com/gouji-lint/gouji/report"

// Form is a report bound to a profile.
type Form struct {
	Report *report.Report
}
