package rules

import "strings"

// PageIn returns the page of the rule in a language, as Markdown without its
// title. The English one has the examples of the Chinese one.
func (r *Rule) PageIn(lang string) string {
	_, body, _ := strings.Cut(strings.TrimSpace(r.Page), "\n")
	chinese, english, _ := strings.Cut(body, "\n## In English")
	if lang == "en" && english != "" {
		parts := []string{strings.TrimSpace(english)}
		if shown := examples(chinese); len(shown) > 0 {
			parts = append(append(parts, "## Examples"), shown...)
		}
		return strings.Join(parts, "\n\n")
	}
	return strings.TrimSpace(chinese)
}

// examples returns the fenced examples of a page.
func examples(page string) (all []string) {
	for {
		at := strings.Index(page, "\n```diff ")
		if at < 0 {
			return all
		}
		page = page[at+1:]
		end := strings.Index(page[3:], "\n```")
		if end < 0 {
			return append(all, page)
		}
		end += 3 + len("\n```")
		all, page = append(all, page[:end]), page[end:]
	}
}
