// Command gouji checks government reports kept as Markdown: whether the
// figures tie out, and whether sections, dates and statements are those that
// the prescribed form asks for.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
