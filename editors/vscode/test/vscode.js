// As much of the module that VS Code gives to extensions as the client of the
// server uses: documents, diagnostics, providers and commands, in memory.
const { URI } = require("vscode-uri");

class EventEmitter {
  #listeners = new Set();
  event = (listener, self) => {
    const bound = (e) => listener.call(self, e);
    this.#listeners.add(bound);
    return new Disposable(() => this.#listeners.delete(bound));
  };
  fire(e) {
    return Promise.all([...this.#listeners].map((l) => l(e)));
  }
  dispose() {
    this.#listeners.clear();
  }
}

class Disposable {
  constructor(dispose) {
    this.dispose = dispose ?? (() => {});
  }
  static from(...all) {
    return new Disposable(() => all.forEach((d) => d.dispose()));
  }
}

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(start, end, line, character) {
    if (typeof start === "number") [start, end] = [new Position(start, end), new Position(line, character)];
    Object.assign(this, { start, end });
  }
}

// record makes a class that keeps what it is made of, by name.
const record = (...names) =>
  class {
    constructor(...values) {
      names.forEach((name, i) => (this[name] = values[i]));
    }
  };

class WorkspaceEdit {
  #entries = [];
  set(uri, edits) {
    this.#entries.push([uri, edits]);
  }
  entries() {
    return this.#entries;
  }
}

class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: new EventEmitter().event };
  cancel() {}
  dispose() {}
}

class CodeActionKind {
  constructor(value) {
    this.value = value;
  }
  append(part) {
    return new CodeActionKind(this.value ? `${this.value}.${part}` : part);
  }
}
CodeActionKind.Empty = new CodeActionKind("");
CodeActionKind.QuickFix = new CodeActionKind("quickfix");

class MarkdownString {
  constructor(value = "") {
    this.value = value;
  }
  appendMarkdown(text) {
    this.value += text;
    return this;
  }
}

class TextDocument {
  constructor(uri, languageId, text) {
    Object.assign(this, { uri, languageId, text, version: 1, fileName: uri.fsPath, isClosed: false });
  }
  getText() {
    return this.text;
  }
}

const opened = new EventEmitter();
const changed = new EventEmitter();
const saved = new EventEmitter();
const closed = new EventEmitter();
const configured = new EventEmitter();
const never = new EventEmitter().event;
const watcher = () => ({ onDidCreate: never, onDidChange: never, onDidDelete: never, dispose() {} });
const channel = () =>
  new Proxy({}, { get: (_, name) => (name === "onDidChangeLogLevel" ? never : name === "logLevel" ? 0 : () => {}) });

const commands = new Map();
const contents = new Map();
const settings = {};
const collections = [];
const providers = {};
const shown = [];
const documents = [];
const keep = (kind) => (selector, provider) => {
  (providers[kind] ??= []).push(provider);
  return new Disposable(() => providers[kind].splice(providers[kind].indexOf(provider), 1));
};
const say = async (message) => void shown.push(message);

const vscode = {
  version: "1.100.0",
  Uri: URI,
  EventEmitter,
  Disposable,
  Position,
  Range,
  WorkspaceEdit,
  CancellationTokenSource,
  CancellationError: class extends Error {},
  CodeActionKind,
  MarkdownString,
  Location: record("uri", "range"),
  Diagnostic: record("range", "message", "severity"),
  DiagnosticRelatedInformation: record("location", "message"),
  CodeAction: record("title", "kind"),
  CodeLens: record("range"),
  CompletionItem: record("label"),
  CompletionList: record("items", "isIncomplete"),
  DocumentLink: record("range", "target"),
  DocumentSymbol: record("name", "detail", "kind", "range", "selectionRange"),
  Hover: record("contents", "range"),
  InlayHint: record("position", "label"),
  RelativePattern: record("base", "pattern"),
  SymbolInformation: record("name", "kind"),
  TextEdit: Object.assign(record("range", "newText"), {
    replace: (range, newText) => ({ range, newText }),
  }),
  SnippetTextEdit: record("range", "snippet"),
  SnippetString: record("value"),
  CallHierarchyItem: record("kind"),
  TypeHierarchyItem: record("kind"),
  TabInputText: class {},
  TabInputTextDiff: class {},
  TabInputCustom: class {},
  TabInputNotebook: class {},
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  DiagnosticTag: { Unnecessary: 1, Deprecated: 2 },
  CompletionItemKind: { Value: 11 },
  CompletionItemTag: { Deprecated: 1 },
  CompletionTriggerKind: { Invoke: 0 },
  CodeActionTriggerKind: { Invoke: 1, Automatic: 2 },
  SymbolTag: { Deprecated: 1 },
  FileType: { File: 1, Directory: 2 },
  LogLevel: { Off: 0, Trace: 1, Debug: 2, Info: 3, Warning: 4, Error: 5 },
  NotebookCellKind: { Markup: 1, Code: 2 },
  ProgressLocation: { Window: 10 },
  InlineCompletionTriggerKind: { Invoke: 0 },
  SignatureHelpTriggerKind: { Invoke: 1 },
  TextDocumentSaveReason: { Manual: 1 },
  env: { language: "zh-cn", appName: "test", openExternal: async () => true },
  commands: {
    registerCommand(name, handler) {
      commands.set(name, handler);
      return new Disposable(() => commands.delete(name));
    },
    async executeCommand(name, ...args) {
      return commands.get(name)(...args);
    },
  },
  languages: {
    match: (selector, document) => [].concat(selector).some((s) => !s.language || s.language === document.languageId),
    createDiagnosticCollection() {
      const found = new Map();
      collections.push(found);
      return {
        set: (uri, list) => found.set(uri.toString(), list ?? []),
        delete: (uri) => found.delete(uri.toString()),
        clear: () => found.clear(),
        dispose: () => found.clear(),
      };
    },
    registerHoverProvider: keep("hover"),
    registerCompletionItemProvider: keep("completion"),
    registerDocumentSymbolProvider: keep("symbols"),
    registerCodeActionsProvider: keep("actions"),
    registerDocumentFormattingEditProvider: keep("formatting"),
  },
  window: {
    activeTextEditor: undefined,
    visibleTextEditors: [],
    tabGroups: { all: [], onDidChangeTabs: never },
    onDidChangeActiveTextEditor: never,
    onDidChangeVisibleTextEditors: never,
    createOutputChannel: channel,
    showInformationMessage: say,
    showWarningMessage: say,
    showErrorMessage: say,
    withProgress: (_, task) => task({ report() {} }, new CancellationTokenSource().token),
  },
  workspace: {
    workspaceFolders: undefined,
    textDocuments: documents,
    notebookDocuments: [],
    fs: {},
    onDidOpenTextDocument: opened.event,
    onDidChangeTextDocument: changed.event,
    onDidSaveTextDocument: saved.event,
    onDidCloseTextDocument: closed.event,
    onDidChangeConfiguration: configured.event,
    onWillSaveTextDocument: never,
    onDidOpenNotebookDocument: never,
    onDidChangeNotebookDocument: never,
    onDidSaveNotebookDocument: never,
    onDidCloseNotebookDocument: never,
    onDidChangeWorkspaceFolders: never,
    createFileSystemWatcher: watcher,
    getConfiguration: (section) => ({ get: (key, otherwise) => (section ? settings[section]?.[key] : settings[key]) ?? otherwise }),
    registerTextDocumentContentProvider(scheme, provider) {
      contents.set(scheme, provider);
      return new Disposable(() => contents.delete(scheme));
    },
    applyEdit: async () => true,
  },
};

// What a person does in the editor, and what they see.
const person = {
  settings,
  shown,
  commands,
  providers,
  contents,
  open(path, text) {
    const document = new TextDocument(URI.file(path), "markdown", text);
    documents.push(document);
    opened.fire(document);
    return document;
  },
  type(document, range, text, next) {
    document.text = next;
    document.version++;
    changed.fire({ document, contentChanges: [{ range, text }], reason: undefined });
  },
  set(section, values) {
    Object.assign(settings[section], values);
    return configured.fire({ affectsConfiguration: (name) => name.startsWith(section) });
  },
  problems: (document) => collections.flatMap((found) => found.get(document.uri.toString()) ?? []),
};

module.exports = { vscode, person };
