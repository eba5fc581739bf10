package lsp

import "encoding/json"

// The messages of the Language Server Protocol that this server reads and
// writes, and of each the fields that it needs. Field names are those of the
// protocol.

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string    `json:"uri"`
	Range textRange `json:"range"`
}

type textDocument struct {
	URI string `json:"uri"`
}

type versionedDocument struct {
	URI     string `json:"uri"`
	Version int    `json:"version"`
}

type openParams struct {
	TextDocument struct {
		URI     string `json:"uri"`
		Version int    `json:"version"`
		Text    string `json:"text"`
	} `json:"textDocument"`
}

type changeParams struct {
	TextDocument versionedDocument `json:"textDocument"`
	Changes      []contentChange   `json:"contentChanges"`
}

type contentChange struct {
	Range *textRange `json:"range"` // nil for the whole text
	Text  string     `json:"text"`
}

type documentParams struct {
	TextDocument textDocument `json:"textDocument"`
}

type initializeParams struct {
	RootURI      string             `json:"rootUri"`
	RootPath     string             `json:"rootPath"`
	Folders      []workspaceFolder  `json:"workspaceFolders"`
	Locale       string             `json:"locale"`
	Options      json.RawMessage    `json:"initializationOptions"`
	Capabilities clientCapabilities `json:"capabilities"`
}

type workspaceFolder struct {
	URI string `json:"uri"`
}

type clientCapabilities struct {
	General struct {
		PositionEncodings []encoding `json:"positionEncodings"`
	} `json:"general"`
	Workspace struct {
		Edit struct {
			DocumentChanges bool `json:"documentChanges"`
			Snippets        bool `json:"snippetEditSupport"`
		} `json:"workspaceEdit"`
		Watch struct {
			Dynamic bool `json:"dynamicRegistration"`
		} `json:"didChangeWatchedFiles"`
	} `json:"workspace"`
}

type initializeResult struct {
	Capabilities serverCapabilities `json:"capabilities"`
	ServerInfo   serverInfo         `json:"serverInfo"`
}

type serverInfo struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type serverCapabilities struct {
	PositionEncoding encoding              `json:"positionEncoding"`
	Sync             syncOptions           `json:"textDocumentSync"`
	Workspace        workspaceCapabilities `json:"workspace"`
	Hover            bool                  `json:"hoverProvider"`
	Symbols          bool                  `json:"documentSymbolProvider"`
	Formatting       bool                  `json:"documentFormattingProvider"`
	Actions          actionOptions         `json:"codeActionProvider"`
	Completion       completionOptions     `json:"completionProvider"`
	Commands         commandOptions        `json:"executeCommandProvider"`
}

type actionOptions struct {
	Kinds []string `json:"codeActionKinds"`
}

type completionOptions struct {
	Triggers []string `json:"triggerCharacters"`
}

type commandOptions struct {
	Commands []string `json:"commands"`
}

type workspaceCapabilities struct {
	Folders workspaceFolders `json:"workspaceFolders"`
}

type workspaceFolders struct {
	Supported           bool `json:"supported"`
	ChangeNotifications bool `json:"changeNotifications"`
}

type syncOptions struct {
	OpenClose bool `json:"openClose"`
	Change    int  `json:"change"`
	Save      bool `json:"save"`
}

// changesAreIncremental is the kind of synchronisation asked for.
const changesAreIncremental = 2

type publishParams struct {
	URI         string       `json:"uri"`
	Version     *int         `json:"version,omitempty"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnostic struct {
	Range    textRange       `json:"range"`
	Severity int             `json:"severity"`
	Code     string          `json:"code,omitempty"`
	Source   string          `json:"source"`
	Message  string          `json:"message"`
	Tags     []int           `json:"tags,omitempty"`
	Related  []related       `json:"relatedInformation,omitempty"`
	Data     json.RawMessage `json:"data,omitempty"`
}

type related struct {
	Location location `json:"location"`
	Message  string   `json:"message"`
}

// The severities of diagnostics.
const (
	severityError   = 1
	severityWarning = 2
	severityInfo    = 3
)

// tagUnnecessary has an editor show the place faded.
const tagUnnecessary = 1

type messageParams struct {
	Type    int    `json:"type"`
	Message string `json:"message"`
}
