// Package report holds the nouns of gouji: a file, a place in it, a report,
// its blocks of prose, its tables and their cells, numbers and dates.
//
// Values are made by package parser and only read afterwards. Nothing here
// knows Markdown, a statutory format or a rule, and nothing here does I/O.
package report
