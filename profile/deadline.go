package profile

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// Deadline is the day of the year after the report year by which organs of
// some kinds publish their report.
type Deadline struct {
	Kinds     []string `toml:"kinds"`
	Month     int      `toml:"month"`
	Day       int      `toml:"day"`
	Customary bool     `toml:"customary"` // no law sets it for these kinds
	Recalled  bool     `toml:"recalled"`  // as Profile.Recalled
	Basis     string   `toml:"basis"`
}

// Date returns the deadline for the reports on a year.
func (d *Deadline) Date(year int) report.Date {
	return report.Date{Year: year + 1, Month: d.Month, Day: d.Day}
}

// Deadline returns the deadline of a kind of organ, nil when the format sets
// none. When the kind is not known it is the latest: whoever is later than
// that is late, whatever it is.
func (p *Profile) Deadline(kind string) *Deadline {
	var latest *Deadline
	for i := range p.Deadlines {
		d := &p.Deadlines[i]
		if slices.Contains(d.Kinds, kind) {
			return d
		}
		if latest == nil || latest.Date(0).Before(d.Date(0)) {
			latest = d
		}
	}
	if kind != "" {
		return nil
	}
	return latest
}

func (p *Profile) compileDeadlines() error {
	seen := map[string]bool{}
	for i := range p.Deadlines {
		d := &p.Deadlines[i]
		d.Recalled = d.Recalled || p.Recalled
		if date := d.Date(2000); len(d.Kinds) == 0 || d.Basis == "" || !date.Whole() || !date.Exists() {
			return within("deadline", "", fault("%d-%d：kinds、存在的日期、basis 都要写", "%d-%d: kinds, an existing day and basis are required", d.Month, d.Day))
		}
		for _, kind := range d.Kinds {
			if !slices.Contains(Kinds(), kind) {
				return within("deadline", "", fault("没有这类机关「%s」", "no kind of organ %q", kind))
			}
			if seen[kind] {
				return within("deadline", "", fault("「%s」有两个期限", "two for %q", kind))
			}
			seen[kind] = true
		}
	}
	return nil
}
