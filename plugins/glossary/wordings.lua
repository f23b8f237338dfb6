-- Translations that a sentence gives without a bracket around them: `acequia, meaning “ditch”`,
-- `le skhod, c'est-à-dire « assemblée »`, `„laissez-faire“ bedeutet „gewähren lassen“`.

local brackets = require "brackets"
local characters = require "characters"
local count_words = require "count_words"
local endings = require "endings"
local foreign_words = require "foreign_words"
local glosses = require "glosses"
local quotations = require "quotations"
local transliterations = require "transliterations"

local wordings = {}

-- A gloss is a phrase; what is longer is somebody's words.
local most_words = 8

-- What stands between a term and its translation in quotes, by language, and `marks`, of which one
-- stands in every passage that has any of these. `clauses` stand behind a comma or a bracket;
-- `verbs` say the same of signs and of people (`the red lamp means “stop”`), so that the term
-- before one has to be set off as a word.
local of_language = {
  de = {
    clauses = { "das heißt", "d. h.", "d.h.", "zu Deutsch", "auf Deutsch", "was" },
    verbs = { "bedeutet", "also" },
    marks = { "heißt", "d. h. ", "d.h. ", "Deutsch", "bedeutet", "also " },
  },
  en = {
    clauses = { "which means", "that means" }, verbs = { "means" }, marks = { "means" },
  },
  es = {
    clauses = { "que significa", "es decir", "o sea" }, verbs = { "significa" },
    marks = { "significa", "es decir", "o sea" },
  },
  fr = {
    clauses = { "c'est-à-dire", "c’est-à-dire", "qui signifie", "qui veut dire" },
    verbs = { "signifie", "veut dire" }, marks = { "est-à-dire", "signifie", "veut dire" },
  },
  it = {
    clauses = { "che significa", "cioè", "ossia" }, verbs = { "significa" },
    marks = { "significa", "cioè", "ossia" },
  },
  nl = {
    clauses = { "dat wil zeggen", "oftewel" }, verbs = { "betekent" },
    marks = { "wil zeggen", "oftewel", "betekent" },
  },
  pt = {
    clauses = { "que significa", "isto é", "ou seja" }, verbs = { "significa" },
    marks = { "significa", "isto é", "ou seja" },
  },
  ru = {
    clauses = { "то есть", "т. е.", "что означает", "что значит" },
    verbs = { "означает", "значит" }, marks = { "то есть", "т. е.", "означает", "значит" },
  },
}

-- Behind `was` the verb comes last, and is its mark: `tsundoku, was „Bücher stapeln“ bedeutet`.
local verb_behind = { was = "^%s*bedeutet%f[%A]" }

-- What stands in every text in a language in which `in_passage` finds anything.
function wordings.marks(language)
  local known = of_language[language]
  return table.move(known and known.marks or {}, 1, 8, 2, { "meaning " })
end

-- The text in quotes at the start of `text`, behind a comma or a colon, and the text behind it.
local function gloss_at_start(text)
  local start = text:match "^[,:]?%s*()"
  if text:sub(start, start + 1) == "\u{A0}" then start = start + 2 end
  local gloss, after = quotations.at_start(text:sub(start))
  if not gloss then return nil end
  gloss = quotations.trimmed(gloss):gsub("[,%.]+$", "")
  if gloss == "" or count_words(gloss) > most_words then return nil end
  return gloss, text:sub(start + after - 1)
end

-- The term at the end of a text, its byte, its language and transliteration: behind it may be a
-- bracket with the word in its own script, which then is the term.
local function term_before(passage, text, language)
  if not text:find "%),?$" then return glosses.last_term(passage, text, language) end
  local before, native = text:match "^(.*)%(([^%(%)]+)%),?$"
  if not before then return nil end
  local script = characters.script_of(native)
  if not script or script == "Latin" or native:find "[%a%d,;]" then return nil end
  local spelling = endings.word(before)
  local is_spelling = spelling and transliterations.spell(native, spelling, language, true)
  return native, text:find(native, #before + 1, true), nil, is_spelling and spelling or nil
end

-- Whether a term at the end of a text is set off as a word: by quotes, by emphasis, by what it is
-- called, or by a bracket with the word in its own script.
local function is_set_off(passage, text, term, first, language)
  text = text:gsub(",$", "")
  if text:find "%)$" or quotations.at_end(text) then return true end
  return glosses.set_off(passage, text, language) == term
    or foreign_words.is_announced(text:sub(1, first - 1))
end

local function add(passage, first, last, phrase, kind, language, found)
  local gloss, behind = gloss_at_start(brackets.after(passage.text, last + 1))
  if not gloss then return end
  local verb = verb_behind[phrase]
  if verb and not behind:find(verb) then return end
  local all_before = brackets.before(passage.text, first)
  local before = endings.trimmed(all_before)
  if kind == "clauses" and not before:find "[,%)]$" then return end
  local term, start, own, spelling = term_before(passage, before, language)
  if not glosses.is_term(term, language) or ibid.fold(term) == ibid.fold(gloss) then return end
  if kind == "verbs" and not is_set_off(passage, before, term, start, language) then return end
  term = term:gsub("[,%.]+$", "")
  found(term, gloss, first - #all_before - 1 + start, spelling, own)
end

local function each(passage, phrase, kind, language, found)
  local text = passage.text
  local first, last = text:find(phrase, 1, true)
  while first do
    -- A phrase is no part of a word, and most are followed by no quote: a look without a copy.
    local is_whole = first == 1 or not text:find("^[%w\x80-\xFF]", first - 1)
    if is_whole and text:find("^[,:]?%s*[\"\xC2\xE2\xE3]", last + 1) then
      add(passage, first, last, phrase, kind, language, found)
    end
    first, last = text:find(phrase, last + 1, true)
  end
end

-- Calls `found(source, target, position, transliteration, language)` for each translation that a
-- passage gives so.
function wordings.in_passage(passage, language, found)
  each(passage, "meaning", "any", language, found)
  local list = of_language[language]
  if not list then return end
  for _, phrase in ipairs(list.clauses) do each(passage, phrase, "clauses", language, found) end
  for _, phrase in ipairs(list.verbs) do each(passage, phrase, "verbs", language, found) end
end

return wordings
