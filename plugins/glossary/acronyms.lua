-- Acronyms with their long forms, after Schwartz & Hearst (2003), "A simple algorithm for
-- identifying abbreviation definitions in biomedical text".
--
-- Their rule, that the acronym's letters occur in order in the words before it, the first at the
-- start of a word, takes whatever match ends first. Two corrections come before it: letters that
-- begin words win over letters inside them, and a match that has to skip many words is none.

local brackets = require "brackets"
local characters = require "characters"
local count_words = require "count_words"
local endings = require "endings"
local native_terms = require "native_terms"
local quotations = require "quotations"
local word_set = require "word_set"

local acronyms = {}

-- Words that a long form has and its acronym leaves out.
local small = word_set [[
  a an and at by de del der des di du el et for from in la las le los of on or per the to und with y
  в и на о по с
]]

-- Articles and prepositions before an apostrophe, which are words of their own: `l’Agence`.
local elided = word_set "l d qu un dell all dall nell sull"

-- No long form begins with one of these.
local conjunctions = word_set "and et und y e ed or ou oder o i и или"

-- Languages with adjectives behind nouns: where English ones come from, letters are in the order of
-- English, which is the other way round: `Agence spatiale européenne (ESA)`.
local reversing = { ca = true, es = true, fr = true, it = true, pt = true, ro = true }

-- What says in a bracket that the next word is short for the rest, most of it in Chinese.
local labels = {
  "简称为", "简称", "缩写为", "缩写", "簡稱", "縮寫", "略称", "略して", "略", "以下", "kurz ", "abgekürzt ",
}

-- The letters and digits of a text, without case, in a list.
local function letters_of(text)
  local letters = {}
  if not text:find "[\x80-\xFF]" then
    for letter in text:lower():gmatch "%w" do letters[#letters + 1] = letter end
    return letters
  end
  for _, character in ipairs(characters.of(text)) do
    if characters.is_alphanumeric(character) then
      letters[#letters + 1] = characters.fold(character)
    end
  end
  return letters
end

-- Words in brackets that look like short forms.
local remarks = {
  ["e.g."] = true, ["i.e."] = true, ["cf."] = true, ["etc."] = true, ["sic"] = true,
}

-- Whether a text looks like a short form: 1 to 10 characters in at most two words, a letter or
-- digit first, and either a capital, or a digit among letters, or 2 to 4 characters in all.
local function is_short_form(text)
  -- Ten characters have forty bytes at most; most texts are longer.
  local count = #text <= 40 and utf8.len(text) or 0
  if count < 1 or count > 10 or select(2, text:gsub("%s+", "")) > 1 then return false end
  if count == #text then
    return text:find "^%w" ~= nil and not remarks[text] and not small[text]
      and text:find "%a" ~= nil
      and (text:find "%u" ~= nil or text:find "%d" ~= nil and text:find "%a.*%a" ~= nil
        or count > 1 and count <= 4)
  end
  local list, letters, capitals, digits = characters.of(text), 0, 0, 0
  if remarks[text] or not characters.is_alphanumeric(list[1]) then return false end
  for _, character in ipairs(list) do
    if characters.is_digit(character) then digits = digits + 1
    elseif characters.script(character) then
      letters = letters + 1
      if characters.fold(character) ~= character then capitals = capitals + 1 end
    end
  end
  return letters > 0 and (capitals > 0 or digits > 0 and letters > 1 or count > 1 and count <= 4)
end

-- Whether a text is a short form with two capitals.
local function is_capital_form(text)
  if not text:find "[\xC3-\xD4]" then return text:find "%u.*%u" ~= nil and is_short_form(text) end
  return is_short_form(text) and characters.capitals(text) > 1
end

local function without_label(text)
  for _, label in ipairs(text:find "^[a-k\xE4-\xE7]" and labels or {}) do
    if text:sub(1, #label) == label then return text:sub(#label + 1), #label end
  end
  return text, 0
end

-- Whether a text has letters in their order at all, as most that stand before a bracket have not: a
-- look without a list of its characters. Beyond ASCII other characters may fold to a letter.
local function has_in_order(letters, text)
  if text:find "[\x80-\xFF]" then return true end
  local lower, from = text:lower(), 0
  for _, letter in ipairs(letters) do
    from = lower:find(letter, from + 1, true)
    if not from then return false end
  end
  return true
end

-- Schwartz & Hearst's matching: from the right, each letter of the short form in `long`; the first
-- at the start of a word. Returns the number of the character at which the long form begins, or
-- nil.
local function match_letters(short, long)
  local at = #long
  for index = #short, 1, -1 do
    while at >= 1 do
      local fits = characters.fold(long[at]) == short[index]
      local starts = at == 1 or not characters.is_alphanumeric(long[at - 1])
      if fits and (index > 1 or starts) then break end
      at = at - 1
    end
    if at < 1 then return nil end
    at = at - 1
  end
  return at + 1
end

-- The parts of words, cut at hyphens, slashes and behind elided words too, each with the byte where
-- it starts and its first letter.
local function parts_of(text)
  local parts = {}
  for first, part in text:gmatch "()([^%s%-/]+)" do
    local word, apostrophe, rest = part:match "^(%a%a?%a?%a?)(['\u{2019}]+)(.+)$"
    if word and elided[word:lower()] then first, part = first + #word + #apostrophe, rest end
    local initial = characters.first_letter(part)
    if initial then
      parts[#parts + 1] = {
        first = first, initial = characters.fold(initial), is_small = small[part:lower()],
      }
    end
  end
  return parts
end

-- The byte at which the long form begins when each letter of the short form begins a word, small
-- words may be skipped, and the last word is used; nil without such a match.
local function match_initials(short, text)
  local parts = parts_of(text)
  local at, last = #short, #parts
  -- A plural `s` has no word of its own.
  if short[at] == "s" and #short > 2 and last > 0 and parts[last].initial ~= "s" then
    at = at - 1
  end
  local part = last
  while at >= 1 and part >= 1 do
    if parts[part].initial == short[at] then
      if at == 1 then return parts[part].first end
      at = at - 1
    elseif not parts[part].is_small then
      return nil
    end
    part = part - 1
  end
  return nil
end

-- The same where the letters are those of the words from the last one to the first.
local function match_reversed(short, text)
  local parts = parts_of(text)
  local at = 1
  for part = #parts, 1, -1 do
    if parts[part].initial == short[at] then
      if at == #short then return parts[part].first end
      at = at + 1
    elseif at == 1 or not parts[part].is_small then
      return nil
    end
  end
  return nil
end

-- Cuts the text before a bracket to the words that may belong to the long form: those of its
-- sentence, and no more than the short form can stand for.
local function candidate(before, length)
  local first, last = endings.words(before, math.min(length + 5, length * 2))
  if not first then return "" end
  local text = before:sub(first, last)
  -- The stop of `U.S. Coast Guard` ends no sentence.
  return text:match "^.*[^%u]%.%s+(.*)$" or text:match "^.*[%?!;:]%s+(.*)$"
    or text:match "^.*。(.*)$" or text
end

-- Whether the brackets of a long form are closed within it.
local function is_balanced(text)
  if text:find("\xEF\xBC", 1, true) then text = text:gsub("（", "("):gsub("）", ")") end
  local round, square = 0, 0
  for mark in text:gmatch "[%(%)%[%]]" do
    if mark == "(" then round = round + 1 elseif mark == ")" then round = round - 1
    elseif mark == "[" then square = square + 1 else square = square - 1 end
    if round < 0 or square < 0 then return false end
  end
  return round == 0 and square == 0
end

-- A long form without an elided article, which its acronym leaves out: `l’Organisation des phares`.
local function without_article(long, initial)
  local rest = long:match "^[DdLl]['\u{2019}]+(.+)$"
  local first = rest and characters.first_letter(rest)
  return first and initial and characters.fold(first) == initial and rest or long
end

-- The long form of `short` at the end of `before`, or nil; `language` is that of the text, or nil.
function acronyms.long_form(short, before, language)
  local letters = letters_of(short)
  if #letters == 0 then return nil end
  local text = candidate(before, utf8.len(short))
  local first = match_initials(letters, text)
  if not first and reversing[language] and short:find "^%u%u+$" then
    first = match_reversed(letters, text)
  end
  local long = first and text:sub(first)
  if not long then
    if not has_in_order(letters, text) then return nil end
    local list = characters.of(text)
    local start = match_letters(letters, list)
    if not start then return nil end
    -- The whole of the first word, from the white space or slash before it.
    while start > 1 and not list[start - 1]:find "^[%s/]$" do start = start - 1 end
    long = table.concat(list, "", start)
    if conjunctions[(long:match "^%S+"):lower()] then return nil end
  end
  -- What stands in quotes right before the bracket is all of it: `“long form” (LF)`.
  long = quotations.at_end(long) or quotations.without_closer(characters.without_openers(long))
  long = without_article(long, letters[1])
  local short_length, words = utf8.len(short), count_words(long)
  local most = math.min(short_length + 5, short_length * 2)
  if utf8.len(long) <= short_length or words > most or not is_balanced(long) then return nil end
  if (" " .. long .. " "):find(" " .. short .. " ", 1, true) then return nil end
  -- The first word of Chinese and Japanese, which have no spaces, may be of another sentence.
  local is_east_asian = short:find "^[\xE3-\xE9]" ~= nil
  if is_east_asian and (long:find "\xE3\x80[\x81\x82]" or long:find "\xEF\xBC") then return nil end
  -- `heartbeats during the count (Heartbeat)` names a thing by its word.
  local word = (long:match "%S+" or ""):lower()
  if word == short:lower() or word == short:lower() .. "s" then return nil end
  return long
end

-- The long form of `short` at the end of `before` of which each word has its letter; nil for none.
function acronyms.by_initials(short, before)
  local text = candidate(before, utf8.len(short))
  local first = match_initials(letters_of(short), text)
  return first and characters.without_openers(text:sub(first)) or nil
end

-- Calls `found(short, long, position)` where the last word before the bracket is explained in it:
-- `HMM (hidden Markov model)`. The explanation is the whole bracket, else it only happens to have
-- the letters.
local function before_bracket(before, bracket, found)
  local word, start = endings.word(before)
  if not word then return end
  local short = characters.without_openers(word)
  if is_capital_form(short) then
    local long = acronyms.long_form(short, bracket.inside)
    if long == bracket.inside then
      found(short, long, brackets.position(bracket, before, start + #word - #short))
    end
  end
end

-- Whether what follows an acronym in a bracket is nothing, or another part of it.
local function is_part(rest)
  return rest == "" or rest:find "^%s*[,;:/]" ~= nil or rest:find("、", 1, true) == 1
    or rest:find "^\xEF\xBC[\x8C\x9A\x9B\x8F]" ~= nil
end

-- Calls `found` where a bracket has both: `(blood-brain barrier, BBB)`.
local function inside_bracket(bracket, found)
  local inside = bracket.inside
  local long, start, short = inside:match "^(.-)[,;]%s*()(%S+)%s*$"
  for _, mark in ipairs(not short and inside:find "[\xE3\xEF]" and { "，", "、", "：", "；" } or {}) do
    if not short then long, start, short = inside:match("^(.-)" .. mark .. "%s*()(%S+)%s*$") end
  end
  if not short then return false end
  local bare, skipped = without_label(short)
  if is_capital_form(bare) and acronyms.long_form(bare, long) == long then
    found(bare, long, bracket.first + #bracket.opener + start - 1 + skipped)
    return true
  end
  return false
end

local is_native_language = { ja = true, ko = true, zh = true }

-- Calls `found` where an acronym in Latin capitals begins a bracket behind a term in Chinese,
-- Japanese or Korean: `世界卫生组织（WHO）`. Its letters are those of a name that the text need not say.
local function behind_native(before, bracket, language, found)
  if not is_native_language[language] then return end
  local start, inside = bracket.inside:match "^%s*()(.-)%s*$"
  local short, skipped = without_label(inside)
  short = short:match "^(%u%u%u?%u?%u?%u?)%f[^%w]"
  if not short or not is_part(inside:sub(skipped + #short + 1)) then return end
  local character = endings.character(before, #before)
  local script = character and characters.script(character)
  if not script or script == "Latin" then return end
  local long = native_terms.at_end(before, language, false, short)
  if long and utf8.len(long) > 1 then
    found(short, long, bracket.first + #bracket.opener + start - 1 + skipped)
  end
end

-- Calls `found` where the name in Chinese, Japanese or Korean stands behind its acronym:
-- `WTO（世界貿易機関）`. Returns whether it does.
function acronyms.before_native(before, bracket, language, found)
  if not is_native_language[language] then return false end
  local short = before:match "%f[%w](%u%u%u?%u?%u?%u?)$"
  if not short then return false end
  local long = bracket.inside:match "^%s*([\xE3-\xED][\x80-\xBF\xE3-\xED ]*)"
  long = long and endings.trimmed((long:gsub("、.*$", "")))
  local count = long and utf8.len(long) or 0
  if count < #short or long:find("。", 1, true) then return false end
  found(short, long, brackets.position(bracket, before, #before - #short + 1))
  return true
end

-- The byte of the first mark of Chinese and Japanese that begins a remark; nil for none.
local function wide_mark(text)
  if not text:find "[\xE3\xEF]" then return nil end
  local first
  for _, mark in ipairs { "，", "、", "：", "；" } do
    local at = text:find(mark, 1, true)
    if at and (not first or at < first) then first = at end
  end
  return first
end

-- Calls `found(short, long, position)` for the acronym that a bracket explains, if it does;
-- `before` is the text up to the bracket, `position` the byte of the short form.
function acronyms.in_bracket(before, bracket, language, found)
  -- What follows a comma or semicolon is a remark.
  local inside = bracket.inside
  local remark, start = inside:find "[,;]" or wide_mark(inside), inside:find "%S" or 1
  local short = endings.trimmed(inside:sub(start, (remark or 0) - 1))
  if is_short_form(short) then
    local long = acronyms.long_form(short, before, language)
    if long then
      found(short, long, bracket.first + #bracket.opener + start - 1)
    else
      behind_native(before, bracket, language, found)
    end
  elseif not (remark and inside_bracket(bracket, found)) then
    before_bracket(before, bracket, found)
  end
end

return acronyms
