// The packaged extension against the server. In place of VS Code stands as
// much of its module as the client uses.
const assert = require("node:assert/strict");
const path = require("node:path");
const Module = require("node:module");
const { test } = require("node:test");
const { vscode, person } = require("./vscode.js");
const { command, wrong, folder, until } = require("./server.js");

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const extension = require("../dist/extension.js");

test("the extension checks what is open", async (t) => {
  person.settings.gouji = { path: command, lang: "", level: "warning" };
  const context = { subscriptions: [] };
  await extension.activate(context);
  t.after(() => extension.deactivate());
  assert.deepEqual(person.shown, []);

  const w = wrong();
  const document = person.open(path.join(folder({}), "𠮷.md"), w.text);
  const [problem] = await until("a problem", () => person.problems(document).length && person.problems(document));
  assert.equal(problem.code, "sum-mismatch");
  assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  assert.equal(problem.range.start.line, w.line);
  assert.equal(problem.range.start.character, w.character);
  assert.match(problem.message, /应为 5548/);

  const token = new vscode.CancellationTokenSource().token;
  const at = new vscode.Position(w.line, w.character);
  const hover = await person.providers.hover[0].provideHover(document, at, token);
  assert.match(hover.contents.map?.((c) => c.value).join() ?? hover.contents.value, /表三「（一）予以公开」「总计」/);

  const symbols = await person.providers.symbols[0].provideDocumentSymbols(document, token);
  assert.equal(symbols.length, 6);

  const actions = await person.providers.actions[0].provideCodeActions(
    document,
    problem.range,
    { diagnostics: [problem], triggerKind: 1 },
    token,
  );
  const suppress = actions.find((a) => a.title.includes("屏蔽"));
  const [[uri, edits]] = suppress.edit.entries();
  assert.equal(uri.toString(), document.uri.toString());
  assert.match(edits[0][0].snippet.value, /<!-- gouji-disable-next-line sum-mismatch: \$\{1:理由\} -->/);

  // Explain opens the page of the rule as a document.
  let previewed;
  person.commands.set("markdown.showPreviewToSide", (uri) => (previewed = uri));
  const explain = actions.find((a) => a.command?.command === "gouji.explain");
  await vscode.commands.executeCommand(explain.command.command, ...explain.command.arguments);
  const page = await person.contents.get(previewed.scheme).provideTextDocumentContent(previewed);
  assert.match(page, /^# sum-mismatch 勾稽不平/);

  // Typing the right figure clears the problem.
  const range = new vscode.Range(w.line, w.character + 3, w.line, w.character + 4);
  person.type(document, range, "8", w.text.replace("5549", "5548"));
  await until("no problem", () => person.problems(document).length === 0);

  // Milder findings on request.
  const form = person.open(path.join(folder({}), "2025.md"), w.text.replace("5549", "5548").replace("| 13612 |", "| 13,612 |"));
  await person.set("gouji", { level: "info" });
  await until("a mild problem", () => person.problems(form).some((p) => p.code === "cell-form"));

  await vscode.commands.executeCommand("gouji.restart");
  await until("problems after a restart", () => person.problems(form).some((p) => p.code === "cell-form"));
  assert.equal(person.providers.hover.length, 1);
});

test("a command that is not there is said", async () => {
  person.settings.gouji = { path: "/nowhere/gouji", lang: "", level: "warning" };
  await vscode.commands.executeCommand("gouji.restart");
  assert.ok(person.shown.some((m) => m.includes("/nowhere/gouji") && m.includes("gouji.path")), person.shown.join());
});
