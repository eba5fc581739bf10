// Package gouji is the gouji command as a function: a program that hands
// rules of its own to Main is gouji with more rules.
//
// What a rule is, and what it sees of a report, is in packages rules, profile
// and report. It is no library to check texts with from a program: what a
// command needs beside the rules, files and configuration, is internal.
package gouji

import (
	"os"

	"github.com/gouji-lint/gouji/internal/cli"
	"github.com/gouji-lint/gouji/rules"
)

// Main runs the command with the arguments of the process, with rules of the
// program's own after those of gouji, and ends the process with its exit code.
func Main(own ...*rules.Rule) {
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, own...))
}
