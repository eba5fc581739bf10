package reporter

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// sarifLog is what the tests read of a log.
type sarifLog struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		Tool        struct{ Driver sarifDriver }
		ColumnKind  string
		Invocations []sarifInvocation
		Results     []sarifResult
	}
}

func readSARIF(t *testing.T, r *rules.Result, o Options) sarifLog {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(render(t, SARIF, r, o)), &log); err != nil {
		t.Fatal(err)
	}
	return log
}

// TestSARIFMultitool has Microsoft's validator read the findings of all cases,
// by the rules of the standard and those of GitHub.
func TestSARIFMultitool(t *testing.T) {
	tool := needs(t, "GOUJI_SARIF_MULTITOOL", "Sarif.Multitool, of @microsoft/sarif-multitool-linux 5.7.0 from npm")
	all := everything()
	for name, log := range map[string]string{
		"zh":    render(t, SARIF, all, Options{Version: "0.1.0"}),
		"en":    render(t, SARIF, all, Options{Version: "0.1.0", Lang: "en", Prefix: "a b/公开"}),
		"clean": render(t, SARIF, clear(), Options{Version: "0.1.0"}),
	} {
		for _, fault := range validate(t, tool, log) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	broken := strings.Replace(render(t, SARIF, located(), Options{}), "reports/%E6", "reports/ %E6", 1)
	if len(validate(t, tool, broken)) == 0 {
		t.Error("the validator finds nothing wrong with a blank in a URI")
	}
}

// validate returns the errors and warnings of the validator. They are in a log
// of its own; its exit code is 0 whatever it found. One warning asks for what
// there is none of, a page of the tool on the web.
func validate(t *testing.T, tool, text string) (faults []string) {
	t.Helper()
	dir := t.TempDir()
	name, verdict := filepath.Join(dir, "log.sarif"), filepath.Join(dir, "verdict.sarif")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool, "validate", name, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning", "--kind", "Fail",
		"--output", verdict, "--log", "ForceOverwrite")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(verdict)
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Results []struct {
				Level, RuleID string
				Message       struct{ ID string }
				Locations     []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &log); err != nil || len(log.Runs) != 1 {
		t.Fatalf("no verdict: %v\n%s", err, data)
	}
	for _, r := range log.Runs[0].Results {
		if r.Message.ID != "Warning_ProvideToolnformationUri" {
			faults = append(faults, fmt.Sprint(r.Level, r.RuleID, r.Message.ID, r.Locations))
		}
	}
	return faults
}

// TestSARIFColumns holds that columns are UTF-16 units, as the log says.
func TestSARIFColumns(t *testing.T) {
	f := report.NewFile("2023.md", "\ufeff𠀀| 1 |\r\n| 𠀀𪚥 | 2 |\r\n")
	find := func(line int, text string) rules.Diagnostic {
		return rules.Diagnostic{Rule: "x", Severity: rules.Error, Span: at(f, line, text, 1), Related: []rules.Related{{Span: at(f, line, text, 1), Message: both("a", "a")}}}
	}
	whole := rules.Diagnostic{Rule: "x", Span: f.Span(0, 0)}
	lines := rules.Diagnostic{Rule: "x", Span: f.Span(len("\ufeff"), len(f.Src))}
	run := readSARIF(t, one(find(1, "1"), find(2, "𠀀𪚥"), find(2, "2"), lines, whole), Options{}).Runs[0]
	if run.ColumnKind != "utf16CodeUnits" {
		t.Fatalf("columns are %s", run.ColumnKind)
	}
	for i, want := range []sarifRegion{{1, 5, 1, 6}, {2, 3, 2, 7}, {2, 10, 2, 11}, {1, 1, 2, 13}, {1, 1, 1, 1}} {
		if got := run.Results[i].Locations[0].Physical.Region; got != want {
			t.Errorf("result %d is at %v, not %v", i, got, want)
		}
	}
	if got, want := run.Results[2].Related[0].Physical.Region, (sarifRegion{2, 10, 2, 11}); got != want {
		t.Errorf("the related place is at %v, not %v", got, want)
	}
}

// TestSARIFFiles holds that URIs decode to the path and nothing in them could
// be anything else.
func TestSARIFFiles(t *testing.T) {
	for name, want := range map[string]sarifArtifact{
		"年 报/2023.md":      {"%E5%B9%B4%20%E6%8A%A5/2023.md", sourceRoot},
		"a:b#c?d%20e&f.md": {"a%3Ab%23c%3Fd%2520e%26f.md", sourceRoot},
		"/srv/年.md":        {"file:///srv/%E5%B9%B4.md", ""},
		"C:/年.md":          {"file:///C:/%E5%B9%B4.md", ""},
	} {
		f := report.NewFile(name, "x")
		got := readSARIF(t, one(rules.Diagnostic{Rule: "x", Span: f.Span(0, 1)}), Options{}).Runs[0].Results[0].Locations[0].Physical.Artifact
		if got != want {
			t.Errorf("%s is %v", name, got)
		}
		if path, err := url.PathUnescape(strings.TrimPrefix(got.URI, "file://")); err != nil || strings.TrimPrefix(path, "/") != strings.TrimPrefix(name, "/") {
			t.Errorf("%s decodes to %s, %v", got.URI, path, err)
		}
	}
}

// TestSARIFRules holds that every rule of gouji, if it finds something, comes
// with its page and within GitHub's limits.
func TestSARIFRules(t *testing.T) {
	f := report.NewFile("2023.md", "x")
	var list []rules.Diagnostic
	for _, r := range rules.All() {
		list = append(list, rules.Diagnostic{Rule: r.Name, Severity: rules.Warning, Span: f.Span(0, 1), Message: r.Title})
	}
	for _, lang := range []string{"zh-CN", "en"} {
		run := readSARIF(t, one(list...), Options{Lang: lang}).Runs[0]
		if len(run.Tool.Driver.Rules) != len(rules.All()) {
			t.Fatalf("%d rules", len(run.Tool.Driver.Rules))
		}
		for i, r := range run.Tool.Driver.Rules {
			if run.Results[i].RuleID != r.ID || run.Results[i].RuleIndex != i {
				t.Errorf("result %d is of rule %s, %d", i, run.Results[i].RuleID, run.Results[i].RuleIndex)
			}
			rule := Options{}.of(one()).ruleNamed(r.ID)
			if r.Help.Markdown != rule.Page || r.Help.Text == "" || r.Short.Text != rule.Title.In(lang) {
				t.Errorf("%s has help %q and title %q", r.ID, r.Help.Markdown, r.Short.Text)
			}
			if n := len([]rune(r.Full.Text)); n == 0 || n > longestTeaser {
				t.Errorf("%s is described in %d characters: %q", r.ID, n, r.Full.Text)
			}
			if strings.ContainsAny(r.Full.Text, "`#\n") || lang == "en" && regexp.MustCompile(`^\p{Han}`).MatchString(r.Full.Text) {
				t.Errorf("%s is described as %q", r.ID, r.Full.Text)
			}
			if want := map[rules.Severity]string{rules.Info: "note", rules.Warning: "warning", rules.Error: "error"}[max(rules.Info, rule.Severity)]; r.Default.Level != want || r.Default.Enabled != (rule.Severity != rules.Off) {
				t.Errorf("%s is %v by default, not %s", r.ID, r.Default, want)
			}
		}
	}
}

// TestSARIFLinks holds that the message links to related places by number, and
// that no text can pass for a link.
func TestSARIFLinks(t *testing.T) {
	f := report.NewFile("2023.md", "甲乙")
	d := rules.Diagnostic{Rule: "x", Span: f.Span(0, 3), Message: both(`见[此](1)和\`, ""), Related: []rules.Related{
		{Message: both("没有地方", "")}, {Span: f.Span(3, 6), Message: both("[乙](9)", "")}, {Span: f.Span(0, 3)},
	}}
	result := readSARIF(t, one(d), Options{}).Runs[0].Results[0]
	if want := `见\[此\](1)和\\。详情：gouji explain x。相关：[\[乙\](9)](1)、[甲](2)。`; result.Message.Text != want {
		t.Errorf("the message is %s", result.Message.Text)
	}
	if len(result.Related) != 2 || result.Related[0].ID != 1 || result.Related[1].ID != 2 {
		t.Errorf("the related places are %v", result.Related)
	}
}

// TestSARIFLimits holds that GitHub takes the whole file: no result without a
// place, not too many of anything, and what is left out is said.
func TestSARIFLimits(t *testing.T) {
	f := report.NewFile("2023.md", "x")
	d := rules.Diagnostic{Rule: "x", Severity: rules.Warning, Span: f.Span(0, 1), Message: both(strings.Repeat("长", 9000), "")}
	for range 200 {
		d.Related = append(d.Related, rules.Related{Span: f.Span(0, 1), Message: both("关", "")})
	}
	result := readSARIF(t, one(d), Options{}).Runs[0].Results[0]
	if len(result.Related) != mostRelated || strings.Count(result.Message.Text, "](") != mostListed {
		t.Errorf("%d related places, %d links", len(result.Related), strings.Count(result.Message.Text, "]("))
	}
	if n := len([]rune(result.Message.Text)); n > longestMessage+200 {
		t.Errorf("a message of %d characters", n)
	}
	var list []rules.Diagnostic
	for range mostResults + 5 {
		list = append(list, rules.Diagnostic{Rule: "x", Severity: rules.Info, Span: f.Span(0, 1)})
	}
	nowhere := rules.Diagnostic{Rule: "year-missing", Severity: rules.Error, Message: both("缺 2021 年的报告", "")}
	elsewhere := nowhere
	elsewhere.Related = []rules.Related{{Message: both("a", "")}, {Span: f.Span(0, 1)}}
	run := readSARIF(t, one(append(list, nowhere, elsewhere)...), Options{}).Runs[0]
	if len(run.Results) != mostResults || run.Results[0].RuleID != "year-missing" || run.Results[0].Locations[0].Physical.Artifact.URI != "2023.md" {
		t.Errorf("%d results, the first %v", len(run.Results), run.Results[0])
	}
	var said []string
	for _, n := range run.Invocations[0].Notifications {
		said = append(said, n.Level+" "+n.Message.Text)
	}
	if text := strings.Join(said, "\n"); !strings.Contains(text, "error 缺 2021 年的报告") || len(said) != 1+6 {
		t.Errorf("of what is left out it says:\n%s", text)
	}
}

// TestFingerprints holds that a finding keeps its fingerprint when lines
// move, that another has another, and that equal ones are told apart.
func TestFingerprints(t *testing.T) {
	text := "| 一 | 3 | 2 |\n"
	prints := func(before string, change func(*rules.Diagnostic)) (list []string) {
		f := report.NewFile("2023.md", before+text+text)
		var found []rules.Diagnostic
		line := strings.Count(before, "\n") + 1
		for n := range 2 {
			d := rowSum(doc("x", 1, "| 一 | 1 | 1 | 1 | 0 | 0 | 0 | 2 |\n"), 0, 1, 2, "3", "2", "1 + 1 + 1 = 3")
			d.Span = cell(f, line+n, 3)
			change(&d)
			found = append(found, d)
		}
		for _, r := range readSARIF(t, one(found...), Options{}).Runs[0].Results {
			list = append(list, r.Fingerprints["gouji/v1"])
		}
		var gitlab []gitlabFinding
		if err := json.Unmarshal([]byte(render(t, GitLab, one(found...), Options{})), &gitlab); err != nil || len(gitlab) != 2 {
			t.Fatal(err, gitlab)
		}
		for i, g := range gitlab {
			if g.Fingerprint != list[i] {
				t.Errorf("GitLab knows finding %d by %s, GitHub by %s", i, g.Fingerprint, list[i])
			}
		}
		return list
	}
	same := func(*rules.Diagnostic) {}
	first, moved := prints("", same), prints("上文\n\n", same)
	if first[0] == first[1] || first[0] == "" {
		t.Errorf("two findings have %v", first)
	}
	if first[0] != moved[0] || first[1] != moved[1] {
		t.Errorf("%v became %v", first, moved)
	}
	for i, change := range []func(*rules.Diagnostic){
		func(d *rules.Diagnostic) { d.Rule = "y" },
		func(d *rules.Diagnostic) { d.Ref.Row = "partial" },
		func(d *rules.Diagnostic) { d.Actual = "1" },
		func(d *rules.Diagnostic) { d.Span.File = report.NewFile("2022.md", d.Span.File.Src) },
	} {
		if other := prints("", change); other[0] == first[0] {
			t.Errorf("change %d keeps the fingerprint", i)
		}
	}
}

// TestDescribe holds what is taken from a rule's page.
func TestDescribe(t *testing.T) {
	page := "# x 题\n\n第一行，`码`\n第二行 word\nword：\n\n- 甲；\n- 乙。\n\n## 例\n\n别的\n\n## In English\n\nOne\n**two**.\n\nThree.\n"
	for _, c := range []struct{ page, lang, want string }{
		{page, "zh-CN", "第一行，码第二行 word word：甲；乙。"},
		{page, "en", "One two."},
		{"# x\n\n只有中文。\n", "en", ""},
		{"# x\n", "zh-CN", ""},
		{"", "en", ""},
	} {
		if got := (Options{Lang: c.lang}).describe(c.page); got != c.want {
			t.Errorf("%q in %s is %q", c.page, c.lang, got)
		}
	}
}
