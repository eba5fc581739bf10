// Package testdata holds the filled-in forms: one clean report for each
// statutory format. Tests and documentation change them a line at a time.
package testdata

import "embed"

//go:embed forms/*.md
var forms embed.FS

// Form returns the filled-in form of the profile with the id, "" if there is
// none.
func Form(id string) string {
	src, err := forms.ReadFile("forms/" + id + ".md")
	if err != nil {
		return ""
	}
	return string(src)
}
