-- A source as it reads, without the markup of its format, with the byte that each piece has there.

local entities = require "entities"

local plain_source = {}

-- Elements that part words.
local parting = {}
for name in ("br p div li td th tr h1 h2 h3 h4 h5 h6 dd dt blockquote figcaption"):gmatch "%S+" do
  parting[name] = true
end

-- What reads as a space, and what nobody sees.
local spaces = { ["\u{A0}"] = " ", ["\u{202F}"] = " ", ["\u{2009}"] = " ", ["\u{2003}"] = " " }
for _, mark in ipairs { "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}" } do
  spaces[mark] = ""
end

-- Each of these takes a source and the byte of the character that it is called for, and gives what
-- that reads as and the byte behind it; nil where it reads as it stands.

local function space(source, at)
  local character = source:match(utf8.charpattern, at)
  local text = spaces[character]
  if text then return text, at + #character end
  return nil
end

local function tag(source, at)
  if source:find("^<!%-%-", at) then
    local last = select(2, source:find("-->", at, true))
    return "", (last or #source) + 1
  end
  local name = source:match("^</?(%a[%w%-]*)", at)
  if not name then return nil end
  name = name:lower()
  local last = select(2, source:find(">", at, true)) or #source
  if name == "script" or name == "style" then
    last = select(2, source:find("</" .. name .. ">", last, true)) or last
  end
  return parting[name] and "\n" or "", last + 1
end

local function entity(source, at)
  local text, after = entities.at(source, at)
  if text then return text, after end
  return nil
end

-- `<https://example.org>` in Markdown is a text as well.
local function tag_or_address(source, at)
  if source:find("^<%a+:", at) or source:find("^<[^%s<>]+@", at) then return "", at + 1 end
  return tag(source, at)
end

local function escape(source, at)
  if source:find("^%p", at + 1) then return source:sub(at + 1, at + 1), at + 2 end
  return nil
end

local function marker(_, at) return "", at + 1 end

local function underscore(source, at)
  local is_inner = at > 1 and source:find("^[%w\x80-\xFF]_[%w\x80-\xFF]", at - 1)
  if is_inner then return nil end
  return "", at + 1
end

-- `[text](address)`, `[text][label]`, `[^note]`; what stands in other brackets is text. The closing
-- bracket is asked for by itself.
local function bracket(source, at, closers)
  local note = source:match("^%[%^[^%]]*%]()", at)
  if note then return "", note end
  -- A link is no longer than this, and to look for the end of each bracket takes quadratic time.
  local near = source:sub(at, at + 600)
  local last = select(2, near:find "^%b[]")
  local target = last and (select(2, near:find("^%b()", last + 1))
    or select(2, near:find("^%b[]", last + 1)))
  if not target then return nil end
  closers[at + last - 1] = at + target
  return "", at + 1
end

local function closing_bracket(_, at, closers)
  if closers[at] then return "", closers[at] end
  return nil
end

local function line_break(source, at)
  local after = source:match("^\n[ \t]*>[> \t]*()", at)
  if after then return "\n", after end
  return nil
end

local rules = {
  html = {
    pattern = "[<&\xC2\xE2]", ["<"] = tag, ["&"] = entity, ["\xC2"] = space, ["\xE2"] = space,
  },
  markdown = {
    pattern = "[<&\\*_`~%[%]\n\xC2\xE2]", ["<"] = tag_or_address, ["&"] = entity,
    ["\\"] = escape, ["*"] = marker, ["`"] = marker, ["~"] = marker, ["_"] = underscore,
    ["["] = bracket, ["]"] = closing_bracket, ["\n"] = line_break,
    ["\xC2"] = space, ["\xE2"] = space,
  },
  text = { pattern = "[&\n\xC2\xE2]", ["&"] = entity, ["\n"] = line_break, ["\xC2"] = space,
    ["\xE2"] = space },
}

-- The plain text of a source in a format (`text`, `markdown`, `html`): `{text, starts, sources}`,
-- where the piece that begins at the byte `starts[n]` of `text` has the byte `sources[n]` there.
function plain_source.of(source, format)
  local set = rules[format] or rules.text
  local parts, starts, sources, length, closers = {}, {}, {}, 0, {}
  local function add(piece, from)
    if piece == "" then return end
    parts[#parts + 1], starts[#parts + 1], sources[#parts + 1] = piece, length + 1, from
    length = length + #piece
  end
  local from, at = 1, source:find(set.pattern)
  while at do
    local text, after = set[source:sub(at, at)](source, at, closers)
    if text then
      add(source:sub(from, at - 1), from)
      add(text, at)
      from = after
    end
    at = source:find(set.pattern, text and after or at + 1)
  end
  add(source:sub(from), from)
  return { text = table.concat(parts), starts = starts, sources = sources }
end

-- A text without what nobody sees, its spaces plain ones.
function plain_source.visible(text)
  if not text:find "[\xC2\xE2]" then return text end
  return (text:gsub("\xC2[\xA0\xAD]", spaces):gsub("\xE2\x80[\x80-\xBF]", spaces)
    :gsub("\xE2\x81\xA0", spaces))
end

-- The byte of a source that is the byte `at` of its plain text.
function plain_source.position(plain, at)
  local low, high = 1, #plain.starts
  while low < high do
    local middle = (low + high + 1) // 2
    if plain.starts[middle] <= at then low = middle else high = middle - 1 end
  end
  return low == 0 and at or plain.sources[low] + at - plain.starts[low]
end

return plain_source
