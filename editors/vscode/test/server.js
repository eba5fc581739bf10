// What both tests need: the server to start, and reports to open.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

exports.command = process.env.GOUJI || "gouji";

const forms = path.join(__dirname, "../../../testdata/forms");

// form returns a clean report.
exports.form = (name) => fs.readFileSync(path.join(forms, name + ".md"), "utf8");

// wrong returns a report in which one total is too large by one, and the line
// and the character of that total.
exports.wrong = () => {
  const row = "| （一）予以公开 | 5345 | 129 | 0 | 41 | 19 | 14 | ";
  const text = exports.form("disclosure-2021").replace(row + "5548", row + "5549");
  const line = text.slice(0, text.indexOf(row)).split("\n").length - 1;
  return { text, line, character: row.length };
};

// carried returns two reports of one organ that do not go on from one year to
// the next.
exports.carried = () => {
  const after = exports.form("disclosure-2021-small");
  const before = after
    .replaceAll("2025", "2024")
    .replaceAll("2026", "2025")
    .replace("本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |")
    .replace("结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |");
  return { before, after };
};

// folder writes files into a new folder.
exports.folder = (files) => {
  const dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "gouji-")));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), text);
  }
  return dir;
};

// until waits until check returns something.
exports.until = async (what, check) => {
  for (const end = Date.now() + 20000; Date.now() < end; await new Promise((r) => setTimeout(r, 10))) {
    const value = await check();
    if (value) return value;
  }
  throw new Error(`waited in vain for ${what}`);
};
