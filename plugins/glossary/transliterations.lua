-- Tells a transliteration from a translation, where letters can: `тоска (toska, longing)`.

local characters = require "characters"

local transliterations = {}

-- The consonants of Cyrillic, each as one letter for all that the languages write it by.
local cyrillic = {}
for group in ([[
  b:б v:в g:гґ d:д z:жз k:кх l:л m:м n:н p:п r:р s:сшщ t:т f:ф c:цч
]]):gmatch "%S+" do
  local plain, list = group:match "^(%a):(.+)$"
  for letter in list:gmatch(utf8.charpattern) do cyrillic[letter] = plain end
end

-- What Latin letters write those consonants, longer ones first: English, German, French and
-- scholarly habits.
local spellings = {
  { "shch", "s" }, { "schtsch", "s" }, { "chtch", "s" }, { "tsch", "c" }, { "tch", "c" },
  { "sch", "s" }, { "sh", "s" }, { "š", "s" }, { "zh", "z" }, { "ž", "z" }, { "kh", "k" },
  { "ch", "c" }, { "č", "c" }, { "ts", "c" }, { "tz", "c" }, { "x", "k" }, { "h", "k" },
  { "w", "v" }, { "ss", "s" }, { "j", "" },
}

local function skeleton_of_cyrillic(text)
  local letters = characters.of(ibid.fold(text))
  for index, letter in ipairs(letters) do letters[index] = cyrillic[letter] or "" end
  return table.concat(letters)
end

local function skeleton_of_latin(text)
  text = ibid.fold(text)
  for _, spelling in ipairs(spellings) do text = text:gsub(spelling[1], spelling[2]) end
  return (text:gsub("[^bvgdzklmnprstfc]", ""))
end

-- Letters that only transliterations of Chinese and Japanese have in a text: with macrons and the
-- marks of tones.
local marked = {}
for letter in ("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"):gmatch(utf8.charpattern) do marked[letter] = true end

local function has_marks(text)
  for letter in text:gmatch "[\xC3-\xC7][\x80-\xBF]" do
    if marked[letter] then return true end
  end
  return false
end

-- Whether a text may be a transliteration from a script; most are not, and quickly seen.
function transliterations.may_be(script, text)
  if #text > 60 then return false end
  return script == "Cyrillic" or has_marks(text)
end

-- The same of the parts of a bracket that has several.
function transliterations.may_be_in(script, inside)
  if script ~= "Cyrillic" then return has_marks(inside) end
  return inside:find(", ", 1, true) ~= nil or inside:find(";", 1, true) ~= nil
    or inside:find("\u{2014}", 1, true) ~= nil
end

-- Whether `text`, in Latin letters, is seen to write `source`, a term in another script.
function transliterations.is_of(source, text)
  local script = characters.script_of(source)
  if script == "Cyrillic" then
    local skeleton = skeleton_of_cyrillic(source)
    return #skeleton > 1 and skeleton == skeleton_of_latin(text)
  end
  return (script == "Han" or script == "Japanese") and has_marks(text)
end

return transliterations
