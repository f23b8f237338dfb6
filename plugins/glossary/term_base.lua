-- A term base: concepts, each with its terms in one or more languages.
--
-- Reads comma-separated values, TBX (ISO 30042, second and third edition) and TMX 1.4.

local characters = require "characters"
local language_names = require "language_names"
local term_csv = require "term_csv"
local term_statuses = require "term_statuses"
local term_xml = require "term_xml"

local term_base = {}

-- What `read` makes of each distinct input; a base has a few statuses and languages, and a hundred
-- thousand terms.
local function remembered(read)
  local known = {}
  return function(text)
    if not text or text == "" then return nil end
    local value = known[text]
    if value == nil then
      value = read(text) or false
      known[text] = value
    end
    return value or nil
  end
end

-- A status without white space around it: its meaning, and the value itself where it has none.
local status_of = remembered(function(text)
  local value = text:gsub("^%s+", ""):gsub("%s+$", "")
  if value == "" then return nil end
  local meaning = term_statuses.meaning(value)
  return {
    meaning = meaning ~= "admitted" and meaning or nil, unknown = not meaning and value or nil,
  }
end)

local language_of = remembered(language_names.code)

-- --- building

-- Terms and concepts are numbers, and what is known of them stands in lists: few of a large base
-- occur in an article, and only those become tables.
local function new_base()
  return {
    -- Of each term: its text, its concept, the next term of that, and where the base says so the
    -- language, the status, whether it is a short form and the side of its pair.
    texts = {}, concept_of = {}, next_of = {}, languages = {}, statuses = {}, is_short = {},
    sides = {},
    -- Of each concept its first and last term.
    first = {}, last = {},
    terms = {},
    -- Values of statuses that say nothing known: a list, and the set of them.
    unknown_statuses = ibid.list {}, is_unknown_status = {},
  }
end

local function new_concept(base)
  local concept = #base.first + 1
  base.first[concept], base.last[concept] = 0, 0
  return concept
end

-- Letters and digits with single spaces between, as most terms are: nothing has to be normalised.
local function is_plain(text)
  return text:find "^%w[%w%p ]*$" and not text:find("  ", 1, true) and text:byte(-1) ~= 32
end

local function note_unknown(base, status)
  local value = status and status.unknown
  if value and not base.is_unknown_status[value] then
    base.is_unknown_status[value] = true
    base.unknown_statuses[#base.unknown_statuses + 1] = value
  end
end

-- Adds a term with its `fields`: `language`, `status`, `is_short` and `side`, each of which may be
-- nil.
local function add_term(base, concept, text, fields)
  if not is_plain(text) then
    text = ibid.normalise(text):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
    if text == "" then return end
  end
  local number, last = #base.texts + 1, base.last[concept]
  base.texts[number], base.concept_of[number], base.next_of[number] = text, concept, 0
  base.languages[number] = language_of(fields.language)
  base.statuses[number] = status_of(fields.status)
  note_unknown(base, base.statuses[number])
  base.is_short[number], base.sides[number] = fields.is_short, fields.side
  if last == 0 then base.first[concept] = number else base.next_of[last] = number end
  base.last[concept] = number
end

-- --- asking

-- Makes the terms of a concept: tables with `text`, `script`, `concept`, and where the base says so
-- `language`, `status`, `unknown_status`, `is_short` and `side`; the concept has its `id` and these
-- `terms`.
local function make_terms(base, id)
  local concept, number = { id = id, terms = {} }, base.first[id]
  while number > 0 do
    local text, status = base.texts[number], base.statuses[number]
    local script
    if is_plain(text) then
      script = text:find "%a" and "Latin" or nil
    else
      script = characters.script_of(text)
    end
    local term = {
      text = text, script = script, concept = concept, language = base.languages[number],
      status = status and status.meaning, unknown_status = status and status.unknown,
      is_short = base.is_short[number], side = base.sides[number],
    }
    concept.terms[#concept.terms + 1], base.terms[number] = term, term
    number = base.next_of[number]
  end
end

-- The term with a number.
function term_base.term(base, number)
  if not base.terms[number] then make_terms(base, base.concept_of[number]) end
  return base.terms[number]
end

-- Whether two terms of a concept are in one language, so that one may stand for the other: the two
-- sides of a pair are translations of each other, also where no column tells their languages.
function term_base.are_alike(term, other)
  return term.language == other.language and term.script == other.script
    and (term.side == other.side or not term.side or not other.side)
end

-- --- reading

-- What a reader calls for the concepts and terms that it finds.
local function collector(base)
  return {
    concept = function() return new_concept(base) end,
    term = function(concept, text, fields) add_term(base, concept, text, fields) end,
  }
end

local function read_xml(text)
  local base = new_base()
  if not term_xml.read(text, collector(base)) then
    error("the term base is neither TBX nor TMX, though it is XML", 0)
  end
  return base
end

local function read_csv(text)
  local base = new_base()
  term_csv.read(text, collector(base))
  return base
end

local known = {}

-- The term base that a text holds: the `texts` and `languages` of its terms by their numbers, and
-- `first`, a list as long as there are concepts; `term_base.term` says the rest.
function term_base.read(text)
  -- One base serves all articles of a run.
  if known.text == text then return known.base end
  local base = text:find "^%s*<" and read_xml(text) or read_csv(text)
  if #base.texts == 0 then
    error("the term base has no terms: it is to be CSV (`source,target,status` or a column for "
      .. "each language), TBX or TMX", 0)
  end
  known.text, known.base = text, base
  return base
end

return term_base
