-- The text of a node as a line of Markdown, escaped so that nothing is read but what is meant.

local inline = require "inline"
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

-- Text between marks; white space stays outside, else they would not be read as marks.
function spans.marked(text, mark)
  local before, inside, after = text:match "^(%s*)(.-)(%s*)$"
  if inside == "" then return text end
  return before .. mark .. inside .. mark .. after
end

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

-- A link that says the address that it leads to.
local function is_bare(piece)
  return piece.address or piece.text == piece.href and piece.text:find "^https?://[^%s<>]+$"
end

local function is_marked(piece)
  local styles = piece.styles
  if not styles or piece.href and not is_bare(piece) then return nil end
  return styles.emphasis or styles.strong or styles.deletion
end

local function styled(piece)
  local styles = piece.styles
  local text
  if is_bare(piece) then
    text = "<" .. piece.text .. ">"
  elseif styles.code then
    text = code(piece.text)
  else
    text = escaped(piece.text)
  end
  if styles.deletion then text = spans.marked(text, "~~") end
  if styles.emphasis then text = spans.marked(text, "*") end
  if styles.strong then text = spans.marked(text, "**") end
  if piece.href and not is_bare(piece) then
    text = "[" .. text .. "](" .. spans.target(piece.href) .. ")"
  end
  return text
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

-- A letter or digit. Of the characters beyond ASCII those up to U+00BF, from U+2000 to U+206F, from
-- U+3000 to U+303F and from U+FF00 to U+FF0F are taken for punctuation.
local function is_letter(character)
  if not character then return false end
  if #character == 1 then return character:find "^%w" ~= nil end
  return not character:find "^\xC2[\x80-\xBF]" and not character:find "^\xE2[\x80\x81]"
    and not character:find "^\xE3\x80" and not character:find "^\xEF\xBC[\x80-\x8F]"
end

local character = utf8.charpattern

-- Whether two pieces would be misread without anything between them: marks that run together, and
-- marks between a letter and punctuation, such as those of `Kotaku*.*`, which are no marks then.
local function is_unclear(before, before_is_marked, text, text_is_marked)
  if text_is_marked then
    local inside = text:match("^[%*~]+(" .. character .. ")")
    if inside and before_is_marked and before:find "[%*~]$" then return true end
    if inside and not is_letter(inside) and is_letter(before:match(character .. "$")) then
      return true
    end
  end
  if not before_is_marked then return false end
  local inside = before:match("(" .. character .. ")[%*~]+$")
  return inside and not is_letter(inside) and is_letter(text:match("^" .. character))
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

-- The text of a node; `ids` are the names of the notes that it cites.
function spans.of(node, ids)
  local parts, before_is_marked = {}, false
  local pieces = with_kept_spaces(joined(inline.pieces(node)))
  for index, piece in ipairs(pieces) do
    local before = parts[index - 1] or ""
    local text = piece.reference
      and "[^" .. (notes.cite(ids, piece.reference) or piece.reference.label) .. "]"
      or styled(piece)
    -- `[^1](a)` is a link, and `[^1]:` the beginning of a note.
    if index > 1 and pieces[index - 1].reference then text = text:gsub("^[%(:]", "\\%0") end
    -- `![` begins an image.
    if text:find "^%[" then parts[index - 1] = before:gsub("!$", "\\!") end
    local text_is_marked = is_marked(piece)
    if is_unclear(before, before_is_marked, text, text_is_marked) then text = "<!-- -->" .. text end
    parts[index], before_is_marked = text, text_is_marked
  end
  return (table.concat(parts):gsub("\n", " "))
end

return spans
