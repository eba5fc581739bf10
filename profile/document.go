package profile

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// Document is a law or notice that reports cite as what they rest on.
type Document struct {
	Number string   `toml:"number"` // 国办公开办函〔2021〕30号
	Titles []string `toml:"titles"` // what tells its title, folded, between 《 and 》
	// ReplacedBy is the number of the document in force in the years of the
	// profile, "" when it is this one.
	ReplacedBy string `toml:"replaced-by"`

	folded []string // Titles
	issuer string
}

// Issuer returns the number up to its first digit or bracket: 国办公开办函,
// 国务院令第.
func (d *Document) Issuer() string { return d.issuer }

// Titled reports whether a title, as it stands between 《 and 》 but folded, is
// that of the document.
func (d *Document) Titled(folded string) bool {
	for _, t := range d.folded {
		if strings.HasSuffix(folded, t) {
			return true
		}
	}
	return false
}

// Document returns the document with the number, or nil.
func (p *Profile) Document(number string) *Document {
	for i := range p.Documents {
		if p.Documents[i].Number == number {
			return &p.Documents[i]
		}
	}
	return nil
}

func (p *Profile) compileDocuments() error {
	for i := range p.Documents {
		d := &p.Documents[i]
		for _, title := range d.Titles {
			d.folded = append(d.folded, report.Fold(title))
		}
		d.issuer = d.Number[:max(0, strings.IndexAny(d.Number, "〔0123456789"))]
		switch {
		case len(d.Titles) == 0 || d.issuer == "":
			return within("document", d.Number, fault("带发文机关代字的 number 和 titles 都要写", "a number with its issuer and titles are required"))
		case d.ReplacedBy != "" && p.Document(d.ReplacedBy) == nil:
			return within("document", d.Number, fault("没有文件「%s」", "no document %q", d.ReplacedBy))
		}
	}
	return nil
}
