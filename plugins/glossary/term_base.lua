-- A term base: concepts, each with its terms in one or more languages.
--
-- Reads comma-separated values, TBX (ISO 30042, second and third edition) and TMX 1.4.

local characters = require "characters"
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

-- `pt` of `pt-BR` and `pt_BR`.
local language_of = remembered(function(tag)
  local code = tag:lower():match "^%s*(%a%a%a?)%f[^%a]"
  return code ~= "und" and code ~= "mul" and code or nil
end)

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
    by_source = {}, terms = {},
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

-- Adds a term; the rest may be nil.
local function add_term(base, concept, text, language, status, is_short, side)
  if not is_plain(text) then
    text = ibid.normalise(text):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
    if text == "" then return end
  end
  local number, last = #base.texts + 1, base.last[concept]
  base.texts[number], base.concept_of[number], base.next_of[number] = text, concept, 0
  base.languages[number], base.statuses[number] = language_of(language), status_of(status)
  note_unknown(base, base.statuses[number])
  base.is_short[number], base.sides[number] = is_short, side
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

-- --- comma-separated values

-- The separator that the first line has most of.
local function separator_of(text)
  local line, best, most = text:match "^[^\r\n]*", ",", 0
  for _, separator in ipairs { ",", ";", "\t" } do
    local _, count = line:gsub(separator, "")
    if count > most then best, most = separator, count end
  end
  return best
end

-- What each column holds: `{source = 1, target = 2, status = 3, …}`, or `{languages = {…}}` for
-- columns that are named after languages; nil where the first row is no header.
local function columns_of(row)
  local columns, languages = {}, {}
  for index, name in ipairs(row) do
    name = ibid.fold(name):gsub("^%s+", ""):gsub("%s+$", "")
    columns[name] = columns[name] or index
    -- `id` is a column of numbers far more often than one of Indonesian.
    if name ~= "id" and name:find "^%a%a$" or name:find "^%a%a[-_]%w+$" then
      languages[#languages + 1] = { index = index, language = name:gsub("_", "-") }
    end
  end
  columns.source = columns.source or columns.term
  columns.target = columns.target or columns.translation
  if columns.source and columns.target then return columns end
  if #languages > 0 then
    columns.languages = languages
    return columns
  end
  return nil
end

-- Rows with one source are one concept.
local function concept_of(base, source)
  local key = is_plain(source) and source:lower() or ibid.fold(ibid.normalise(source))
  local concept = base.by_source[key]
  if concept then return concept, false end
  concept = new_concept(base)
  base.by_source[key] = concept
  return concept, true
end

-- Adds the terms of a cell, which has `|` between those that mean the same.
local function add_cell(base, concept, cell, ...)
  if not cell then return end
  if not cell:find("|", 1, true) then return add_term(base, concept, cell, ...) end
  for text in cell:gmatch "[^|]+" do add_term(base, concept, text, ...) end
end

local function add_pair(base, columns, row)
  local source = row[columns.source]
  if not source or source == "" then return end
  local concept, is_new = concept_of(base, source)
  local is_acronym = row[columns.kind] == "acronym"
  if is_new then
    add_cell(base, concept, source, row[columns.source_language], nil, is_acronym, "source")
  end
  add_cell(base, concept, row[columns.target], row[columns.target_language], row[columns.status],
    nil, "target")
end

local function add_languages(base, columns, row)
  local first = columns.languages[1]
  if (row[first.index] or "") == "" then return end
  local concept, is_new = concept_of(base, row[first.index])
  local status = row[columns.status]
  for index, column in ipairs(columns.languages) do
    -- The status is that of the translations, or of the term where there are none.
    local is_meant = index > 1 or #columns.languages == 1
    if index > 1 or is_new or is_meant then
      add_cell(base, concept, row[column.index], column.language, is_meant and status or nil)
    end
  end
end

-- The rows of a text; an error tells the line where a quoted cell begins that does not end.
local function rows_of(text)
  local is_read, rows = pcall(ibid.csv.decode, text, separator_of(text))
  if is_read then return rows end
  local byte = tostring(rows):match "byte (%d+): a quoted field does not end"
  if not byte then error(rows, 0) end
  local _, breaks = text:sub(1, byte - 1):gsub("\n", "")
  error(("the term base, line %d: a cell in quotes does not end"):format(breaks + 1), 0)
end

local function read_csv(text)
  local base, rows = new_base(), rows_of(text)
  local columns, first = rows[1] and columns_of(rows[1]), 2
  if not columns then columns, first = { source = 1, target = 2, status = 3 }, 1 end
  -- A column that is not there reads as nothing.
  for _, name in ipairs { "kind", "status", "source_language", "target_language" } do
    columns[name] = columns[name] or 0
  end
  local add = columns.languages and add_languages or add_pair
  for index = first, #rows do add(base, columns, rows[index]) end
  return base
end

-- --- XML

local function read_xml(text)
  local base = new_base()
  local kind = term_xml.read(text, {
    concept = function() return new_concept(base) end,
    term = function(concept, term, fields)
      add_term(base, concept, term, fields.language, fields.status, fields.is_short)
    end,
  })
  if not kind then error("the term base is neither TBX nor TMX, though it is XML", 0) end
  return base
end

-- --- reading

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
  base.by_source = nil
  known.text, known.base = text, base
  return base
end

return term_base
