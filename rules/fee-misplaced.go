package rules

import (
	_ "embed"
	"fmt"
)

//go:embed fee-misplaced.md
var feeMisplacedPage string

var feeMisplaced = Rule{
	Name:     "fee-misplaced",
	Title:    Message{"信息处理费没有写在规定的部分", "fee stated in another section"},
	Family:   Fee,
	Severity: Info,
	Since:    "0.1.0",
	Page:     feeMisplacedPage,
	Words:    feeWords,
	Check:    checkFeeMisplaced,
}

// checkFeeMisplaced finds a statement that stands only outside its section.
func checkFeeMisplaced(p *Pass) {
	duty := p.feeDuty()
	if duty == nil || p.fee().class == feeAbsent || len(p.fee().within(duty.Section, true)) > 0 {
		return
	}
	section := p.Form.Section(duty.Section)
	if section == nil || !section.Found() {
		return
	}
	fact := p.fee().within(duty.Section, false)[0]
	if fact.Section == "" {
		return // where it stands is a question of the headings
	}
	p.Flag(Diagnostic{
		Span: fact.Span,
		Message: Message{
			fmt.Sprintf("%s的收取情况应写在「%s」，实际写在别的部分", duty.Name, section.Def.Label()),
			fmt.Sprintf("what was charged as %s should be stated in %s, it stands elsewhere", duty.Name, section.Def.Label()),
		},
		Label:   Message{"移到第六部分", "belongs into section 6"},
		Related: []Related{{Span: section.Block.Span, Message: Message{"应写在这里", "it belongs here"}}},
		Help:    Message{"把这句话移到该部分，或在该部分再写一次", "move the sentence there, or state it there again"},
		Basis:   duty.Basis,
	})
}
