package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed section-extra.md
var sectionExtraPage string

var sectionExtra = Rule{
	Name:     "section-extra",
	Title:    Message{"多出的章节", "section that the form does not have"},
	Family:   Sections,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     sectionExtraPage,
	Check:    checkSectionExtra,
}

// appended are words in the headings of what is put behind a report.
var appended = []string{"附件", "附表", "附图", "附注", "附录", "解读", "联系", "名词解释", "术语"}

func checkSectionExtra(p *Pass) {
	for i := range p.Form.Extra {
		h := &p.Form.Extra[i]
		if containsAny(h.Text, appended) {
			continue
		}
		p.Flag(p.sectionExtra(h, Message{
			fmt.Sprintf("「%s」不是规定的章节，格式只有 %d 节", h.Shown(), len(p.Form.Sections)),
			fmt.Sprintf("「%s」 is no section of the form, which has %d", h.Shown(), len(p.Form.Sections)),
		}))
	}
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		for j := range s.Again {
			d := p.sectionExtra(&s.Again[j], Message{
				fmt.Sprintf("「%s」一节出现了 %d 次", s.Def.Label(), len(s.Again)+1),
				fmt.Sprintf("the section 「%s」 stands here %d times", s.Def.Label(), len(s.Again)+1),
			})
			d.Item = s.Def.ID
			d.Related = []Related{{Span: s.Place(), Message: Message{"另一处在这里", "the other one is here"}}}
			d.Help = Message{"合并为一节", "make one section of them"}
			p.Flag(d)
		}
	}
}

func (p *Pass) sectionExtra(h *profile.Heading, m Message) Diagnostic {
	return Diagnostic{
		Span:    h.Place(),
		Message: m,
		Label:   Message{"格式没有这一节", "not in the form"},
		Help:    Message{"把内容并入相应的章节", "move what it says into the section that it belongs to"},
		Basis:   p.Form.Profile.Basis,
	}
}
