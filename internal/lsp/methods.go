package lsp

import "encoding/json"

// requests are the requests that the server answers.
func (s *server) requests() map[string]func(json.RawMessage) (any, error) {
	return map[string]func(json.RawMessage) (any, error){
		"initialize": s.initialize,
		"shutdown":   s.shutdown,
	}
}

// notifications are the notifications that it listens to.
func (s *server) notifications() map[string]func(json.RawMessage) error {
	return map[string]func(json.RawMessage) error{
		"textDocument/didOpen":   s.didOpen,
		"textDocument/didChange": s.didChange,
		"textDocument/didSave":   s.didSave,
		"textDocument/didClose":  s.didClose,
	}
}
