package config

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// scopes are what a report can be about.
func scopes() []string { return []string{"own", "aggregate"} }

// Organ returns the organ with the name or alias, nil when there is none.
func (c *Config) Organ(name string) *report.Organ {
	if len(c.organs) == 0 {
		return nil
	}
	return c.organs[report.Fold(name)]
}

// compileOrgans checks names, kinds and parents.
func (c *Config) compileOrgans() error {
	c.organs = map[string]*report.Organ{}
	for i := range c.Organs {
		if err := c.compileOrgan(i); err != nil {
			return err
		}
	}
	for i := range c.Organs {
		if err := c.checkParents(i); err != nil {
			return err
		}
	}
	return nil
}

func (c *Config) compileOrgan(i int) error {
	o, path := &c.Organs[i], item("organ", i)
	if o.Name == "" {
		return c.source.fault(c.source.key(path), "[[organ]] 要用 name 写明机关全称", "an organ needs a name")
	}
	if kinds := profile.Kinds(); o.Kind != "" && !slices.Contains(kinds, o.Kind) {
		zh, en := suggestion(o.Kind, kinds)
		titled := make([]string, len(kinds))
		for i, kind := range kinds {
			titled[i] = kind + "（" + profile.KindTitle(kind) + "）"
		}
		return c.source.fault(c.source.text(path+".kind"), "机关「%[1]s」的类别「%[2]s」不在 %[6]s之中%[4]s", "organ %[1]q: kind %[2]q is none of %[3]s%[5]s",
			o.Name, o.Kind, strings.Join(kinds, ", "), zh, en, strings.Join(titled, "、"))
	}
	if o.Scope != "" && !slices.Contains(scopes(), o.Scope) {
		return c.source.fault(c.source.text(path+".scope"), "机关「%s」的范围「%s」既不是 own（本机关）也不是 aggregate（汇总所属机关）",
			"organ %q: scope %q is neither own nor aggregate", o.Name, o.Scope)
	}
	for n, name := range append([]string{o.Name}, o.Aliases...) {
		if other := c.Organ(name); other != nil {
			at := path + ".name"
			if n > 0 {
				at = item(path+".aliases", n-1)
			}
			return c.source.fault(c.source.text(at), "「%s」是两个机关的名称：%s、%s", "%q is the name of two organs: %s, %s", name, other.Name, o.Name)
		}
		c.organs[report.Fold(name)] = o
	}
	return nil
}

// checkParents follows the parents of an organ upward.
func (c *Config) checkParents(i int) error {
	o := &c.Organs[i]
	at := func() report.Span { return c.source.text(item("organ", i) + ".parent") }
	chain := []string{o.Name}
	for up := o; up.Parent != ""; {
		parent := c.Organ(up.Parent)
		if parent == nil {
			if up != o {
				return nil // its own error
			}
			zh, en := suggestion(up.Parent, c.organNames())
			return c.source.fault(at(), "机关「%[1]s」的上级「%[2]s」没有写成 [[organ]]%[3]s", "organ %[1]q: no organ is called %[2]q, its parent%[4]s", up.Name, up.Parent, zh, en)
		}
		chain = append(chain, parent.Name)
		if parent == o {
			list := strings.Join(chain, " → ")
			return c.source.fault(at(), "机关互为上级：%s", "organs are their own parents: %s", list)
		}
		if len(chain) > len(c.Organs) {
			return nil // a cycle further up; its own members report it
		}
		up = parent
	}
	return nil
}

func (c *Config) organNames() (names []string) {
	for i := range c.Organs {
		names = append(names, c.Organs[i].Name)
	}
	return names
}
