// Command gouji checks government reports kept as Markdown: whether the
// figures tie out, and whether sections, dates and statements are those that
// the prescribed form asks for.
package main

import "github.com/gouji-lint/gouji"

func main() { gouji.Main() }
