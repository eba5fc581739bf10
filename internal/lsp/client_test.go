package lsp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji-lint/gouji/internal/lsp"
	"github.com/gouji-lint/gouji/rules"
)

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

type object = map[string]any

// editor is a client in the process of the test. Its messages are framed by
// the library's own codec.
type editor struct {
	t    testing.TB
	conn *jsonrpc2.Conn
	in   io.WriteCloser // of the server, for messages that are none
	log  bytes.Buffer
	done chan bool // what Serve returned

	mutex     sync.Mutex
	news      chan struct{} // closed and made anew when something comes
	published map[string][]publication
	messages  []string // shown or logged
	asked     []string // methods of requests of the server
	answers   map[string]func(json.RawMessage) any
}

// publication is what was published once for a document.
type publication struct {
	URI         string
	Version     *int
	Diagnostics []diagnostic
}

type diagnostic struct {
	Range              span
	Severity           int
	Code, Source       string
	Message            string
	Tags               []int
	RelatedInformation []struct {
		Location struct {
			URI   string
			Range span
		}
		Message string
	}
	Data json.RawMessage
}

type span struct{ Start, End place }

type place struct{ Line, Character int }

// serve starts a server and a client of it, without saying anything yet.
func serve(t testing.TB, o lsp.Options) *editor {
	t.Helper()
	toServer, fromClient := io.Pipe()
	toClient, fromServer := io.Pipe()
	e := &editor{t: t, in: fromClient, done: make(chan bool, 1), news: make(chan struct{}),
		published: map[string][]publication{}, answers: map[string]func(json.RawMessage) any{}}
	if o.Rules == nil {
		o.Rules = rules.All()
	}
	o.Log = &e.log
	go func() { e.done <- lsp.Serve(toServer, fromServer, o) }()
	stream := jsonrpc2.NewBufferedStream(struct {
		io.Reader
		io.WriteCloser
	}{toClient, fromClient}, jsonrpc2.VSCodeObjectCodec{})
	e.conn = jsonrpc2.NewConn(t.Context(), stream, e, jsonrpc2.SetLogger(quiet{}))
	t.Cleanup(func() {
		_ = fromClient.Close()
		<-e.done
	})
	return e
}

type quiet struct{}

// Printf drops what the client's connection logs.
func (quiet) Printf(string, ...any) {}

// start starts a server that has been initialized by a client in a folder.
func start(t testing.TB, folder string, capabilities object) *editor {
	t.Helper()
	e := serve(t, lsp.Options{Lang: "zh-CN"})
	e.initialize(object{"rootUri": uri(folder), "capabilities": capabilities})
	return e
}

func (e *editor) initialize(params object) object {
	e.t.Helper()
	if params["capabilities"] == nil {
		params["capabilities"] = object{}
	}
	var result object
	e.call("initialize", params, &result)
	e.notify("initialized", object{})
	return result
}

// Handle implements jsonrpc2.Handler.
func (e *editor) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	e.mutex.Lock()
	switch r.Method {
	case "textDocument/publishDiagnostics":
		var p publication
		if err := json.Unmarshal(*r.Params, &p); err != nil {
			e.t.Error(err)
		}
		e.published[p.URI] = append(e.published[p.URI], p)
	case "window/showMessage", "window/logMessage":
		var p struct{ Message string }
		if err := json.Unmarshal(*r.Params, &p); err != nil {
			e.t.Error(err)
		}
		e.messages = append(e.messages, p.Message)
	}
	if !r.Notif {
		e.asked = append(e.asked, r.Method+string(*r.Params))
	}
	answer := e.answers[r.Method]
	close(e.news)
	e.news = make(chan struct{})
	e.mutex.Unlock()
	if !r.Notif {
		var result any
		if answer != nil {
			result = answer(*r.Params)
		}
		_ = conn.Reply(ctx, r.ID, result)
	}
}

// await waits until a condition about what came holds.
func (e *editor) await(what string, holds func() bool) {
	e.t.Helper()
	limit := time.After(patience)
	for {
		e.mutex.Lock()
		ok, news := holds(), e.news
		e.mutex.Unlock()
		if ok {
			return
		}
		select {
		case <-news:
		case <-limit:
			e.t.Fatalf("%s: did not come; messages %q, log %s", what, e.messages, e.log.String())
		}
	}
}

func (e *editor) call(method string, params, result any) {
	e.t.Helper()
	if err := e.try(method, params, result); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) try(method string, params, result any) error {
	ctx, cancel := context.WithTimeout(e.t.Context(), patience)
	defer cancel()
	return e.conn.Call(ctx, method, params, result)
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	if err := e.conn.Notify(e.t.Context(), method, params); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) open(uri, text string) {
	e.t.Helper()
	e.notify("textDocument/didOpen", object{"textDocument": object{"uri": uri, "languageId": "markdown", "version": 1, "text": text}})
}

// close closes a document and waits until its findings are taken back.
func (e *editor) close(u string) {
	e.t.Helper()
	e.notify("textDocument/didClose", object{"textDocument": object{"uri": u}})
	e.await("findings taken back", func() bool { return e.last(u).Version == nil })
}

// change applies changes; a change is a text for the whole, or object.
func (e *editor) change(uri string, version int, changes ...any) {
	e.t.Helper()
	list := []any{}
	for _, c := range changes {
		if text, ok := c.(string); ok {
			c = object{"text": text}
		}
		list = append(list, c)
	}
	e.notify("textDocument/didChange", object{"textDocument": object{"uri": uri, "version": version}, "contentChanges": list})
}

// found waits for the findings in a version of a document.
func (e *editor) found(uri string, version int) (p publication) {
	e.t.Helper()
	e.await("findings of "+uri, func() bool {
		all := e.published[uri]
		if len(all) > 0 {
			p = all[len(all)-1]
		}
		return len(all) > 0 && p.Version != nil && *p.Version == version
	})
	return p
}

// codes returns the rules of findings.
func (p publication) codes() string {
	var all []string
	for _, d := range p.Diagnostics {
		all = append(all, d.Code)
	}
	return strings.Join(all, " ")
}

// uri returns the URI of a file as VS Code writes it.
func uri(path string) string {
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	return u.String()
}

// folder writes files into a new folder and returns it.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
