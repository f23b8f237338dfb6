-- JATS 1.2 (ANSI/NISO Z39.96-2019), the tag set for archiving.

local dates = require "dates"
local elements = require "elements"
local inline = require "inline"
local outline = require "outline"
local xml = require "xml"

local escaped, element, attribute = xml.escaped, xml.element, xml.attribute

local doctype = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and '
  .. 'Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">'

local styles = { deletion = "strike", strong = "bold", emphasis = "italic" }

local function enclose(name, text, address, heading)
  -- Readers show the address of a link that has no words.
  if (heading or address) and text == "" then return "" end
  if heading then return element("xref", text, ('ref-type="sec" rid="%s"'):format(heading)) end
  if not address then return element(styles[name], text) end
  return element("ext-link", text, ('ext-link-type="uri" xlink:href="%s"'):format(address))
end

-- A note as an element; it stands where it is cited first, as readers of JATS expect it.
local function note(self, footnote, number)
  local label = element("label", escaped(footnote.label))
  return element("fn", label .. self:content(footnote), ('id="fn%d"'):format(number))
end

local function cited(self, reference)
  local number = self:number(reference)
  if not number then return element("sup", escaped("[" .. reference.label .. "]")) end
  self.placed = self.placed or {}
  -- A note holds no other.
  if not self.placed[number] and not self.in_note then
    self.placed[number], self.in_note = true, true
    local text = note(self, reference.footnote, number)
    self.in_note = false
    return text
  end
  local attributes = ('ref-type="fn" rid="fn%d"'):format(number)
  return element("xref", escaped(reference.footnote.label), attributes)
end

local jats = elements.format { code = "monospace", enclose = enclose, cited = cited }

local writers = jats.writers

local is_paragraph = { paragraph = true, caption = true, heading = true }

-- What may stand in a note is `p` alone, and in an item `list` beside it; a `p` takes all other
-- blocks, though readers do not look for a list there.
local function stands_alone(node)
  return is_paragraph[node.kind] or node.kind == "list" and node.parent.kind == "item"
end

function jats:inside(nodes)
  local parts = {}
  for _, node in ipairs(nodes) do
    if node.kind == "figure" then
      local figure, others = self:figure(node)
      if figure then parts[#parts + 1] = element("p", figure) end
      if #others > 0 then parts[#parts + 1] = self:inside(others) end
    else
      local text = self:blocks { node }
      if text ~= "" and not stands_alone(node) then text = element("p", text) end
      if text ~= "" then parts[#parts + 1] = text end
    end
  end
  return table.concat(parts, "\n")
end

function writers.paragraph(self, node)
  local role = node.role ~= "body" and ('content-type="%s"'):format(node.role) or nil
  return element("p", self:text(node), role)
end

function writers.caption(self, node)
  return element("p", self:text(node), 'content-type="caption"')
end

-- A heading inside another block, where no section can begin.
function writers.heading(self, node)
  return element("p", element("bold", self:text(node)), self:id(node, "id"))
end

function writers.pull_quote(self, node)
  local text = element("p", self:text(node))
  return element("boxed-text", text, 'content-type="pull-quote"')
end

-- A quotation takes every block as it is.
function writers.quote(self, node)
  local parts = {}
  if node.text ~= "" or #node.children == 0 then parts[1] = element("p", self:text(node)) end
  if #node.children > 0 then parts[#parts + 1] = self:blocks(node.children) end
  return element("disp-quote", "\n" .. table.concat(parts, "\n") .. "\n")
end

function writers.list(self, node)
  local items, number = {}, node.start or 1
  for index, item in ipairs(node.items) do
    local label = ""
    if item.checked ~= nil then label = element("label", item.checked and "☑" or "☐") end
    if node.ordered and number ~= 1 then label = element("label", number + index - 1 .. ".") end
    items[index] = element("list-item", label .. self:content(item))
  end
  if #items == 0 then return "" end
  return element("list", "\n" .. table.concat(items, "\n") .. "\n",
    node.ordered and 'list-type="order"' or 'list-type="bullet"')
end

function writers.code(_, node) return element("preformat", escaped(node.text)) end

-- A figure with its captions, and the blocks in it that may not stand in one here; no figure where
-- it has no picture, because readers take its captions for a part of the text around it.
function jats:figure(node)
  local image, alternative = inline.image(node)
  local address = image and xml.address(image)
  if not address then return nil, node.children end
  local caption, others = {}, {}
  for _, child in ipairs(node.children) do
    if child.kind == "caption" then
      caption[#caption + 1] = element("p", self:text(child))
    else
      others[#others + 1] = child
    end
  end
  local parts = {}
  if #caption > 0 then parts[1] = element("caption", table.concat(caption)) end
  if alternative ~= "" then parts[#parts + 1] = element("alt-text", escaped(alternative)) end
  parts[#parts + 1] = ('<graphic xlink:href="%s"/>'):format(address)
  return element("fig", table.concat(parts)), others
end

function writers.figure(self, node)
  local figure, others = self:figure(node)
  local after = self:blocks(others)
  if not figure then return after end
  return after == "" and figure or figure .. "\n" .. after
end

-- A table with its label and caption; a header alone is a body, which no table can lack.
local function wrapped(self, label, caption, grid, attributes)
  local function row_of(cells, name) return element("tr", self:cells(cells, name)) end
  local parts, header, rows = {}, grid.header, grid.rows
  if label then parts[1] = element("label", escaped(label)) end
  if caption ~= "" then parts[#parts + 1] = element("caption", element("p", caption)) end
  local head, body = "", {}
  if header and #rows > 0 then head = element("thead", row_of(header, "th")) .. "\n" end
  if header and #rows == 0 then body[1] = row_of(header, "th") end
  for _, row in ipairs(rows) do body[#body + 1] = row_of(row, "td") end
  if #body == 0 then body[1] = row_of(elements.empty_row(grid.count), "td") end
  parts[#parts + 1] = element(
    "table", "\n" .. head .. element("tbody", "\n" .. table.concat(body, "\n") .. "\n") .. "\n")
  return element("table-wrap", "\n" .. table.concat(parts, "\n") .. "\n", attributes)
end

function writers.table(self, node)
  local grid = inline.grid(node)
  return wrapped(self, node.label, self:text(inline.caption(node, grid)), grid)
end

function writers.poll(self, node)
  local question = escaped(node.question)
  return wrapped(self, nil, question, elements.poll_grid(node), 'content-type="poll"')
end

local function sections(self, list)
  local parts = {}
  for index, section in ipairs(list) do
    local inside = { element("title", self:text(section.heading)) }
    local text = self:blocks(section.blocks)
    if text ~= "" then inside[2] = text end
    if #section.sections > 0 then inside[#inside + 1] = sections(self, section.sections) end
    local text_inside = "\n" .. table.concat(inside, "\n") .. "\n"
    parts[index] = element("sec", text_inside, self:id(section.heading, "id"))
  end
  return table.concat(parts, "\n")
end

-- `2018-03-03`, `2018-03` or `2018` as its parts, the year last.
local function date_of(date)
  local year, month, day = date:match "^(%d%d%d%d)%-?(%d*)%-?(%d*)"
  if not year then return "" end
  -- A day that does not exist is told as it was written.
  if day ~= "" and not dates.is_day(date) then
    return element("pub-date", element("string-date", escaped(date)))
  end
  local parts = {}
  if day ~= "" then parts[1] = element("day", day) end
  if month ~= "" then parts[#parts + 1] = element("month", month) end
  parts[#parts + 1] = element("year", year)
  return element("pub-date", table.concat(parts), attribute("iso-8601-date", date):sub(2))
end

local function front(article)
  local titles = element("article-title", escaped(article.title or ""))
  if article.subtitle then titles = titles .. element("subtitle", escaped(article.subtitle)) end
  local parts = { element("title-group", titles) }
  local people = {}
  for _, author in ipairs(article.authors) do
    local name = element("string-name", escaped(author.name or ""))
    local about = author.about and element("bio", element("p", escaped(author.about))) or ""
    people[#people + 1] = element("contrib", name .. about, 'contrib-type="author"')
  end
  if #people > 0 then parts[2] = element("contrib-group", table.concat(people)) end
  if article.date then parts[#parts + 1] = date_of(article.date) end
  local journal = ""
  if article.series then
    journal = element("journal-meta", element(
      "journal-title-group", element("journal-title", escaped(article.series)))) .. "\n"
  end
  return element("front", "\n" .. journal .. element("article-meta", table.concat(parts)) .. "\n")
end

local function back(self, article)
  local notes, placed = {}, self.placed or {}
  -- What nothing cites; what only another of them cites comes with that one.
  self.in_note = true
  for number, footnote in ipairs(article.footnotes) do
    if not placed[number] then notes[#notes + 1] = note(self, footnote, number) end
  end
  if #notes == 0 then return "" end
  return element("back", element("fn-group", "\n" .. table.concat(notes, "\n") .. "\n")) .. "\n"
end

-- The article as a document of JATS.
return function(article)
  local self = jats:of(article)
  local root, body = outline.of(article), {}
  local text = self:blocks(root.blocks)
  if text ~= "" then body[1] = text end
  if #root.sections > 0 then body[#body + 1] = sections(self, root.sections) end
  local attributes = 'xmlns:xlink="http://www.w3.org/1999/xlink" article-type="other" '
    .. 'dtd-version="1.2"' .. attribute("xml:lang", article.language)
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>', doctype,
    "<article " .. attributes .. ">", front(article),
    element("body", "\n" .. table.concat(body, "\n") .. "\n"),
    back(self, article) .. "</article>", "",
  }, "\n")
end
