package profile

import (
	"cmp"
	"slices"
	"strings"
)

// Source is the text of a profile that is not embedded.
type Source struct{ Name, Text string }

// With returns the library with profiles of one's own: one that extends
// another stands in its place, others are formats of their family or families
// of their own. Every error names the file, line and column.
func (l *Library) With(own ...Source) (*Library, error) {
	s := shelf{library: l, decoder: newDecoder(), own: map[string]*ownProfile{}, replaced: map[string]string{}}
	for _, src := range own {
		if err := s.read(src); err != nil {
			return nil, err
		}
	}
	for _, o := range s.order {
		if err := s.build(o); err != nil {
			return nil, o.source.locate(err)
		}
	}
	return s.assemble()
}

// IDOf returns the id that a profile gives itself, "" when it cannot be read.
func IDOf(text string) string {
	p, err := newDecoder().read("", text)
	if err != nil {
		return ""
	}
	return p.ID
}

// ByID returns the profile with the id, nil when there is none.
func (l *Library) ByID(id string) *Profile {
	for _, p := range l.All() {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// shelf is what a library is put together from.
type shelf struct {
	library  *Library
	decoder  *decoder
	own      map[string]*ownProfile // by id
	order    []*ownProfile
	replaced map[string]string // who extends a profile, by its id
}

// ownProfile is a profile of one's own: as it is written, and when built with
// what it extends.
type ownProfile struct {
	source  *source
	written *Profile
	built   *Profile
}

// read decodes a profile.
func (s *shelf) read(src Source) error {
	p, err := s.decoder.read(src.Name, src.Text)
	if err != nil {
		return err
	}
	o := &ownProfile{source: newSource(src.Name, src.Text), written: p}
	switch other := s.own[p.ID]; {
	case p.ID == "":
		return o.source.locate(fault("必须写 id", "an id is required"))
	case other != nil:
		return o.source.locate(fault("id「%s」与 %s 的相同", "the id %q is that of %s, too", p.ID, other.source.name))
	case hasEmbedded(p.ID):
		return o.source.locate(fault("id「%s」是 gouji 自带的格式", "the id %q is that of a profile that gouji has", p.ID))
	}
	s.own[p.ID] = o
	s.order = append(s.order, o)
	return nil
}

// build puts a profile together and compiles it.
func (s *shelf) build(o *ownProfile) error {
	if base := o.written.Extends; base != "" {
		if other := s.replaced[base]; other != "" {
			return fault("「%s」已由「%s」扩展", "%q is extended by %q already", base, other)
		}
		s.replaced[base] = o.written.ID
	}
	p, err := s.whole(o.written.ID, nil)
	if err != nil {
		return err
	}
	o.built = p
	return p.compile(s.decoder.wording)
}

// whole returns a profile with all that it extends, not compiled, as nobody
// else has it. chain are the profiles that extend it.
func (s *shelf) whole(id string, chain []string) (*Profile, error) {
	o := s.own[id]
	if o == nil {
		src, err := embedded.ReadFile("profiles/" + id + ".toml")
		if err != nil {
			return nil, fault("没有可以扩展的格式「%s」", "nothing to extend is called %q", id)
		}
		return s.decoder.read(id+".toml", string(src))
	}
	if slices.Contains(chain, id) {
		first, second := chain[0], append(chain, id)
		if len(chain) > 1 {
			first = chain[1]
		}
		return nil, fault("「%s」扩展了自己：%s", "%q extends itself: %s", first, strings.Join(second, " → "))
	}
	own, err := s.decoder.read(o.source.name, o.source.text)
	if err != nil || own.Extends == "" {
		return own, err
	}
	p, err := s.whole(own.Extends, append(chain, id))
	if err != nil {
		return nil, err
	}
	p.Family = cmp.Or(p.Family, p.ID)
	return p, p.extend(own)
}

func hasEmbedded(id string) bool {
	_, err := embedded.Open("profiles/" + id + ".toml")
	return err == nil
}

// assemble puts the library together.
func (s *shelf) assemble() (*Library, error) {
	byFamily := map[string][]*Profile{}
	var families []string
	for _, o := range s.order {
		if s.replaced[o.built.ID] != "" {
			continue // another one stands in its place
		}
		if byFamily[o.built.Family] == nil {
			families = append(families, o.built.Family)
		}
		byFamily[o.built.Family] = append(byFamily[o.built.Family], o.built)
	}
	l := *s.library
	for _, family := range families {
		of, err := s.family(family, byFamily[family])
		if err != nil {
			return nil, err
		}
		l.put(family, of)
	}
	return &l, s.checkCounterparts(&l)
}

// checkCounterparts looks at them when an own profile has some: to do so reads
// the formats of other families.
func (s *shelf) checkCounterparts(l *Library) error {
	for _, o := range s.order {
		if len(o.written.Counterparts) > 0 {
			if err := l.checkCounterparts(); err != nil {
				return o.source.locate(err)
			}
		}
	}
	return nil
}

// family returns the formats of a family, with the own ones among them.
func (s *shelf) family(family string, own []*Profile) (*Library, error) {
	var all []*format
	for _, p := range own {
		all = append(all, opened(p))
	}
	if known := s.library.ofFamily(family); known != nil {
		for _, p := range known.Profiles() {
			if !slices.ContainsFunc(own, func(o *Profile) bool { return o.Is(p.ID) }) {
				all = append(all, opened(p))
			}
		}
	}
	of := newFamily(family, nil, all)
	of.title = of.formats[0].open().title
	if err := of.checkFormats(); err != nil {
		return nil, s.own[own[0].ID].source.locate(err)
	}
	return of, nil
}
