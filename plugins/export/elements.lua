-- What the formats in XML share: the text of a node, the blocks inside it, the numbers of notes.

local anchors = require "anchors"
local inline = require "inline"
local nested = require "nesting"
local polls = require "polls"
local xml = require "xml"

local attribute = xml.attribute

local elements = {}
elements.__index = elements

-- A format: the element of `code`, how it `enclose`s a text in a style or a link to an address,
-- which may be that of a heading, and how it writes a `cited` reference. Its `writers` hold a
-- function for each kind of node that it can write.
function elements.format(format)
  format.__index, format.writers = format, {}
  return setmetatable(format, elements)
end

-- What writes one article.
function elements:of(article)
  local numbers = {}
  for number, footnote in ipairs(article.footnotes) do numbers[footnote.index] = number end
  return setmetatable({ numbers = numbers, anchors = anchors.of(article) }, self)
end

-- The number of the note that a reference cites, which makes a name that every format takes.
function elements:number(reference)
  local footnote = reference.footnote
  return footnote and self.numbers[footnote.index]
end

local spans = {}

function spans.leaf(self, out, piece)
  local text = piece.text and xml.escaped(piece.text)
  if text and piece.styles.code then text = xml.element(self.code, text) end
  out[#out + 1] = text or self:cited(piece.reference)
end

function spans.wrap(self, name, inside, piece)
  local text = table.concat(inside)
  if name ~= "href" then return self.enclose(name, text) end
  local address, target = self:address(inline.address(piece))
  return address and self.enclose(name, text, address, target) or text
end

-- The address of a link as an attribute has it, and the name of the heading to which it leads; nil
-- where it leads nowhere.
function elements:address(href)
  local target = anchors.target(self.anchors, href)
  return xml.address(target and "#" .. target or href), target
end

-- The name of a heading as an attribute.
function elements:id(heading, name)
  return attribute(name, self.anchors.ids[heading.index]):sub(2)
end

function elements:text(node)
  return table.concat(nested(inline.pieces(node), spans, self))
end

function elements:blocks(nodes)
  local parts = {}
  for _, node in ipairs(nodes) do
    local write = self.writers[node.kind]
    local text = write and write(self, node) or ""
    if text ~= "" then parts[#parts + 1] = text end
  end
  return table.concat(parts, "\n")
end

-- The blocks within an item, a quotation or a note.
function elements:inside(nodes) return self:blocks(nodes) end

-- The text of a node as a paragraph, and the blocks inside it.
function elements:content(node)
  local parts = {}
  if node.text ~= "" or #node.children == 0 then
    parts[1] = xml.element("p", self:text(node))
  end
  if #node.children > 0 then parts[#parts + 1] = self:inside(node.children) end
  return table.concat(parts, "\n")
end

local function texts(row)
  for column, text in ipairs(row) do row[column] = inline.text(text) end
  return row
end

-- The options of a poll as the cells of a table.
function elements.poll_grid(poll)
  local grid = { header = texts { "Answer", "Votes", "Share" }, rows = polls.rows(poll), count = 3 }
  for _, row in ipairs(grid.rows) do texts(row) end
  return grid
end

-- The cells of a row, each an element of a name.
function elements:cells(row, name)
  local parts = {}
  for column, cell in ipairs(row) do parts[column] = xml.element(name, self:text(cell)) end
  return table.concat(parts)
end

-- A row of cells without text.
function elements.empty_row(count)
  local row = {}
  for column = 1, count do row[column] = inline.text "" end
  return row
end

return elements
