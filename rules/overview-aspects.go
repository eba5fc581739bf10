package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed overview-aspects.md
var overviewAspectsPage string

var overviewAspects = Rule{
	Name:     "overview-aspects",
	Title:    Message{"总体情况没有说全", "overview leaves something out"},
	Family:   Sections,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     overviewAspectsPage,
	Words:    compiled,
	Always:   true, // a section may have no such note
	Check:    checkOverviewAspects,
}

// checkOverviewAspects reports, for each section that has to speak of
// something, that it has no contents, or else which aspects it leaves out:
// those of all organs, and those of governments.
func checkOverviewAspects(p *Pass) {
	for i := range p.Form.Sections {
		if s := &p.Form.Sections[i]; s.Found() && len(s.Body) > 0 && s.Def.HasAspects() {
			p.checkAspects(s)
		}
	}
}

func (p *Pass) checkAspects(s *profile.BoundSection) {
	if n := p.surveyLength(s); n < s.Def.Least {
		names, basis := p.aspectNames(s.Def)
		p.Flag(Diagnostic{
			Item: "content",
			Span: s.Place(),
			Message: Message{
				fmt.Sprintf("「%s」除编制说明外%s，没有综述全年工作", s.Def.Label(), onlyCharacters(n)),
				fmt.Sprintf("「%s」 has %d characters besides the note on how it was compiled: no survey of the year", s.Def.Label(), n),
			},
			Label: Message{"没有综述", "no survey"},
			Help:  Message{"综述" + strings.Join(names, "、") + "等方面的情况", "say what was done in each of the prescribed aspects"},
			Basis: basis,
		})
		return
	}
	kind, lacking := p.OrganKind().Value, p.lacking(s)
	if lacking == (aspectSet{}) {
		return
	}
	p.flagAspects(s, "aspects", lacking, func(a *profile.Aspect) bool { return len(a.Kinds) == 0 })
	p.flagAspects(s, "government", lacking, func(a *profile.Aspect) bool { return len(a.Kinds) > 0 && a.Of(kind) })
}

// aspectNames returns what every organ has to speak of in a section, and where
// that is laid down.
func (p *Pass) aspectNames(def *profile.Section) (names []string, basis string) {
	for i := range p.Form.Profile.Aspects {
		if a := &p.Form.Profile.Aspects[i]; a.Section == def.ID && len(a.Kinds) == 0 {
			names, basis = append(names, a.Name), a.Basis
		}
	}
	return names, basis
}

// lacking returns the aspects that a section does not speak of and should.
func (p *Pass) lacking(s *profile.BoundSection) aspectSet {
	lacking := p.prose.lacks[1+p.Form.Profile.Section(s.Def.ID)]
	for i := range s.Body {
		if b := &s.Body[i]; !running(b) && b.Prose.Text != "" {
			for n := range p.Form.Profile.Aspects {
				if containsAny(b.Prose.Text, p.Form.Profile.Aspects[n].Words) {
					lacking.clear(n)
				}
			}
		}
	}
	return lacking
}

func onlyCharacters(n int) string {
	if n == 0 {
		return "没有内容"
	}
	return fmt.Sprintf("只有 %d 个字", n)
}

// flagAspects reports the aspects among those wanted that the section does
// not speak of.
func (p *Pass) flagAspects(s *profile.BoundSection, item string, lacking aspectSet, wanted func(*profile.Aspect) bool) {
	var lacks []string
	basis, of := "", 0
	for i := range p.Form.Profile.Aspects {
		a := &p.Form.Profile.Aspects[i]
		if a.Section != s.Def.ID || !wanted(a) {
			continue
		}
		basis = a.Basis
		of++
		if lacking.has(i) {
			lacks = append(lacks, a.Name)
		}
	}
	if len(lacks) == 0 {
		return
	}
	p.Flag(Diagnostic{
		Item: item,
		Span: s.Place(),
		Message: Message{
			fmt.Sprintf("「%s」应说到 %d 个方面，没有说到%s", s.Def.Label(), of, quoted(lacks)),
			fmt.Sprintf("「%s」 should speak of %d aspects, leaves out %s", s.Def.Label(), of, strings.Join(lacks, ", ")),
		},
		Label: Message{"没有说到" + strings.Join(lacks, "、"), "leaves out " + strings.Join(lacks, ", ")},
		Help:  Message{"补写这些方面；没有开展的，也写明", "write about them, also when nothing was done"},
		Basis: basis,
	})
}

// compiled are words of the note on how a report was compiled, where it can
// be read and whom to ask.
var compiled = []string{"编制", "统计期限", "统计时限", "统计时间", "本报告", "现公布", "现将", "电子版", "电子版本", "下载", "如有疑问", "联系地址", "联系电话"}

// surveyLength counts the characters of a section without that note, as far as
// it matters.
func (p *Pass) surveyLength(s *profile.BoundSection) (n int) {
	for block := s.First; block < s.First+len(s.Body); block++ {
		text := p.Report.Blocks[block].Prose.Text
		if running(&p.Report.Blocks[block]) && !p.prose.has(block, p.number) {
			if n += characters(text); n >= s.Def.Least {
				return n
			}
			continue
		}
		for _, sentence := range p.prose.of(block) {
			if n >= s.Def.Least {
				return n
			}
			if !p.tellsCompiling(block, sentence) {
				n += characters(text[sentence.from:sentence.to])
			}
		}
	}
	return n
}

// tellsCompiling reports whether a sentence belongs to that note.
func (p *Pass) tellsCompiling(block int, s extent) bool {
	b := &p.Report.Blocks[block]
	if !running(b) {
		return containsAny(b.Prose.Text[s.from:s.to], compiled)
	}
	return slices.ContainsFunc(p.prose.in(block), func(h hit) bool {
		return int(h.rule) == p.number && int(h.at) >= s.from && int(h.at)+int(h.size) <= s.to
	})
}
