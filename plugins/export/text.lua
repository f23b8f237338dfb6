-- Plain text: paragraphs with a blank line between them, notes at the end.

local inline = require "inline"
local outline = require "outline"
local polls = require "polls"

local function line_of(node)
  local parts = {}
  for index, piece in ipairs(inline.pieces(node)) do
    local reference = piece.reference
    parts[index] = reference and "[" .. reference.label .. "]" or piece.text
  end
  return table.concat(parts)
end

local blocks

local function indented(text, first, rest)
  return first .. (text:gsub("\n", "\n" .. rest):gsub("\n%s+\n", "\n\n"))
end

local writers = {}

function writers.paragraph(node) return line_of(node) end

writers.caption, writers.pull_quote = writers.paragraph, writers.paragraph

function writers.code(node) return node.text end

function writers.heading(node)
  local text = line_of(node)
  return text .. "\n" .. ("-"):rep(math.min(72, utf8.len(text)))
end

function writers.quote(node)
  local text = #node.children > 0 and blocks(node.children) or line_of(node)
  return indented(text, "> ", "> ")
end

function writers.list(node)
  local lines, number = {}, node.start or 1
  for index, item in ipairs(node.items) do
    local marker = node.ordered and (number + index - 1) .. ". " or "- "
    local box = item.checked ~= nil and (item.checked and "[x] " or "[ ] ") or ""
    local text = line_of(item)
    local inside = blocks(item.children, "\n")
    if inside ~= "" then text = text == "" and inside or text .. "\n" .. inside end
    lines[index] = indented(text, marker .. box, (" "):rep(#marker))
  end
  return table.concat(lines, "\n")
end

function writers.figure(node)
  local text = #node.children > 0 and blocks(node.children) or node.text
  return text ~= "" and "[" .. text .. "]" or ""
end

function writers.table(node)
  local lines, grid = {}, inline.grid(node)
  local title = line_of(inline.title(node, grid, ". "))
  if title ~= "" then lines[1] = title end
  local function add_row(cells)
    local texts = {}
    for column, cell in ipairs(cells) do texts[column] = line_of(cell) end
    lines[#lines + 1] = table.concat(texts, " | ")
  end
  if grid.header then add_row(grid.header) end
  for _, row in ipairs(grid.rows) do add_row(row) end
  return table.concat(lines, "\n")
end

function writers.poll(node)
  local lines = { node.question }
  for _, option in ipairs(node.options) do
    local share = option.percent and "(" .. polls.share(option.percent) .. ")" or nil
    lines[#lines + 1] = "- " .. option.label .. ": "
      .. table.concat({ option.votes or share, option.votes and share }, " ")
  end
  local total = polls.stated_total(node)
  if total then lines[#lines + 1] = "Total: " .. total end
  return table.concat(lines, "\n")
end

function blocks(nodes, separator)
  local parts = {}
  for _, node in ipairs(nodes) do
    local write = writers[node.kind]
    local text = write and write(node) or ""
    if text ~= "" then parts[#parts + 1] = text end
  end
  return table.concat(parts, separator or "\n\n")
end

-- The article as plain text.
return function(article)
  local parts = {}
  for _, field in ipairs { "series", "title", "subtitle" } do
    local is_heading = field == "title" and outline.begins_with_title(article)
    if not is_heading then parts[#parts + 1] = article[field] end
  end
  for _, author in ipairs(article.authors) do parts[#parts + 1] = author.name end
  parts[#parts + 1] = article.date
  local body = blocks(article.blocks)
  if body ~= "" then parts[#parts + 1] = body end
  for _, footnote in ipairs(article.footnotes) do
    local text, more = line_of(footnote), blocks(footnote.children)
    if more ~= "" then text = text .. "\n\n" .. more end
    parts[#parts + 1] = indented(text, "[" .. footnote.label .. "] ", "    ")
  end
  return table.concat(parts, "\n\n") .. "\n"
end
