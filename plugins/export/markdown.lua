-- GitHub Flavored Markdown with footnotes.

local inline = require "inline"
local notes = require "notes"
local outline = require "outline"
local polls = require "polls"
local spans = require "markdown_spans"

-- A node's text; its references cite the notes of `self`.
local function line_of(self, node) return spans.of(node, self.notes) end

local blocks

local function prefixed(text, first, rest)
  local lines = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do
    local prefix = #lines == 0 and first or rest
    lines[#lines + 1] = line == "" and (prefix:gsub("%s+$", "")) or prefix .. line
  end
  return table.concat(lines, "\n")
end

local function row_of(texts) return "| " .. table.concat(texts, " | ") .. " |" end

local function has_style(run, name)
  for _, style in ipairs(run.styles) do
    if style == name then return true end
  end
  return false
end

-- Whether all of a text is in emphasis, whatever is within that.
local function is_emphasis(node)
  local runs = node.runs
  for _, run in ipairs(runs) do
    if run.reference or not has_style(run, "emphasis") then return false end
  end
  -- Of a link and emphasis around the same words the link is the outer one.
  return #runs > 1 or #runs == 1 and not runs[1].href
end

local writers = {}

function writers.heading(self, node)
  return ("#"):rep(node.level) .. " " .. line_of(self, node)
end

function writers.paragraph(self, node) return spans.as_paragraph(line_of(self, node)) end

-- Whether a figure holds what its caption describes: an image, or code, a table or a quotation.
local function has_content(figure)
  if inline.image(figure) then return true end
  for _, child in ipairs(figure.children) do
    if child.kind ~= "caption" then return true end
  end
  return false
end

-- A caption of nothing that is there describes a picture that the text has lost.
function writers.caption(self, node)
  local figure = node.of
  if not figure or not has_content(figure) then return "![" .. line_of(self, node) .. "]()" end
  return spans.of(node, self.notes, "emphasis")
end

-- Bold, which tells it from quotations.
function writers.pull_quote(self, node) return "> " .. spans.of(node, self.notes, "strong") end

function writers.quote(self, node)
  local text = blocks(self, node.children)
  if text == "" then text = spans.as_paragraph(line_of(self, node)) end
  return prefixed(text, "> ", "> ")
end

-- What may stand below a line of text without a blank line between.
local function interrupts(node)
  if node.kind ~= "list" then return false end
  local first = node.items[1]
  return first and first.text ~= "" and (not node.ordered or (node.start or 1) == 1)
end

-- `is_second` is a list that follows another of its sort: other markers keep them apart.
function writers.list(self, node, is_second)
  local items, number = {}, node.start or 1
  local bullet, stop = is_second and "* " or "- ", is_second and ") " or ". "
  for index, item in ipairs(node.items) do
    local marker = node.ordered and (number + index - 1) .. stop or bullet
    local box = item.checked == nil and "" or item.checked and "[x] " or "[ ] "
    local text = item.text ~= "" and spans.as_paragraph(line_of(self, item)) or ""
    local inside = blocks(self, item.children)
    if text == "" then
      text = inside
    elseif inside ~= "" then
      text = text .. (interrupts(item.children[1]) and "\n" or "\n\n") .. inside
    end
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

-- Whether a text has more than plain words: styles, links, notes.
local function has_markup(node)
  for _, run in ipairs(node.runs) do
    if run.reference or run.href or #run.styles > 0 then return true end
  end
  return false
end

-- The caption stands in the line below the image: in a block of its own it would stand behind the
-- figure, not in it. The first of two stands between the brackets, if it can be told from words
-- about the image there.
function writers.figure(self, node)
  local parts, captions, image, alternative = {}, {}, inline.image(node)
  for _, child in ipairs(node.children) do
    if child.kind == "caption" then captions[#captions + 1] = child end
  end
  local shown = {}
  if image then
    local words, at = spans.plain(alternative), 1
    if captions[2] and has_markup(captions[1]) then words, at = line_of(self, captions[1]), 2 end
    parts[1] = "![" .. words .. "](" .. spans.target(image) .. ")"
    if captions[at] then parts[1] = parts[1] .. "\n" .. writers.caption(self, captions[at]) end
    for index = 1, math.min(at, #captions) do shown[captions[index].index] = true end
  elseif alternative ~= "" and #node.children == 0 then
    parts[1] = "![" .. spans.plain(alternative) .. "]()"
  end
  for _, child in ipairs(node.children) do
    if not shown[child.index] then parts[#parts + 1] = blocks(self, { child }) end
  end
  return table.concat(parts, "\n\n")
end

function writers.table(self, node)
  local lines, grid = {}, inline.grid(node)
  local title = line_of(self, inline.title(node, grid, ": "))
  if title ~= "" then
    -- A caption without a label has to say what it is.
    lines[1], lines[2] = (node.label and "" or "Table: ") .. title, ""
  end
  local function add_row(cells)
    local texts = {}
    for column = 1, grid.count do
      texts[column] = cells and spans.cell(line_of(self, cells[column])) or ""
    end
    lines[#lines + 1] = row_of(texts)
  end
  add_row(grid.header)
  lines[#lines + 1] = "|" .. (" --- |"):rep(grid.count)
  for _, row in ipairs(grid.rows) do add_row(row) end
  return table.concat(lines, "\n")
end

-- A table with the columns by which the reader of Markdown knows a poll.
function writers.poll(_, node)
  local has_percent = false
  for _, option in ipairs(node.options) do has_percent = has_percent or option.percent ~= nil end
  local lines = {
    row_of { "Answer", "Votes", has_percent and "%" or nil },
    has_percent and "| --- | ---: | ---: |" or "| --- | ---: |",
  }
  for _, row in ipairs(polls.rows(node)) do
    row[1] = spans.cell(spans.plain(row[1]))
    lines[#lines + 1] = row_of { row[1], row[2], has_percent and row[3] or nil }
  end
  local text = table.concat(lines, "\n")
  if node.question == "" then return text end
  return spans.marked(spans.plain(node.question), "**") .. "\n\n" .. text
end

function blocks(self, nodes)
  local parts, previous, is_second = {}, nil, false
  for _, node in ipairs(nodes) do
    local is_twin = previous and node.kind == "list" and previous.kind == "list"
      and previous.ordered == node.ordered
    is_second = is_twin and not is_second
    local write = writers[node.kind]
    local text = write and write(self, node, is_second) or ""
    local is_below_figure = previous and previous.kind == "figure"
    -- A line in emphasis would be its caption.
    if is_below_figure and node.kind == "paragraph" and is_emphasis(node) then
      text = text .. "<!-- -->"
    end
    if text ~= "" then parts[#parts + 1], previous = text, node end
  end
  return table.concat(parts, "\n\n")
end

local function in_escape(character) return ("\\u%04x"):format(utf8.codepoint(character)) end

-- A text as a string of YAML: that of JSON, without what YAML forbids or takes for an end of line.
local function yaml_string(text)
  text = ibid.json.encode(text):gsub("\127", in_escape):gsub("\xC2[\x80-\x9F]", in_escape)
  return (text:gsub("\xE2\x80[\xA8\xA9]", in_escape):gsub("\xEF\xBF[\xBE\xBF]", in_escape))
end

-- The metadata as YAML.
local function front_matter(article)
  local lines = {}
  for _, field in ipairs { "title", "subtitle", "series", "date", "language" } do
    local value = article[field]
    local name = field == "language" and "lang" or field
    if value then
      -- A quoted date would be a string to YAML.
      lines[#lines + 1] = name .. ": " .. (field == "date" and value or yaml_string(value))
    end
  end
  if #article.authors > 0 then lines[#lines + 1] = "author:" end
  for _, author in ipairs(article.authors) do
    local marker = "  - "
    for _, field in ipairs { "name", "about" } do
      if author[field] then
        lines[#lines + 1] = marker .. field .. ": " .. yaml_string(author[field])
        marker = "    "
      end
    end
  end
  if #lines == 0 then return "" end
  return "---\n" .. table.concat(lines, "\n") .. "\n---\n\n"
end

local function note(self, footnote)
  local text, more = spans.as_paragraph(line_of(self, footnote)), blocks(self, footnote.children)
  if more ~= "" then text = text .. "\n\n" .. more end
  return prefixed(text, "[^" .. self.notes.ids[footnote.index] .. "]: ", "    ")
end

-- The article as Markdown.
return function(article)
  local self = { notes = notes.of(article) }
  local parts = {}
  if article.title and not outline.begins_with_title(article) then
    parts[1] = "# " .. spans.plain(article.title)
  end
  local body = blocks(self, article.blocks)
  if body ~= "" then parts[#parts + 1] = body end
  for _, footnote in ipairs(article.footnotes) do parts[#parts + 1] = note(self, footnote) end
  return front_matter(article) .. table.concat(parts, "\n\n") .. "\n"
end
