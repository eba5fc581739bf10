package lsp

import (
	"context"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// client is the other end, and what it is able to do.
type client struct {
	ready chan struct{} // closed when conn is set
	conn  *jsonrpc2.Conn

	capabilities clientCapabilities
	publishing   sync.Mutex
}

func (c *client) connect(conn *jsonrpc2.Conn) {
	c.conn = conn
	close(c.ready)
}

// notify tells the client something. When the connection is gone nobody is
// left to tell.
func (c *client) notify(method string, params any) {
	<-c.ready
	_ = c.conn.Notify(context.Background(), method, params)
}

// log writes into the log of the client.
func (c *client) log(kind int, message string) {
	c.notify("window/logMessage", messageParams{Type: kind, Message: message})
}

// show shows a message to the person.
func (c *client) show(kind int, message string) {
	c.notify("window/showMessage", messageParams{Type: kind, Message: message})
}
