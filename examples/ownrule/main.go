// Command ownrule is gouji with one more rule.
package main

import (
	"github.com/gouji-lint/gouji"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

func main() { gouji.Main(&pendingUnexplained) }

var pendingUnexplained = rules.Rule{
	Name:     "pending-unexplained",
	Title:    rules.Message{ZH: "结转未说明", EN: "carried over without a reason"},
	Severity: rules.Warning,
	Page:     "# pending-unexplained 结转未说明\n\n结转下年度的申请多于本年新收的一成时，说明原因。\n",
	Check: func(p *rules.Pass) {
		received := profile.Ref{Table: "applications", Row: "new", Column: "sum"}
		pending := profile.Ref{Table: "applications", Row: "carried-out", Column: "sum"}
		all, ok := p.Figure(received)
		left, too := p.Figure(pending)
		if !ok || !too || left.Mul(report.Int(10)).Cmp(all) <= 0 {
			return
		}
		d := p.At(pending)
		d.Message = rules.Message{ZH: "结转下年度的申请多于本年新收的一成", EN: "more than a tenth is carried over"}
		d.Formula = left.String() + " × 10 > " + all.String()
		p.Flag(d)
	},
}
