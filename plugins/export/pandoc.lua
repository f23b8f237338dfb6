-- Pandoc's JSON: the tree that its readers give and its writers take.

local anchors = require "anchors"
local encoded = require "deep_json"
local elements = require "elements"
local inline = require "inline"
local nested = require "nesting"

local list = ibid.list

local function attributes(classes, id) return list { id or "", list(classes or {}), list {} } end

local function node(name, content) return { t = name, c = content } end

-- Words and blanks as pandoc has them.
local function add_words(inlines, text)
  local from = 1
  for first, blanks, after in text:gmatch "()(%s+)()" do
    if first > from then inlines[#inlines + 1] = node("Str", text:sub(from, first - 1)) end
    inlines[#inlines + 1] = { t = blanks:find "\n" and "SoftBreak" or "Space" }
    from = after
  end
  if from <= #text then inlines[#inlines + 1] = node("Str", text:sub(from)) end
  return inlines
end

local function words(text) return add_words(list {}, text) end

local blocks, content

-- A note stands where it is cited first; where it is cited again, and inside a note, its label.
local function cited(self, reference)
  local footnote = reference.footnote
  if not footnote or self.placed[footnote.index] or self.in_note then
    return node("Superscript", words((footnote or reference).label))
  end
  self.placed[footnote.index] = true
  self.in_note = true
  local note = node("Note", content(self, footnote))
  self.in_note = false
  return note
end

local styles = { deletion = "Strikeout", strong = "Strong", emphasis = "Emph" }

local spans = {}

function spans.leaf(self, out, piece)
  if piece.reference then out[#out + 1] = cited(self, piece.reference)
  elseif piece.styles.code then out[#out + 1] = node("Code", list { attributes(), piece.text })
  else add_words(out, piece.text) end
end

function spans.wrap(self, name, inside, piece)
  if styles[name] then return node(styles[name], list(inside)) end
  local address = inline.address(piece)
  local heading = anchors.target(self.anchors, address)
  if heading then address = "#" .. heading end
  return node("Link", list { attributes(), list(inside), list { address, "" } })
end

local function text_of(self, of) return list(nested(inline.pieces(of), spans, self)) end

-- The text of a node as a paragraph, and the blocks inside it.
function content(self, of)
  local inside = list {}
  if of.text ~= "" or #of.children == 0 then inside[1] = node("Para", text_of(self, of)) end
  for _, block in ipairs(blocks(self, of.children)) do inside[#inside + 1] = block end
  return inside
end

local function div(class, inside) return node("Div", list { attributes { class }, inside }) end

local writers = {}

function writers.heading(self, of)
  local name = attributes({}, self.anchors.ids[of.index])
  return node("Header", list { of.level, name, text_of(self, of) })
end

function writers.paragraph(self, of)
  local paragraph = node("Para", text_of(self, of))
  return of.role == "body" and paragraph or div(of.role, list { paragraph })
end

function writers.caption(self, of)
  return div("caption", list { node("Para", text_of(self, of)) })
end

function writers.pull_quote(self, of)
  return div("pull-quote", list { node("Para", text_of(self, of)) })
end

function writers.quote(self, of) return node("BlockQuote", content(self, of)) end

function writers.list(self, of)
  local items = list {}
  for index, item in ipairs(of.items) do items[index] = content(self, item) end
  if not of.ordered then return node("BulletList", items) end
  local style = list { of.start or 1, { t = "Decimal" }, { t = "Period" } }
  return node("OrderedList", list { style, items })
end

function writers.code(_, of) return node("CodeBlock", list { attributes(), of.text }) end

function writers.figure(self, of)
  local inside, image, alternative = list {}, inline.image(of)
  if image then
    local picture = node("Image", list { attributes(), words(alternative), list { image, "" } })
    inside[1] = node("Para", list { picture })
  end
  for _, block in ipairs(blocks(self, of.children)) do inside[#inside + 1] = block end
  return div("figure", inside)
end

local function row_of(self, cells)
  local parts = list {}
  for column, cell in ipairs(cells) do
    local text = text_of(self, cell)
    local inside = #text > 0 and list { node("Plain", text) } or list {}
    parts[column] = list { attributes(), { t = "AlignDefault" }, 1, 1, inside }
  end
  return list { attributes(), parts }
end

local function table_of(self, caption, grid, class)
  local columns, body, head = list {}, list {}, list {}
  for column = 1, grid.count do
    columns[column] = list { { t = "AlignDefault" }, { t = "ColWidthDefault" } }
  end
  if grid.header then head[1] = row_of(self, grid.header) end
  for index, row in ipairs(grid.rows) do body[index] = row_of(self, row) end
  local title = #caption > 0 and list { node("Plain", caption) } or list {}
  return node("Table", list {
    attributes { class }, list { ibid.null, title }, columns, list { attributes(), head },
    list { list { attributes(), 0, list {}, body } }, list { attributes(), list {} },
  })
end

function writers.table(self, of)
  local grid = inline.grid(of)
  return table_of(self, text_of(self, inline.title(of, grid, ": ")), grid)
end

function writers.poll(self, of)
  return table_of(self, words(of.question), elements.poll_grid(of), "poll")
end

function blocks(self, nodes)
  local written = list {}
  for _, of in ipairs(nodes) do
    local write = writers[of.kind]
    if write then written[#written + 1] = write(self, of) end
  end
  return written
end

local function metadata(article)
  local meta = {}
  for _, field in ipairs { "title", "subtitle", "series", "date" } do
    if article[field] then meta[field] = node("MetaInlines", words(article[field])) end
  end
  if article.language then meta.lang = node("MetaString", article.language) end
  local authors = list {}
  for _, author in ipairs(article.authors) do
    if author.name then authors[#authors + 1] = node("MetaInlines", words(author.name)) end
  end
  if #authors > 0 then meta.author = node("MetaList", authors) end
  return next(meta) and meta or {}
end

-- Notes that nothing cites, so that none is lost: each in a paragraph at the end.
local function add_uncited(self, article, written)
  for _, footnote in ipairs(article.footnotes) do
    if not self.placed[footnote.index] then
      local label = node("Superscript", words(footnote.label))
      self.in_note = true
      local note = node("Note", content(self, footnote))
      self.in_note = false
      written[#written + 1] = div("uncited-note", list { node("Para", list { label, note }) })
    end
  end
end

-- The article as pandoc's JSON: version 1.23 of its types, which pandoc 3 reads, or 1.22 for 2.
return function(article, options)
  local self = { placed = {}, in_note = false, anchors = anchors.of(article) }
  local written = blocks(self, article.blocks)
  add_uncited(self, article, written)
  local minor = options.pandoc == "2" and 22 or 23
  return encoded {
    ["pandoc-api-version"] = list { 1, minor }, meta = metadata(article), blocks = written,
  } .. "\n"
end
