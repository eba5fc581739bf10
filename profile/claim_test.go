package profile

import (
	"fmt"
	"strings"
	"testing"
)

// Every word of every claim is read where it may stand: no claim is dead.
func TestEveryClaimWordIsRead(t *testing.T) {
	for _, year := range []string{"2020", "2023"} {
		form := overview(year)
		for i := range form.Profile.Claims {
			c := &form.Profile.Claims[i]
			for _, word := range c.Words {
				for _, sentence := range sentences(form.Profile, c, word) {
					want := fmt.Sprintf(" %s=%d ", c.ID, c.Says)
					if c.hasFigure() {
						want = " " + c.ID + "=7 "
					}
					if got := " " + claims(year, sentence) + " "; !strings.Contains(got, want) {
						t.Errorf("%s: %s: got%swant%s", form.Profile.ID, sentence, got, want)
					}
				}
			}
		}
	}
}

// sentences returns what claims say with the word, in each order.
func sentences(p *Profile, c *Claim, word string) []string {
	before := "因政府信息公开，"
	if c.subject >= 0 {
		before += p.wording.Subjects[c.subject].Words[0] + "方面，"
	}
	switch c.Stands {
	case Governs:
		return []string{"因政府信息公开，" + word + p.wording.Subjects[c.subject].Words[0] + "。"}
	case Alone:
		return []string{before + word + "。"}
	case Around:
		return []string{before + word + "7件。", before + "7件" + word + "。"}
	}
	return []string{before + word + "7件。"}
}

// A claim that cannot be checked is an error that names it.
func TestClaimsAreLoadedStrictly(t *testing.T) {
	src, err := embedded.ReadFile("profiles/disclosure-2021.toml")
	if err != nil {
		t.Fatal(err)
	}
	const good = `
[[claim]]
id = "x"
name = "甲"
english = "x"
sections = "overview"
words = "甲乙"
table = "applications"
columns = "sum"
equals = ["new"]
`
	if _, err := Load("x.toml", string(src)+good); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ from, to, want string }{
		{`"overview"`, `"nowhere"`, `no section "nowhere"`},
		{`"甲乙"`, `""`, "words are required"},
		{`english = "x"`, ``, "english and words are required"},
		{`"applications"`, `"nothing"`, `no table "nothing"`},
		{`"sum"`, `"none"`, `no column "none"`},
		{`["new"]`, `["old"]`, `no row or group "old"`},
		{`["new"]`, `["new total"]`, "neither + nor -"},
		{`["new"]`, `["new +"]`, "is no sum"},
		{`["new"]`, `[""]`, "is no sum"},
		{`["new"]`, `[]`, "columns and equals are required"},
		{`id = "x"`, "id = \"x\"\nsubject = \"weather\"", `no subject "weather"`},
		{`id = "x"`, "id = \"x\"\ncontext = \"weather\"", `no subject "weather"`},
		{`id = "x"`, "id = \"x\"\nof = \"y\"", `no claim "y"`},
		{`id = "x"`, "id = \"x\"\nstands = \"up\"", `stands "up"`},
		{`id = "x"`, "id = \"x\"\nstands = \"governs\"", "needs a subject"},
		{`id = "x"`, "id = \"x\"\nsays = 1", "says is for a word"},
		{`id = "x"`, "id = \"x\"\nseverity = \"loud\"", `severity "loud"`},
		{`id = "x"`, "id = \"x\"\npattern = \".*\"", "unknown key"},
		{`id = "x"`, `id = "received"`, `"received" stands twice`},
	}
	for _, test := range tests {
		claim := strings.Replace(good, test.from, test.to, 1)
		if _, err := Load("x.toml", string(src)+claim); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s for %s: got error %v, want %s", test.to, test.from, err, test.want)
		}
	}
}

// Reading never panics and stays inside the text.
func FuzzStatements(f *testing.F) {
	f.Add("全年收到政府信息公开申请3件，其中予以公开2件。")
	f.Add("未收到《甲》申请、1件2024年6月结转，")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\n#") {
			return
		}
		overview("2023", text+"。").EachStatement(allBlocks, func(s Statement) bool {
			if s.At < 0 || s.End > len(s.Sentence.Text) || s.At >= s.End {
				t.Errorf("%q: %d to %d", s.Sentence.Text, s.At, s.End)
			}
			return true
		})
	})
}
