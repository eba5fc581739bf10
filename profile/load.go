package profile

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"sort"
	"sync"

	"github.com/gouji-lint/gouji/internal/quicktoml"
)

//go:embed profiles/*.toml
var embedded embed.FS

// Standard returns the library of the embedded profiles. It is decoded when
// first needed: a run that checks nothing does not pay for it.
var Standard = sync.OnceValue(func() *Library {
	entries, err := embedded.ReadDir("profiles")
	if err != nil {
		panic(err) // embedded: cannot fail in a build that works
	}
	var profiles []*Profile
	d := &decoder{quick: quicktoml.New(), embedded: true}
	wordings := sharedWordings(d)
	for _, e := range entries {
		src, err := embedded.ReadFile("profiles/" + e.Name())
		if err != nil {
			panic(err)
		}
		p, err := load(d, e.Name(), string(src), wordings)
		if err != nil {
			panic(err)
		}
		profiles = append(profiles, p)
	}
	sort.Slice(profiles, func(i, j int) bool { return profiles[i].Years.From > profiles[j].Years.From })
	l := NewLibrary(profiles...)
	if err := l.checkFormats(); err != nil {
		panic(err)
	}
	return l
})

// Load decodes a profile strictly: an unknown key, an id that nothing has or
// a label that two rows share is an error that names file and key.
func Load(name, src string) (*Profile, error) {
	d := newDecoder()
	return load(d, name, src, d.wording)
}

func load(d *decoder, name, src string, wordings func(id string) (*Wording, error)) (*Profile, error) {
	p := new(Profile)
	if err := decode(d, name, src, p); err != nil {
		return nil, err
	}
	if err := p.compile(wordings); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// compile checks every reference and works out what Bind and rules need.
func (p *Profile) compile(wordings func(id string) (*Wording, error)) error {
	if p.ID == "" || p.Title == "" || p.Basis == "" {
		return fmt.Errorf("id, title and basis are required")
	}
	for i := range p.Sections {
		if len(p.Sections[i].Labels) == 0 {
			return fmt.Errorf("section %q: labels are required", p.Sections[i].ID)
		}
		p.Sections[i].compile()
	}
	for i := range p.Tables {
		if err := p.compileTable(&p.Tables[i]); err != nil {
			return fmt.Errorf("table %q: %w", p.Tables[i].ID, err)
		}
	}
	for i := range p.Identities {
		if err := p.compileIdentity(i); err != nil {
			return fmt.Errorf("identity %q: %w", p.Identities[i].ID, err)
		}
	}
	p.numberFigures()
	for i := range p.Continuities {
		if err := p.compileContinuity(i); err != nil {
			return fmt.Errorf("continuity %q: %w", p.Continuities[i].ID, err)
		}
	}
	for i := range p.Rollups {
		if err := p.compileRollup(i); err != nil {
			return fmt.Errorf("rollup %q: %w", p.Rollups[i].ID, err)
		}
	}
	for i := range p.Growths {
		if err := p.compileGrowth(i); err != nil {
			return fmt.Errorf("growth %q: %w", p.Growths[i].ID, err)
		}
	}
	if err := p.compileAlike(); err != nil {
		return fmt.Errorf("alike: %w", err)
	}
	for _, power := range p.Powers {
		if t := p.Table(power.Table); t == nil || t.Row(power.Row) < 0 {
			return fmt.Errorf("power: no row %s/%s", power.Table, power.Row)
		}
		for _, column := range power.Columns {
			if p.Table(power.Table).Column(column) < 0 {
				return fmt.Errorf("power: no column %s/%s", power.Table, column)
			}
		}
		for _, kind := range power.Kinds {
			if !slices.Contains(Kinds(), kind) {
				return fmt.Errorf("power: no kind of organ %q", kind)
			}
		}
	}
	for _, d := range p.Distincts {
		for _, row := range d.Rows {
			if t := p.Table(d.Table); t == nil || t.Row(row) < 0 {
				return fmt.Errorf("distinct: no row %s/%s", d.Table, row)
			}
		}
	}
	if err := p.compileFee(); err != nil {
		return fmt.Errorf("fee: %w", err)
	}
	return cmp.Or(p.compileAspects(), p.compileDocuments(), p.compileWording(wordings), p.compileDeadlines())
}

func (p *Profile) compileTable(t *Table) error {
	if t.section = p.Section(t.Section); t.section < 0 {
		return fmt.Errorf("no section %q", t.Section)
	}
	if len(t.Rows) == 0 || len(t.Columns) == 0 {
		return fmt.Errorf("rows and columns are required")
	}
	for _, row := range t.Rows {
		if row.Group != "" && t.Group(row.Group) < 0 {
			return fmt.Errorf("row %q: no group %q", row.ID, row.Group)
		}
	}
	seen := map[string]string{}
	for _, row := range t.Rows {
		if len(row.Labels) == 0 {
			return fmt.Errorf("row %q: labels are required", row.ID)
		}
		for _, label := range row.Labels {
			if other, ok := seen[key(label)]; ok {
				return fmt.Errorf("rows %q and %q share the label %q", other, row.ID, label)
			}
			seen[key(label)] = row.ID
		}
	}
	for _, column := range t.Columns {
		if len(column.Labels) == 0 {
			return fmt.Errorf("column %q: labels are required", column.ID)
		}
	}
	return nil
}
