-- A real Neovim, headless, against `gouji lsp`. It needs Neovim 0.7 or newer:
--
--   GOUJI=/path/to/gouji nvim --headless --clean -u NONE -S editors/nvim/check.lua
--
-- It ends with exit code 1 and says which step failed.
local forms = debug.getinfo(1, "S").source:match("^@(.*)/editors/nvim/check.lua$") .. "/testdata/forms/"
local dir = vim.fn.tempname()
vim.fn.mkdir(dir .. "/示例市教育局", "p")

local function fail(step, got)
  io.stderr:write("nvim: " .. step .. ": " .. vim.inspect(got) .. "\n")
  vim.cmd("cquit 1")
end

local function check(step, ok, got)
  if not ok then fail(step, got) end
end

local function read(name)
  local file = assert(io.open(forms .. name .. ".md", "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write(name, text)
  local file = assert(io.open(dir .. "/" .. name, "wb"))
  file:write(text)
  file:close()
  return dir .. "/" .. name
end

local function replace(text, old, new)
  local at, to = text:find(old, 1, true)
  check("the form has changed", at, old)
  return text:sub(1, at - 1) .. new .. text:sub(to + 1)
end

local client = vim.lsp.start_client({ name = "gouji", cmd = { os.getenv("GOUJI") or "gouji", "lsp", "--lang", "zh-CN" }, root_dir = dir })

local function edit(path, options)
  vim.cmd("edit " .. (options or "") .. " " .. vim.fn.fnameescape(path))
  vim.lsp.buf_attach_client(0, client)
  return vim.api.nvim_get_current_buf()
end

-- codes returns the rules of what is found in a buffer.
local function codes(buffer)
  local all = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(all, d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code) or "?")
  end
  return table.concat(all, " ")
end

local function await(step, buffer, want)
  local ok = vim.wait(10000, function() return codes(buffer) == want end, 10)
  check(step, ok, codes(buffer))
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 5000)
  for _, answer in pairs(answers or {}) do
    if answer.error then fail(method, answer.error) end
    return answer.result
  end
  fail(method, answers)
end

local function here() return vim.lsp.util.make_position_params(0, "utf-16") end

local function actions()
  local params = vim.lsp.util.make_range_params(0, "utf-16")
  params.context = { diagnostics = {} }
  return request("textDocument/codeAction", params)
end

local function pick(list, words)
  for _, a in ipairs(list) do
    if a.title:find(words, 1, true) then return a end
  end
  fail("no action " .. words, list)
end

-- A total that is wrong, behind characters outside the basic plane, in CRLF.
local cell = "| （一）予以公开 | 5345 | 129 | 0 | 41 | 19 | 14 | 5548 |"
local wrong = replace(read("disclosure-2021"), cell, (cell:gsub("5548", "5549"):gsub("公开 |", "公开<!-- 𠮷𠀀 --> |")))
local buffer = edit(write("𠮷 “引号” 2025.md", (wrong:gsub("\n", "\r\n"))))
await("a finding on open", buffer, "sum-mismatch")
local found = vim.diagnostic.get(buffer)[1]
local line = vim.api.nvim_buf_get_lines(buffer, found.lnum, found.lnum + 1, false)[1]
check("the finding is under the figure", line:sub(found.col + 1, found.end_col) == "5549", line:sub(found.col + 1, found.end_col))
check("severity", found.severity == vim.diagnostic.severity.ERROR, found)
check("message", found.message:find("应为 5548", 1, true), found.message)

-- Hover: which figure it is, and its sums.
vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
local hover = request("textDocument/hover", here())
check("hover", hover.contents.value:find("表三「（一）予以公开」「总计」", 1, true), hover)
check("hover says what is off", hover.contents.value:find("差 1", 1, true), hover)

-- A comment with a reason allows the finding; undo brings it back.
local suppress = pick(actions(), "屏蔽")
vim.lsp.util.apply_workspace_edit(suppress.edit, "utf-16")
await("the finding suppressed", buffer, "")
check("the comment stands before the table", vim.fn.search("gouji-disable-next-line sum-mismatch: 理由 -->\\n| （本列", "w") > 0, "no comment")
vim.cmd("silent undo")
await("the finding back", buffer, "sum-mismatch")

-- Explain shows the page.
local shown
local show = vim.lsp.handlers["window/showMessage"]
vim.lsp.handlers["window/showMessage"] = function(_, params) shown = params.message end
vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
request("workspace/executeCommand", pick(actions(), "说明").command)
check("the page", vim.wait(5000, function() return shown and shown:find("怎样定位", 1, true) end, 10), shown)
vim.lsp.handlers["window/showMessage"] = show

-- Typing the right figure clears the finding.
vim.api.nvim_buf_set_text(buffer, found.lnum, found.col, found.lnum, found.end_col, { "5548" })
await("the finding gone", buffer, "")
local symbols = request("textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() })
check("symbols", #symbols == 6 and symbols[3].children[1].name == "表三", symbols)

-- A thousand changes; the last one counts.
for n = 1, 1000 do
  vim.api.nvim_buf_set_text(buffer, found.lnum, found.col + 3, found.lnum, found.col + 4, { n == 1000 and "9" or tostring(n % 8) })
end
await("the last of many changes", buffer, "sum-mismatch")
vim.cmd("silent write")
await("after saving", buffer, "sum-mismatch")

-- The report of the year before, unsaved, and a configuration.
write("gouji.toml", 'files = ["{organ}/{year}.md"]\n')
local small = read("disclosure-2021-small")
local earlier = small:gsub("2025", "2024"):gsub("2026", "2025")
write("示例市教育局/2024.md", earlier)
local after = edit(write("示例市教育局/2025.md", small))
local function carries() return codes(after):find("carry-mismatch", 1, true) ~= nil end
vim.wait(1000, carries, 10)
check("years that go on", not carries(), codes(after))
local before = edit(dir .. "/示例市教育局/2024.md")
local function type_over(old, new)
  local text = table.concat(vim.api.nvim_buf_get_lines(before, 0, -1, false), "\n")
  vim.api.nvim_buf_set_lines(before, 0, -1, false, vim.split(replace(text, old, new), "\n"))
end
type_over("本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |")
type_over("结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |")
check("a break with the unsaved year before", vim.wait(10000, carries, 10), codes(after))

-- Completion of the name of a rule.
vim.api.nvim_buf_set_lines(before, -1, -1, false, { "<!-- gouji-disable carry-m" })
vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(before), 26 })
vim.cmd("startinsert!")
local params = here()
params.position.character = 26
local items = request("textDocument/completion", params)
check("completion", #items == 1 and items[1].label == "carry-mismatch", items)
vim.cmd("stopinsert")

-- GB18030: refused when it was read as something else, checked when it was not.
local coded = vim.fn.iconv(wrong:gsub("<!%-%- 𠮷𠀀 %-%->", ""), "utf-8", "gb18030")
local path = write("gb.md", coded)
local garbled = edit(path, "++enc=latin1")
await("GB18030 as Latin-1", garbled, "encoding")
vim.cmd("bwipeout!")
await("GB18030", edit(path, "++enc=gb18030"), "sum-mismatch")

vim.lsp.stop_client(client)
check("the end", vim.wait(5000, function() return vim.lsp.get_client_by_id(client) == nil end, 10), "still there")
vim.fn.delete(dir, "rf")
print("nvim: all steps passed\n")
vim.cmd("qa!")
