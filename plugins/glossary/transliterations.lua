-- Tells a transliteration from a translation, where letters can: `тоска (toska, longing)`.

local characters = require "characters"
local syllables = require "syllables"

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

-- What writes each vowel of Cyrillic, as a pattern: letters for iotation come and go.
local cyrillic_vowels = {}
for letter, pattern in ([[
  а:a е:[yi]?e ё:[yi]?[oe] и:[iy] й:[iy]? о:o у:o?u ы:[iy] э:e ю:[yi]?u я:[yi]?a і:[iy] ї:[yi]?i
  є:[yi]?e ў:[uw]
]]):gmatch "(%S-):(%S+)" do
  cyrillic_vowels[letter] = pattern
end

-- Whether a text is letter by letter a term in Cyrillic, with its vowels: `parliament` has the
-- consonants of `парламент` and translates it.
local function spells_cyrillic(source, text)
  text = ibid.fold(text)
  for _, spelling in ipairs(spellings) do text = text:gsub(spelling[1], spelling[2]) end
  local parts = {}
  for index, letter in ipairs(characters.of(ibid.fold(source))) do
    parts[index] = letter == " " and " " or cyrillic[letter] or cyrillic_vowels[letter] or ""
  end
  return text:gsub("[^%a ]", ""):find("^" .. table.concat(parts) .. "$") ~= nil
end

-- The vowels of Hangul in the order of Unicode, as Korea's Revised Romanization (2000) writes them.
local vowels = {}
for vowel in ("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"):gmatch "%S+" do
  vowels[#vowels + 1] = vowel
end

-- Whether a text has the vowels of a term in Hangul, with any consonants between them.
local function has_vowels_of(source, text)
  local parts = {}
  for _, code in utf8.codes(source) do
    if code < 0xAC00 or code > 0xD7A3 then return false end
    -- 588 syllables have one initial, and 28 of these one vowel.
    parts[#parts + 1] = vowels[(code - 0xAC00) % 588 // 28 + 1]
  end
  local consonants = "[^aeiouwy]*"
  local pattern = consonants .. table.concat(parts, consonants) .. consonants
  return ibid.fold(text):find("^" .. pattern .. "$") ~= nil
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

-- Scripts of which `romanisations` has the letters; few texts need it loaded.
local is_romanised = {
  Arabic = true, Devanagari = true, Georgian = true, Greek = true, Hebrew = true, Thai = true,
}

local function is_romanisation(source, text) return require "romanisations".spell(source, text) end

local is_east_asian = { Han = true, Hiragana = true, Katakana = true, Hangul = true }

-- Letters without their marks, and whether there were marks that French and Spanish have not.
local plain_vowels = {}
for group in ("a:āáǎà e:ēéěè i:īíǐì o:ōóǒò u:ūúǔùǖǘǚǜ"):gmatch "%S+" do
  local plain, list = group:match "^(%a):(.+)$"
  for letter in list:gmatch(utf8.charpattern) do plain_vowels[letter] = plain end
end

local function without_marks(text)
  return (text:gsub("[\xC3-\xC7][\x80-\xBF]", plain_vowels)), text:find "[\xC4-\xC7]" ~= nil
end

-- Whether a text can be nothing but how `source`, a term in another script, is spoken, so that it
-- is no translation: `Duma (Дума)`. English words may be syllables of Japanese (`mine`), so that of
-- Chinese characters this is known by marks alone or where `is_foreign`, and by kana between them.
function transliterations.spell(source, text, language, is_foreign)
  local script = characters.script_of(source)
  if script == "Cyrillic" then return #source > 4 and spells_cyrillic(source, text) end
  local count = utf8.len(source)
  if script == "Hangul" then return count > 1 and has_vowels_of(source, text) end
  if is_romanised[script] then return is_romanisation(source, text) end
  if script ~= "Han" and script ~= "Japanese" then return false end
  local plain, has_accents = without_marks(ibid.fold(text))
  local has_hiragana = source:find "\xE3\x81" or source:find "\xE3\x82[\x80-\x96]"
  if not (has_accents or is_foreign or has_hiragana) then return false end
  return syllables.write(plain, count, script == "Japanese" and "ja" or language)
end

-- Whether a text may be a transliteration from a script; most are not, and quickly seen.
function transliterations.may_be(script, text)
  if #text > 60 then return false end
  if script == "Cyrillic" or is_romanised[script] then return true end
  return is_east_asian[script] and text:find "^%a[%l'%- ]*$" ~= nil or has_marks(text)
end

-- The same of the parts of a bracket that has several.
function transliterations.may_be_in(script, inside)
  if script ~= "Cyrillic" and not is_east_asian[script] and not is_romanised[script] then
    return has_marks(inside)
  end
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
  if script == "Hangul" then return has_vowels_of(source, text) end
  if is_romanised[script] then return is_romanisation(source, text) end
  return (script == "Han" or script == "Japanese") and has_marks(text)
end

-- Whether `text` and not `other` may be how `source` is spoken, in a text in a language. What a
-- word of several characters is spoken as stands first: `着物 (kimono, robe)`, where both may be.
function transliterations.is_first(source, text, other, language)
  if transliterations.is_of(source, text) then return true end
  local script, count = characters.script_of(source), utf8.len(source)
  if script ~= "Han" and script ~= "Japanese" then return false end
  local spoken_in = script == "Japanese" and "ja" or language
  if not syllables.write(text, count, spoken_in) then return false end
  return count > 1 or not syllables.write(other, count, spoken_in)
end

return transliterations
