package cli

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/gouji-lint/gouji/profile"
)

// printProfile prints what a format asks for, for people.
func (t *tool) printProfile(p *profile.Profile) {
	fmt.Fprintln(t.out, p.Title)
	rows := [][]string{{"  id", p.ID}, {t.say("  依据", "  basis"), p.Basis}, {t.say("  年度", "  years"), yearsText(p.Years)}}
	if len(p.Words) > 0 {
		rows = append(rows, []string{t.say("  题名", "  title"), strings.Join(p.Words, " … ")})
	}
	for i := range p.Deadlines {
		d := &p.Deadlines[i]
		rows = append(rows, []string{t.say("  期限", "  deadline"), t.say("次年%d月%d日前：%s", "%02[1]d-%02[2]d of the next year: %[3]s", d.Month, d.Day, t.kinds(d.Kinds))})
	}
	t.aligned(rows)
	for i := range p.Sections {
		t.printSection(p, &p.Sections[i])
	}
	if len(p.Links())+len(p.Counterparts) > 0 {
		fmt.Fprintf(t.out, "\n%s\n", t.say("与其他报告的关系", "With other reports"))
		t.aligned(t.relations(p))
	}
}

// kinds lists kinds of organ, in Chinese with what they mean.
func (t *tool) kinds(of []string) string {
	var all []string
	for _, kind := range of {
		all = append(all, t.say("%[1]s（%[2]s）", "%[1]s", kind, profile.KindTitle(kind)))
	}
	return strings.Join(all, t.say("、", ", "))
}

// printSection prints a section with its tables, their identities, and what
// its text has to speak of.
func (t *tool) printSection(p *profile.Profile, s *profile.Section) {
	fmt.Fprintf(t.out, "\n%s  [%s]\n", s.Label(), s.ID)
	for i := range p.Aspects {
		if a := &p.Aspects[i]; a.Section == s.ID {
			fmt.Fprintf(t.out, "  %s\n", t.say("要写到「%s」[%s]", "has to speak of 「%s」 [%s]", a.Name, a.ID))
		}
	}
	for i := range p.Tables {
		table := &p.Tables[i]
		if table.Section != s.ID {
			continue
		}
		fmt.Fprintf(t.out, "  %s  [%s]\n", table.Name+t.say("，单位：", ", in ")+table.Unit, table.ID)
		var rows [][]string
		for j := range table.Rows {
			rows = append(rows, []string{t.say("    行", "    row"), table.Rows[j].ID, table.Rows[j].Label()})
		}
		for j := range table.Columns {
			rows = append(rows, []string{t.say("    列", "    column"), table.Columns[j].ID, table.Columns[j].Label()})
		}
		t.aligned(rows)
		for j := range p.Identities {
			if x := &p.Identities[j]; x.Table == table.ID {
				fmt.Fprintf(t.out, "    %s/%s  %s\n", x.Rule, x.ID, t.identityText(table, x))
			}
		}
	}
}

// relations lists what figures have to do with those of other reports.
func (t *tool) relations(p *profile.Profile) (rows [][]string) {
	for i := range p.Continuities {
		c := &p.Continuities[i]
		rows = append(rows, []string{"  " + c.Rule + "/" + c.ID, c.Basis})
	}
	for i := range p.Counterparts {
		c := &p.Counterparts[i]
		rows = append(rows, []string{"  enforcement-mismatch/" + c.ID, c.Basis})
	}
	return rows
}

// aligned prints rows with their cells one below the other.
func (t *tool) aligned(rows [][]string) {
	widths := map[int]int{}
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], displaywidth.String(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell)
			if i < len(row)-1 {
				line.WriteString(strings.Repeat(" ", widths[i]-displaywidth.String(cell)+2))
			}
		}
		fmt.Fprintln(t.out, line.String())
	}
}
