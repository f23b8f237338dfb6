-- Brackets with more than a translation: `дача (dacha, “country house”)`, `fengshui (风水,
-- “wind-water”)`, `hygge (Danish for “cosiness”)`; and translations between languages of one
-- script, where the text says that a word is foreign: `the German word Heimat (home)`.

local brackets = require "brackets"
local characters = require "characters"
local count_words = require "count_words"
local endings = require "endings"
local foreign_words = require "foreign_words"
local languages = require "languages"
local glosses = require "glosses"
local native_terms = require "native_terms"
local passages = require "passages"
local quotations = require "quotations"
local transliterations = require "transliterations"

local compounds = {}

-- A gloss is a phrase; what is longer is a remark or somebody's words.
local most_words = 8

local function trimmed(text) return (text:gsub("^%s+", ""):gsub("%s+$", "")) end

-- A separator or a quote, or the first byte of one.
local marks = "[,;\"\xC2\xE2\xE3\xEF]"

local separators = {
  [","] = true, [";"] = true, ["，"] = true, ["、"] = true, ["；"] = true, ["\u{2014}"] = true,
}

-- The parts of a bracket, cut at commas, semicolons and dashes outside quotes; a list of `{text,
-- quoted, of_language, is_literal}`, where `quoted` is what stands in the quotes around all of it,
-- behind the name of a language or another label.
local function parts_of(inside)
  local list, from = {}, 1
  local function add(text)
    text = trimmed(text)
    if text == "" then return end
    local rest, language = foreign_words.without_label(text)
    list[#list + 1] = {
      text = rest, quoted = quotations.whole(rest), of_language = language,
      is_literal = rest ~= text and not language,
    }
  end
  local at = inside:find(marks)
  while at do
    local character = inside:match(utf8.charpattern, at)
    local after = select(2, quotations.at_start(inside:sub(at)))
    if separators[character] then
      add(inside:sub(from, at - 1))
      from = at + #character
    end
    at = inside:find(marks, at + (after and after - 1 or #character))
  end
  add(inside:sub(from))
  return list
end

-- The script of a part, found when it is first asked for: most brackets end before.
local function script_of(part)
  if part.script == nil then part.script = characters.script_of(part.text) or false end
  return part.script or nil
end

-- The part in quotes that is a translation, the last one; nil for none.
local function gloss_of(parts)
  for index = #parts, 1, -1 do
    local quoted = parts[index].quoted
    local is_gloss = quoted and count_words(quoted) <= most_words
    if is_gloss and script_of(parts[index]) then return quoted end
  end
  return nil
end

-- The part that writes the term in the letters of the text: a word or few, without quotes.
local function transliteration_of(parts, script)
  for _, part in ipairs(parts) do
    if not part.quoted and count_words(part.text) <= 3 and script_of(part) == script then
      return part.text
    end
  end
  return nil
end

local function is_native(script) return script ~= nil and script ~= "Latin" end

-- The first part that is written in a script of its own.
local function native_of(parts)
  for _, part in ipairs(parts) do
    local text = part.quoted or part.text
    -- A Greek letter alone is a symbol: `(α = .71, task)`.
    local is_word = not text:find "[%w=<>]" and (#text > 5 or script_of(part) == "Han")
    if is_word and is_native(script_of(part)) then return text end
  end
  return nil
end

local function count_vowels(text)
  return select(2, text:gsub("[AEIOUYaeiouy\xC3\xC4\xC5][aeiouy\x80-\xBF\xC3-\xC5]*", ""))
end

-- The words before a bracket that write the term in it: as many as its characters need syllables.
local function spelling_before(before, native)
  local words, text = utf8.len(native), endings.trimmed(before)
  local quoted = quotations.at_end(text)
  if quoted then return quoted end
  local last = endings.word(text)
  local is_single = characters.script_of(native) ~= "Han" or count_vowels(last or "") >= words
  if not last or is_single or not last:find "%a" then return last end
  local first = endings.words(text, 2)
  return first and text:sub(first) or last
end

-- What translates a term among the parts, and what transliterates it; nil where that is not told:
-- the part in quotes, or the other one of two where one is seen to be a transliteration.
local function translation_of(source, parts, language)
  local gloss = gloss_of(parts)
  if gloss then return gloss, transliteration_of(parts, "Latin") end
  if #parts ~= 2 or count_words(parts[2].text) > most_words then return nil end
  local first, second = parts[1].text, parts[2].text
  if transliterations.is_first(source, first, second, language) then return second, first end
  -- `(longing, toska)`; of Chinese and Japanese nothing but marks would tell the two apart.
  if transliterations.is_of(source, second) then return first, second end
  return nil
end

-- Whether a word in the letters of the text is a foreign one, with its own spelling and what it
-- means: `«хюгге» (hygge, «уют»)` in a Russian text. What is capitalised is a name.
local function is_loan(script, language, target, spelling)
  if not spelling or not languages.is_alphabet_of(script, language) then return false end
  local first = characters.first_letter(target)
  return characters.script_of(target) == script and characters.fold(first) == first
end

-- What stands before the term at the end of a text, and before its quote.
local function without_quote(before, term)
  local text = endings.trimmed(before)
  local _, open = quotations.at_end(text)
  return text:sub(1, (open or #text - #term + 1) - 1)
end

-- `дача (dacha, “country house”)`, `тоска (toska, longing)`
local function behind_native(before, bracket, language, script, parts, found)
  -- To find where a term begins takes longer than to see that nothing translates it.
  local may_pair = #parts == 2 and transliterations.may_be(script, parts[1].text)
  local gloss = gloss_of(parts)
  if not may_pair and not gloss then return false end
  local is_foreign = not languages.has_own_script(language)
  local source = native_terms.at_end(before, language, is_foreign, gloss or parts[2].text)
  if not source or source == "" then return false end
  local target, spelling = translation_of(source, parts, language)
  if not target then return false end
  local start, own = #endings.trimmed(before) - #source + 1, nil
  if characters.script_of(target) ~= "Latin" then
    if not is_loan(script, language, target, spelling) then return false end
    own = foreign_words.language_behind(without_quote(before, source), source, language)
  end
  found(source, target, brackets.position(bracket, before, start), spelling, own)
  return true
end

-- `fengshui (风水, “wind-water”)`, `“glasnost” (гласность, openness)`, `tea ceremony (茶道, sadō)`
local function behind_spelling(before, bracket, language, parts, found)
  local native = native_of(parts)
  if not native or languages.is_alphabet_of(characters.script_of(native), language) then
    return false
  end
  local start = bracket.first + #bracket.opener + bracket.inside:find(native, 1, true) - 1
  local spelling, gloss = spelling_before(before, native), gloss_of(parts)
  if gloss and gloss ~= native then
    found(native, gloss, start, spelling)
    return true
  end
  if parts[1].text ~= native and parts[1].quoted ~= native then return false end
  local other = #parts == 2 and script_of(parts[2]) == "Latin" and parts[2].text
  if other and spelling and transliterations.is_of(native, spelling) then
    found(native, other, start, spelling)
    return true
  end
  -- What follows the term is a remark, or its transliteration.
  local phrase = glosses.phrase_before(before, language)
  if not phrase then return false end
  local is_spelling = other and transliterations.is_of(native, other)
  found(native, phrase, start, is_spelling and other or nil)
  return true
end

-- The word, the quotation, or where the text shows it the phrase at the end of a text, the text
-- without white space behind it, and the byte where the word or its opening quote stands; nil
-- without a term. `own` is its language where that is told.
local function term_before(passage, before, language, own)
  local text = endings.trimmed(before)
  local word, first = endings.word(text)
  local quoted, open = quotations.at_end(text)
  if not quoted then quoted, open = glosses.set_off(passage, text, language, own) end
  if quoted then word, first = quoted, open end
  if not word or not characters.script_of(word) or ibid.is_stopword(ibid.fold(word), language) then
    return nil
  end
  return characters.without_openers(word), text, first
end

local function add_word(word, gloss, before, bracket, text, first, own, language, found)
  if ibid.fold(word) == ibid.fold(gloss) then return false end
  local start = text:find(word, first, true) or first
  own = own or foreign_words.language_behind(text:sub(1, first - 1), word, language)
  found(word, gloss, brackets.position(bracket, before, start), nil, own)
  return true
end

-- `hygge (Danish for “cosiness”)`
local function behind_word(passage, before, bracket, language, parts, found)
  local last = parts[#parts]
  local gloss = last.quoted or last.text
  local own = last.of_language or last.quoted and parts[1].of_language
  if not own and not (last.quoted and last.is_literal) then return false end
  if count_words(gloss) > most_words or gloss:find "%d" then return false end
  local word, text, first = term_before(passage, before, language, own)
  return word ~= nil and add_word(word, gloss, before, bracket, text, first, own, language, found)
end

-- Whether a bracket has up to four words in Latin letters without a mark; remarks are longer, or
-- have numbers.
local function is_plain(inside)
  return #inside <= 48 and inside:find "^[%a\xC3-\xC5][%l\x80-\xC5%s][%a\x80-\xC5%s'%-]*$" ~= nil
    and not inside:find "\xC2" and count_words(inside) <= 4
end

-- A foreign word in emphasis, as English sets it; names of works and of ships are capitalised, and
-- variables short.
local function emphasised_word(passage, text, language)
  local word = passages.emphasis_at_end(passage, text)
  if not word or not word:find "^[%l\x80-\xFF][^,;:]*[%w\x80-\xFF]$" then return nil end
  if utf8.len(word) < 3 or count_words(word) > 3 then return nil end
  return not ibid.is_stopword(word:match "^%S+", language) and word or nil
end

-- A foreign word in quotes: its spelling shows it, or in German, which capitalises nouns, that a
-- noun explains a word in small letters.
local function quoted_word(text, gloss, language)
  local word, first = quotations.at_end(text)
  if not word or not word:find "^[%l\x80-\xFF][%l\x80-\xFF'%- ]*$" or count_words(word) > 2
    or (utf8.len(word) or 0) < 4 or ibid.is_stopword(word, language) then
    return nil
  end
  local is_noun = language == "de" and gloss:find "^%u%l+$" ~= nil
  if not is_noun and not gloss:find "^%l" then return nil end
  if not is_noun then
    for part in word:gmatch "[^%s'%-]+" do
      if require "foreign_forms".show(part, language) then return word, first end
    end
    return nil
  end
  return word, first
end

-- A word at the end of a text that is seen to be foreign, the byte where it begins, its language.
local function foreign_word(passage, text, gloss, language)
  local own = foreign_words.at_end(text, language)
  if own then
    local word, _, start = term_before(passage, text, language, own)
    return word, start, own
  end
  local word = gloss:find "^%l" and emphasised_word(passage, text, language) or nil
  if word then return word, #text - #word + 1, "und" end
  local quoted, first = quoted_word(text, gloss, language)
  return quoted, first, "und"
end

-- Articles that begin a translation, as other stop words do not.
local indefinite = { a = true, an = true, ein = true, eine = true, un = true, une = true }

-- `the German word Heimat (home)`, `the *taonga* (treasures)`, `the “acequia” (community ditch)`
local function behind_foreign_word(passage, before, bracket, language, found)
  local gloss = bracket.inside
  local first_word = ibid.fold(gloss:match "^%S+")
  if not indefinite[first_word] and ibid.is_stopword(first_word, language) then return false end
  local text = endings.trimmed(before)
  local word, start, own = foreign_word(passage, text, gloss, language)
  return word ~= nil and add_word(word, gloss, before, bracket, text, start, own, language, found)
end

local function has_quote(text)
  return text:find("\"", 1, true) ~= nil or text:find "[\xC2\xE2\xE3]" ~= nil
    and (text:find "\xC2[\xAB\xBB]" or text:find "\xE2\x80[\x98\x9A\x9C-\x9E\xB9\xBA]"
      or text:find "\xE3") ~= nil
end

-- Calls `found(source, target, position, transliteration, language)` for what a bracket explains in
-- one of these ways, the last two where they are told; `script` is that of the last letter before
-- it. Returns whether it did.
function compounds.in_bracket(passage, before, bracket, language, script, found)
  local inside = bracket.inside
  if not script or #inside < 3 or #inside > 200 then return false end
  if is_native(script) then
    if not (has_quote(inside) or transliterations.may_be_in(script, inside)) then return false end
    local parts = parts_of(inside)
    if #parts < 2 or #parts > 4 then return false end
    -- `фэншуй (风水, «ветер и вода»)` in a Russian text.
    if languages.is_alphabet_of(script, language)
      and behind_spelling(before, bracket, language, parts, found)
    then
      return true
    end
    return behind_native(before, bracket, language, script, parts, found)
  end
  -- Most brackets in Latin letters hold a remark or an acronym.
  local is_told = inside:find "[\xCE-\xE1\xE3-\xED]" or has_quote(inside)
  if not is_told and not inside:find "%l: " and not inside:find(" for ", 1, true) then
    return is_plain(inside) and behind_foreign_word(passage, before, bracket, language, found)
  end
  local parts = parts_of(inside)
  if #parts == 0 or #parts > 4 then return false end
  if #parts > 1 and behind_spelling(before, bracket, language, parts, found) then
    return true
  end
  if script_of(parts[1]) ~= "Latin" then return false end
  return behind_word(passage, before, bracket, language, parts, found)
    or is_plain(inside) and behind_foreign_word(passage, before, bracket, language, found)
end

return compounds
