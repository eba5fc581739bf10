package profile

import (
	"cmp"
	"slices"
)

// Load reads a profile strictly: an unknown key, an id that nothing has or a
// label that two rows share is an error that names file, line and column. One
// that extends another needs a library: see Library.With.
func Load(name, src string) (*Profile, error) {
	d := newDecoder()
	p, err := d.read(name, src)
	if err != nil {
		return nil, err
	}
	if p.Extends != "" {
		s := newSource(name, src)
		return nil, s.locate(fault("没有可以扩展的格式「%s」", "nothing to extend is called %q", p.Extends))
	}
	if err := p.compile(d.wording); err != nil {
		return nil, newSource(name, src).locate(err)
	}
	return p, nil
}

// compile checks the profile and works out what Bind and rules need.
func (p *Profile) compile(wordings func(id string) (*Wording, error)) error {
	if err := p.check(); err != nil {
		return err
	}
	return p.prepare(wordings)
}

// check holds that nothing lacks, and that nothing stands twice. Of the
// embedded profiles a test holds it, so that no run has to.
func (p *Profile) check() error {
	if p.ID == "" || p.Title == "" || p.Basis == "" {
		return fault("id、title、basis 都要写", "id, title and basis are required")
	}
	if err := cmp.Or(p.checkIDs(), p.checkPlaced(), p.checkSize(), p.checkSections()); err != nil {
		return err
	}
	for i := range p.Tables {
		if err := p.checkTable(&p.Tables[i]); err != nil {
			return within("table", p.Tables[i].ID, err)
		}
	}
	return cmp.Or(p.checkRows(), within("power", "", p.checkPowers()), within("distinct", "", p.checkDistincts()))
}

// prepare resolves every reference and works out what Bind and rules need.
func (p *Profile) prepare(wordings func(id string) (*Wording, error)) error {
	p.Family = cmp.Or(p.Family, p.ID)
	p.title = newTitleWords(p.Words)
	p.Law.fill(p.Basis)
	for i := range p.Sections {
		p.Sections[i].compile()
	}
	for i := range p.Tables {
		t := &p.Tables[i]
		t.Recalled = t.Recalled || p.Recalled
		if t.section = p.Section(t.Section); t.section >= 0 {
			p.Sections[t.section].tables = true
		}
		for row := range t.Rows {
			t.numbers = append(t.numbers, row)
		}
	}
	for i := range p.Identities {
		if err := p.compileIdentity(i); err != nil {
			return within("identity", p.Identities[i].ID, err)
		}
	}
	p.numberFigures()
	for i := range p.Continuities {
		if err := p.compileContinuity(i); err != nil {
			return within("continuity", p.Continuities[i].ID, err)
		}
	}
	for i := range p.Rollups {
		if err := p.compileRollup(i); err != nil {
			return within("rollup", p.Rollups[i].ID, err)
		}
	}
	for i := range p.Growths {
		if err := p.compileGrowth(i); err != nil {
			return within("growth", p.Growths[i].ID, err)
		}
	}
	return cmp.Or(
		within("alike", "", p.compileAlike()), within("fee", "", p.compileFee()), p.compileAspects(), p.compileDocuments(), p.compileWording(wordings), p.compileDeadlines(), p.compileCounterparts(),
	)
}

func (p *Profile) checkSections() error {
	seen := map[string]string{}
	for i := range p.Sections {
		s := &p.Sections[i]
		if len(s.Labels) == 0 {
			return within("section", s.ID, fault("labels 必须写", "labels are required"))
		}
		if s.Whole && len(p.Sections) > 1 {
			return within("section", s.ID, fault("whole 只用于唯一的一节", "whole is for the only section"))
		}
		if err := distinctLabels("section", s.ID, s.ID, s.Labels, seen); err != nil {
			return err
		}
	}
	return nil
}

// distinctLabels holds that no label stands for two things. seen has the owners
// of the labels so far.
func distinctLabels(kind, id, owner string, labels []string, seen map[string]string) error {
	for _, label := range labels {
		switch other, ok := seen[key(label)]; {
		case key(label) == "":
			return within(kind, id, fault("名称「%s」没有文字", "the label %q says nothing", label))
		case ok && other != owner:
			return within(kind, id, fault("名称「%s」与 %s「%s」相同", "the label %q is that of %s %q, too", label, kind, other))
		}
		seen[key(label)] = owner
	}
	return nil
}

func (p *Profile) checkTable(t *Table) error {
	if p.Section(t.Section) < 0 {
		return fault("没有章节「%s」", "no section %q", t.Section)
	}
	if t.Layout != Labelled && t.Layout != Flat {
		return fault("layout「%s」不是空的，也不是 %s", "layout %q is neither empty nor %q", t.Layout, Flat)
	}
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return fault("行和列都要有", "rows and columns are required")
	}
	for _, row := range t.Rows {
		switch {
		case row.Group != "" && t.Group(row.Group) < 0:
			return within("row", row.ID, fault("没有组「%s」", "no group %q", row.Group))
		case len(row.Labels) == 0:
			return within("row", row.ID, fault("labels 必须写", "labels are required"))
		}
	}
	for _, group := range t.Groups {
		if len(group.Labels) == 0 {
			return within("group", group.ID, fault("labels 必须写", "labels are required"))
		}
	}
	seen := map[string]string{}
	for _, column := range t.Columns {
		if len(column.Labels) == 0 {
			return within("column", column.ID, fault("labels 必须写", "labels are required"))
		}
		if err := distinctLabels("column", column.ID, column.ID, column.Labels, seen); err != nil {
			return err
		}
	}
	return nil
}

// checkRows holds that a label tells one row among those of a section, which
// may be printed as one table. In tables with captions the caption tells, too.
func (p *Profile) checkRows() error {
	seen := make([]map[string]string, len(p.Sections))
	for i := range p.Tables {
		t, section := &p.Tables[i], p.Section(p.Tables[i].Section)
		if seen[section] == nil {
			seen[section] = map[string]string{}
		}
		labels := seen[section]
		if len(t.Captions) > 0 {
			labels = map[string]string{}
		}
		for _, row := range t.Rows {
			if err := distinctLabels("row", row.ID, t.ID+"/"+row.ID, row.Labels, labels); err != nil {
				return within("table", t.ID, err)
			}
		}
	}
	return nil
}

func (p *Profile) checkPowers() error {
	for _, power := range p.Powers {
		t := p.Table(power.Table)
		if t == nil {
			return fault("没有表「%s」", "no table %q", power.Table)
		}
		if t.Row(power.Row) < 0 {
			return fault("没有行「%s」，在表「%s」中", "no row %q in table %q", power.Row, power.Table)
		}
		for _, column := range power.Columns {
			if t.Column(column) < 0 {
				return fault("没有列「%s」，在表「%s」中", "no column %q in table %q", column, power.Table)
			}
		}
		for _, kind := range power.Kinds {
			if !slices.Contains(Kinds(), kind) {
				return fault("没有这类机关「%s」", "no kind of organ %q", kind)
			}
		}
	}
	return nil
}

func (p *Profile) checkDistincts() error {
	for _, d := range p.Distincts {
		t := p.Table(d.Table)
		if t == nil {
			return fault("没有表「%s」", "no table %q", d.Table)
		}
		if len(d.Rows) != 2 {
			return fault("要写表「%s」的两行", "two rows of table %q are required", d.Table)
		}
		for _, row := range d.Rows {
			if t.Row(row) < 0 {
				return fault("没有行「%s」，在表「%s」中", "no row %q in table %q", row, d.Table)
			}
		}
	}
	return nil
}
