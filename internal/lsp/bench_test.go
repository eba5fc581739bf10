package lsp_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gouji-lint/gouji/testdata"
)

// large is a report of some 40 KB, and where a figure of it stands.
func large() (text string, at place) {
	text = testdata.Form("disclosure-2021")
	filler := "各部门按要求更新栏目，答复申请，组织培训，完善制度，所列事项均有记录可查。"
	paragraphs := (40<<10 - len(text)) / (len(filler)*8 + 2)
	text = strings.Replace(text, "\n## 二、", "\n"+strings.Repeat(strings.Repeat(filler, 8)+"\n\n", paragraphs)+"## 二、", 1)
	cell := "| （一）予以公开 | 5345 | 129 | 0 | 41 | 19 | 14 | "
	at.Line = strings.Count(text[:strings.Index(text, cell)], "\n")
	at.Character = len([]rune(cell))
	return text, at
}

// BenchmarkAnswers measures what somebody waits for: from a message to its
// answer, in a report of 40 KB with those of ten other years beside it.
func BenchmarkAnswers(b *testing.B) {
	before, after := twoYears()
	files := map[string]string{"gouji.toml": "files = [\"{organ}/{year}.md\"]\n"}
	for _, year := range []string{"2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023"} {
		files["示例市人民政府/"+year+".md"] = strings.ReplaceAll(before, "2024", year)
	}
	files["示例市人民政府/2024.md"] = after
	dir := folder(b, files)
	e := start(b, dir, nil)
	text, at := large()
	u := uri(filepath.Join(dir, "示例市人民政府/2025.md"))
	e.open(u, text)
	version := 1
	e.found(u, version)
	b.Run("change", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			time.Sleep(50 * time.Millisecond) // it is about one change, not about typing
			b.StartTimer()
			version++
			e.change(u, version, object{"range": span{place{at.Line, at.Character + 3}, place{at.Line, at.Character + 4}}, "text": string("89"[version%2])})
			e.found(u, version)
		}
	})
	for name, ask := range map[string]func(){
		"hover":   func() { e.hover(u, at) },
		"actions": func() { e.actions(u, span{at, at}) },
		"symbols": func() { e.call("textDocument/documentSymbol", object{"textDocument": object{"uri": u}}, nil) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				ask()
			}
		})
	}
}
