-- Texts as lists of characters, with what the rules ask of one.

local characters = {}

-- Blocks of scripts by their first and last code point; what is in none is Latin, or no letter.
local blocks = {
  { 0x0370, 0x03FF, "Greek" }, { 0x0400, 0x052F, "Cyrillic" }, { 0x0530, 0x058F, "Armenian" },
  { 0x0590, 0x05FF, "Hebrew" }, { 0x0600, 0x06FF, "Arabic" }, { 0x0750, 0x077F, "Arabic" },
  { 0x08A0, 0x08FF, "Arabic" }, { 0x0900, 0x097F, "Devanagari" }, { 0x0E00, 0x0E7F, "Thai" },
  { 0x10A0, 0x10FF, "Georgian" }, { 0x1100, 0x11FF, "Hangul" }, { 0x1F00, 0x1FFF, "Greek" },
  { 0x2E80, 0x2FDF, "Han" }, { 0x3005, 0x3007, "Han" }, { 0x3041, 0x309F, "Hiragana" },
  { 0x30A1, 0x30FA, "Katakana" }, { 0x30FC, 0x30FF, "Katakana" }, { 0x3130, 0x318F, "Hangul" },
  { 0x31F0, 0x31FF, "Katakana" }, { 0x3400, 0x4DBF, "Han" }, { 0x4E00, 0x9FFF, "Han" },
  { 0xAC00, 0xD7AF, "Hangul" }, { 0xF900, 0xFAFF, "Han" }, { 0xFB50, 0xFDFF, "Arabic" },
  { 0xFE70, 0xFEFF, "Arabic" }, { 0xFF66, 0xFF9F, "Katakana" }, { 0x20000, 0x3FFFF, "Han" },
}

local function block_of(code)
  for _, block in ipairs(blocks) do
    if code >= block[1] and code <= block[2] then return block[3] end
  end
  return nil
end

local function is_latin(code)
  return code >= 0x41 and code <= 0x5A or code >= 0x61 and code <= 0x7A
    or code >= 0xC0 and code <= 0x24F and code ~= 0xD7 and code ~= 0xF7
    or code >= 0x1E00 and code <= 0x1EFF
end

local scripts, folded = {}, {}

-- The script of a character: `Latin`, `Han`, …; nil for what is no letter.
function characters.script(character)
  local script = scripts[character]
  if script == nil then
    local code = utf8.codepoint(character)
    script = is_latin(code) and "Latin" or block_of(code) or false
    scripts[character] = script
  end
  return script or nil
end

-- A character without its case.
function characters.fold(character)
  local known = folded[character]
  if not known then
    known = ibid.fold(character)
    folded[character] = known
  end
  return known
end

function characters.is_digit(character) return character:find "^%d$" ~= nil end

function characters.is_alphanumeric(character)
  return characters.script(character) ~= nil or characters.is_digit(character)
end

-- The characters of a text as a list.
function characters.of(text)
  local list = {}
  for character in text:gmatch(utf8.charpattern) do list[#list + 1] = character end
  return list
end

-- The first letter or digit of a text; nil where there is none.
function characters.first_letter(text)
  local first = text:find "[%w\x80-\xFF]"
  while first do
    local character = text:match(utf8.charpattern, first)
    if characters.is_alphanumeric(character) then return character end
    first = text:find("[%w\x80-\xFF]", first + #character)
  end
  return nil
end

local openers = {
  ["("] = true, ["["] = true, ["（"] = true, ["［"] = true, ['"'] = true, ["'"] = true,
  ["“"] = true, ["”"] = true, ["‘"] = true, ["’"] = true, ["„"] = true, ["«"] = true, ["‹"] = true,
  ["»"] = true, ["›"] = true, ["‚"] = true,
}

-- A text without the quotes and brackets that it begins with.
function characters.without_openers(text)
  while true do
    local first = text:match("^" .. utf8.charpattern)
    if not first or not openers[first] then return text end
    text = text:sub(#first + 1)
  end
end

-- The script of a term: that of most of its letters, the first of those that are equally frequent;
-- nil without letters. Japanese is told from Chinese by its kana.
function characters.script_of(text)
  local counts, best = {}, nil
  for _, character in ipairs(characters.of(text)) do
    local script = characters.script(character)
    if script then
      counts[script] = (counts[script] or 0) + 1
      if not best or counts[script] > counts[best] then best = script end
    end
  end
  if best == "Han" and (counts.Hiragana or counts.Katakana) then return "Japanese" end
  if best == "Hiragana" or best == "Katakana" then return "Japanese" end
  return best
end

-- How many capitals a text has.
function characters.capitals(text)
  local count = 0
  for _, character in ipairs(characters.of(text)) do
    if characters.fold(character) ~= character then count = count + 1 end
  end
  return count
end

return characters
