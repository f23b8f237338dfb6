-- Translations of words in the article's own script: `acequia (“community ditch”)`, `irrigation
-- cooperative (水利組合)`.

local brackets = require "brackets"
local characters = require "characters"
local count_words = require "count_words"
local endings = require "endings"
local foreign_words = require "foreign_words"
local languages = require "languages"
local native_terms = require "native_terms"
local passages = require "passages"
local quotations = require "quotations"
local transliterations = require "transliterations"

local glosses = {}

-- A gloss is a phrase; what is longer is a remark or somebody's words.
local most_words = 6

-- The foreign phrase of several words at the end of a text that emphasis or the words before it set
-- off from the rest, and the byte where it begins; nil for none.
function glosses.set_off(passage, text, language, own)
  local emphasised = passages.emphasis_at_end(passage, text)
  if emphasised and count_words(emphasised) <= 4 then
    return emphasised, #text - #emphasised + 1
  end
  return foreign_words.phrase_at_end(text, language, own)
end

-- The language of a term behind a text, where its script does not tell it; see `foreign_words`.
local function language_behind(before, term, language)
  local script = characters.script_of(term)
  local is_told = script ~= "Latin" and not languages.is_alphabet_of(script, language)
  return not is_told and foreign_words.language_behind(before, term, language) or nil
end

-- A word that stands for something: neither a stop word nor a number.
function glosses.is_term(text, language)
  return text and characters.script_of(text) and not ibid.is_stopword(ibid.fold(text), language)
end

-- The last word of a text, or the quotation or the phrase that ends it; the byte where it begins,
-- and its language, `und` where nothing tells it.
function glosses.last_term(passage, text, language)
  text = endings.trimmed(text)
  while text:byte(-1) == 0x2C do text = endings.trimmed(text:sub(1, -2)) end
  local term, first = quotations.at_end(text)
  if not term then term, first = glosses.set_off(passage, text, language) end
  if not term then term, first = endings.word(text) end
  if not term then return nil end
  local own = language_behind(text:sub(1, first - 1), term, language)
  return term, text:find(term, first, true) or first, own
end

-- The phrase at the end of a text that a native term in brackets translates: a quotation, or the
-- capitalised words, or the words since the last stop word.
function glosses.phrase_before(text, language)
  local quoted = quotations.at_end(endings.trimmed(text))
  if quoted then return quoted end
  -- Chinese and Japanese have no spaces before a word in Latin letters, nor behind a full stop.
  text = text:match "^.*[\xE3-\xEF][\x80-\xBF][\x80-\xBF](.*)$" or text
  local words = {}
  local first_word = endings.words(text, most_words) or 1
  for word in text:sub(first_word):gmatch "%S+" do words[#words + 1] = word end
  local last = #words
  if last == 0 then return nil end
  local is_name, first = words[last]:find "^%u" ~= nil, last
  while first > 1 and last - first + 1 < most_words do
    local word = words[first - 1]
    local is_other = word:find "[%p]$" or not word:find "%w"
    if is_other or ibid.is_stopword(ibid.fold(word), language) then break end
    if is_name and not word:find "^%u" then break end
    first = first - 1
  end
  local phrase = table.concat(words, " ", first)
  return glosses.is_term(phrase, language) and phrase or nil
end

-- Whether the last words of a phrase, which stands before `native` in a bracket, are no translation
-- but how that is spoken: `the Japanese tsundoku (積ん読)`.
local function is_spelling(passage, before, phrase, native, language)
  local words = {}
  for word in phrase:gmatch "%S+" do words[#words + 1] = word end
  local emphasised = passages.emphasis_at_end(passage, endings.trimmed(before))
  for count = 1, math.min(#words, 3) do
    local text, previous = table.concat(words, " ", #words - count + 1), words[#words - count]
    local is_foreign = emphasised == text
      or previous ~= nil and foreign_words.language_of(previous) ~= nil
    if transliterations.spell(native, text, language, is_foreign) then return true end
  end
  return false
end

-- Whether a text is capitalised as titles of songs and books are.
local function is_title(text)
  local count = 0
  for word in text:gmatch "[%a\x80-\xFF]+" do
    if #word > 3 and word:find "^%l" then return false end
    count = count + 1
  end
  return count > 1 and text:find "^%u" ~= nil
end

-- Calls `found(source, target, position, nil, language)` for a bracket behind a word in Latin
-- script; `before` is the text up to it, `script_before` the script of its last letter, `position`
-- the byte of the source.
function glosses.in_bracket(passage, before, bracket, language, script_before, found)
  local target = quotations.whole(bracket.inside)
  if target then
    local source, start, own = glosses.last_term(passage, before, language)
    local is_gloss = count_words(target) <= most_words
      and (target:find "%l" or #target > 5 and characters.script_of(target) ~= "Latin")
    -- `the song (“The Keeper”)`
    local names = is_gloss and is_title(target) and (source or ""):find "^%l" ~= nil
    if is_gloss and not names and glosses.is_term(source, language) then
      found(source, target, brackets.position(bracket, before, start), nil, own)
    end
    return
  end
  -- ASCII has no other script than Latin.
  if not bracket.inside:find "[\x80-\xFF]" then return end
  local inside = bracket.inside:gsub("^%s+", ""):gsub("%s+$", "")
  local script = characters.script_of(inside)
  if not script or script == "Latin" or inside:find "[%a%d,;:]" then return end
  -- Between words of one script the bracket holds a remark, an acronym or, in kana, a reading.
  -- Japanese has no spaces, so that its last letter tells more than its last word: `機械（きかい）`.
  local last_script = script_before or characters.script_of(endings.word(before) or "")
  if count_words(inside) <= most_words and last_script == "Latin" then
    local phrase = glosses.phrase_before(before, language)
    if not phrase or is_spelling(passage, before, phrase, inside, language) then return end
    -- Chinese and Japanese brackets hold sentences as well, in which a term is a part.
    if (language == "zh" or language == "ja")
      and (phrase:find "^%d" or native_terms.at_end(inside, language) ~= inside)
    then
      return
    end
    -- In a text of the bracket's script the word before it is the foreign one.
    if languages.is_alphabet_of(script, language) then
      local start = before:find(phrase, math.max(1, #before - #phrase - 8), true)
      local own = foreign_words.language_behind(before:sub(1, (start or 1) - 1), phrase, language)
      found(phrase, inside, brackets.position(bracket, before, start or #before), nil, own)
    else
      found(inside, phrase, bracket.first + #bracket.opener)
    end
  end
end

return glosses
