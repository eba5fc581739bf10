package lsp

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"

	"github.com/gouji-lint/gouji/internal/config"
)

// fileWatcher asks the client to say when files change.
type fileWatcher struct {
	Pattern string `json:"globPattern"`
}

type registration struct {
	ID      string `json:"id"`
	Method  string `json:"method"`
	Options any    `json:"registerOptions"`
}

// initializedNow asks the client to watch files, if it is able to. One that
// is not has them looked at every other second while somebody types.
func (s *server) initializedNow(json.RawMessage) error {
	if !s.client.capabilities.Workspace.Watch.Dynamic {
		return nil
	}
	watch := registration{ID: "gouji-files", Method: "workspace/didChangeWatchedFiles", Options: map[string]any{
		"watchers": []fileWatcher{{"**/*.{md,markdown}"}, {"**/*.toml"}},
	}}
	go s.client.ask("client/registerCapability", map[string]any{"registrations": []registration{watch}})
	return nil
}

// ask sends a request whose answer does not matter.
func (c *client) ask(method string, params any) {
	_ = c.conn.Call(context.Background(), method, params, nil)
}

// didChangeWatchedFiles hears of files that changed on the disk.
func (s *server) didChangeWatchedFiles(raw json.RawMessage) error {
	p, err := read[struct {
		Changes []textDocument `json:"changes"`
	}](raw)
	if err != nil {
		return err
	}
	for _, c := range p.Changes {
		s.changedOnDisk(c.URI)
	}
	return nil
}

// changedOnDisk has a file looked at again. What a configuration says of
// other files is read anew.
func (s *server) changedOnDisk(uri string) {
	if isConfiguration(uri) {
		s.desk.forget()
	} else {
		s.desk.lookAgain()
	}
	s.recheck()
}

// isConfiguration reports whether a file may be part of a configuration:
// gouji.toml names others.
func isConfiguration(uri string) bool { return strings.HasSuffix(uri, filepath.Ext(config.Name)) }

// didChangeWorkspaceFolders changes which folders are worked in.
func (s *server) didChangeWorkspaceFolders(raw json.RawMessage) error {
	p, err := read[struct {
		Event struct {
			Added   []workspaceFolder `json:"added"`
			Removed []workspaceFolder `json:"removed"`
		} `json:"event"`
	}](raw)
	if err != nil {
		return err
	}
	s.mutex.Lock()
	s.desk.changeRoots(folders(p.Event.Added), folders(p.Event.Removed))
	s.mutex.Unlock()
	s.desk.forget()
	s.recheck()
	return nil
}

// folders returns the paths of folders of the workspace.
func folders(list []workspaceFolder) (paths []string) {
	for _, f := range list {
		if path := pathOf(f.URI); path != "" {
			paths = append(paths, path)
		}
	}
	return paths
}
