// The client of `gouji lsp` in VS Code. All checking is done by the server.
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const pages = "gouji"; // the scheme of documents with the page of a rule

let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(pages, { provideTextDocumentContent: pageText }),
    vscode.commands.registerCommand("gouji.restart", restart),
    { dispose: stop },
  );
  await start();
}

// start starts the server, or says why there is none.
async function start() {
  const settings = vscode.workspace.getConfiguration("gouji");
  const command = settings.get("path") || "gouji";
  client = new LanguageClient("gouji", "勾稽 gouji", serverOptions(command), clientOptions(settings));
  try {
    await client.start();
  } catch {
    client = undefined; // what went wrong the client has shown
    vscode.window.showErrorMessage(`无法启动 ${command}。请安装 gouji，或在设置 gouji.path 中写它的位置。`);
  }
}

function serverOptions(command) {
  return { command, args: ["lsp"], transport: TransportKind.stdio };
}

function clientOptions(settings) {
  return {
    documentSelector: [{ language: "markdown" }, { pattern: "**/gouji.toml" }],
    initializationOptions: { lang: settings.get("lang"), level: settings.get("level") },
    synchronize: { configurationSection: "gouji" },
    middleware: { executeCommand },
  };
}

// executeCommand shows the page of a rule as a document; other commands go to
// the server.
function executeCommand(command, args, next) {
  return command === "gouji.explain" ? showPage(args[0]) : next(command, args);
}

async function showPage(rule) {
  const uri = vscode.Uri.from({ scheme: pages, path: `/${rule}.md` });
  await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
}

// pageText asks the server for the page that a document of ours is.
async function pageText(uri) {
  const rule = uri.path.replace(/^\/|\.md$/g, "");
  const page = await client.sendRequest("gouji/page", { rule });
  return page.value;
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop();
}

async function restart() {
  await stop();
  await start();
}

module.exports = { activate, deactivate: stop };
