package ownrule

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// path names a figure as it is written: the row, before it the table where
// several have such a row, behind it the column where it is not that of sums.
//
//	本年新收
//	予以公开.自然人
//	表三.予以公开.自然人
//	applications["carried-in"]["sum"]
type path []part

// part is one of the names, with its place in the expression, in bytes.
type part struct {
	name string
	at   int
}

func (p path) String() string {
	names := make([]string, len(p))
	for i := range p {
		names[i] = p[i].name
	}
	return strings.Join(names, ".")
}

// operand is what a path means in one format: a figure, or the sum of those of
// a group.
type operand struct {
	table  int
	rows   []int
	group  int // -1 for a row
	column int // -1 for that at hand
	name   string
}

// resolve says what a path means in a format. Without a column it means that
// of sums, or with each the one at hand.
func resolve(p *profile.Profile, names path, each bool) (operand, *flaw) {
	tables := allTables(p)
	if named := slices.DeleteFunc(slices.Clone(tables), func(i int) bool { return !p.Tables[i].Named(names[0].name) }); len(named) > 0 && len(names) > 1 {
		tables, names = named, names[1:]
	}
	if len(names) > 2 {
		return operand{}, &flaw{at: names[0].at, message: say("没有表「%s」，有的是 %s", "no table %q; there are %s", names[0].name, listed(tableNames(p), "、"))}
	}
	found, wrong := findRow(p, tables, names[0])
	if wrong != nil {
		return found, wrong
	}
	t := &p.Tables[found.table]
	switch {
	case len(names) == 2:
		if wrong := found.findColumn(t, names[1]); wrong != nil {
			return found, wrong
		}
	case each:
		found.column = -1
	default:
		if found.column = t.Total(); found.column < 0 {
			return found, &flaw{at: names[0].at, message: say("「%[1]s」有几列，写明哪一列：%[2]s", "%[1]q has several columns; name one: %[2]s",
				names[0].name, listed(columnNames(t, names[0].name+"."), "、"))}
		}
	}
	return found, nil
}

func allTables(p *profile.Profile) (tables []int) {
	for i := range p.Tables {
		tables = append(tables, i)
	}
	return tables
}

// findRow finds the row or group that fits a name best.
func findRow(p *profile.Profile, tables []int, name part) (operand, *flaw) {
	best := profile.Short
	var found []operand
	consider := func(how profile.Naming, o operand) {
		if how > best {
			best, found = how, nil
		}
		if how == best {
			found = append(found, o)
		}
	}
	for _, i := range tables {
		t := &p.Tables[i]
		for row := range t.Rows {
			consider(t.RowNamed(row, name.name), operand{table: i, rows: []int{row}, group: -1, name: bare(t.Rows[row].Short())})
		}
		for group := range t.Groups {
			consider(t.GroupNamed(group, name.name), operand{table: i, rows: t.RowsOf(group), group: group, name: bare(t.Groups[group].Label())})
		}
	}
	switch len(found) {
	case 0:
		return operand{}, &flaw{at: name.at, word: func() rules.Message {
			return also(say("「%s」不是表中的行", "%q is no row of a table", name.name), meant(name.name, rowNames(p, tables)))
		}}
	case 1:
		return found[0], nil
	}
	var full []string
	for _, o := range found {
		full = append(full, p.Tables[o.table].Name+"."+o.name)
	}
	return operand{}, &flaw{at: name.at, unclear: true, message: say("「%[1]s」可以是 %[2]s，写得更全一些", "%[1]q can be %[2]s; write more of it", name.name, listed(full, "、"))}
}

// findColumn finds the column that fits a name best.
func (o *operand) findColumn(t *profile.Table, name part) *flaw {
	best, found := profile.Short, []int(nil)
	for i := range t.Columns {
		how := t.ColumnNamed(i, name.name)
		if how > best {
			best, found = how, nil
		}
		if how == best {
			found = append(found, i)
		}
	}
	if len(found) != 1 {
		return &flaw{at: name.at, message: say("「%[1]s」不是%[2]s的列，有的是 %[3]s", "%[1]q is no column of %[2]s; there are %[3]s", name.name, t.Name, listed(columnNames(t, ""), "、"))}
	}
	o.column = found[0]
	o.name += "「" + t.Columns[o.column].Label() + "」"
	return nil
}

func tableNames(p *profile.Profile) (names []string) {
	for i := range p.Tables {
		if !slices.Contains(names, p.Tables[i].Name) {
			names = append(names, p.Tables[i].Name)
		}
	}
	return names
}

func rowNames(p *profile.Profile, tables []int) (names []string) {
	for _, i := range tables {
		t := &p.Tables[i]
		for row := range t.Rows {
			names = append(names, bare(t.Rows[row].Short()), t.Rows[row].ID)
		}
		for group := range t.Groups {
			names = append(names, bare(t.Groups[group].Label()), t.Groups[group].ID)
		}
	}
	return append(names, factNames()...)
}

func columnNames(t *profile.Table, before string) (names []string) {
	for i := range t.Columns {
		names = append(names, before+t.Columns[i].Label())
	}
	return names
}

// bare returns a label without its ordinal.
func bare(label string) string {
	if o, ok := report.OrdinalAt(label); ok && o.Size < len(label) {
		return label[o.Size:]
	}
	return label
}

// factKind is something known about a report beside its figures.
type factKind struct {
	names []string // the Chinese one first
	kind  kind
	read  func(p *rules.Pass) report.Fact
}

// factKinds are the facts that an expression can name.
var factKinds = [...]factKind{
	{[]string{"机关", "organ"}, text, func(p *rules.Pass) report.Fact { return p.Report.Meta.Organ }},
	{[]string{"年度", "year"}, number, func(p *rules.Pass) report.Fact { return p.Report.Meta.Year }},
	{[]string{"类别", "kind"}, text, func(p *rules.Pass) report.Fact { return p.OrganKind() }},
	{[]string{"公布日期", "published"}, text, func(p *rules.Pass) report.Fact { return p.Report.Meta.Published }},
	{[]string{"范围", "scope"}, text, func(p *rules.Pass) report.Fact { return p.Report.Meta.Scope }},
}

func factNames() (names []string) {
	for _, f := range factKinds {
		names = append(names, f.names...)
	}
	return names
}

// findFact returns the fact with the name, -1 for none.
func findFact(name string) int {
	return slices.IndexFunc(factKinds[:], func(f factKind) bool { return slices.Contains(f.names, name) })
}
