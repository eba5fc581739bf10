package rules

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed rule-power.md
var rulePowerPage string

var rulePower = Rule{
	Name:     "rule-power",
	Title:    Message{"无权制定规章的机关填了规章", "rules made without the power to"},
	Family:   Arithmetic,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     rulePowerPage,
	Check:    checkRulePower,
}

// checkRulePower reports figures in a row that this kind of organ can have
// none in. When the kind is not known, nothing is said.
func checkRulePower(p *Pass) {
	for i := range p.Form.Profile.Powers {
		power := &p.Form.Profile.Powers[i]
		if !slices.Contains(power.Kinds, p.OrganKind().Value) {
			continue
		}
		t := p.table(power.Table)
		if cells := exceeding(t, power); len(cells) > 0 {
			p.Flag(p.tooMuchPower(power, cells))
		}
	}
}

// exceedsPower reports whether rule-power speaks of a row.
func (p *Pass) exceedsPower(t *profile.BoundTable, row int) bool {
	for i := range p.Form.Profile.Powers {
		power := &p.Form.Profile.Powers[i]
		if power.Table == t.Def.ID && t.Def.Row(power.Row) == row && slices.Contains(power.Kinds, p.OrganKind().Value) && len(exceeding(t, power)) > 0 {
			return true
		}
	}
	return false
}

// exceeding returns the cells of the row that are not 0.
func exceeding(t *profile.BoundTable, power *profile.Power) (cells []figureCell) {
	row := t.Def.Row(power.Row)
	for k := range t.Def.Columns {
		if len(power.Columns) > 0 && !slices.Contains(power.Columns, t.Def.Columns[k].ID) {
			continue
		}
		if c := t.Cell(row, k); c != nil && c.Kind == report.Figure && !c.Value.IsZero() {
			cells = append(cells, figureCell{c, t, row, k})
		}
	}
	return cells
}

func (p *Pass) tooMuchPower(power *profile.Power, cells []figureCell) Diagnostic {
	var zh, en string
	for i := range cells {
		zh += fmt.Sprintf("、「%s」%s", cells[i].columnName(), cells[i].Text)
		en += fmt.Sprintf(", %s %s", cells[i].columnName(), cells[i].Text)
	}
	kind := p.OrganKind()
	d := cells[0].finding(p)
	d.Item = power.Table + "/" + power.Row
	if most := IfGuessed(kind); most != Off {
		d.AtMost = most
	}
	d.Expected = "0"
	who := kindName(kind.Value)
	d.Message = Message{
		fmt.Sprintf("%s无权制定%s，「%s」应为 0，实为%s", who.ZH, cells[0].rowName(), cells[0].rowName(), zh[len("、"):]),
		fmt.Sprintf("%s cannot make rules (规章): %s should be 0, has %s", who.EN, cells[0].rowName(), en[len(", "):]),
	}
	d.Label = Message{"应为 0", "should be 0"}
	for _, c := range cells[1:] {
		d.Related = append(d.Related, Related{Span: c.Span, Message: Message{"应为 0", "should be 0"}, Value: c.Text})
	}
	d.Help = Message{"制定的多半是行政规范性文件，填入那一行；机关的类别不对时在文件头写明 kind", "it is rather an administrative normative document; if the kind of organ is wrong, state it as kind in the front matter"}
	d.Basis = power.Basis
	return d
}

// kindName names a kind of organ that cannot make rules.
func kindName(kind string) Message {
	switch kind {
	case profile.Department:
		return Message{"政府部门", "a department"}
	case profile.County:
		return Message{"县级政府", "the government of a county"}
	case profile.Township:
		return Message{"乡镇、街道", "a township"}
	}
	return Message{"本机关", "this organ"}
}
