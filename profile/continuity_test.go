package profile

import (
	"os"
	"strings"
	"testing"
)

func TestFigures(t *testing.T) {
	for _, p := range Standard().All() {
		for n := range p.Figures() {
			if ref := p.FigureRef(n); p.Figure(ref) != n {
				t.Errorf("%s: figure %d is %v, which is figure %d", p.ID, n, ref, p.Figure(ref))
			}
		}
	}
	p := Standard().profile("disclosure-2021")
	if got, want := p.Figures(), 6+1+2+1+175+15; got != want {
		t.Errorf("the 2021 form has %d figures, want %d", got, want)
	}
	for ref, want := range map[Ref]bool{
		{"applications", "total", "natural"}:   true,
		{"applications", "open", "sum"}:        true,
		{"applications", "open", "natural"}:    false,
		{"applications", "new", "natural"}:     false,
		{"litigation", "review", "sum"}:        true,
		{"regulations", "normative", "valid"}:  false,
		{"regulations", "normative", "issued"}: false,
	} {
		if got := p.Derived(p.Figure(ref)); got != want {
			t.Errorf("Derived(%v) = %v", ref, got)
		}
	}
	if p.Figure(Ref{"applications", "new", "none"}) >= 0 || p.Figure(Ref{"none", "new", "sum"}) >= 0 {
		t.Error("a figure that the form does not have has a number")
	}
}

func TestLinks(t *testing.T) {
	new, old := Standard().profile("disclosure-2021"), Standard().profile("disclosure-2019")
	var items []string
	for _, l := range old.Links() {
		items = append(items, l.Item)
	}
	want := "carried/natural carried/business carried/research carried/nonprofit carried/legal carried/other carried/sum " +
		"stock/rules stock/normative licensing/licences licensing/services sanctions/penalties sanctions/coercion charges/fees"
	if got := strings.Join(items, " "); got != want {
		t.Errorf("links of 2019:\n%s\nwant\n%s", got, want)
	}
	for _, l := range new.Links() {
		if got, want := l.GoesOn(new, old), l.ID == "carried"; got != want {
			t.Errorf("%s goes on from 2019: %v", l.Item, got)
		}
		if !l.GoesOn(new, new) {
			t.Errorf("%s does not go on from 2021", l.Item)
		}
	}
}

// Every reference that leads nowhere is an error that names it.
func TestContinuityErrors(t *testing.T) {
	src, err := os.ReadFile("profiles/disclosure-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`prior = ["carried-out"]`, `prior = ["carried-away"]`, `continuity "carried": no row "carried-away" in table "applications"`},
		{`left = ["valid", "repealed"]
right = ["issued"]
prior = ["valid"]`, `left = ["valid", "lost"]
prior = ["valid"]`, `continuity "stock": no column "lost" in table "regulations"`},
		{`prior = ["carried-out"]`, ``, `left and prior are required`},
		{`rule = "carry-mismatch"`, ``, `rule and basis are required`},
		{`rows = ["review", "direct"]`, `rows = ["review", "indirect"]`, `rollup "litigation": no row "indirect" in table "litigation"`},
		{`rounding = "0.01"`, `rounding = "some"`, `rollup "charges": rounding "some" is no number`},
		{`id = "charges"
table = "charges"
rounding`, `id = "charges"
table = "expenses"
rounding`, `rollup "charges": no table "expenses"`},
		{`sums = [["new"], ["new", "carried-in"]]`, `sums = [["newer"]]`, `growth "received": no figure {applications newer sum}`},
		{`overview = 90`, `preface = 90`, `alike: no section "preface"`},
		{`overview = 90`, `overview = 900`, `alike: section "overview": 900 percent is not from 1 to 100`},
	} {
		broken := strings.Replace(string(src), c.old, c.new, 1)
		if broken == string(src) {
			t.Fatalf("%q does not stand in the profile", c.old)
		}
		if _, err := Load("x.toml", broken); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v", c.want, err)
		}
	}
}

func TestCheckFormats(t *testing.T) {
	src, err := os.ReadFile("profiles/disclosure-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load("x.toml", string(src))
	if err != nil {
		t.Fatal(err)
	}
	if err := newFamily("f", nil, []*format{opened(p)}).checkFormats(); err == nil || !strings.Contains(err.Error(), `no format "disclosure-2019"`) {
		t.Errorf("got %v", err)
	}
}
