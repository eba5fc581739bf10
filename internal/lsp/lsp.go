// Package lsp is the language server: it checks reports while they are
// written, in any editor that speaks the Language Server Protocol.
//
// It keeps the texts that are open, hands them to package workspace in place
// of the files on disk, and puts what comes back into the terms of the
// protocol. It checks nothing itself and never writes a file.
package lsp

import (
	"context"
	"io"
	"log"
	"sync"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/gouji-lint/gouji/rules"
)

// Options say how to serve.
type Options struct {
	Rules   []*rules.Rule
	Lang    string    // "zh-CN" or "en"; "" for that of the client
	Version string    // of gouji
	Log     io.Writer // for what goes wrong; editors keep it
}

// Serve answers the messages of one client until it says exit or hangs up.
// It reports whether the client ended as the protocol asks, with shutdown
// before exit.
func Serve(in io.Reader, out io.WriteCloser, o Options) (orderly bool) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s := newServer(o)
	stream := newStream(in, out)
	stream.lost = s.lostMessage
	var checks sync.WaitGroup
	checks.Go(func() { s.keepChecking(ctx) })
	conn := jsonrpc2.NewConn(ctx, stream, s, jsonrpc2.SetLogger(log.New(o.Log, "gouji lsp: ", 0)))
	s.client.connect(conn)
	<-conn.DisconnectNotify()
	cancel()
	checks.Wait()
	return s.ended
}
