-- A page in semantic HTML: one `article`, notes with back links, tables with scopes, polls as
-- tables.

local anchors = require "anchors"
local dates = require "dates"
local inline = require "inline"
local nested = require "nesting"
local notes = require "notes"
local outline = require "outline"
local polls = require "polls"
local writing = require "writing"
local xml = require "xml"

local escaped = xml.escaped

local html = {}

-- Readable on paper and on a telephone without a style sheet of its own.
html.style = [[
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05em/1.55 Georgia, serif; }
table { border-collapse: collapse; margin: 1.5rem 0; }
caption { text-align: start; font-style: italic; padding-bottom: 0.4rem; }
th, td { border: 1px solid #999; padding: 0.25rem 0.6rem; text-align: start; vertical-align: top; }
aside { border-inline-start: 0.25rem solid #999; padding-inline-start: 1rem; font-style: italic; }
figure { margin: 1.5rem 0; } img { max-width: 100%; }
.notes { font-size: 0.9em; border-top: 1px solid #999; margin-top: 2rem; }
@media print { body { max-width: none; } a { color: inherit; text-decoration: none; } }]]

-- An address that a browser may follow: never one with a scheme that runs code.
local schemes = { http = true, https = true, mailto = true }

local function safe(self, href)
  local target = anchors.target(self.anchors, href)
  if target then return xml.address("#" .. target, not self.xhtml) end
  local scheme = href:match "^%s*([%a][%w+.%-]*):"
  if scheme and not schemes[scheme:lower()] then return nil end
  if not self.xhtml then return xml.address(href, true) end
  -- A book has no pages beside it: what is relative to the article's own page leads nowhere.
  return scheme and xml.address(href) or nil
end

-- A citation: a link to its note, or a bare label where the note is lost.
local function cited(self, reference)
  local label = escaped(reference.footnote and reference.footnote.label or reference.label)
  local id, number = notes.cite(self.notes, reference)
  if not id then return "<sup>[" .. label .. "]</sup>" end
  return ('<sup><a id="ref-%s-%d" href="#note-%s" role="doc-noteref">%s</a></sup>'):format(
    id, number, id, label)
end

local elements = { deletion = "del", strong = "strong", emphasis = "em" }

local spans = {}

function spans.leaf(self, out, piece)
  local text = piece.text and escaped(piece.text)
  if text and piece.styles.code then text = "<code>" .. text .. "</code>" end
  out[#out + 1] = text or cited(self, piece.reference)
end

function spans.wrap(self, name, inside, piece)
  local text, element = table.concat(inside), elements[name]
  if element then return ("<%s>%s</%s>"):format(element, text, element) end
  local address = safe(self, inline.address(piece))
  return address and ('<a href="%s">%s</a>'):format(address, text) or text
end

local function text_of(self, node)
  return table.concat(nested(inline.pieces(node), spans, self))
end

local blocks

local writers = {}

function writers.heading(self, node)
  -- The title is the page's only `h1`.
  local level = node.index == self.title and 1 or math.min(6, math.max(2, node.level))
  local id = xml.attribute("id", self.anchors.ids[node.index])
  return ("<h%d%s>%s</h%d>"):format(level, id, text_of(self, node), level)
end

function writers.paragraph(self, node)
  local class = node.role ~= "body" and (' class="%s"'):format(node.role) or ""
  return "<p" .. class .. ">" .. text_of(self, node) .. "</p>"
end

function writers.caption(self, node)
  return '<p class="caption">' .. text_of(self, node) .. "</p>"
end

function writers.pull_quote(self, node)
  return "<aside><p>" .. text_of(self, node) .. "</p></aside>"
end

-- The text of a node and the blocks inside it.
local function content(self, node)
  local text = node.text ~= "" and text_of(self, node) or ""
  local inside = blocks(self, node.children)
  if text ~= "" and inside ~= "" then return "<p>" .. text .. "</p>\n" .. inside end
  return text .. inside
end

function writers.quote(self, node)
  local inside = content(self, node)
  if #node.children == 0 then inside = "<p>" .. inside .. "</p>" end
  return "<blockquote>\n" .. inside .. "\n</blockquote>"
end

function writers.list(self, node)
  local lines, name = {}, node.ordered and "ol" or "ul"
  local start = node.ordered and node.start and node.start ~= 1
    and (' start="%d"'):format(node.start) or ""
  lines[1] = "<" .. name .. start .. ">"
  for _, item in ipairs(node.items) do
    local box = ""
    if item.checked ~= nil then
      box = '<input type="checkbox" disabled="disabled"'
        .. (item.checked and ' checked="checked"' or "") .. "/> "
    end
    lines[#lines + 1] = "<li>" .. box .. content(self, item) .. "</li>"
  end
  lines[#lines + 1] = "</" .. name .. ">"
  return table.concat(lines, "\n")
end

function writers.code(_, node) return "<pre><code>" .. escaped(node.text) .. "</code></pre>" end

function writers.figure(self, node)
  local lines, image, alt = { "<figure>" }, inline.image(node)
  local address = image and safe(self, image)
  if address and self.xhtml then
    -- An EPUB may show only pictures that it holds, and a plugin can read none: a link to it.
    local text = escaped(alt ~= "" and alt or image)
    lines[2] = ('<p><a href="%s">%s</a></p>'):format(address, text)
  elseif address then
    lines[2] = ('<img src="%s" alt="%s"/>'):format(address, escaped(alt))
  elseif alt ~= "" then
    lines[2] = "<p>" .. escaped(alt) .. "</p>"
  end
  local captions = {}
  for _, child in ipairs(node.children) do
    if child.kind == "caption" then
      captions[#captions + 1] = text_of(self, child)
    else
      lines[#lines + 1] = blocks(self, { child })
    end
  end
  -- A figure has one caption, at its end.
  if #captions > 1 then captions = { "<p>" .. table.concat(captions, "</p><p>") .. "</p>" } end
  if #captions > 0 then lines[#lines + 1] = "<figcaption>" .. captions[1] .. "</figcaption>" end
  lines[#lines + 1] = "</figure>"
  return table.concat(lines, "\n")
end

local function row_of(self, cells, element)
  local parts = {}
  local name = element:match "%a+"
  for column, cell in ipairs(cells) do
    parts[column] = ("<%s>%s</%s>"):format(element, text_of(self, cell), name)
  end
  return "<tr>" .. table.concat(parts) .. "</tr>"
end

function writers.table(self, node)
  local lines, grid = { "<table>" }, inline.grid(node)
  local caption = text_of(self, inline.title(node, grid, ": "))
  if caption ~= "" then lines[2] = "<caption>" .. caption .. "</caption>" end
  if grid.header then
    lines[#lines + 1] = "<thead>" .. row_of(self, grid.header, 'th scope="col"') .. "</thead>"
  end
  lines[#lines + 1] = "<tbody>"
  for _, row in ipairs(grid.rows) do lines[#lines + 1] = row_of(self, row, "td") end
  lines[#lines + 1] = "</tbody>\n</table>"
  return table.concat(lines, "\n")
end

function writers.poll(_, node)
  local lines = {
    '<table class="poll">', "<caption>" .. escaped(node.question) .. "</caption>",
    '<thead><tr><th scope="col">Answer</th><th scope="col">Votes</th><th scope="col">Share</th>'
      .. "</tr></thead>", "<tbody>",
  }
  for _, option in ipairs(node.options) do
    local share = ""
    if option.percent then
      local percent = polls.share(option.percent)
      share = ('<meter min="0" max="100" value="%s">%s</meter> %s'):format(
        percent:sub(1, -2), percent, percent)
    end
    lines[#lines + 1] = ('<tr><th scope="row">%s</th><td>%s</td><td>%s</td></tr>'):format(
      escaped(option.label), option.votes or "", share)
  end
  lines[#lines + 1] = "</tbody>"
  if node.total then
    lines[#lines + 1] = ('<tfoot><tr><th scope="row">Total</th><td>%d</td><td></td></tr></tfoot>')
      :format(node.total)
  end
  lines[#lines + 1] = "</table>"
  return table.concat(lines, "\n")
end

function blocks(self, nodes)
  local parts = {}
  for _, node in ipairs(nodes) do
    local write = writers[node.kind]
    if write then parts[#parts + 1] = write(self, node) end
  end
  return table.concat(parts, "\n")
end

local back_link = ' <a href="#ref-%s-%d" role="doc-backlink" aria-label="Back to citation %d">↩</a>'

-- The notes, each with a link back to every place that cites it.
local function notes_section(self, article)
  if #article.footnotes == 0 then return "" end
  local bodies = {}
  -- A note may cite another, so all bodies come before any back link.
  for index, footnote in ipairs(article.footnotes) do bodies[index] = content(self, footnote) end
  local lines = { '<section class="notes" role="doc-endnotes">', "<dl>" }
  for index, footnote in ipairs(article.footnotes) do
    local id = self.notes.ids[footnote.index]
    local back = ""
    for number = 1, self.notes.cited[id] or 0 do
      back = back .. back_link:format(id, number, number)
    end
    lines[#lines + 1] = ('<dt id="note-%s">%s</dt>'):format(id, escaped(footnote.label))
    lines[#lines + 1] = "<dd>" .. bodies[index] .. back .. "</dd>"
  end
  lines[#lines + 1] = "</dl>\n</section>"
  return table.concat(lines, "\n")
end

local function header(article)
  local lines = { "<header>" }
  local function add(format, value)
    if value then lines[#lines + 1] = format:format(escaped(value)) end
  end
  add('<p class="series">%s</p>', article.series)
  if not outline.begins_with_title(article) then add("<h1>%s</h1>", article.title) end
  add('<p class="subtitle">%s</p>', article.subtitle)
  for _, author in ipairs(article.authors) do
    add('<p class="author">%s</p>', author.name)
    add('<p class="about">%s</p>', author.about)
  end
  if article.date and not dates.is_day(article.date) then
    add("<p>%s</p>", article.date)
  elseif article.date then
    add('<p><time datetime="' .. escaped(article.date) .. '">%s</time></p>', article.date)
  end
  lines[#lines + 1] = "</header>"
  return #lines > 2 and table.concat(lines, "\n") or nil
end

-- ` dir="rtl"` for a language that is written from right to left.
function html.direction(language)
  return writing.is_from_right(language) and ' dir="rtl"' or ""
end

-- The article as an element; with `xhtml` it is XML and fit for an EPUB.
function html.body(article, form)
  local self = { notes = notes.of(article), anchors = anchors.of(article), xhtml = form.xhtml }
  if outline.begins_with_title(article) then self.title = article.blocks[1].index end
  local lines = { "<article>" }
  lines[#lines + 1] = header(article)
  lines[#lines + 1] = blocks(self, article.blocks)
  lines[#lines + 1] = notes_section(self, article)
  lines[#lines + 1] = "</article>"
  return table.concat(lines, "\n")
end

-- The article as a whole page.
function html.page(article)
  local language = article.language
  local lines = {
    "<!DOCTYPE html>",
    "<html" .. xml.attribute("lang", language) .. html.direction(language) .. ">",
    "<head>", '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>" .. escaped(article.title or article.path) .. "</title>",
  }
  for _, author in ipairs(article.authors) do
    if author.name then
      lines[#lines + 1] = ('<meta name="author" content="%s">'):format(escaped(author.name))
    end
  end
  lines[#lines + 1] = "<style>\n" .. html.style .. "\n</style>\n</head>\n<body>"
  lines[#lines + 1] = html.body(article, {}) .. "\n</body>\n</html>\n"
  return table.concat(lines, "\n")
end

return html
