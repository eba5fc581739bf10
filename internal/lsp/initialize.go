package lsp

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"
)

// initialize agrees with the client on what both are able to do.
func (s *server) initialize(raw json.RawMessage) (any, error) {
	p, err := read[initializeParams](raw)
	if err != nil {
		return nil, err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.initialized {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "initialized already"}
	}
	s.initialized = true
	s.client.capabilities = p.Capabilities
	if slices.Contains(p.Capabilities.General.PositionEncodings, utf8Units) {
		s.units = utf8Units
	}
	s.desk.roots = rootsOf(&p)
	var wanted settings
	if p.Options != nil {
		_ = json.Unmarshal(p.Options, &wanted) // what is of another kind asks for nothing
	}
	if s.lang == "" {
		s.lang = languageOf(cmp.Or(wanted.Lang, p.Locale))
	}
	s.set(wanted)
	return initializeResult{
		Capabilities: serverCapabilities{
			PositionEncoding: s.units,
			Sync:             syncOptions{OpenClose: true, Change: changesAreIncremental, Save: true},
			Hover:            true,
			Symbols:          true,
			Formatting:       true,
			Actions:          actionOptions{[]string{kindQuickFix, kindFixAll}},
			Completion:       completionOptions{[]string{" ", ",", "-"}},
			Commands:         commandOptions{[]string{explainCommand}},
			Workspace:        workspaceCapabilities{workspaceFolders{Supported: true, ChangeNotifications: true}},
		},
		ServerInfo: serverInfo{Name: "gouji", Version: s.options.Version},
	}, nil
}

// rootsOf returns the folders of the workspace.
func rootsOf(p *initializeParams) (roots []string) {
	roots = folders(p.Folders)
	switch path := pathOf(p.RootURI); {
	case len(roots) > 0:
	case path != "":
		roots = append(roots, path)
	case p.RootPath != "":
		roots = append(roots, filepath.Clean(p.RootPath))
	}
	return roots
}

// languageOf returns the language for a locale: English for en-US, Chinese
// for every other and for none.
func languageOf(locale string) string {
	if strings.HasPrefix(strings.ToLower(locale), "en") {
		return "en"
	}
	return "zh-CN"
}

// shutdown ends the work; exit follows.
func (s *server) shutdown(json.RawMessage) (any, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.shut = true
	return nil, nil
}
