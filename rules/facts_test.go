package rules

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

// bind reads the form with the id after replacing text in it.
func bind(t testing.TB, id string, replace ...string) *profile.Form {
	t.Helper()
	src := testdata.Form(id)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(src, replace[i]) {
			t.Fatalf("%q does not stand in %s", replace[i], id)
		}
		src = strings.ReplaceAll(src, replace[i], replace[i+1])
	}
	return profile.Standard().Bind(parser.Parse(report.NewFile(id+".md", src)))
}

// The figures of a report come back as they were, whatever is in the cells.
func TestFigures(t *testing.T) {
	for _, id := range []string{"disclosure-2021", "disclosure-2019", "disclosure-2021-small", "disclosure-2019-small"} {
		form := bind(t, id)
		f := NewChecker(All()).Report(form, nil).Facts
		if size := len(f.figures); size > 300 {
			t.Errorf("%s: figures take %d bytes", id, size)
		}
		for i := range form.Tables {
			compareFigures(t, f, &form.Tables[i])
		}
	}
}

func compareFigures(t *testing.T, f *Facts, table *profile.BoundTable) {
	for row := range table.Rows {
		for column := range table.Def.Columns {
			cell := table.Cell(row, column)
			got, ok := f.Value(table.Ref(row, column))
			if want := cell != nil && cell.Counts(); ok != want {
				t.Errorf("%v: there is one: %v, want %v", table.Ref(row, column), ok, want)
			}
			if ok && (!got.Equal(cell.Value) || got.String() != cell.Value.String()) {
				t.Errorf("%v: %s, want %s", table.Ref(row, column), got, cell.Value)
			}
		}
	}
}

func TestFigureKinds(t *testing.T) {
	const row = "| 行政规范性文件 | 564 | 984 | 4185 |"
	const fees = "| 行政事业性收费 | 316441 | | |"
	for _, c := range []struct{ old, new, want string }{
		{row, "| 行政规范性文件 | 0 | / | 4185 |", "0 zero, 0 blank, 4185 written"},
		{row, "| 行政规范性文件 | | -18 | +1036 |", "0 blank, -18 written, 1036 written"},
		{row, "| 行政规范性文件 | 若干 | 0 | １２ |", "0 none, 0 zero, 12 written"},
		{row, "| 行政规范性文件 | 12345678901234567890123 | 1,234 | 0012 |", "12345678901234567890123 written, 1234 written, 12 written"},
		{row, "", "0 none, 0 none, 0 none"},
		{fees, "| 行政事业性收费 | 4166.214619 | | |", "4166.214619 written"},
		{fees, "| 行政事业性收费 | 0.00 | | |", "0 zero"},
		{fees, "| 行政事业性收费 | 984361元 | | |", "0 none"},
		{fees, "| 行政事业性收费 | 160.59万元 | | |", "160.59 written"},
	} {
		form := bind(t, "disclosure-2021", c.old, c.new)
		var all figures
		all.decode(NewChecker(All()).Report(form, nil).Facts)
		from := form.Profile.Figure(profile.Ref{Table: "regulations", Row: "normative", Column: "issued"})
		to := from + 3
		if c.old == fees {
			from = form.Profile.Figure(profile.Ref{Table: "charges", Row: "fees", Column: "amount"})
			to = from + 1
		}
		var got []string
		for n := from; n < to; n++ {
			got = append(got, all.value(n).String()+" "+[]string{"none", "blank", "zero", "written"}[all.kind(n)])
		}
		if list := strings.Join(got, ", "); list != c.want {
			t.Errorf("%s: %s, want %s", c.new, list, c.want)
		}
	}
}

// What stays of a report holds neither its text nor more than it may.
func TestFactsAreSmall(t *testing.T) {
	const count = 2000
	checker := NewChecker(setRules())
	kept := make([]*Facts, count)
	before := heap()
	for i := range kept {
		src := strings.ReplaceAll(testdata.Form("disclosure-2021"), "示例市人民政府", fmt.Sprintf("示例%d市人民政府", i))
		src = strings.ReplaceAll(src, "全年未发生责任追究情形。", strings.Repeat(fmt.Sprintf("全年办理%d件。", i), 40))
		file := report.NewFile(fmt.Sprintf("reports/示例%d市/2025.md", i), src)
		kept[i] = checker.Report(profile.Standard().Bind(parser.Parse(file)), nil).Facts
	}
	each := (heap() - before) / count
	t.Logf("%d bytes a report", each)
	if each > 1200 {
		t.Errorf("facts take %d bytes a report, want at most 1200", each)
	}
	if len(kept[0].texts) != 2 {
		t.Errorf("%d texts are kept, want those of sections 1 and 5", len(kept[0].texts))
	}
	runtime.KeepAlive(kept)
}

// setRules returns the rules that look at all reports.
func setRules() []*Rule {
	return slices.DeleteFunc(All(), func(r *Rule) bool { return !r.Compares() })
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// Sketches tell likeness well enough that few pairs need to be read again.
func TestSketch(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, length := range []int{150, 400, 2000} {
		for _, changed := range []int{0, 1, 5, 20, 80} {
			worst := 0
			for range 20 {
				text := randomText(random, length)
				other := []rune(text)
				for range changed {
					other[random.IntN(length)] = rune(0x4E00 + random.IntN(3000))
				}
				a, b := sectionOf(text), sectionOf(string(other))
				x, y := readText(a), readText(b)
				exact := likeness(a, b)
				if same := text == string(other); same != (exact == 100) || same && x != y {
					t.Errorf("%d changes: same %v, sketches equal %v, %d percent", changed, same, x == y, exact)
				}
				worst = max(worst, exact-x.sketch.alike(&y.sketch))
			}
			if limit := 3 * sketchMargin; worst > limit {
				t.Errorf("%d letters, %d changed: a sketch rates %d percent too low", length, changed, worst)
			}
		}
	}
}

// Eight places at a time are compared as one by one.
func TestSketchAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var a, b sketch
		same, either := 0, 0
		for i := range a {
			a[i], b[i] = byte(random.IntN(3)*0x7F), byte(random.IntN(3)*0x7F)
			if a[i] != 0 || b[i] != 0 {
				either++
				if a[i] == b[i] {
					same++
				}
			}
		}
		if got := a.alike(&b); got != 100*same/either {
			t.Fatalf("%x and %x are %d percent alike, want %d of %d", a, b, got, same, either)
		}
	}
}

func randomText(random *rand.Rand, length int) string {
	text := make([]rune, length)
	for i := range text {
		text[i] = rune(0x4E00 + random.IntN(3000))
	}
	return string(text)
}

// readText sums up the text of a section.
func readText(section *profile.BoundSection) textFacts {
	s := scanner{prose: &prose{matcher: &matcher{compared: []bool{false, true}}}}
	for i := range section.Body {
		s.sumUp(1, &section.Body[i])
		s.scan(i, section.Body[i].Prose.Text, new(aspectSet))
	}
	return s.facts()
}

// sectionOf returns a section with the paragraphs.
func sectionOf(paragraphs ...string) *profile.BoundSection {
	s := &profile.BoundSection{}
	for _, p := range paragraphs {
		s.Body = append(s.Body, report.Block{Kind: report.Paragraph, Prose: report.Prose{Text: p}})
	}
	return s
}

// Digits, blanks, punctuation, headings and tables are no part of a text.
func TestLetters(t *testing.T) {
	a := sectionOf("2024年，收到申请36件（增长5%）。", "ABC")
	b := sectionOf("2025 年: 收到申请141件, 增长0.3 %", "abc")
	b.Body = append(b.Body,
		report.Block{Kind: report.Heading, Mark: report.ATX, Prose: report.Prose{Text: "小标题"}},
		report.Block{Kind: report.Paragraph, Mark: report.Bold, Prose: report.Prose{Text: "小标题"}},
		report.Block{Kind: report.TableBlock, Prose: report.Prose{Text: "表"}})
	x, y := readText(a), readText(b)
	if x != y || x.letters != 11 || likeness(a, b) != 100 || !slices.Equal(allLetters(a), allLetters(b)) {
		t.Errorf("sketches %x, %x of %d letters, %d percent alike", x.sketch, y.sketch, x.letters, likeness(a, b))
	}
	if n := likeness(sectionOf(""), sectionOf("")); n != 0 {
		t.Errorf("no text is %d percent alike", n)
	}
}

func TestSet(t *testing.T) {
	organs := []report.Organ{
		{Name: "市"}, {Name: "甲局", Aliases: []string{"旧甲局", "甲 局办公室"}, Parent: "市"}, {Name: "乙局", Parent: "市"}, {Name: "丙局", Parent: "甲局"},
	}
	facts := func(organ string, year int, file string) *Facts {
		return &Facts{File: file, Year: year, Organ: organ}
	}
	list := []*Facts{
		facts("甲局", 2023, "d"), facts("旧甲局", 2022, "c"), facts("甲局办公室", 2021, "b"), facts("市", 2023, "e"),
		facts("甲局", 2023, "a"), facts("", 2023, "y"), facts("丁局", 0, "x"), facts("甲局", 2019, "f"), facts("丁局", 2023, "g"),
	}
	for range 5 {
		rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		s := NewSet(list, organs)
		var got []string
		for _, f := range s.Reports {
			got = append(got, f.File)
		}
		for f, before := range s.Years {
			got = append(got, f.File+before.File)
		}
		for f, prior := range s.Pairs {
			got = append(got, f.File+prior.File)
		}
		if order := strings.Join(got, " "); order != "g e f b c a bf cb ac cb ac" {
			t.Errorf("reports, with the one before, with last year's: %s", order)
		}
		if len(s.Copies) != 1 || s.Copies[0].Report.File != "d" || s.Copies[0].Used.File != "a" {
			t.Errorf("copies: %v", s.Copies)
		}
		if len(s.Unknown) != 2 || s.Unknown[0].File != "x" || s.Unknown[1].File != "y" {
			t.Errorf("unknown: %v", s.Unknown)
		}
		sum := s.Reports[slices.IndexFunc(s.Reports, func(f *Facts) bool { return f.File == "e" })]
		members, missing := s.Members(sum)
		if len(members) != 1 || members[0].File != "a" || len(missing) != 1 || missing[0].Name != "乙局" {
			t.Errorf("members: %v, missing %v", members, missing)
		}
		if members, missing := s.Members(s.Reports[0]); members != nil || missing != nil {
			t.Error("an organ that is not configured has members")
		}
	}
}
