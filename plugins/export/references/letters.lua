-- Letters, case and marks beyond ASCII, which Lua's patterns do not know.

local words = require "references.words"

local letters = {}

local capitals = {}

-- Whether a text begins with a capital, or with a letter of a script without case.
function letters.is_capital(text)
  local first = text:match("^" .. utf8.charpattern)
  if not first then return false end
  if #first == 1 then return first:find "%u" ~= nil end
  local known = capitals[first]
  if known == nil then
    local code = utf8.codepoint(first)
    -- Dashes, quotes and the marks of East Asia are no letters.
    known = ibid.fold(first) ~= first
      or code > 0x530 and not (code >= 0x2000 and code < 0x2E80)
        and not (code >= 0x3000 and code < 0x3005) and not (code >= 0x3008 and code < 0x3021)
        and not (code >= 0xFF00 and code < 0xFF21)
    capitals[first] = known
  end
  return known
end

-- Whether a text begins with a small letter.
function letters.is_small(text)
  local first = text:match("^" .. utf8.charpattern)
  if not first then return false end
  if #first == 1 then return first:find "%l" ~= nil end
  local code = utf8.codepoint(first)
  return code >= 0xDF and code < 0x530 and code ~= 0xD7 and code ~= 0xF7
    and ibid.fold(first) == first
end

-- `Hiragana`, `Hangul` or nil for the first letter of a text, the scripts of particles.
function letters.script(text)
  local first = text:match("^" .. utf8.charpattern)
  local code = first and utf8.codepoint(first) or 0
  if code >= 0x3041 and code <= 0x309F then return "Hiragana" end
  if code >= 0xAC00 and code <= 0xD7AF then return "Hangul" end
  return nil
end

function letters.is_cyrillic(text)
  local first = text:match("[\xD0-\xD4][\x80-\xBF]")
  return first ~= nil and text:find(first, 1, true) <= 3
end

-- `J.`, `J.-P.`, `И.И.`, `Ch.`: initials with their stops.
function letters.is_initials(token)
  if not token:find "%.$" or #token > 12 or token == "Jr." or token == "Sr." then return false end
  for part in token:gmatch "[^%.%-]+" do
    if not letters.is_capital(part) or (utf8.len(part) or 3) > 2 then return false end
  end
  return token:find "[^%.%-]" ~= nil
end

-- A text without white space and marks at both ends; a stop stays behind initials.
function letters.trimmed(text)
  text = text:gsub("^[%s,;:%.\1]+", ""):gsub("[%s,;:\1]+$", ""):gsub("%s+%.$", "")
  -- Initials are short, and to look for where a long word begins takes quadratic time.
  local last = text:sub(-20):match "(%S+)%.$"
  if last and not letters.is_initials(last:match "[^%s,]+$" .. ".") then
    text = text:gsub("[%s,;:%.\1]+$", "")
  end
  return text
end

-- Whether the stop behind the last of some words is that of an abbreviation: the word is short, and
-- one before it is abbreviated (`Phys. Rev. Lett.`).
function letters.is_abbreviated(text)
  local before, last = text:match "^(.*)%f[%w\128-\255]([%a\128-\255]+)%.$"
  return before ~= nil and (utf8.len(last) or 9) <= 5 and before:find "%a%a%.%s" ~= nil
end

local dashes = "[%-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}]+"
-- A range of numbers.
letters.range = "(%d+)%s*" .. dashes .. "%s*(%d+)"
letters.dashes = dashes

-- What no name begins or ends at: a boundary of words, for patterns.
letters.boundary = "%f[%w\128-\255]"

-- A literal text as a pattern.
function letters.literal(text) return (text:gsub("[%^%$%(%)%%%.%[%]%*%+%-%?]", "%%%0")) end

-- The entries of a list by their first or last byte, made once: most texts have none of them.
local indices = { [1] = {}, [-1] = {} }

local function entries_of(list, side, byte)
  local index = indices[side][list]
  if not index then
    index = {}
    for _, entry in ipairs(list) do
      local key = entry:byte(side)
      index[key] = index[key] or {}
      table.insert(index[key], entry)
    end
    indices[side][list] = index
  end
  return index[byte] or {}
end

-- The place behind the first of some literal texts that stands at `at`, as a word of its own.
function letters.after(text, list, at)
  at = at or 1
  for _, entry in ipairs(entries_of(list, 1, text:byte(at))) do
    if text:sub(at, at + #entry - 1) == entry then
      local next_at = at + #entry
      if not entry:find "%a$" or not text:find("^[%w]", next_at) then return next_at end
    end
  end
  return nil
end

-- A text without the first of some literal texts that stands at its end, and what was there.
function letters.before(text, list)
  for _, entry in ipairs(entries_of(list, -1, text:byte(-1))) do
    if #text > #entry and text:sub(-#entry) == entry then
      local rest = text:sub(1, -#entry - 1)
      if not entry:find "^%w" or rest:find "[^%w]$" then return rest, entry end
    end
  end
  return text
end

-- Whether one of some literal texts ends a longer word.
function letters.has_ending(word, list)
  for _, entry in ipairs(entries_of(list, -1, word:byte(-1))) do
    if #word > #entry + 2 and word:sub(-#entry) == entry then return true end
  end
  return false
end

-- Bytes at the start of literal texts that many of a list share.
local stem_length = 4

local find = string.find

local indices_of_stems = {}

-- The beginnings of the entries of a list, each once, and for each the places of its entries.
local function stems_of(list)
  local index = indices_of_stems[list]
  if not index then
    index = { stems = {}, places = {} }
    local known = {}
    for place, entry in ipairs(list) do
      local stem = entry:sub(1, stem_length)
      if not known[stem] then
        index.stems[#index.stems + 1] = stem
        known[stem] = {}
        index.places[#index.stems] = known[stem]
      end
      table.insert(known[stem], place)
    end
    indices_of_stems[list] = index
  end
  return index.stems, index.places
end

local none = {}

-- The entries of a list whose beginnings stand in a text, in the order of the list: of long lists
-- a text has few.
function letters.possible(text, list)
  local found
  local stems, places = stems_of(list)
  for index = 1, #stems do
    if find(text, stems[index], 1, true) then
      found = found or {}
      table.move(places[index], 1, #places[index], #found + 1, found)
    end
  end
  if not found then return none end
  table.sort(found)
  for index, place in ipairs(found) do found[index] = list[place] end
  return found
end

function letters.is_place(text)
  local name = ibid.fold(text):gsub("^%s+", ""):gsub("%s+$", "")
  if words.places[name] then return true end
  -- `Köln/Wien`
  if not name:find "%w/%w" and not name:find "%./%w" then return false end
  for part in name:gmatch "[^/]+" do
    if not words.places[part] then return false end
  end
  return true
end

return letters
