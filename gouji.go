// Package gouji is the gouji command as a function: a program that hands
// rules of its own to Main is gouji with more rules.
//
// What a rule is, and what it sees of a report, is in packages rules, profile
// and report.
package gouji

import (
	"os"

	"github.com/gouji-lint/gouji/internal/cli"
)

// Main runs the command with the arguments of the process, and ends the
// process with its exit code.
func Main() { os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
