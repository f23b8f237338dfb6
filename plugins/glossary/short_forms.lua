-- Short forms that a bracket announces: `Internationaler Währungsfonds (kurz: IWF)`, `the Harbour
-- Board of Saltby (hereinafter “the Board”)`, `国際通貨基金（以下「基金」という）`.

local acronyms = require "acronyms"
local brackets = require "brackets"
local characters = require "characters"
local count_words = require "count_words"
local endings = require "endings"
local languages = require "languages"
local native_terms = require "native_terms"
local quotations = require "quotations"
local word_set = require "word_set"

local short_forms = {}

-- What a short form is announced by, without case.
local announcements = {
  "abbreviated as", "abbreviated to", "abbreviated", "abbr.", "in short", "short", "for short",
  "hereinafter referred to as", "hereinafter called", "hereinafter", "hereafter referred to as",
  "hereafter called", "hereafter", "henceforth",
  "kurz", "kurzform", "abgekürzt", "abk.", "im folgenden", "im weiteren", "nachfolgend",
  "nachstehend", "fortan", "künftig",
  "ci-après dénommée", "ci-après dénommé", "ci-après désignée", "ci-après désigné",
  "ci-après", "en abrégé", "abrégé en", "abrégé", "abrégée",
  "en adelante", "en lo sucesivo", "abreviado como", "abreviado", "abreviada", "abrev.",
  "doravante", "a seguir", "di seguito", "in seguito", "d'ora in poi", "abbreviato",
  "in breve", "hierna", "afgekort", "kortweg", "dalej", "w skrócie", "zwany dalej",
  "zwana dalej", "nedan", "förkortat", "härefter", "herefter", "forkortet",
  "далее", "сокращённо", "сокращенно", "сокр.", "далі", "скорочено",
}
-- The same of languages without spaces, and of Korean.
local east_asian = {
  "以下简称为", "以下简称", "以下簡稱", "以下称", "下称", "下稱", "简称为", "简称", "簡稱", "缩写为", "缩写",
  "縮寫", "略称", "略して", "通称", "以下", "이하", "약칭", "줄여서",
}

-- Those that begin with a word, the longest first.
local by_first_word = {}
for _, phrase in ipairs(announcements) do
  local first = phrase:match "^[^ ]+"
  by_first_word[first] = by_first_word[first] or {}
  table.insert(by_first_word[first], phrase)
end
for _, list in pairs(by_first_word) do
  table.sort(list, function(a, b) return #a > #b end)
end

-- These by their first characters, of three bytes each.
local by_first_character = {}
for _, phrase in ipairs(east_asian) do
  local first = phrase:sub(1, 3)
  by_first_character[first] = by_first_character[first] or {}
  table.insert(by_first_character[first], phrase)
end

-- What may stand behind a short form.
local tails = {
  " genannt", " bezeichnet", " for short", " という", "という", "と呼ぶ", "と略す", "と略称する", "とする",
  "라 함", "라고 함", "라 한다", "라고 한다",
}

-- What may part an announcement from the short form, beside marks of ASCII.
local marks = { "\u{2013}", "\u{2014}", "：", "、", "，" }

local articles = word_set [[
  the a an die der das den dem le la les l el los las il lo i gli o os as de het
]]

-- The announcements that a bracket may begin with, by its first word or character, nil for most;
-- and whether it may begin with an article or a quote.
local function possible(inside)
  local first = inside:match "^%s*([%a\x80-\xD4][%a\x80-\xD4'%-%.]*)"
  if not first then
    return by_first_character[inside:match "^%s*([\xE4-\xEC]..)"], inside:find "^[\"\xE2]"
  end
  local word = first:find "[\x80-\xFF]" and ibid.fold(first) or first:lower()
  return by_first_word[word], articles[word] or inside:byte() >= 0x80
end

-- The text behind one of some announcements at the start of another; nil for none.
local function announced(text, phrases)
  for _, phrase in ipairs(phrases) do
    local start = text:sub(1, #phrase)
    if (start == phrase or ibid.fold(start) == phrase)
      and not text:find("^[%a\xC3-\xD4]", #phrase + 1) then
      return text:sub(#phrase + 1)
    end
  end
  return nil
end

-- A short form without what stands around it: marks, an article, quotes and a tail.
local function bare(text)
  text = text:gsub("^[%s:,%-]+", "")
  for _, mark in ipairs(marks) do
    if text:sub(1, #mark) == mark then text = text:sub(#mark + 1):gsub("^%s+", "") end
  end
  for _, tail in ipairs(tails) do
    if text:sub(-#tail) == tail then text = text:sub(1, -#tail - 1) end
  end
  text = endings.trimmed(text)
  local function without_article(phrase)
    local article, rest = phrase:match "^(%a+)[%s\u{2019}']%s*(.+)$"
    return article and articles[article:lower()] and rest or phrase
  end
  text = without_article(text)
  text = without_article(quotations.whole(text) or text:match "^'(.+)'$" or text)
  return text
end

local function is_short(text)
  local length = utf8.len(text) or 0
  return length > 1 and length <= 30 and count_words(text) <= 3
    and not text:find "[%(%)%[%]\"=;:]" and characters.script_of(text) ~= nil
end

-- Words within a name that are not capitalised.
local joining = word_set [[
  of for the and de des du del della delle dei di da do dos la le les los las et y e für der die und
  van och for av af
]]
-- Languages that capitalise the first word of a name alone.
local capitalises_first = word_set "ru uk be bg pl cs sk fr es it pt ca ro"

local function is_capitalised(word)
  local first = characters.first_letter(word)
  return first ~= nil and characters.fold(first) ~= first
end

-- Whether a text has a word of the short form, or its end: `Moorgesellschaft` for `Gesellschaft`.
local function names(long, short)
  local folded, last = ibid.fold(long), ibid.fold(short):match "%S+$"
  return folded:find(last, 1, true) ~= nil
end

-- The name at the end of a text that a short form stands for: back over its words to a capitalised
-- one; nil for none.
local function name_before(text, short, language)
  local from = endings.words(text, 8)
  if not from then return nil end
  local words, starts = {}, {}
  for start, word in text:sub(from):gmatch "()(%S+)" do
    words[#words + 1], starts[#words + 1] = word, from + start - 1
  end
  local first
  for index = #words, 1, -1 do
    local word = words[index]
    if index < #words and word:find "[%.,;:!%?%)]$" then break end
    if is_capitalised(word) then
      if ibid.is_stopword(ibid.fold(word), language) then break end
      first = index
      local long = text:sub(starts[first])
      if capitalises_first[language] and names(long, short) then break end
    elseif not joining[word] and not capitalises_first[language] then
      break
    end
  end
  if not first then return nil end
  local long = endings.trimmed(text:sub(starts[first]))
  long = long:gsub("^[LlDd]['\u{2019}]+", "")
  return names(long, short) and ibid.fold(long) ~= ibid.fold(short) and long or nil
end

local function has_no_spaces(script) return script == "Han" or script == "Japanese" end

-- The long form before a bracket.
local function long_form(short, before, language)
  local character = endings.character(before, #endings.trimmed(before))
  local script = character and characters.script(character)
  if script and (has_no_spaces(script) or script == "Hangul" or script == "Katakana") then
    return native_terms.at_end(before, language, not languages.has_own_script(language), short)
  end
  -- The letters of several words are found in any text that is long enough.
  local long = not short:find "%s" and acronyms.long_form(short, before, language)
  return long or name_before(before, short, language)
end

-- A short form in quotes with an article, as contracts have it: `(“the Board”)`, `(the “Board”)`.
local function defined(inside)
  -- An article and a quote, or the other way round.
  if not inside:find "^[%a\xC2\xE2\"]" or not inside:find "[\"\xC2\xE2]" then return nil end
  local article, quoted = inside:match "^(%a%a?%a?) (.+)$"
  local text = article and articles[article:lower()] and quotations.whole(quoted)
  if text then return text end
  text = quotations.whole(inside)
  article, quoted = (text or ""):match "^(%a+) (.+)$"
  return article and articles[article:lower()] and is_capitalised(quoted) and quoted or nil
end

-- Capitals and digits.
local is_code = {}
for character in ("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"):gmatch "." do
  is_code[character:byte()] = true
end

-- Calls `found(short, long, position)` where a bracket announces a short form, and returns whether
-- it does, even where the long form is not found.
function short_forms.in_bracket(before, bracket, language, found)
  local inside = bracket.inside
  -- Most brackets hold capitals or a number.
  if is_code[inside:byte(2)] then return false end
  local phrases, may_define = possible(inside)
  if not phrases and not may_define then return false end
  inside = inside:match "^%s*(.-)%s*$"
  local rest = phrases and announced(inside, phrases)
  local short = rest and bare(rest) or not rest and defined(inside)
  if not short then return false end
  if not is_short(short) then return rest ~= nil end
  local long = long_form(short, before, language)
  if long and long ~= short then
    local start = bracket.inside:find(short, 1, true) or 1
    found(short, long, bracket.first + #bracket.opener + start - 1)
    return true
  end
  return rest ~= nil
end

-- What says in a sentence that a word is short for the name before it, by language; whether the
-- word stands behind it (`, kurz IWF`) or before it (`, IMF for short`); and its `mark`, a part
-- that begins with a letter that is rare, as most of a text is looked through for that.
local appositions = {
  de = { text = ", kurz ", mark = "kurz ", is_behind = true },
  en = { text = " for short", mark = "for short" },
  es = { text = ", abreviado ", mark = "breviado ", is_behind = true },
  fr = { text = ", en abrégé ", mark = "brégé ", is_behind = true },
  it = { text = ", in sigla ", mark = "sigla ", is_behind = true },
  nl = { text = ", kortweg ", mark = "kortweg ", is_behind = true },
  pt = { text = ", abreviado ", mark = "breviado ", is_behind = true },
  ru = { text = ", сокращённо ", mark = ", сокращённо ", is_behind = true },
}

-- What stands in every text in a language in which `in_passage` finds anything.
function short_forms.mark(language)
  return appositions[language] and appositions[language].mark
end

-- Two capitals or more among up to eight letters.
local function is_acronym(text)
  return text ~= nil and (utf8.len(text) or 9) <= 8 and characters.capitals(text) > 1
end

-- The short form beside the words that say so, which have the bytes `first` to `last`, the byte
-- where it begins, and what stands before both.
local function beside(text, first, last, is_behind)
  local before = brackets.before(text, first)
  if is_behind then return text:match("^[%a\x80-\xD4]+", last + 1), last + 1, before end
  local word, start = endings.word(before)
  local short = word and word:match "^%(?(%a+)$"
  if not short then return nil end
  local rest = endings.trimmed(before:sub(1, start - 1))
  if rest:find "%f[%a]or$" then rest = endings.trimmed(rest:sub(1, -3)) end
  return short, first - #short, rest:byte(-1) == 0x2C and rest:sub(1, -2) or rest
end

-- Calls `found(short, long, position)` for each name that a sentence gives a short form so.
function short_forms.in_passage(passage, language, found)
  local text, apposition = passage.text, appositions[language]
  if not apposition then return end
  local first, last = text:find(apposition.text, 1, true)
  while first do
    local short, start, before = beside(text, first, last, apposition.is_behind)
    local long = is_acronym(short) and acronyms.long_form(short, before, language)
    if long then found(short, long, start) end
    first, last = text:find(apposition.text, last + 1, true)
  end
end

return short_forms
