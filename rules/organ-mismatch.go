package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed organ-mismatch.md
var organMismatchPage string

var organMismatch = Rule{
	Name:     "organ-mismatch",
	Title:    Message{"机关名称前后不一", "organ named differently"},
	Family:   Document,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     organMismatchPage,
	Words:    []string{"编制", "市人民政府", "市政府", "市政务", "我局", "我委", "我厅", "我镇", "我乡"},
	Always:   true, // title and sign-off are compared
	Check:    checkOrganMismatch,
}

// naming is the name of an organ and where it stands.
type naming struct {
	name   string
	span   report.Span
	zh, en string // where that is
}

func checkOrganMismatch(p *Pass) {
	title := p.titleNaming(p.Report.Title)
	own := title
	if organ := p.Report.Meta.Organ; organ.Known() && !organ.Guessed() {
		zh, en := sourceOf(organ)
		own = naming{organ.Value, organ.Span, zh, en}
	}
	if own.name == "" {
		return
	}
	signed := naming{p.Report.SignOff.Organ.Value, p.Report.SignOff.Organ.Span, "落款", "sign-off"}
	if own != title && !own.span.IsZero() && title.agrees(signed) && otherOrgan(own.name, title.name) && otherOrgan(own.name, signed.name) {
		p.compareOrgans(title, own) // the odd one out
		own = title
	} else if own != title {
		p.compareOrgans(own, title)
	}
	p.compareOrgans(own, signed)
	selfSeen := false
	mayDiffer := func(block, at int) bool { return p.mayDiffer(own.name, block, at) }
	p.eachMention(mayDiffer, func(s Sentence) bool {
		p.checkCompiler(own, s)
		selfSeen = selfSeen || p.checkSelf(own, s)
		p.checkCity(own, s)
		return true
	})
}

// agrees reports whether both names are there and may be those of one organ.
func (n naming) agrees(other naming) bool {
	return n.name != "" && other.name != "" && !otherOrgan(n.name, other.name)
}

func (p *Pass) titleNaming(title report.Prose) naming {
	from, to := p.titleOrgan(title.Text)
	if from >= to {
		return naming{}
	}
	return naming{title.Text[from:to], title.Slice(from, to), "题名", "title"}
}

func (p *Pass) compareOrgans(own, other naming) {
	if other.name == "" || !otherOrgan(own.name, other.name) {
		return
	}
	if from, to := residue(other.name); from == to { // else nobody's name: template-residue's
		p.Flag(p.organDiffers(own, other))
	}
}

func (p *Pass) organDiffers(own, other naming) Diagnostic {
	d := Diagnostic{
		Span: other.span,
		Message: Message{
			fmt.Sprintf("%s的机关名称应为「%s」（%s），实为「%s」", other.zh, own.name, own.zh, other.name),
			fmt.Sprintf("the organ named in the %s should be 「%s」 (%s), is 「%s」", other.en, own.name, own.en, other.name),
		},
		Label:    Message{"与" + own.zh + "不同", "differs from the " + own.en},
		Expected: own.name,
		Actual:   other.name,
		Help:     Message{"核对机关全称，改正写错的一处；机构改名的，用现名", "find out which is wrong; a renamed organ uses its present name"},
		Basis:    p.Form.Law().Accuracy,
	}
	if !own.span.IsZero() {
		d.Related = []Related{{Span: own.span, Message: Message{own.zh + "「" + own.name + "」", own.en + " 「" + own.name + "」"}}}
	}
	return d
}
