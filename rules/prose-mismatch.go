package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed prose-mismatch.md
var proseMismatchPage string

var proseMismatch = Rule{
	Name:     "prose-mismatch",
	Title:    Message{"正文与表格不一致", "text and table differ"},
	Family:   Prose,
	Severity: Error,
	Since:    "0.1.0",
	Page:     proseMismatchPage,
	Claims:   true,
	Check:    checkProseMismatch,
}

// checkProseMismatch reports the claims that are wrong.
func checkProseMismatch(p *Pass) {
	for _, j := range p.claims().judged {
		if j.wrong {
			sheet := &sheet{table: &p.Form.Tables[j.claim.TableIndex]}
			flagStatement(p, sheet, sums(sheet, j.claim), j.made)
		}
	}
}

func flagStatement(p *Pass, sheet *sheet, all []sumOf, made []profile.Statement) {
	s := made[len(made)-1]
	c := s.Claim
	d := Diagnostic{
		Item:     c.ID,
		AtMost:   mildest(claimSeverity(c), ifRecalled(sheet.table.Def.Recalled)),
		Span:     s.Sentence.Slice(s.At, s.End),
		Ref:      sheet.at(all[0].cells[0].variable).ref(),
		Message:  statementMessage(sheet, all, s),
		Label:    Message{sheet.table.Def.Name + "为 " + all[0].total.String(), "the table has " + all[0].total.String()},
		Expected: all[0].total.String(),
		Actual:   s.Value.String(),
		Formula:  all[0].formula(),
		Related:  related(sheet, all),
		Help:     Message{"对照台账核实：正文和表格有一处要改", "check your records: either the text or the table must change"},
		Basis:    p.Form.Profile.Basis + " " + sheet.table.Def.Name,
	}
	if len(all[0].cells) > 1 {
		d.Ref = profile.Ref{Table: c.Table}
	}
	for _, other := range made[:len(made)-1] {
		value := other.Value.String()
		d.Related = append(d.Related, Related{
			Span:    other.Sentence.Slice(other.At, other.End),
			Message: Message{"此处写 " + value, "here it says " + value},
			Value:   value,
		})
	}
	p.Flag(d)
}

// claimSeverity caps a claim: recognising what a sentence speaks of is no
// more than likely to be right.
func claimSeverity(c *profile.Claim) Severity {
	switch c.Severity {
	case "error":
		return Off
	case "info":
		return Info
	}
	return Warning
}

func statementMessage(sheet *sheet, all []sumOf, s profile.Statement) Message {
	zh, en := expectations(sheet, all)
	if word := s.Sentence.Text[s.At:s.End]; s.Claim.Stands == profile.Alone || s.Claim.Stands == profile.Governs {
		return Message{
			fmt.Sprintf("正文写「%s」，而%s%s为 %s", word, sheet.table.Def.Name, s.Claim.Name, zh),
			fmt.Sprintf("the text says %s, but %s has %s %s", word, sheet.table.Def.Name, en, s.Claim.English),
		}
	}
	off := ""
	if !strings.Contains(zh, "或") {
		off = "，" + difference(all[0].total, s.Value)
	}
	return Message{
		fmt.Sprintf("正文中%s应为 %s，实为 %s%s", s.Claim.Name, zh, s.Value, off),
		fmt.Sprintf("the text should have %s %s as in %s, has %s", en, s.Claim.English, sheet.table.Def.Name, s.Value),
	}
}

// expectations lists what the figure may be: 3, or 74「本年新收」或 75「本年新收＋上年结转」.
func expectations(sheet *sheet, all []sumOf) (zh, en string) {
	var distinct []sumOf
	for _, s := range all {
		if !equals(distinct, s.total) {
			distinct = append(distinct, s)
		}
	}
	if len(distinct) == 1 {
		return all[0].total.String(), all[0].total.String()
	}
	var listZH, listEN []string
	for _, s := range distinct {
		listZH = append(listZH, s.total.String()+s.name(sheet))
		listEN = append(listEN, s.total.String()+" "+s.name(sheet))
	}
	return strings.Join(listZH, "或 "), strings.Join(listEN, " or ")
}
