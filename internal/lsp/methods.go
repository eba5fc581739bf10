package lsp

import "encoding/json"

// requests are the requests that the server answers.
func (s *server) requests() map[string]func(json.RawMessage) (any, error) {
	return map[string]func(json.RawMessage) (any, error){
		"initialize":                  s.initialize,
		"shutdown":                    s.shutdown,
		"textDocument/hover":          s.hover,
		"textDocument/documentSymbol": s.symbols,
		"textDocument/completion":     s.completion,
		"textDocument/formatting":     s.formatting,
		"textDocument/codeAction":     s.codeActions,
		"workspace/executeCommand":    s.executeCommand,
		"gouji/page":                  s.pageOf,
	}
}

// notifications are the notifications that it listens to.
func (s *server) notifications() map[string]func(json.RawMessage) error {
	return map[string]func(json.RawMessage) error{
		"textDocument/didOpen":                s.didOpen,
		"textDocument/didChange":              s.didChange,
		"textDocument/didSave":                s.didSave,
		"textDocument/didClose":               s.didClose,
		"initialized":                         s.initializedNow,
		"workspace/didChangeConfiguration":    s.didChangeConfiguration,
		"workspace/didChangeWatchedFiles":     s.didChangeWatchedFiles,
		"workspace/didChangeWorkspaceFolders": s.didChangeWorkspaceFolders,
	}
}
