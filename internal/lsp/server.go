package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji-lint/gouji/reporter"
	"github.com/gouji-lint/gouji/rules"
)

// server is one client's server. Messages are handled one after the other;
// findings are looked for beside them.
type server struct {
	options Options
	client  client

	mutex       sync.Mutex // guards what follows
	initialized bool
	shut        bool // shutdown was asked for
	ended       bool // exit came after it
	lang        string
	units       encoding
	documents   map[string]*document // open ones, by URI

	desk      desk
	elsewhere map[string][]diagnostic // shown in files that are not open, by URI

	changed chan struct{} // holds a token when there is something to check
}

func newServer(o Options) *server {
	return &server{
		options:   o,
		client:    client{ready: make(chan struct{})},
		lang:      o.Lang,
		units:     utf16Units,
		documents: map[string]*document{},
		desk:      desk{rules: o.Rules, least: rules.Warning},
		changed:   make(chan struct{}, 1),
	}
}

// codeNotInitialized is the error of a request before initialize.
const codeNotInitialized = -32002

// Handle implements jsonrpc2.Handler.
func (s *server) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	<-s.client.ready
	if r.Notif {
		s.hear(r)
		return
	}
	result, err := s.answer(r)
	if err != nil {
		var problem *jsonrpc2.Error
		if !errors.As(err, &problem) {
			problem = &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: err.Error()}
		}
		_ = conn.ReplyWithError(ctx, r.ID, problem) // or the client is gone
		return
	}
	_ = conn.Reply(ctx, r.ID, result)
}

// hear handles a notification. One that cannot be handled is logged.
func (s *server) hear(r *jsonrpc2.Request) {
	if r.Method == "exit" {
		s.mutex.Lock()
		s.ended = s.shut
		s.mutex.Unlock()
		_ = s.client.conn.Close()
		return
	}
	handle := s.notifications()[r.Method]
	if handle == nil || !s.awake() {
		return // as the protocol asks
	}
	if err := s.guarded(r.Method, func() error { return handle(params(r)) }); err != nil {
		s.client.log(severityError, fmt.Sprintf("%s: %v", r.Method, err))
	}
}

// answer handles a request.
func (s *server) answer(r *jsonrpc2.Request) (result any, err error) {
	handle := s.requests()[r.Method]
	switch {
	case r.Method == "initialize":
	case !s.awake():
		return nil, s.asleep()
	case handle == nil:
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "no method " + r.Method}
	}
	err = s.guarded(r.Method, func() (err error) {
		result, err = handle(params(r))
		return err
	})
	return result, err
}

// awake reports whether the client has initialized the server and not shut it
// down.
func (s *server) awake() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.initialized && !s.shut
}

func (s *server) asleep() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.shut {
		return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the server is shut down"}
	}
	return &jsonrpc2.Error{Code: codeNotInitialized, Message: "initialize comes first"}
}

// guarded calls f. A fault of gouji must not end the server.
func (s *server) guarded(what string, f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintf(s.options.Log, "gouji lsp: %s: %v\n%s", what, v, debug.Stack())
			err = fmt.Errorf("%s", s.say("处理 %s 时出错（%v），这是 gouji 的缺陷", "%s failed (%v); this is a fault of gouji", what, v))
		}
	}()
	return f()
}

// say returns one of two texts, with args filled in.
func (s *server) say(zh, en string, args ...any) string {
	return fmt.Sprintf(rules.Message{ZH: zh, EN: en}.In(s.lang), args...)
}

// words is how findings are worded.
func (s *server) words() reporter.Options { return reporter.Options{Lang: s.lang} }

// params returns the parameters of a message.
func params(r *jsonrpc2.Request) json.RawMessage {
	if r.Params == nil {
		return nil
	}
	return *r.Params
}

// read decodes the parameters of a message.
func read[T any](raw json.RawMessage) (p T, err error) {
	if err := json.Unmarshal(raw, &p); err != nil {
		return p, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	return p, nil
}
