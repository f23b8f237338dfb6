-- TEI P5 (Text Encoding Initiative, Guidelines for Electronic Text Encoding and Interchange).

local dates = require "dates"
local elements = require "elements"
local inline = require "inline"
local outline = require "outline"
local xml = require "xml"

local escaped, element, attribute = xml.escaped, xml.element, xml.attribute

local function enclose(name, text, address)
  if address then return element("ref", text, ('target="%s"'):format(address)) end
  if name == "deletion" then return element("del", text) end
  if name == "strong" then return element("hi", text, 'rend="bold"') end
  return element("emph", text)
end

local function cited(self, reference)
  local number = self:number(reference)
  if not number then return element("hi", escaped("[" .. reference.label .. "]"), 'rend="sup"') end
  local attributes = ('type="noteAnchor" target="#fn%d"'):format(number)
  return element("ref", escaped(reference.footnote.label), attributes)
end

local tei = elements.format { code = "code", enclose = enclose, cited = cited }

local writers = tei.writers

function writers.paragraph(self, node)
  local role = node.role ~= "body" and ('rend="%s"'):format(node.role) or nil
  return element("p", self:text(node), role)
end

function writers.caption(self, node) return element("p", self:text(node), 'rend="caption"') end

-- A heading inside another block, where no division can begin.
function writers.heading(self, node)
  return element("p", self:text(node), 'rend="heading" ' .. self:id(node, "xml:id"))
end

function writers.pull_quote(self, node)
  return element("quote", element("p", self:text(node)), 'rend="pull-quote"')
end

function writers.quote(self, node)
  return element("quote", "\n" .. self:content(node) .. "\n")
end

function writers.list(self, node)
  local items, number = {}, node.start or 1
  for index, item in ipairs(node.items) do
    local attributes
    if node.ordered then attributes = ('n="%d"'):format(number + index - 1) end
    if item.checked ~= nil then
      attributes = 'rend="' .. (item.checked and "checked" or "unchecked") .. '"'
    end
    items[index] = element("item", self:content(item), attributes)
  end
  if #items == 0 then return "" end
  return element("list", "\n" .. table.concat(items, "\n") .. "\n",
    node.ordered and 'rend="numbered"' or 'rend="bulleted"')
end

function writers.code(_, node) return element("eg", escaped(node.text)) end

function writers.figure(self, node)
  local parts, image, alternative = {}, inline.image(node)
  local address = image and xml.address(image)
  if address then parts[1] = ('<graphic url="%s"/>'):format(address) end
  for _, child in ipairs(node.children) do
    if child.kind == "caption" then
      parts[#parts + 1] = element("head", self:text(child))
    else
      parts[#parts + 1] = self:blocks { child }
    end
  end
  if alternative ~= "" then parts[#parts + 1] = element("figDesc", escaped(alternative)) end
  return element("figure", table.concat(parts, "\n"))
end

local function table_of(self, head, grid, attributes)
  local parts = {}
  local function add_row(cells, role)
    parts[#parts + 1] = element("row", self:cells(cells, "cell"), role)
  end
  if head ~= "" then parts[1] = element("head", head) end
  if grid.header then add_row(grid.header, 'role="label"') end
  for _, row in ipairs(grid.rows) do add_row(row) end
  if not grid.header and #grid.rows == 0 then add_row(elements.empty_row(grid.count)) end
  return element("table", "\n" .. table.concat(parts, "\n") .. "\n", attributes)
end

function writers.table(self, node)
  local grid = inline.grid(node)
  return table_of(self, self:text(inline.title(node, grid, ": ")), grid)
end

function writers.poll(self, node)
  return table_of(self, escaped(node.question), elements.poll_grid(node), 'rend="poll"')
end

-- A division for the blocks before the first heading, and one for each heading.
local function division(self, section)
  local parts = {}
  if section.heading then parts[1] = element("head", self:text(section.heading)) end
  local text = self:blocks(section.blocks)
  if text ~= "" then parts[#parts + 1] = text end
  for _, inner in ipairs(section.sections) do parts[#parts + 1] = division(self, inner) end
  -- A division cannot be a head alone.
  if section.heading and #parts == 1 then parts[2] = element("p", "") end
  local id = section.heading and self:id(section.heading, "xml:id")
  return element("div", "\n" .. table.concat(parts, "\n") .. "\n", id)
end

local function header(article)
  local titles = { element("title", escaped(article.title or article.path)) }
  if article.subtitle then
    titles[2] = element("title", escaped(article.subtitle), 'type="sub"')
  end
  for _, author in ipairs(article.authors) do
    titles[#titles + 1] = element("author", escaped(author.name or author.about or ""))
  end
  local published = "No publisher is known."
  if article.date then
    local day = dates.is_day(article.date) and attribute("when", article.date):sub(2) or nil
    published = element("date", escaped(article.date), day)
  end
  local parts = {
    element("titleStmt", table.concat(titles)),
    element("publicationStmt", element("p", published)),
  }
  if article.series then
    parts[3] = element("seriesStmt", element("title", escaped(article.series), 'level="s"'))
  end
  local source = element("p", escaped("Read from " .. article.path .. "."))
  parts[#parts + 1] = element("sourceDesc", source)
  local profile = ""
  if article.language then
    local language = element("language", escaped(article.language),
      attribute("ident", article.language):sub(2))
    profile = element("profileDesc", element("langUsage", language))
  end
  return element("teiHeader", element("fileDesc", "\n" .. table.concat(parts, "\n") .. "\n")
    .. profile)
end

local function back(self, article)
  local notes = {}
  for number, footnote in ipairs(article.footnotes) do
    notes[number] = element("note", self:content(footnote), ('xml:id="fn%d" n="%s" place="end"')
      :format(number, escaped(footnote.label)))
  end
  if #notes == 0 then return "" end
  local list = "\n" .. table.concat(notes, "\n") .. "\n"
  return element("back", element("div", list, 'type="notes"')) .. "\n"
end

-- The article as a document of TEI.
return function(article)
  local self = tei:of(article)
  local root, divisions = outline.of(article), {}
  if #root.blocks > 0 then
    divisions[1] = division(self, { blocks = root.blocks, sections = {} })
  end
  for _, section in ipairs(root.sections) do divisions[#divisions + 1] = division(self, section) end
  if #divisions == 0 then divisions[1] = element("p", "") end
  return table.concat({
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"' .. attribute("xml:lang", article.language) .. ">",
    header(article), "<text>", element("body", "\n" .. table.concat(divisions, "\n") .. "\n"),
    back(self, article) .. "</text>", "</TEI>", "",
  }, "\n")
end
