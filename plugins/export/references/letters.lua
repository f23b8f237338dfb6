-- Letters, case and marks beyond ASCII, which Lua's patterns do not know.

local memory = require "references.memory"
local words = require "references.words"

local letters = {}

local byte, find, sub = string.byte, string.find, string.sub

-- The byte of a stop.
local stop = 0x2E

-- A word or name in small letters.
letters.fold = memory.of(ibid.fold)

local first_character = "^" .. utf8.charpattern

local capitals = {}

-- Whether a text begins with a capital, or with a letter of a script without case.
function letters.is_capital(text)
  local lead = byte(text)
  if not lead then return false end
  if lead < 0x80 then return lead >= 0x41 and lead <= 0x5A end
  local first = text:match(first_character)
  if not first or #first == 1 then return false end
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
  local lead = byte(text)
  if not lead then return false end
  if lead < 0x80 then return lead >= 0x61 and lead <= 0x7A end
  local first = text:match(first_character)
  if not first or #first == 1 then return false end
  local code = utf8.codepoint(first)
  return code >= 0xDF and code < 0x530 and code ~= 0xD7 and code ~= 0xF7
    and ibid.fold(first) == first
end

-- `Hiragana`, `Hangul` or nil for the first letter of a text, the scripts of particles.
function letters.script(text)
  local first = text:match(first_character)
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
  if #token > 12 or byte(token, -1) ~= stop then return false end
  if token == "Jr." or token == "Sr." then return false end
  -- Most are one letter and its stop.
  if #token == 2 then return byte(token) >= 0x41 and byte(token) <= 0x5A end
  for part in token:gmatch "[^%.%-]+" do
    if not letters.is_capital(part) or (utf8.len(part) or 3) > 2 then return false end
  end
  return token:find "[^%.%-]" ~= nil
end

local function set_of(characters)
  local set = {}
  for character in characters:gmatch "." do set[byte(character)] = true end
  return set
end

local blanks = set_of " \t\n\v\f\r"
local blanks_and_comma = set_of " \t\n\v\f\r,"
local blanks_and_stop = set_of " \t\n\v\f\r."
-- White space and the marks between the parts of a reference, but for the stop.
local marks = set_of " \t\n\v\f\r,;:\1"
local marks_and_stop = set_of " \t\n\v\f\r,;:\1."

-- A text without the bytes of a set at its end: a pattern would be tried at each of these bytes.
local function without_last(text, set)
  local last = #text
  while set[byte(text, last)] do last = last - 1 end
  return last == #text and text or sub(text, 1, last)
end

-- A text without white space at its end.
function letters.without_blanks(text) return without_last(text, blanks) end

-- A text without white space and commas at its end.
function letters.without_commas(text) return without_last(text, blanks_and_comma) end

-- A text without white space and stops at its end.
function letters.without_stops(text) return without_last(text, blanks_and_stop) end

-- The word that ends at the byte `last`, up to white space; empty where that is white space.
function letters.last_word(text, last)
  local first = last
  while first > 0 and not blanks[byte(text, first)] do first = first - 1 end
  return sub(text, first + 1, last)
end

-- A text without white space and marks at both ends; a stop stays behind initials.
function letters.trimmed(text)
  local lead = byte(text)
  if marks_and_stop[lead] then text = text:gsub("^[%s,;:%.\1]+", "") end
  text = without_last(text, marks)
  if byte(text, -1) ~= stop then return text end
  if marks[byte(text, -2)] then
    text = text:gsub("%s+%.$", "")
    if byte(text, -1) ~= stop then return text end
  end
  local word = letters.last_word(text, #text)
  local name = find(word, ",", 1, true) and word:match "[^,]*$" or word
  return letters.is_initials(name) and text or without_last(text, marks_and_stop)
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
function letters.literal(text)
  return find(text, "%p") and (text:gsub("[%^%$%(%)%%%.%[%]%*%+%-%?]", "%%%0")) or text
end

local none = {}

-- The entries of a list by their first or last byte, made once: most texts have none of them.
local indices = { [1] = {}, [-1] = {} }

local function entries_of(list, side, code)
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
  return index[code] or none
end

-- The place behind the first of some literal texts that stands at `at`, as a word of its own.
function letters.after(text, list, at)
  at = at or 1
  for _, entry in ipairs(entries_of(list, 1, byte(text, at))) do
    if sub(text, at, at + #entry - 1) == entry then
      local next_at = at + #entry
      if not entry:find "%a$" or not text:find("^[%w]", next_at) then return next_at end
    end
  end
  return nil
end

-- A text without the first of some literal texts that stands at its end, and what was there.
function letters.before(text, list)
  for _, entry in ipairs(entries_of(list, -1, byte(text, -1))) do
    if #text > #entry and sub(text, -#entry) == entry then
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

local indices_of_stems = {}

-- The beginning of an entry, behind its first letter where it is long: `Review of` and `review of`
-- share it.
local function stem_of(entry)
  local from = utf8.offset(entry, 2)
  return #entry - from >= stem_length and sub(entry, from, from + stem_length - 1)
    or sub(entry, 1, stem_length)
end

-- The beginnings of the entries of a list, each once, and for each the places of its entries: those
-- in ASCII and the others, with a set of the bytes with which these begin.
local function stems_of(list)
  local index = indices_of_stems[list]
  if not index then
    index = { plain = {}, wide = {}, places = {}, leads = nil }
    for place, entry in ipairs(list) do
      local stem = stem_of(entry)
      if not index.places[stem] then
        index.places[stem] = {}
        table.insert(byte(stem) < 0x80 and index.plain or index.wide, stem)
        if byte(stem) >= 0x80 then index.leads = (index.leads or "[") .. sub(stem, 1, 1) end
      end
      table.insert(index.places[stem], place)
    end
    index.leads = index.leads and index.leads .. "]"
    indices_of_stems[list] = index
  end
  return index
end

-- Adds the places of the stems that stand in a text to `found`, which is made with the first.
local function add_places(found, text, stems, places)
  for index = 1, #stems do
    local stem = stems[index]
    if find(text, stem, 1, true) then
      found = found or {}
      table.move(places[stem], 1, #places[stem], #found + 1, found)
    end
  end
  return found
end

-- The entries of a list whose beginnings stand in a text, in the order of the list: of long lists
-- a text has few.
function letters.possible(text, list)
  local index = stems_of(list)
  local found = add_places(nil, text, index.plain, index.places)
  if index.leads and find(text, index.leads) then
    found = add_places(found, text, index.wide, index.places)
  end
  if not found then return none end
  table.sort(found)
  for order, place in ipairs(found) do found[order] = list[place] end
  return found
end

-- The first of some literal texts that stands at the head of a text or behind a comma or stop, with
-- a blank behind it, or what the pattern `behind` says: its first and last byte, and itself; nil
-- for none.
function letters.find_mark(text, list, behind)
  local at = 1
  repeat
    local after = letters.after(text, list, at)
    if after and find(text, behind or "^%s", after) then
      return at, after - 1, sub(text, at, after - 1)
    end
    local last = select(2, find(text, "[,%.]%s", at))
    at = last and last + 1
  until not at
  return nil
end

-- Whether a text has a year.
function letters.has_year(text)
  local at = find(text, "[12]%d%d%d")
  return at ~= nil and find(text, "%f[%d][12]%d%d%d%f[%D]", at) ~= nil
end

letters.is_place = memory.of(function(text)
  local name = ibid.fold(text)
  if words.places[name] then return true end
  if marks[byte(name)] or marks[byte(name, -1)] then
    name = name:gsub("^%s+", ""):gsub("%s+$", "")
    if words.places[name] then return true end
  end
  -- `Köln/Wien`
  if not find(name, "/", 1, true) then return false end
  if not name:find "%w/%w" and not name:find "%./%w" then return false end
  for part in name:gmatch "[^/]+" do
    if not words.places[part] then return false end
  end
  return true
end)

return letters
