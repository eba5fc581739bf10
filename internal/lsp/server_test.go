package lsp_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji-lint/gouji/internal/lsp"
	"github.com/gouji-lint/gouji/testdata"
)

// wrong is a clean report with one figure changed, and what stands before
// that figure on its line.
func wrong(t *testing.T) (text, before string, line int) {
	t.Helper()
	before = "| （一）予以公开 | 5345 | 129 | 0 | 41 | 19 | 14 | "
	text = strings.Replace(testdata.Form("disclosure-2021"), before+"5548", before+"5549", 1)
	at := strings.Index(text, before+"5549")
	if at < 0 {
		t.Fatal("the form has changed")
	}
	return text, before, strings.Count(text[:at], "\n")
}

func TestFindingsOnOpenChangeAndClose(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text, before, line := wrong(t)
	u := uri("/reports/2024.md")
	e.open(u, text)
	p := e.found(u, 1)
	if p.codes() != "sum-mismatch" {
		t.Fatalf("found %s", p.codes())
	}
	d := p.Diagnostics[0]
	start := len([]rune(before))
	if want := (span{place{line, start}, place{line, start + 4}}); d.Range != want {
		t.Errorf("at %v, want %v", d.Range, want)
	}
	if d.Severity != 1 || d.Source != "gouji" || !strings.Contains(d.Message, "应为 5548") || !strings.Contains(d.Message, "依据") {
		t.Errorf("%+v", d)
	}
	e.change(u, 2, object{"range": span{place{line, start + 3}, place{line, start + 4}}, "text": "8"})
	if p := e.found(u, 2); len(p.Diagnostics) > 0 {
		t.Errorf("after the repair: %s", p.codes())
	}
	e.change(u, 3, text)
	e.found(u, 3)
	e.notify("textDocument/didClose", object{"textDocument": object{"uri": u}})
	e.await("findings taken back", func() bool {
		all := e.published[u]
		last := all[len(all)-1]
		return last.Version == nil && len(last.Diagnostics) == 0
	})
}

// A name with a character outside the basic plane before the figure counts
// two in UTF-16 and four in UTF-8; lines may end in CRLF.
func TestPositionEncodings(t *testing.T) {
	text, before, line := wrong(t)
	odd := strings.Replace(before, "（一）予以公开", "（一）予以公开<!-- 𠮷𠀀 -->", 1)
	text = strings.ReplaceAll(strings.Replace(text, before, odd, 1), "\n", "\r\n")
	for _, c := range []struct {
		offered []string
		agreed  string
		start   int
	}{
		{nil, "utf-16", len([]rune(odd)) + 2},
		{[]string{"utf-16"}, "utf-16", len([]rune(odd)) + 2},
		{[]string{"utf-32", "utf-8", "utf-16"}, "utf-8", len(odd)},
	} {
		e := serve(t, lsp.Options{Lang: "zh-CN"})
		result := e.initialize(object{"capabilities": object{"general": object{"positionEncodings": c.offered}}})
		if got := result["capabilities"].(object)["positionEncoding"]; got != c.agreed {
			t.Errorf("%v: agreed on %v", c.offered, got)
		}
		u := uri("/reports/𠮷 第①期.md")
		e.open(u, text)
		want := span{place{line, c.start}, place{line, c.start + 4}}
		if p := e.found(u, 1); len(p.Diagnostics) != 1 || p.Diagnostics[0].Range != want {
			t.Errorf("%v: %+v, want %v", c.offered, p.Diagnostics, want)
		}
		e.change(u, 2, object{"range": span{place{line, c.start + 3}, place{line, c.start + 4}}, "text": "8"})
		if p := e.found(u, 2); len(p.Diagnostics) > 0 {
			t.Errorf("%v: the change went wrong: %s", c.offered, p.codes())
		}
	}
}

func TestLanguages(t *testing.T) {
	text, _, _ := wrong(t)
	for _, c := range []struct{ asked, locale, says string }{
		{"", "en-US", "should be"}, {"", "en_US.UTF-8", "should be"}, {"", "zh-cn", "应为"}, {"", "", "应为"},
		{"zh-CN", "en", "应为"}, {"en", "zh-cn", "should be"},
	} {
		e := serve(t, lsp.Options{Lang: c.asked})
		e.initialize(object{"locale": c.locale})
		u := uri("/reports/2024.md")
		e.open(u, text)
		if p := e.found(u, 1); !strings.Contains(p.Diagnostics[0].Message, c.says) {
			t.Errorf("%q, locale %q: %s", c.asked, c.locale, p.Diagnostics[0].Message)
		}
	}
}

// However fast changes come, the last version is the one that is shown, and
// not each is checked.
func TestThousandRapidChanges(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text, before, line := wrong(t)
	u := uri("/reports/2024.md")
	e.open(u, text)
	at := place{line, len([]rune(before)) + 3}
	for n := range 1000 {
		digit := fmt.Sprint(n % 10)
		if n == 999 {
			digit = "8"
		}
		e.change(u, n+2, object{"range": span{at, place{at.Line, at.Character + 1}}, "text": digit})
	}
	if p := e.found(u, 1001); len(p.Diagnostics) > 0 {
		t.Errorf("at the end: %s", p.codes())
	}
	e.mutex.Lock()
	defer e.mutex.Unlock()
	if n := len(e.published[u]); n > 300 {
		t.Errorf("published %d times", n)
	}
	last := 0
	for _, p := range e.published[u] {
		if *p.Version < last {
			t.Fatalf("version %d after %d", *p.Version, last)
		}
		last = *p.Version
	}
}

func TestLifeCycle(t *testing.T) {
	e := serve(t, lsp.Options{})
	code := func(err error) int64 {
		if e, ok := err.(*jsonrpc2.Error); ok {
			return e.Code
		}
		return 0
	}
	if err := e.try("textDocument/hover", object{}, nil); code(err) != -32002 {
		t.Errorf("before initialize: %v", err)
	}
	e.initialize(object{})
	if err := e.try("initialize", object{"capabilities": object{}}, nil); code(err) != jsonrpc2.CodeInvalidRequest {
		t.Errorf("initialize again: %v", err)
	}
	if err := e.try("gouji/unknown", object{}, nil); code(err) != jsonrpc2.CodeMethodNotFound {
		t.Errorf("unknown method: %v", err)
	}
	e.notify("$/unknown", object{})
	if err := e.try("shutdown", nil, nil); err != nil {
		t.Errorf("shutdown: %v", err)
	}
	if err := e.try("shutdown", nil, nil); code(err) != jsonrpc2.CodeInvalidRequest {
		t.Errorf("after shutdown: %v", err)
	}
	e.notify("exit", nil)
	if orderly := <-e.done; !orderly {
		t.Error("the end was not orderly")
	}
	e.done <- true
}

func TestLeavingWithoutShutdown(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	e.notify("exit", nil)
	if orderly := <-e.done; orderly {
		t.Error("exit without shutdown counts as orderly")
	}
	e.done <- true
}

// What is no message is answered with an error, and the next one is read.
func TestMalformedMessages(t *testing.T) {
	for _, raw := range []string{
		frame(`{`),
		frame(`[]`),
		frame(`7`),
		frame(`null`),
		frame(`{"jsonrpc":"2.0"}`),
		frame(`{"jsonrpc":"2.0","id":{},"method":"x"}`),
		frame(`{"jsonrpc":"2.0","id":-4,"method":"x"}`),
		frame(`{"jsonrpc":"2.0","id":1.5,"method":"x"}`),
		frame(`{"jsonrpc":"2.0","id":1,"method":7}`),
		frame(`{"jsonrpc":"2.0","id":77,"result":1}`),
		frame(`{"jsonrpc":"2.0","id":5,"method":"textDocument/didOpen","params":[]}`),
		frame(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":[1,{"textDocument":7}]}`),
		frame(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///none.md"}}}`),
		frame(strings.Repeat(`[`, 20_000) + strings.Repeat(`]`, 20_000)),
		frame("\xff\xfe\x00"),
		"Content-Length: 0\r\n\r\n",
		"Content-Length: x\r\n\r\n",
		"Content-Length: -1\r\n\r\n{}\r\n",
		"Content-Length: 999999999999999999999\r\n\r\n",
		"Content-Length: 9999999999\r\n\r\n{}",
		"Content-Type: text/plain\r\n\r\n",
		"hello\r\nthere\r\n\r\n",
		"{\"jsonrpc\":\"2.0\"}",
		strings.Repeat("x", 200_000) + "\r\n\r\n",
		strings.Repeat("x", 200_000),
		"\r\n\r\n\r\n",
	} {
		t.Run(name(raw), func(t *testing.T) {
			t.Parallel()
			e := start(t, t.TempDir(), nil)
			if _, err := e.in.Write([]byte(raw)); err != nil {
				t.Fatal(err)
			}
			text, _, _ := wrong(t)
			u := uri("/reports/2024.md")
			e.open(u, text)
			if p := e.found(u, 1); p.codes() != "sum-mismatch" {
				t.Errorf("found %q afterwards", p.codes())
			}
		})
	}
}

func name(raw string) string { return strings.TrimSpace(raw[:min(len(raw), 60)]) }

func frame(body string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(body), body) }

// A message over the limit is not read, and what it may have changed is not
// guessed at.
func TestHugeMessage(t *testing.T) {
	if testing.Short() {
		t.Skip("70 MB")
	}
	e := start(t, t.TempDir(), nil)
	text, _, _ := wrong(t)
	u := uri(filepath.Join(t.TempDir(), "2024.md"))
	e.open(u, text)
	e.found(u, 1)
	huge, err := json.Marshal(strings.Repeat("年报", 12<<20))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := e.in.Write([]byte(frame(`{"jsonrpc":"2.0","method":"x","params":{"a":` + string(huge) + `}}`))); err != nil {
		t.Fatal(err)
	}
	e.await("the loss is shown", func() bool {
		return len(e.messages) > 0 && strings.Contains(e.messages[len(e.messages)-1], "太大")
	})
	e.change(u, 2, object{"range": span{}, "text": "x"})
	if p := e.found(u, 2); p.codes() != "out-of-step" {
		t.Errorf("after the loss: %s", p.codes())
	}
	e.change(u, 3, text)
	if p := e.found(u, 3); p.codes() != "sum-mismatch" {
		t.Errorf("with the whole text again: %s", p.codes())
	}
}
