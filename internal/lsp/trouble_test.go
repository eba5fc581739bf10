package lsp_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/gouji-lint/gouji/internal/lsp"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// A configuration that is wrong is shown where it is wrong, and the report
// says why it was not checked. When it is mended the report is checked.
func TestFaultyConfiguration(t *testing.T) {
	text, _, _ := wrong(t)
	dir := folder(t, map[string]string{"2024.md": text, "gouji.toml": "files = [\"{year}.md\"]\n\n[rules]\nsum-mismatched = \"off\"\n"})
	e := start(t, dir, nil)
	u, config := uri(filepath.Join(dir, "2024.md")), uri(filepath.Join(dir, "gouji.toml"))
	e.open(u, text)
	p := e.found(u, 1)
	if p.codes() != "not-checked" || !strings.Contains(p.Diagnostics[0].Message, "sum-mismatched") ||
		len(p.Diagnostics[0].RelatedInformation) != 1 || p.Diagnostics[0].RelatedInformation[0].Location.URI != config {
		t.Errorf("%+v", p.Diagnostics)
	}
	e.await("the fault in its file", func() bool { return e.last(config).codes() == "configuration" })
	if d := e.shown(config).Diagnostics[0]; d.Range.Start.Line != 3 || !strings.Contains(d.Message, "sum-mismatch") {
		t.Errorf("%+v", d)
	}
	mended := "files = [\"{year}.md\"]\n\n[rules]\nsum-mismatch = \"warning\"\n"
	if err := os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte(mended), 0o644); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": config, "type": 2}}})
	e.await("the report checked", func() bool {
		p := e.last(u)
		return p.codes() == "sum-mismatch" && p.Diagnostics[0].Severity == 2
	})
	e.await("the fault gone", func() bool { return len(e.last(config).Diagnostics) == 0 })
}

// While a configuration is written it is checked as it stands in the editor;
// reports are checked by the one on the disk.
func TestConfigurationInTheEditor(t *testing.T) {
	text, _, _ := wrong(t)
	dir := folder(t, map[string]string{"2024.md": text, "gouji.toml": "files = [\"{year}.md\"]\n"})
	e := start(t, dir, nil)
	u, config := uri(filepath.Join(dir, "2024.md")), uri(filepath.Join(dir, "gouji.toml"))
	e.open(u, text)
	e.open(config, "files = [\"{year}.md\"]\n")
	e.found(u, 1)
	e.found(config, 1)
	e.change(config, 2, "file = [\"{year}.md\"]\n")
	if p := e.found(config, 2); p.codes() != "configuration" || p.Diagnostics[0].Range.Start != (place{0, 0}) {
		t.Errorf("%+v", p.Diagnostics)
	}
	if p := e.shown(u); p.codes() != "sum-mismatch" {
		t.Errorf("the report: %s", p.codes())
	}
	e.change(config, 3, "files = [\"{year}.md\"]\n[rules]\nsum-mismatch = \"off\"\n")
	if p := e.found(config, 3); len(p.Diagnostics) > 0 {
		t.Errorf("%+v", p.Diagnostics)
	}
	if err := os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte("[rules]\nsum-mismatch = \"off\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.notify("textDocument/didSave", object{"textDocument": object{"uri": config}})
	e.await("the saved configuration holds", func() bool { return len(e.last(u).Diagnostics) == 0 })
}

// An editor that reports no files has the configuration looked at while
// somebody types.
func TestConfigurationChangedUnseen(t *testing.T) {
	text, _, _ := wrong(t)
	dir := folder(t, map[string]string{"2024.md": text, "gouji.toml": "files = [\"{year}.md\"]\n"})
	e := start(t, dir, nil)
	u := uri(filepath.Join(dir, "2024.md"))
	e.open(u, text)
	e.found(u, 1)
	if err := os.WriteFile(filepath.Join(dir, "gouji.toml"), []byte("[rules]\nsum-mismatch = \"off\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for version := 2; len(e.shown(u).Diagnostics) > 0 && version < 100; version++ {
		e.change(u, version, text)
		e.found(u, version)
		time.Sleep(100 * time.Millisecond)
	}
	if p := e.shown(u); len(p.Diagnostics) > 0 {
		t.Errorf("still %s", p.codes())
	}
}

func TestSettings(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text := strings.Replace(testdata.Form("disclosure-2021"), "| 13612 |", "| 13,612 |", 1)
	u := uri("/reports/2025.md")
	e.open(u, text)
	if p := e.found(u, 1); len(p.Diagnostics) > 0 {
		t.Fatalf("found %s", p.codes())
	}
	e.notify("workspace/didChangeConfiguration", object{"settings": object{"gouji": object{"level": "info"}}})
	e.await("mild findings", func() bool { return e.last(u).codes() == "cell-form" && e.last(u).Diagnostics[0].Severity == 3 })
	e.notify("workspace/didChangeConfiguration", object{"settings": object{"gouji": object{"level": "loud"}}})
	e.await("a word about the setting", func() bool {
		return slices.ContainsFunc(e.messages, func(m string) bool { return strings.Contains(m, "loud") })
	})
	e.notify("workspace/didChangeConfiguration", object{"settings": nil})
}

// A file in GB18030 is checked when the editor has read it as such; else what
// the editor shows is no report, and saving it would ruin the file.
func TestGB18030(t *testing.T) {
	text, _, _ := wrong(t)
	coded, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	dir := folder(t, map[string]string{"2024.md": coded, "picture.md": "\x89PNG\r\n\x1a\n\x00\x00\xff"})
	e := start(t, dir, nil)
	u := uri(filepath.Join(dir, "2024.md"))
	e.open(u, strings.ToValidUTF8(coded, "\uFFFD"))
	if p := e.found(u, 1); p.codes() != "encoding" || !strings.Contains(p.Diagnostics[0].Message, "GB18030") {
		t.Errorf("read as UTF-8: %+v", p.Diagnostics)
	}
	e.close(u)
	e.open(u, text)
	if p := e.found(u, 1); p.codes() != "sum-mismatch" {
		t.Errorf("read as GB18030: %+v", p.Diagnostics)
	}
	picture := uri(filepath.Join(dir, "picture.md"))
	e.open(picture, "\uFFFDPNG")
	if p := e.found(picture, 1); p.codes() != "file-unreadable" {
		t.Errorf("a picture: %+v", p.Diagnostics)
	}
}

// A fault in a rule is said once for each text it shows in, and all other
// rules go on.
func TestFaultInARule(t *testing.T) {
	faulty := &rules.Rule{Name: "faulty", Severity: rules.Error, Check: func(p *rules.Pass) {
		if strings.Contains(p.Report.File.Src, "5549") {
			panic("no such thing")
		}
	}}
	comparing := &rules.Rule{Name: "comparing", Severity: rules.Error, CheckSet: func(p *rules.SetPass) {
		for _, f := range p.Set.Reports {
			if strings.Contains(f.File, "2019") {
				panic("no such year")
			}
		}
	}}
	e := serve(t, lsp.Options{Lang: "zh-CN", Rules: append(rules.All(), faulty, comparing)})
	e.initialize(object{})
	text, _, _ := wrong(t)
	u, clean := uri("/reports/2024.md"), uri("/reports/2025.md")
	e.open(u, text)
	if p := e.found(u, 1); p.codes() != "fault sum-mismatch" || !strings.Contains(p.Diagnostics[0].Message, "规则 faulty没有做完") {
		t.Errorf("%+v", p.Diagnostics)
	}
	e.open(clean, testdata.Form("disclosure-2021"))
	if p := e.found(clean, 1); p.has("fault") {
		t.Errorf("in a text without the fault: %+v", p.Diagnostics)
	}
	e.change(u, 2, testdata.Form("disclosure-2021"))
	if p := e.found(u, 2); p.has("fault") {
		t.Errorf("when the cause is gone: %s", p.codes())
	}
	e.open(uri("/reports/2019.md"), testdata.Form("disclosure-2021"))
	if p := e.found(uri("/reports/2019.md"), 1); !p.has("fault") {
		t.Errorf("a rule that compares: %s", p.codes())
	}
}
