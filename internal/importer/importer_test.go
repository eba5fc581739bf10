package importer

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/internal/ruletest"
	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

func bound(src string) *profile.Form {
	return profile.Standard().Bind(parser.Parse(report.NewFile("report.md", src)))
}

// forms are clean reports.
func forms() []string {
	return []string{"disclosure-2021", "disclosure-2021-small", "disclosure-2019", "disclosure-2019-small"}
}

// imported converts a file and compares the figures that come out of it with
// those of the form that it was made of; nothing must be found in it.
func imported(t *testing.T, id, name string, data []byte) string {
	t.Helper()
	text, notes, err := Convert(name, data, profile.Standard())
	if err != nil || len(notes) > 0 {
		t.Fatalf("%s: %v %v", name, notes, err)
	}
	want, got := figures(bound(testdata.Form(id))), figures(bound(text))
	if !slices.Equal(want, got) {
		t.Errorf("%s of %s: figures are\n%v\nnot\n%v\n%s", name, id, got, want, text)
	}
	for _, d := range second(ruletest.Look([]byte(text))) {
		t.Errorf("%s of %s: line %d: %s %s", name, id, d.Span.Position().Line, d.Rule, d.Message.ZH)
	}
	return text
}

func second[A, B any](_ A, b B) B { return b }

func figures(f *profile.Form) (all []string) {
	for i := range f.Tables {
		t := &f.Tables[i]
		for row := range t.Rows {
			for column := range t.Def.Columns {
				if c := t.Cell(row, column); c != nil && c.Kind == report.Figure {
					all = append(all, fmt.Sprint(t.Ref(row, column), c.Value))
				}
			}
		}
	}
	return all
}

// content is a report as blocks, the tables with the spans of the form.
func content(id string) []block {
	form := bound(shape.Rewrite(bound(testdata.Form(id)), shape.HTML))
	r := form.Report
	blocks := []block{{text: r.Title.Text}}
	for i := range r.Blocks {
		if b := &r.Blocks[i]; b.Table == nil {
			blocks = append(blocks, block{text: b.Prose.Text})
		} else {
			read, err := readHTML(b.Span.Text())
			if err != nil {
				panic(err) // the reader has none
			}
			blocks = append(blocks, read...)
		}
	}
	return blocks
}

func TestHTML(t *testing.T) {
	for _, id := range forms() {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html><html><head><title>报告</title><style>p{}</style></head><body><nav>首页 &gt; 政府信息公开年报2024</nav><div><script>var a = '1'</script>\n")
		for _, block := range content(id) {
			if block.table == nil {
				b.WriteString("<p style=\"text-indent:2em\">&nbsp;&nbsp;<span>" + escapedHTML(block.text) + "</span></p>\n")
				continue
			}
			html := strings.ReplaceAll(block.table.html(), "</td>", "</p></td>")
			b.WriteString(strings.ReplaceAll(strings.ReplaceAll(html, "总计<", "<span>总</span><br>计<"), `">`, `"><p>`))
		}
		b.WriteString("</div><footer>版权所有</footer></body></html>")
		text := imported(t, id, "report.html", []byte(b.String()))
		if strings.Contains(text, "首页") || strings.Contains(text, "版权所有") || strings.Contains(text, "var a") {
			t.Errorf("the page is still there:\n%s", text)
		}
	}
}

func TestDocx(t *testing.T) {
	for _, id := range forms() {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
		for _, block := range content(id) {
			if block.table == nil {
				b.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + escapedHTML(block.text) + `</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`)
			} else {
				b.WriteString(wordXML(block.table))
			}
		}
		b.WriteString(`<w:sectPr/></w:body></w:document>`)
		imported(t, id, "report.docx", zipped(t, map[string]string{"word/document.xml": b.String()}))
	}
}

// wordXML writes a table as Word does: a cell that spans rows is there in each
// of them.
func wordXML(t *table) string {
	type place struct{ row, column int }
	taken := map[place]int{} // how wide the cell that goes on there is
	var b strings.Builder
	b.WriteString("<w:tbl>")
	tc := func(properties, text string) {
		b.WriteString("<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + escapedHTML(text) + "</w:t></w:r></w:p></w:tc>")
	}
	for i, row := range t.rows {
		b.WriteString("<w:tr>")
		column, k := 0, 0
		for k < len(row) || taken[place{i, column}] > 0 {
			if width := taken[place{i, column}]; width > 0 {
				tc(fmt.Sprintf(`<w:gridSpan w:val="%d"/><w:vMerge/>`, width), "")
				column += width
				continue
			}
			c := row[k]
			k++
			properties := fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, c.cols)
			if c.rows > 1 {
				properties += `<w:vMerge w:val="restart"/>`
			}
			tc(properties, c.text)
			for below := 1; below < c.rows; below++ {
				taken[place{i + below, column}] = c.cols
			}
			column += c.cols
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return b.String()
}

func zipped(t *testing.T, files map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// printed is a report as pdftotext prints it: lines broken after some
// characters, cells one after the other, long labels in two parts.
func printed(id string) string {
	var b strings.Builder
	for _, block := range content(id) {
		if block.table == nil {
			runes := []rune(block.text)
			for len(runes) > 26 {
				b.WriteString(string(runes[:26]) + "\n\n")
				runes = runes[26:]
			}
			b.WriteString(string(runes) + "\n\n")
			continue
		}
		for _, row := range block.table.rows {
			line, rest := "", ""
			for _, c := range row {
				text := c.text
				if runes := []rune(text); len(runes) > 14 {
					text, rest = string(runes[:14]), string(runes[14:])
				}
				line += text + " "
			}
			b.WriteString(line + "\n\n" + rest + "\n\n")
		}
		b.WriteString("- 3 -\n\n")
	}
	return b.String()
}

func TestText(t *testing.T) {
	for _, id := range forms() {
		text := strings.ReplaceAll(printed(id), "- 3 -\n", "")
		imported(t, id, "report.txt", []byte(text))
	}
}

// Figures that cannot be told apart stay out of the table, and are kept.
func TestTextWithoutAFigure(t *testing.T) {
	text := strings.ReplaceAll(printed("disclosure-2021"), "- 3 -\n", "")
	for about, wrong := range map[string]string{
		"a figure less":   strings.Replace(text, " 783 6 0 2 25 3 819 ", " 783 0 2 25 3 819 ", 1),
		"a figure more":   strings.Replace(text, " 783 6 0 2 25 3 819 ", " 783 6 0 2 25 3 819 5 ", 1),
		"another label":   strings.Replace(text, "1.属于国家秘密", "1.另有规定", 1),
		"a label is gone": strings.Replace(text, "2.重复申请 ", "", 1),
	} {
		if wrong == text {
			t.Fatalf("%s: nothing changed in\n%s", about, text)
		}
		got, notes, err := Convert("report.txt", []byte(wrong), profile.Standard())
		if err != nil || len(notes) != 1 {
			t.Errorf("%s: %v, %v", about, notes, err)
		}
		if strings.Contains(got, "| 783 |") || !strings.Contains(got, "<!--\n") || !strings.Contains(got, "| 166105 |") {
			t.Errorf("%s:\n%s", about, got)
		}
	}
}

func TestNoReport(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"a.bin": {"\x00\x01", ErrNotText}, "a.txt": {" \n", ErrEmpty}, "a.html": {"<html></html>", ErrEmpty}, "a.docx": {"PK\x03\x04x", ErrNotText},
		"b.docx": {"text", ErrMisnamed}, "b.pdf": {"text", ErrMisnamed}, "c.pdf": {"PK\x03\x04x", ErrMisnamed}, "c.docx": {"%PDF-1.4", ErrMisnamed},
	} {
		if _, _, err := Convert(name, []byte(c.data), profile.Standard()); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := Convert("a.docx", zipped(t, map[string]string{"x": ""}), profile.Standard()); !errors.Is(err, ErrNotText) {
		t.Error(err)
	}
}

func TestEscaped(t *testing.T) {
	for _, text := range []string{"1. 甲", "# 甲", "- 甲", "甲*乙*丙", "<b>甲</b>", "甲|乙", "[甲](乙)", "甲&nbsp;乙", "a_b_c", "2) 甲", "---"} {
		r := parser.Parse(report.NewFile("a.md", markdown([]block{{text: "始"}, {text: text}})))
		if n := len(r.Blocks); n == 0 || r.Blocks[n-1].Prose.Text != text || r.Blocks[n-1].Kind != report.Paragraph {
			t.Errorf("%s is read as %+v", text, r.Blocks)
		}
	}
}

// TestCorpus compares the report of 吕梁市教育局 as pdftotext prints it with
// the same in Markdown by hand: the same is found in both.
func TestCorpus(t *testing.T) {
	root := os.Getenv("GOUJI_CORPUS")
	if root == "" {
		t.Skip("GOUJI_CORPUS is not set: name a folder of real reports")
	}
	text, err := os.ReadFile(filepath.Join(root, "lvliang-education-2023.pdftotext.txt"))
	if err != nil {
		t.Skip("no text of pdftotext in GOUJI_CORPUS")
	}
	hand, err := os.ReadFile(filepath.Join(root, "lvliang-education-2023.md"))
	if err != nil {
		t.Fatal(err)
	}
	got, notes, err := Convert("report.txt", text, profile.Standard())
	if err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	found := func(src []byte) (all []string) {
		for _, d := range second(ruletest.Look(src)) {
			all = append(all, d.Rule+"/"+d.Item)
		}
		return all
	}
	if want, got := found(hand), found([]byte(got)); !slices.Equal(want, got) {
		t.Errorf("found %v\nwant %v", got, want)
	}
	if want, got := figures(bound(string(hand))), figures(bound(got)); !slices.Equal(want, got) {
		t.Errorf("figures %v\nwant %v", got, want)
	}
}

// A PDF file is read with pdftotext.
func TestPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("GOUJI_REQUIRE_TOOLS") == "1" {
			t.Fatal("pdftotext is missing: install poppler-utils")
		}
		t.Skip("pdftotext is missing: install poppler-utils")
	}
	var damaged *DamagedError
	if _, _, err := Convert("a.pdf", []byte("%PDF-1.4\nbroken"), profile.Standard()); !errors.As(err, &damaged) || damaged.Said == "" || strings.Contains(damaged.Said, "\n") {
		t.Errorf("a broken file: %v", err)
	}
	text, _, err := Convert("a.pdf", []byte(onePage), profile.Standard())
	if err != nil || !strings.Contains(text, "Report 2024") {
		t.Errorf("%q, %v", text, err)
	}
}

// onePage is a PDF file with one line.
const onePage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 43>>stream
BT /F 12 Tf 20 50 Td (Report 2024) Tj ET   
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R/Size 6>>
`

// Whatever a file holds, converting comes to an end and gives text that can be
// read.
func FuzzConvert(f *testing.F) {
	f.Add("a.html", []byte("<table><tr><td colspan=3 rowspan=2>甲<td>1</table><h2>一、总体情况"))
	f.Add("a.txt", []byte("示例市教育局2025年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n规章 1 2 3\n\n六、其他\n"))
	f.Add("a.docx", []byte("PK\x03\x04"))
	f.Add("a.html", []byte("<p>1. <b>#"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if bytes.HasPrefix(data, []byte("%PDF-")) {
			return // that is pdftotext's
		}
		text, _, err := Convert(name, data, profile.Standard())
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("no text: %q", text)
		}
	})
}
