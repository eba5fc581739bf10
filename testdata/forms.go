// Package testdata holds the filled-in forms: clean reports in each statutory
// format, one of a city and, with "-small" behind its name, one of a bureau that
// had three requests. Tests and documentation change them a line at a time.
package testdata

import "embed"

//go:embed forms/*.md
var forms embed.FS

// Form returns the filled-in form with the id, that of a profile or that and
// "-small"; "" if there is none.
func Form(id string) string {
	src, err := forms.ReadFile("forms/" + id + ".md")
	if err != nil {
		return ""
	}
	return string(src)
}
