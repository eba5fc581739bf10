package profile

// Equation is one instance of an identity: for one column, or for one row.
// The figures of Left add up to those of Right, or to at least as much.
type Equation struct {
	Identity    *Identity
	Item        string // "row/open", "balance/natural"
	Table       int    // index in Profile.Tables
	Left, Right []Term
}

// Term is one figure of an equation, or the sum of a group of them.
type Term struct {
	Column int
	Rows   []int // one row, or the rows of a group
	Group  int   // index in Table.Groups, or -1
}

// The rules that report identities. Those that name none are for DefaultRule
// when they are equations, and for PartRule when they say how much something
// is at most.
const (
	DefaultRule    = "sum-mismatch"
	PartRule       = "part-exceeds"
	ImpossibleRule = "stock-impossible"
)

// Equations returns every instance of every identity.
func (p *Profile) Equations() []Equation { return p.equations }

func (p *Profile) compileIdentity(i int) error {
	id := &p.Identities[i]
	table := p.tableIndex(id.Table)
	if table < 0 {
		return fault("没有表「%s」", "no table %q", id.Table)
	}
	if id.Relation != Equal && id.Relation != AtLeast {
		return fault("relation「%s」不是空的，也不是 %s", "relation %q is neither empty nor %q", id.Relation, AtLeast)
	}
	switch {
	case id.ID == "" || id.Basis == "":
		return fault("id、basis 都要写", "id and basis are required")
	case id.Rule == "" && id.Relation == AtLeast:
		id.Rule = PartRule
	case id.Rule == "":
		id.Rule = DefaultRule
	case id.Relation == Equal && id.Rule != DefaultRule, id.Relation == AtLeast && id.Rule != PartRule && id.Rule != ImpossibleRule:
		return fault("规则「%s」不核对这种关系", "rule %q does not report such an identity", id.Rule)
	}
	t := &p.Tables[table]
	id.Recalled = id.Recalled || t.Recalled
	var instances int
	switch id.Over {
	case Columns:
		instances = len(t.Columns)
	case Rows:
		instances = len(t.Rows)
	default:
		return fault("over「%s」不是 %s 或 %s", "over %q is neither %q nor %q", id.Over, Columns, Rows)
	}
	for n := range instances {
		left, err := t.terms(id, id.Left, n)
		if err != nil {
			return err
		}
		right, err := t.terms(id, id.Right, n)
		if err != nil {
			return err
		}
		p.equations = append(p.equations, Equation{
			Identity: id, Item: id.ID + "/" + t.instance(id, n), Table: table, Left: left, Right: right,
		})
	}
	return nil
}

func (t *Table) instance(id *Identity, n int) string {
	if id.Over == Columns {
		return t.Columns[n].ID
	}
	return t.Rows[n].ID
}

// terms resolves the ids of one side for instance n.
func (t *Table) terms(id *Identity, names []string, n int) ([]Term, error) {
	if len(names) == 0 {
		return nil, fault("left、right 都要写", "left and right are required")
	}
	terms := make([]Term, 0, len(names))
	for _, name := range names {
		if id.Over == Rows {
			column := t.Column(name)
			if column < 0 {
				return nil, fault("没有列「%s」", "no column %q", name)
			}
			terms = append(terms, Term{Column: column, Rows: t.alone(n), Group: -1})
			continue
		}
		rows, group := t.rowsOf(name)
		if len(rows) == 0 {
			return nil, fault("没有行或组「%s」", "no row or group %q", name)
		}
		terms = append(terms, Term{Column: n, Rows: rows, Group: group})
	}
	return terms, nil
}

// alone returns the row i as the only one of several: a part of t.numbers.
func (t *Table) alone(i int) []int { return t.numbers[i : i+1 : i+1] }

// rowsOf returns the row, or the rows of the group, with the id.
func (t *Table) rowsOf(id string) (rows []int, group int) {
	if i := t.Row(id); i >= 0 {
		return t.alone(i), -1
	}
	group = t.Group(id)
	for i := range t.Rows {
		if group >= 0 && t.Rows[i].Group == id {
			rows = append(rows, i)
		}
	}
	return rows, group
}
