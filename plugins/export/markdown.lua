-- GitHub Flavored Markdown with footnotes.

local inline = require "inline"
local notes = require "notes"

-- Characters that mean something anywhere in a line.
local special = "[\\`%*_%[%]<>&~|#]"

local function escaped(text)
  text = text:gsub(special, "\\%0")
  -- GitHub makes a link of this without being asked.
  return (text:gsub("www%.", "www\\."))
end

-- Escapes what would make a paragraph another block.
local function as_paragraph(text)
  text = text:gsub("^([%+%-=])", "\\%1")
  return (text:gsub("^(%d+)([%.%)])", "%1\\%2"))
end

-- Text between marks; white space stays outside, else they would not be read as marks.
local function marked(text, mark)
  local before, inside, after = text:match "^(%s*)(.-)(%s*)$"
  if inside == "" then return text end
  return before .. mark .. inside .. mark .. after
end

local function code(text)
  local longest = 0
  for ticks in text:gmatch "`+" do longest = math.max(longest, #ticks) end
  local fence = ("`"):rep(longest + 1)
  local gap = (text:find "^`" or text:find "`$") and " " or ""
  return fence .. gap .. text .. gap .. fence
end

-- An address of a link: in pointed brackets where it has what would end it.
local function target(href)
  if not href:find "[%s%(%)<>]" then return href end
  return "<" .. href:gsub("[<>\\]", "\\%0"):gsub("\n", "%%0A") .. ">"
end

local function styled(piece)
  local styles = piece.styles
  local text
  if piece.address then
    text = "<" .. piece.text .. ">"
  elseif styles.code then
    text = code(piece.text)
  else
    text = escaped(piece.text)
  end
  if styles.deletion then text = marked(text, "~~") end
  if styles.emphasis then text = marked(text, "*") end
  if styles.strong then text = marked(text, "**") end
  if piece.href then
    local is_bare = piece.text == piece.href and piece.text:find "^https?://[^%s<>]+$"
    if is_bare then return "<" .. piece.text .. ">" end
    text = "[" .. text .. "](" .. target(piece.href) .. ")"
  end
  return text
end

-- A paragraph's text in one line.
local function line_of(self, node)
  local parts = {}
  for index, piece in ipairs(inline.pieces(node)) do
    if piece.reference then
      local id = notes.cite(self.notes, piece.reference)
      parts[index] = "[^" .. (id or piece.reference.label) .. "]"
    else
      parts[index] = styled(piece)
    end
  end
  return (table.concat(parts):gsub("\n", " "))
end

local blocks

local function prefixed(text, first, rest)
  local lines = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do
    local prefix = #lines == 0 and first or rest
    lines[#lines + 1] = line == "" and (prefix:gsub("%s+$", "")) or prefix .. line
  end
  return table.concat(lines, "\n")
end

local function row_of(cells, count)
  local texts = {}
  for column = 1, count do texts[column] = escaped(cells[column] or ""):gsub("\n", " ") end
  return "| " .. table.concat(texts, " | ") .. " |"
end

local writers = {}

function writers.heading(self, node)
  return ("#"):rep(node.level) .. " " .. line_of(self, node)
end

function writers.paragraph(self, node) return as_paragraph(line_of(self, node)) end

-- A caption of nothing that is there describes a picture that the text has lost.
function writers.caption(self, node)
  local text, runs = line_of(self, node), node.runs
  if not node.of then return "![" .. text .. "]()" end
  local is_emphasis = #runs == 1 and #runs[1].styles == 1 and runs[1].kind == "emphasis"
  return is_emphasis and text or marked(text, "*")
end

-- Bold, which tells it from quotations.
function writers.pull_quote(self, node) return "> " .. marked(line_of(self, node), "**") end

function writers.quote(self, node)
  local text = blocks(self, node.children)
  if text == "" then text = as_paragraph(line_of(self, node)) end
  return prefixed(text, "> ", "> ")
end

function writers.list(self, node)
  local items, number = {}, node.start or 1
  for index, item in ipairs(node.items) do
    local marker = node.ordered and (number + index - 1) .. ". " or "- "
    local box = item.checked == nil and "" or item.checked and "[x] " or "[ ] "
    local text = item.text ~= "" and as_paragraph(line_of(self, item)) or ""
    local inside = blocks(self, item.children, "\n")
    if inside ~= "" then text = text == "" and inside or text .. "\n" .. inside end
    items[index] = prefixed(box .. text, marker, (" "):rep(#marker))
  end
  return table.concat(items, "\n")
end

function writers.code(_, node)
  local longest = 2
  for ticks in node.text:gmatch "`+" do longest = math.max(longest, #ticks) end
  local fence = ("`"):rep(longest + 1)
  return fence .. "\n" .. node.text .. (node.text:find "\n$" and "" or "\n") .. fence
end

function writers.figure(self, node)
  local parts, image, alt = {}, inline.image(node), node.text
  for _, child in ipairs(node.children) do
    -- A caption taken from the image's own description is said by the image.
    if alt == "" and child.kind == "caption" then alt = child.text end
  end
  if image then parts[1] = "![" .. escaped(alt) .. "](" .. target(image) .. ")" end
  for _, child in ipairs(node.children) do
    if not (image and child.text == alt) then parts[#parts + 1] = blocks(self, { child }) end
  end
  return table.concat(parts, "\n\n")
end

function writers.table(self, node)
  local lines, count = {}, math.max(1, node.column_count)
  local title = {}
  -- A caption without a label has to say what it is.
  title[1] = node.label and escaped(node.label) .. (node.caption and ":" or "") or "Table:"
  if node.caption then title[#title + 1] = escaped(node.caption) end
  local cites = ""
  for _, reference in ipairs(node.references) do
    cites = cites .. "[^" .. (notes.cite(self.notes, reference) or reference.label) .. "]"
  end
  if node.label or node.caption or cites ~= "" then
    lines[1], lines[2] = table.concat(title, " ") .. cites, ""
  end
  lines[#lines + 1] = row_of(node.header or {}, count)
  lines[#lines + 1] = "|" .. (" --- |"):rep(count)
  for _, row in ipairs(node.rows) do lines[#lines + 1] = row_of(row, count) end
  return table.concat(lines, "\n")
end

-- A table with the columns by which the reader of Markdown knows a poll.
function writers.poll(_, node)
  local has_percent, sum = false, 0
  for _, option in ipairs(node.options) do
    has_percent = has_percent or option.percent ~= nil
    sum = sum and option.votes and sum + option.votes
  end
  local function row(label, votes, percent)
    local cells = { label, votes and tostring(votes) or "" }
    if has_percent then cells[3] = percent and ("%g%%"):format(percent) or "" end
    return row_of(cells, #cells)
  end
  local lines = {
    row_of({ "Answer", "Votes", has_percent and "%" or nil }, has_percent and 3 or 2),
    has_percent and "| --- | ---: | ---: |" or "| --- | ---: |",
  }
  for _, option in ipairs(node.options) do
    lines[#lines + 1] = row(option.label, option.votes, option.percent)
  end
  if node.total and node.total ~= sum then lines[#lines + 1] = row("Total", node.total) end
  local question = node.question ~= "" and marked(escaped(node.question), "**") .. "\n\n" or ""
  return question .. table.concat(lines, "\n")
end

function blocks(self, nodes, separator)
  local parts = {}
  for _, node in ipairs(nodes) do
    local write = writers[node.kind]
    local text = write and write(self, node) or ""
    if text ~= "" then parts[#parts + 1] = text end
  end
  return table.concat(parts, separator or "\n\n")
end

-- The metadata as YAML; a JSON string is a YAML string.
local function front_matter(article)
  local lines = {}
  for _, field in ipairs { "title", "subtitle", "series", "date", "language" } do
    local value = article[field]
    local name = field == "language" and "lang" or field
    if value then
      -- A quoted date would be a string to YAML.
      lines[#lines + 1] = name .. ": " .. (field == "date" and value or ibid.json.encode(value))
    end
  end
  if #article.authors > 0 then lines[#lines + 1] = "author:" end
  for _, author in ipairs(article.authors) do
    local marker = "  - "
    for _, field in ipairs { "name", "about" } do
      if author[field] then
        lines[#lines + 1] = marker .. field .. ": " .. ibid.json.encode(author[field])
        marker = "    "
      end
    end
  end
  if #lines == 0 then return "" end
  return "---\n" .. table.concat(lines, "\n") .. "\n---\n\n"
end

local function note(self, footnote)
  local text, more = as_paragraph(line_of(self, footnote)), blocks(self, footnote.children)
  if more ~= "" then text = text .. "\n\n" .. more end
  return prefixed(text, "[^" .. self.notes.ids[footnote.index] .. "]: ", "    ")
end

-- The article as Markdown.
return function(article)
  local self = { notes = notes.of(article) }
  local parts = {}
  if article.title then parts[1] = "# " .. escaped(article.title) end
  local body = blocks(self, article.blocks)
  if body ~= "" then parts[#parts + 1] = body end
  for _, footnote in ipairs(article.footnotes) do parts[#parts + 1] = note(self, footnote) end
  return front_matter(article) .. table.concat(parts, "\n\n") .. "\n"
end
