// The server against the messages and types that VS Code itself uses.
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { spawn } = require("node:child_process");
const { pathToFileURL } = require("node:url");
const { test } = require("node:test");
const lsp = require("vscode-languageserver-protocol/node");
const { command, form, wrong, carried, folder, until } = require("./server.js");

// connect starts a server for a folder.
async function connect(t, dir, capabilities = {}) {
  const server = spawn(command, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = lsp.createMessageConnection(
    new lsp.StreamMessageReader(server.stdout),
    new lsp.StreamMessageWriter(server.stdin),
  );
  const c = { server, connection, published: new Map(), said: [], registered: [] };
  connection.onNotification(lsp.PublishDiagnosticsNotification.type, (p) => c.published.set(p.uri, p));
  connection.onNotification(lsp.ShowMessageNotification.type, (p) => c.said.push(p.message));
  connection.onRequest(lsp.RegistrationRequest.type, (p) => void c.registered.push(...p.registrations));
  connection.listen();
  c.exited = new Promise((done) => server.on("exit", done));
  c.ask = (type, params) => connection.sendRequest(type, params);
  c.tell = (type, params) => connection.sendNotification(type, params);
  c.result = await c.ask(lsp.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(dir).href,
    workspaceFolders: null,
    locale: "zh-cn",
    capabilities,
  });
  await c.tell(lsp.InitializedNotification.type, {});
  c.open = (uri, text) =>
    c.tell(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "markdown", version: 1, text } });
  c.change = (uri, version, ...contentChanges) =>
    c.tell(lsp.DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  c.close = (uri) => c.tell(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  c.found = (uri, version) =>
    until(`findings in version ${version} of ${uri}`, () => {
      const p = c.published.get(uri);
      return p?.version === version && p.diagnostics;
    });
  t.after(async () => {
    if (server.exitCode === null) {
      await c.ask(lsp.ShutdownRequest.type);
      await c.tell(lsp.ExitNotification.type);
    }
    assert.equal(await c.exited, 0);
  });
  return c;
}

const codes = (list) => list.map((d) => d.code).join(" ");
const uriIn = (dir, name) => pathToFileURL(path.join(dir, name)).href;

test("findings, with characters outside the basic plane and CRLF", async (t) => {
  const dir = folder({});
  const c = await connect(t, dir);
  assert.equal(c.result.capabilities.positionEncoding, "utf-16");
  const uri = uriIn(dir, "𠮷 “引号” ①.md");
  const w = wrong();
  const text = w.text.replace("| （一）予以公开 |", "| （一）予以公开<!-- 𠮷𠀀 --> |").replaceAll("\n", "\r\n");
  const shift = "<!-- 𠮷𠀀 -->".length;
  await c.open(uri, text);
  const [d, ...rest] = await c.found(uri, 1);
  assert.deepEqual(rest, []);
  assert.ok(lsp.Diagnostic.is(d));
  assert.equal(d.code, "sum-mismatch");
  assert.equal(d.severity, lsp.DiagnosticSeverity.Error);
  assert.match(d.message, /应为 5548/);
  assert.deepEqual(d.range, lsp.Range.create(w.line, w.character + shift, w.line, w.character + shift + 4));
  assert.ok(d.relatedInformation.length >= 5);
  const last = lsp.Position.create(w.line, w.character + shift + 3);
  await c.change(uri, 2, { range: lsp.Range.create(last, lsp.Position.create(w.line, last.character + 1)), text: "8" });
  assert.deepEqual(await c.found(uri, 2), []);
});

test("UTF-8 positions when the client offers them", async (t) => {
  const dir = folder({});
  const c = await connect(t, dir, { general: { positionEncodings: ["utf-8", "utf-16"] } });
  assert.equal(c.result.capabilities.positionEncoding, "utf-8");
  const w = wrong();
  await c.open(uriIn(dir, "a.md"), w.text);
  const [d] = await c.found(uriIn(dir, "a.md"), 1);
  assert.equal(d.range.start.character, Buffer.byteLength(w.text.split("\n")[w.line].slice(0, w.character)));
});

test("actions: fix all, suppress with a reason, explain", async (t) => {
  const dir = folder({});
  const c = await connect(t, dir, { workspace: { workspaceEdit: { documentChanges: true } } });
  const uri = uriIn(dir, "a.md");
  const w = wrong();
  await c.open(uri, w.text);
  const [d] = await c.found(uri, 1);
  const actions = await c.ask(lsp.CodeActionRequest.type, {
    textDocument: { uri },
    range: d.range,
    context: { diagnostics: [d] },
  });
  const suppress = actions.find((a) => a.title.includes("屏蔽"));
  assert.equal(suppress.edit.documentChanges[0].textDocument.version, 1);
  const { TextDocument } = require("vscode-languageserver-textdocument");
  const document = TextDocument.create(uri, "markdown", 1, w.text);
  const next = TextDocument.applyEdits(document, suppress.edit.documentChanges[0].edits);
  assert.match(next, /<!-- gouji-disable-next-line sum-mismatch: 理由 -->\n\| （本列数据/);
  await c.change(uri, 2, { text: next });
  assert.deepEqual(await c.found(uri, 2), []);

  const explain = actions.find((a) => a.command);
  await c.ask(lsp.ExecuteCommandRequest.type, explain.command);
  await until("the page", () => c.said.some((m) => m.includes("怎样定位")));

  const mended = w.text.replace("5549", "5548").replace("| 13612 |", "| 13,612 |");
  await c.change(uri, 3, { text: mended });
  await c.found(uri, 3);
  const all = await c.ask(lsp.CodeActionRequest.type, {
    textDocument: { uri },
    range: lsp.Range.create(0, 0, 0, 0),
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  for (const a of all) assert.equal(a.kind, "source.fixAll.gouji");
});

test("hover, symbols, completion", async (t) => {
  const { before, after } = carried();
  const dir = folder({ "示例市教育局/2024.md": before, "gouji.toml": 'files = ["{organ}/{year}.md"]\n' });
  const c = await connect(t, dir);
  const uri = uriIn(dir, "示例市教育局/2025.md");
  const comment = "<!-- gouji-disable carry-m";
  await c.open(uri, after + comment);
  await c.found(uri, 1);
  const lines = after.split("\n");
  const line = lines.findIndex((l) => l.startsWith("| 二、上年结转"));
  const character = lines[line].lastIndexOf("0");
  const hover = await c.ask(lsp.HoverRequest.type, { textDocument: { uri }, position: { line, character } });
  assert.match(hover.contents.value, /表三「上年结转」「总计」.*上年（2024 年报告）：0.*相符/s);
  const symbols = await c.ask(lsp.DocumentSymbolRequest.type, { textDocument: { uri } });
  assert.equal(symbols.length, 6);
  assert.ok(lsp.DocumentSymbol.is(symbols[2]));
  assert.equal(symbols[2].children[0].name, "表三");
  const items = await c.ask(lsp.CompletionRequest.type, {
    textDocument: { uri },
    position: { line: lines.length - 1, character: comment.length },
  });
  assert.deepEqual(items.map((i) => i.label), ["carry-mismatch"]);
});

test("reports of other years, unsaved and on the disk; configuration", async (t) => {
  const { before, after } = carried();
  const dir = folder({ "示例市教育局/2024.md": before, "gouji.toml": 'files = ["{organ}/{year}.md"]\n' });
  const c = await connect(t, dir, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
  await until("watched files", () => c.registered.some((r) => r.method === "workspace/didChangeWatchedFiles"));
  const later = uriIn(dir, "示例市教育局/2025.md");
  const earlier = uriIn(dir, "示例市教育局/2024.md");
  await c.open(later, after);
  const found = (uri) => c.published.get(uri)?.diagnostics ?? [];
  await until("a break between the years", () => found(later).some((d) => d.code === "carry-mismatch"));
  const [d] = found(later).filter((d) => d.code === "carry-mismatch");
  assert.ok(d.relatedInformation.some((r) => r.location.uri === earlier));
  await c.open(earlier, after.replaceAll("2025", "2024").replaceAll("2026", "2025"));
  await until("no break with the unsaved text", () => !found(later).some((d) => d.code === "carry-mismatch"));
  await c.close(earlier);
  await until("the break with the file again", () => found(later).some((d) => d.code === "carry-mismatch"));

  const config = uriIn(dir, "gouji.toml");
  fs.writeFileSync(path.join(dir, "gouji.toml"), "[rules]\ncarry-mismatch = 'of'\n");
  await c.tell(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri: config, type: 2 }] });
  await until("the fault", () => codes(found(config)) === "configuration" && codes(found(later)) === "not-checked");
  fs.writeFileSync(path.join(dir, "gouji.toml"), "[rules]\ncarry-mismatch = 'off'\n");
  await c.tell(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri: config, type: 2 }] });
  await until("the rule switched off", () => found(config).length === 0 && codes(found(later)) !== "not-checked" && !codes(found(later)).includes("carry"));
});

test("GB18030 that the editor took for UTF-8 is refused", async (t) => {
  const dir = folder({ "a.md": Buffer.from("2320c4eab6c8b1a8b8e60a", "hex") }); // # 年度报告
  const c = await connect(t, dir);
  const uri = uriIn(dir, "a.md");
  await c.open(uri, fs.readFileSync(path.join(dir, "a.md"), "utf8"));
  const found = await c.found(uri, 1);
  assert.equal(codes(found), "encoding");
  assert.match(found[0].message, /GB18030/);
});

test("1,000 rapid changes", async (t) => {
  const dir = folder({});
  const c = await connect(t, dir);
  const uri = uriIn(dir, "a.md");
  const w = wrong();
  await c.open(uri, w.text);
  let times = 0;
  let last = 0;
  c.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (p) => {
    assert.ok(p.version >= last);
    last = p.version;
    times++;
    c.published.set(p.uri, p);
  });
  for (let n = 0; n < 1000; n++) {
    const range = lsp.Range.create(w.line, w.character + 3, w.line, w.character + 4);
    c.change(uri, n + 2, { range, text: n === 999 ? "8" : String(n % 8) });
  }
  assert.deepEqual(await c.found(uri, 1001), []);
  assert.ok(times < 500, `published ${times} times`);
});

test("malformed and huge messages", async (t) => {
  const dir = folder({});
  const c = await connect(t, dir);
  const errors = [];
  c.connection.onError(() => {});
  c.server.stdout.on("data", (data) => errors.push(String(data)));
  const frame = (body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  c.server.stdin.write(frame("{"));
  c.server.stdin.write(frame('[{"jsonrpc":"2.0"}]'));
  c.server.stdin.write("Content-Length: many\r\n\r\n");
  c.server.stdin.write("{}\r\n\r\n");
  await until("an answer to each", () => errors.join("").match(/"code":-32[67]00/g)?.length === 4);
  const huge = '{"jsonrpc":"2.0","method":"x","params":"' + "x".repeat(80 << 20) + '"}';
  c.server.stdin.write(frame(huge));
  await until("a word about the huge one", () => c.said.some((m) => m.includes("太大")));
  const uri = uriIn(dir, "a.md");
  await c.open(uri, form("disclosure-2021"));
  assert.deepEqual(await c.found(uri, 1), []);
});
