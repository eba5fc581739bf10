package reporter

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// node is an element of a page as read back.
type node struct {
	name     string
	attr     map[string]string
	children []*node
	text     string // of a text node, which has no name
}

// readPage reads a page as XML, which is stricter than any browser.
func readPage(t testing.TB, page string) *node {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	root := &node{attr: map[string]string{}}
	open := []*node{root}
	for {
		token, err := d.Token()
		if token == nil {
			if len(open) != 1 || root.find("body") == nil {
				t.Fatalf("the page is no page: %v\n%s", err, page)
			}
			return root
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{name: token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := n.attr[a.Name.Local]; twice {
					t.Errorf("%s has %s twice", n.name, a.Name.Local)
				}
				n.attr[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.children = append(top.children, &node{text: string(token)})
		}
	}
}

// walk visits a node and all below it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, c := range n.children {
		c.walk(visit)
	}
}

// all returns the elements of a name, and of a class if one is given.
func (n *node) all(name string, class ...string) (list []*node) {
	n.walk(func(c *node) {
		if c.name == name && (len(class) == 0 || c.is(class[0])) {
			list = append(list, c)
		}
	})
	return list
}

func (n *node) find(name string, class ...string) *node {
	if list := n.all(name, class...); len(list) > 0 {
		return list[0]
	}
	return nil
}

func (n *node) is(class string) bool { return slices.Contains(strings.Fields(n.attr["class"]), class) }

// content returns the text of a node.
func (n *node) content() string {
	var b strings.Builder
	n.walk(func(c *node) { b.WriteString(c.text) })
	return b.String()
}

// TestPage holds what every page must have: an id once, links that lead
// somewhere, names for landmarks, heads for tables, and nothing that runs or
// loads but what the policy names.
func TestPage(t *testing.T) {
	for _, g := range goldens() {
		for _, lang := range []string{"zh-CN", "en"} {
			checkPage(t, g.name, render(t, HTML, g.result, Options{Lang: lang, Version: "0.1.0"}), lang)
		}
	}
}

func checkPage(t *testing.T, name, text, lang string) {
	t.Helper()
	page := readPage(t, text)
	ids := map[string]bool{}
	page.walk(func(n *node) {
		if id, ok := n.attr["id"]; ok {
			if ids[id] || id == "" {
				t.Errorf("%s: two elements are %q", name, id)
			}
			ids[id] = true
		}
	})
	page.walk(func(n *node) {
		for key, value := range n.attr {
			switch {
			case key == "href" && !ids[strings.TrimPrefix(value, "#")]:
				t.Errorf("%s: a link leads to %q", name, value)
			case key == "aria-labelledby" && !ids[value]:
				t.Errorf("%s: %q names nothing", name, value)
			case strings.HasPrefix(key, "on"), key == "style", key == "src":
				t.Errorf("%s: %s has %s", name, n.name, key)
			}
		}
		if n.name == "th" && (n.attr["scope"] == "" || strings.TrimSpace(n.content()) == "") {
			t.Errorf("%s: a head %q of %q", name, n.content(), n.attr["scope"])
		}
		if slices.Contains([]string{"img", "link", "iframe", "object", "base", "svg"}, n.name) {
			t.Errorf("%s: there is an element %s", name, n.name)
		}
	})
	if got := page.find("html").attr["lang"]; got != lang {
		t.Errorf("%s: the page is in %q", name, got)
	}
	for _, element := range []string{"main", "h1", "title", "footer"} {
		if n := len(page.all(element)); n != 1 {
			t.Errorf("%s: %d elements %s", name, n, element)
		}
	}
	checkHeadings(t, name, page)
	checkPolicy(t, name, page)
}

// checkHeadings holds that no level of headings is left out.
func checkHeadings(t *testing.T, name string, page *node) {
	t.Helper()
	last := 0
	page.walk(func(n *node) {
		if len(n.name) == 2 && n.name[0] == 'h' && n.name[1] >= '1' && n.name[1] <= '6' {
			level := int(n.name[1] - '0')
			if level > last+1 {
				t.Errorf("%s: h%d %q follows h%d", name, level, n.content(), last)
			}
			last = level
		}
	})
}

// checkPolicy holds that the policy allows nothing but the page's own style
// and script, by their hashes.
func checkPolicy(t *testing.T, name string, page *node) {
	t.Helper()
	policy := ""
	for _, m := range page.all("meta") {
		if m.attr["http-equiv"] == "Content-Security-Policy" {
			policy = m.attr["content"]
		}
	}
	for element, directive := range map[string]string{"style": "style-src", "script": "script-src"} {
		texts := page.all(element)
		if len(texts) != 1 {
			t.Fatalf("%s: %d elements %s", name, len(texts), element)
		}
		sum := sha256.Sum256([]byte(texts[0].content()))
		if want := directive + " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"; !strings.Contains(policy, want) {
			t.Errorf("%s: the policy %q does not allow the %s", name, policy, element)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none';") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
		t.Errorf("%s: the policy is %q", name, policy)
	}
}

// TestPageMarks holds that the numbered mark of a finding is on the text that
// it points at, and that the line or row shown is that of the document.
func TestPageMarks(t *testing.T) {
	for _, g := range goldens() {
		page := readPage(t, render(t, HTML, g.result, Options{}))
		numbers := map[string]*node{}
		for _, li := range page.all("li", "finding") {
			numbers[li.attr["id"]] = li
		}
		if len(numbers) != len(g.result.Diagnostics) {
			t.Errorf("%s: %d of %d findings", g.name, len(numbers), len(g.result.Diagnostics))
		}
		marks := markedTexts(page)
		for _, d := range g.result.Diagnostics {
			want := strings.TrimSpace(oneLine(d.Span.Text()))
			if place(&d) < 0 || want == "" || strings.ContainsAny(d.Span.Text(), "\n<|") {
				continue
			}
			if !slices.ContainsFunc(marks, func(m string) bool {
				return strings.TrimSpace(m) == want || strings.HasPrefix(want, strings.TrimSuffix(m, " .. ")) && m != ""
			}) {
				t.Errorf("%s: %q is not marked; marked are %q", g.name, want, marks)
			}
		}
	}
}

// markedTexts returns the texts with the mark of a finding.
func markedTexts(page *node) (list []string) {
	for _, m := range page.all("mark", "own") {
		if !m.is("nothing") {
			list = append(list, m.content())
		}
	}
	for _, element := range []string{"td", "th"} {
		for _, c := range page.all(element, "own") {
			list = append(list, c.content())
		}
	}
	return list
}

// TestPageNumbers holds that a finding and its mark lead to each other.
func TestPageNumbers(t *testing.T) {
	page := readPage(t, render(t, HTML, htmlTable(), Options{}))
	for i, d := range []string{"（空）", "9", "件数"} {
		mark, finding := fmt.Sprintf("mark-%d", i+1), fmt.Sprintf("finding-%d", i+1)
		var cell *node
		page.walk(func(n *node) {
			if (n.name == "td" || n.name == "th") && slices.ContainsFunc(n.all("a"), func(a *node) bool { return a.attr["id"] == mark && a.attr["href"] == "#"+finding }) {
				cell = n
			}
		})
		if cell == nil || !strings.HasPrefix(cell.content(), d) {
			t.Errorf("the number of finding %d is not with %q", i+1, d)
		}
		for _, li := range page.all("li", "finding") {
			if li.attr["id"] == finding && li.find("h4").find("a").attr["href"] != "#"+mark {
				t.Errorf("finding %d does not lead to its mark", i+1)
			}
		}
	}
}

// TestPageColumns holds that the cells of an HTML table stand in the columns
// that spans put them in: every row is as wide as the first.
func TestPageColumns(t *testing.T) {
	page := readPage(t, render(t, HTML, htmlTable(), Options{}))
	for _, row := range page.find("table", "cells").all("tr") {
		width := 0
		for _, c := range append(row.all("td"), row.all("th")...) {
			span := 1
			fmt.Sscan(c.attr["colspan"], &span)
			width += span
		}
		if width != 7 { // six columns and the line number
			t.Errorf("a row of %d columns: %s", width, row.content())
		}
	}
}

// TestMatrix holds what stands at each organ and year.
func TestMatrix(t *testing.T) {
	page := readPage(t, render(t, HTML, organs(), Options{}))
	var got []string
	for _, tr := range page.find("table", "matrix").all("tr") {
		var cells []string
		for _, c := range tr.children {
			text := strings.Join(strings.Fields(c.content()), "")
			if a := c.find("a"); a != nil {
				text += a.attr["href"]
			}
			cells = append(cells, text)
		}
		got = append(got, strings.Join(cells, " "))
	}
	want := []string{
		"机关 2021 2022 2023 2024 年份不明 合计",
		"教育局 ·没有报告 ✓没有发现问题1项未核 ✗1错误#report-1 ·没有报告 ·没有报告 ✗1错误",
		"水务局 ✗1错误#report-2 ·没有报告 ✗2错误#report-6 ·没有报告 ○2提示#report-4 ✗3错误○2提示",
		"机关不明 ·没有报告 ·没有报告 ·没有报告 ✗1错误△1警告#report-3 ·没有报告 ✗1错误△1警告",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the matrix is\n%s", strings.Join(got, "\n"))
	}
	if alone := render(t, HTML, located(), Options{}); strings.Contains(alone, `class="matrix"`) {
		t.Error("one report has a matrix")
	}
}

// TestPageText holds that text of a document is text: the elements and
// attributes of the page are the same whatever the document says.
func TestPageText(t *testing.T) {
	shape := func(evil string) string {
		f := report.NewFile(evil+".md", "# "+evil+"\n\n| 项目 | "+evil+" |\n|---|---|\n| "+evil+" | 3 |\n\n"+evil+" 3\n")
		other := report.NewFile(evil+"2.md", evil)
		d := rules.Diagnostic{
			Rule: "sum-mismatch", Item: evil, Severity: rules.Error, Message: both(evil, ""), Label: both(evil, ""), Place: both(evil, ""),
			Formula: evil, Basis: evil, Hint: both(evil, ""), Help: both(evil, ""), Expected: evil, Actual: evil,
			Fixes:   []rules.Fix{{Title: both(evil, ""), Safe: true}},
			Related: []rules.Related{{Span: other.Span(0, 1), Message: both(evil+" 3", ""), Value: "3"}, {Message: both(evil, "")}},
		}
		r := &rules.Result{Files: []rules.FileSummary{{File: f, Organ: evil, Year: evil}, {File: other, Organ: evil + "2", Year: evil}}}
		for _, line := range []int{5, 7} {
			d.Span = at(f, line, "3", 1)
			r.Diagnostics = append(r.Diagnostics, d)
		}
		r.Skipped = []rules.Skip{{Rule: evil, File: f, Reason: both(evil, "")}}
		var b strings.Builder
		readPage(t, render(t, HTML, r, Options{Version: evil, BlobURL: "https://example.org/" + evil + "/"})).walk(func(n *node) {
			if n.name == "" || n.is("tag") { // what looks like a tag in running text
				return
			}
			b.WriteString(" " + n.name)
			for _, key := range []string{"class", "id", "style", "src", "onclick", "onload"} {
				b.WriteString(" " + n.attr[key])
			}
		})
		return b.String()
	}
	plain := shape("甲乙")
	for _, evil := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onclick='x`, `</style><b>`, `</mark></td></table>`,
		`<!-- -->`, `]]>`, `&lt;b&gt;&amp;`, `javascript:x`, `<svg/onload=x>`, `{{.}}`, `a\`, "x`y", `</title>`,
	} {
		if got := shape(evil); got != plain {
			t.Errorf("%s changes the page", evil)
		}
	}
}

// TestPageLinks holds that files are linked on the web, and only there.
func TestPageLinks(t *testing.T) {
	link := regexp.MustCompile(`href="([^#"][^"]*)"`)
	if found := link.FindString(render(t, HTML, located(), Options{BlobURL: "javascript:alert(1)/"})); found != "" {
		t.Errorf("the page links to %s", found)
	}
	out := render(t, HTML, carry(), Options{BlobURL: "https://example.org/blob/abc/", Prefix: "x"})
	var got []string
	for _, m := range link.FindAllStringSubmatch(out, -1) {
		got = append(got, m[1])
	}
	base := "https://example.org/blob/abc/x/reports/%E6%95%99%E8%82%B2%E5%B1%80/"
	if want := []string{base + "2023.md?plain=1#L1056", base + "2022.md?plain=1#L80"}; !slices.Equal(got, want) {
		t.Errorf("the page links to %q", got)
	}
}

// TestGlossary holds that the page says what every rule of gouji is about that
// found something, in both languages.
func TestGlossary(t *testing.T) {
	f := report.NewFile("2023.md", "x")
	var list []rules.Diagnostic
	for _, r := range rules.All() {
		list = append(list, rules.Diagnostic{Rule: r.Name, Severity: rules.Warning, Span: f.Span(0, 1)})
	}
	for _, lang := range []string{"zh-CN", "en"} {
		text := render(t, HTML, one(list...), Options{Lang: lang})
		checkPage(t, "all rules", text, lang)
		terms := readPage(t, text).find("dl", "glossary").all("dt")
		for i, r := range rules.All() {
			if got := terms[i].content(); got != r.Title.In(lang)+" "+r.Name {
				t.Errorf("term %d is %q", i, got)
			}
		}
	}
}
