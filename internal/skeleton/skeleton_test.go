package skeleton

import (
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/internal/ruletest"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// formats are the formats of reports that have tables, each with a year that
// it holds for.
func formats() map[int]*profile.Profile {
	all := map[int]*profile.Profile{}
	for _, year := range []int{2020, 2021, 2025} {
		all[year] = profile.Standard().ByYear(year)
	}
	return all
}

// What is found in a new report is what its writer has to write: figures,
// sentences, a date.
func TestWrite(t *testing.T) {
	toWrite := map[string]bool{
		"cell-blank": true, "overview-aspects": true, "section-empty": true, "template-residue": true,
		"fee-missing": true, "signature-missing": true, "problems-unanswered": true,
	}
	for year, p := range formats() {
		text := Write(p, Facts{Organ: "示例市教育局", Year: year, Kind: profile.Department})
		form, found := ruletest.Look([]byte(text))
		for _, d := range found {
			if !toWrite[d.Rule] {
				t.Errorf("%d: line %d: %s %s", year, d.Span.Position().Line, d.Rule, d.Message.ZH)
			}
		}
		if form.Profile != p || form.Report.Meta.Organ.Value != "示例市教育局" {
			t.Errorf("%d: read as %s of %s", year, form.Profile.ID, form.Report.Meta.Organ.Value)
		}
		for i := range form.Tables {
			for j := range form.Tables[i].Rows {
				if r := &form.Tables[i].Rows[j]; !r.Found() || r.Ragged {
					t.Errorf("%d: row %s is not read", year, form.Tables[i].Def.Rows[j].ID)
				}
			}
		}
	}
}

// With zeros in the cells and what is asked for in the text nothing is found.
func TestFilledIn(t *testing.T) {
	for year, p := range formats() {
		zero := func(profile.Ref) string { return "0" }
		filled := Write(p, Facts{Organ: "示例市教育局", Year: year, Kind: profile.Department, Known: zero})
		for _, a := range p.Aspects {
			filled = strings.ReplaceAll(filled, "）"+a.Name+"\n", "）"+a.Name+"\n\n本局在"+a.Name+"方面明确责任分工，落实各项要求，定期检查。\n")
		}
		if len(p.Aspects) == 0 {
			filled = after(filled, p.Sections[0].Label(), "本局依法办理主动公开和依申请公开事项。")
		}
		filled = after(filled, p.Sections[4].Label(), "政策解读形式比较单一，将丰富图文、视频等形式，分类开展培训。")
		filled = after(filled, p.Sections[len(p.Sections)-1].Label(), "无其他需要报告的事项。")
		filled = strings.NewReplacer("____", "0", "__月__日", "1月20日").Replace(filled)
		for _, d := range second(ruletest.Look([]byte(filled))) {
			t.Errorf("%d: line %d: %s %s\n%s", year, d.Span.Position().Line, d.Rule, d.Message.ZH, filled)
		}
	}
}

// after puts a paragraph below a heading.
func after(text, heading, paragraph string) string {
	return strings.Replace(text, "## "+heading+"\n", "## "+heading+"\n\n"+paragraph+"\n", 1)
}

func second(_ *profile.Form, found []rules.Diagnostic) []rules.Diagnostic { return found }

// Figures that are known stand where they belong.
func TestKnown(t *testing.T) {
	p := profile.Standard().ByYear(2025)
	want := profile.Ref{Table: "applications", Row: "carried-in", Column: "natural"}
	text := Write(p, Facts{Organ: "示例市教育局", Year: 2025, Known: func(ref profile.Ref) string {
		if ref == want {
			return "17"
		}
		return ""
	}})
	form := profile.Standard().Bind(parser.Parse(report.NewFile("new.md", text)))
	if c := form.Cell(want); c == nil || c.Text != "17" || strings.Count(text, " 17 ") != 1 {
		t.Errorf("got %v in\n%s", c, text)
	}
}

// A name with marks of YAML is still the name.
func TestOddName(t *testing.T) {
	for _, organ := range []string{"示例市#1局", "示例市: 局", `示例市"某"局`, "[示例]局"} {
		text := Write(profile.Standard().ByYear(2025), Facts{Organ: organ, Year: 2025})
		if r := parser.Parse(report.NewFile("new.md", text)); r.Meta.Organ.Value != organ || r.Meta.Year.Value != "2025" {
			t.Errorf("%s is read as %q", organ, r.Meta.Organ.Value)
		}
	}
}
