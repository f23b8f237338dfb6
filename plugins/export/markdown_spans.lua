-- The text of a node as a line of Markdown, escaped so that nothing is read but what is meant.

local emphasis = require "emphasis"
local inline = require "inline"
local nested = require "nesting"
local notes = require "notes"

local spans = {}

-- Characters that mean something anywhere in a line.
local special = "[\\`%*_%[%]<>&~|#]"

local function escaped(text)
  text = text:gsub(special, "\\%0")
  -- GitHub makes links of these without being asked, and takes backslashes into them.
  if text:find("://", 1, true) then text = text:gsub("(%a)://", "%1\\://") end
  return (text:gsub("www%.", "www\\."))
end

-- Text without styles; web addresses stand in pointed brackets, where nothing has to be escaped.
function spans.plain(text)
  if not text:find("://", 1, true) then return (escaped(text):gsub("\n", " ")) end
  local parts = {}
  for index, piece in ipairs(inline.plain(text)) do
    parts[index] = piece.address and "<" .. piece.text .. ">" or escaped(piece.text)
  end
  return (table.concat(parts):gsub("\n", " "))
end

-- A line of Markdown in a cell of a table, where not even an address may have a bar.
function spans.cell(text)
  if not text:find("|", 1, true) then return text end
  return (text:gsub("(\\?)|", function(mark) return mark == "" and "\\|" end))
end

-- Escapes what would make a paragraph another block.
function spans.as_paragraph(text)
  text = text:gsub("^([%+%-=])", "\\%1")
  return (text:gsub("^(%d+)([%.%)])", "%1\\%2"))
end

-- Text without styles between marks.
function spans.marked(text, mark) return emphasis.resolved(emphasis.enclosed(text, mark)) end

-- An address of a link or image: in pointed brackets where it has what would end it.
function spans.target(href)
  href = href:match "^%s*(.-)%s*$"
  if not href:find "[%s%(%)<>]" then return href end
  return "<" .. href:gsub("[<>\\]", "\\%0"):gsub("\n", "%%0A") .. ">"
end

-- --- pieces

local function code(text)
  local longest = 0
  for ticks in text:gmatch "`+" do longest = math.max(longest, #ticks) end
  local fence = ("`"):rep(longest + 1)
  local gap = (text:find "^`" or text:find "`$") and " " or ""
  return fence .. gap .. text .. gap .. fence
end

local names = { "code", "deletion", "emphasis", "strong" }

local function same_style(a, b)
  if a.reference or b.reference or a.address or b.address or a.href ~= b.href then return false end
  for _, style in ipairs(names) do
    if a.styles[style] ~= b.styles[style] then return false end
  end
  return true
end

-- Pieces of one style as one, as `<code>a</code><code>b</code>` would be one long span of code.
local function joined(pieces)
  local list = {}
  for _, piece in ipairs(pieces) do
    local last = list[#list]
    if last and same_style(last, piece) then
      list[#list] = { text = last.text .. piece.text, styles = last.styles, href = last.href }
    else
      list[#list + 1] = piece
    end
  end
  return list
end

-- A space before a reference and punctuation behind it: readers drop the space, as in `end [1].`
-- Where the text has it all the same, it goes behind the reference.
local function with_kept_spaces(pieces)
  local list = {}
  for _, piece in ipairs(pieces) do
    if piece.text and piece.text:find "^[%.,;:!%?%)]" then
      local at = #list
      while at > 0 and list[at].reference do at = at - 1 end
      local before = list[at]
      if before and at < #list and before.text:find " $" then
        list[at] = { text = before.text:sub(1, -2), styles = before.styles, href = before.href }
        list[#list + 1] = { text = " ", styles = {} }
      end
    end
    list[#list + 1] = piece
  end
  return list
end

local function shares_address(piece, other)
  return other and not other.reference and inline.address(other) == inline.address(piece)
end

-- Links that say the address that they lead to as `bare` texts, which need no marks of a link.
local function with_bare_links(pieces)
  local list = {}
  for index, piece in ipairs(pieces) do
    local is_bare = piece.address
      or piece.href and piece.text == piece.href and piece.text:find "^https?://[^%s<>]+$"
    if is_bare and not piece.address then
      is_bare = not shares_address(piece, pieces[index - 1])
        and not shares_address(piece, pieces[index + 1])
    end
    list[index] = is_bare and { text = piece.text, styles = piece.styles, bare = true } or piece
  end
  return list
end

-- All pieces without a style.
local function without_style(pieces, style)
  local list = {}
  for index, piece in ipairs(pieces) do
    local styles = {}
    for name in pairs(piece.styles or {}) do styles[name] = name ~= style or nil end
    list[index] = piece.reference and piece
      or { text = piece.text, styles = styles, href = piece.href, address = piece.address }
  end
  return list
end

-- Adds to the parts of a line what would mean something else behind the last of them.
local function add(out, text)
  local before = out[#out]
  -- `[^1](a)` is a link, and `[^1]:` the beginning of a note.
  if before and before:find "^%[%^[^%]]*%]$" then text = text:gsub("^[%(:]", "\\%0") end
  -- `![` begins an image.
  if before and text:find "^%[" then out[#out] = before:gsub("!$", "\\!") end
  out[#out + 1] = text
end

local marks = { emphasis = "*", strong = "**", deletion = "~~" }

local format = { add = add }

function format.leaf(ids, out, piece)
  if piece.reference then
    add(out, "[^" .. (notes.cite(ids, piece.reference) or piece.reference.label) .. "]")
  elseif piece.bare then
    add(out, "<" .. piece.text .. ">")
  else
    add(out, piece.styles.code and code(piece.text) or escaped(piece.text))
  end
end

function format.wrap(_, name, inside, piece)
  local text = table.concat(inside)
  if marks[name] then return emphasis.enclosed(text, marks[name]) end
  return "[" .. text .. "](" .. spans.target(inline.address(piece)) .. ")"
end

-- The text of a node; `ids` are the names of the notes that it cites. Marks of `style` stand around
-- all of it.
function spans.of(node, ids, style)
  local pieces = inline.pieces(node)
  if style then pieces = without_style(pieces, style) end
  pieces = with_bare_links(with_kept_spaces(joined(pieces)))
  local line = table.concat(nested(pieces, format, ids))
  if style then line = emphasis.enclosed(line, marks[style]) end
  return (emphasis.resolved(line):gsub("\n", " "))
end

return spans
