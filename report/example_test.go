package report_test

import (
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

// Numbers are exact decimals.
func ExampleNumber_Add() {
	a, _ := report.ParseNumber("0.1")
	b, _ := report.ParseNumber("0.2")
	c, _ := report.ParseNumber("0.3")
	fmt.Println(a.Add(b), a.Add(b).Equal(c))
	// Output: 0.3 true
}

// A place is bytes; lines and columns are worked out when somebody asks.
func ExampleSpan_Position() {
	f := report.NewFile("2023.md", "# 标题\n正文 12\n")
	at := f.Span(16, 18)
	fmt.Println(at.Text(), at.Position())
	// Output: 12 {2 4}
}
