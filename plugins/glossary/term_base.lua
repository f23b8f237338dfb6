-- A term base: concepts, each with its terms in one or more languages.
--
-- Reads comma-separated values, TBX (ISO 30042, second and third edition) and TMX 1.4.

local characters = require "characters"
local term_xml = require "term_xml"

local term_base = {}

-- What the names of a status mean: of TBX's administrativeStatus and normativeAuthorization, and
-- what people write into a column.
local forbidden = {}
for _, word in ipairs {
  "deprecated", "superseded", "obsolete", "forbidden", "prohibited", "banned", "rejected", "wrong",
  "not recommended", "do not use", "don't use",
} do forbidden[#forbidden + 1] = word end

-- `forbidden`, `preferred`, or nil for a term that may be used.
function term_base.status(text)
  if not text or text == "" then return nil end
  local name = ibid.fold(text)
  for _, word in ipairs(forbidden) do
    if name:find(word, 1, true) then return "forbidden" end
  end
  return (name:find("preferred", 1, true) or name:find("standard", 1, true)) and "preferred" or nil
end

-- `pt` of `pt-BR` and `pt_BR`.
local function language_of(tag)
  local code = tag and tag:lower():match "^%s*(%a%a%a?)%f[^%a]"
  return code ~= "und" and code ~= "mul" and code or nil
end

-- --- building

local function new_base() return { concepts = {}, by_source = {}, term_count = 0 } end

local function new_concept(base)
  local concept = { id = #base.concepts + 1, terms = {} }
  base.concepts[concept.id] = concept
  return concept
end

-- Adds a term; `fields` are its language, status and whether it is a short form.
local function add_term(base, concept, text, fields)
  -- Most terms of large bases are plain, and there may be a hundred thousand of them.
  local is_plain = text:find "^%w[%w%p ]*$" and not text:find "  " and not text:find " $"
  if not is_plain then
    text = ibid.normalise(text):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
    if text == "" then return end
  end
  local script
  if is_plain then
    script = text:find "%a" and "Latin" or nil
  else
    script = characters.script_of(text)
  end
  base.term_count = base.term_count + 1
  concept.terms[#concept.terms + 1] = {
    text = text, language = fields.language and language_of(fields.language),
    status = fields.status, is_short = fields.is_short, script = script, concept = concept,
  }
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
  local key = ibid.fold(ibid.normalise(source))
  local concept = base.by_source[key]
  if not concept then
    concept = new_concept(base)
    base.by_source[key] = concept
    return concept, true
  end
  return concept, false
end

-- Adds the terms of a cell, which has `|` between those that mean the same.
local function add_cell(base, concept, cell, fields)
  if not cell then return end
  if not cell:find("|", 1, true) then return add_term(base, concept, cell, fields) end
  for text in cell:gmatch "[^|]+" do add_term(base, concept, text, fields) end
end

local function add_pair(base, columns, row)
  local source = row[columns.source]
  if not source or source == "" then return end
  local concept, is_new = concept_of(base, source)
  local is_acronym = row[columns.kind] == "acronym"
  if is_new then
    add_cell(base, concept, source,
      { language = row[columns.source_language], is_short = is_acronym })
  end
  add_cell(base, concept, row[columns.target], {
    language = row[columns.target_language], status = term_base.status(row[columns.status]),
  })
end

local function add_languages(base, columns, row)
  local first = columns.languages[1]
  if (row[first.index] or "") == "" then return end
  local concept, is_new = concept_of(base, row[first.index])
  local status = term_base.status(row[columns.status])
  for index, column in ipairs(columns.languages) do
    -- The status is that of the translations, or of the term where there are none.
    local is_meant = index > 1 or #columns.languages == 1
    if index > 1 or is_new or is_meant then
      add_cell(base, concept, row[column.index],
        { language = column.language, status = is_meant and status or nil })
    end
  end
end

local function read_csv(text)
  local base, rows = new_base(), ibid.csv.decode(text, separator_of(text))
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
      fields.status = term_base.status(fields.status)
      add_term(base, concept, term, fields)
    end,
  })
  if not kind then error("the term base is neither TBX nor TMX, though it is XML", 0) end
  return base
end

-- --- reading

local known = {}

-- The term base that a text holds: `{concepts, term_count}`, each concept with `id` and `terms`,
-- each term with `text`, `script`, `concept`, and where the base says so `language`, `status` and
-- `is_short`.
function term_base.read(text)
  -- One base serves all articles of a run.
  if known.text == text then return known.base end
  local base = text:find "^%s*<" and read_xml(text) or read_csv(text)
  if base.term_count == 0 then
    error("the term base has no terms: it is to be CSV (`source,target,status` or a column for "
      .. "each language), TBX or TMX", 0)
  end
  base.by_source = nil
  known.text, known.base = text, base
  return base
end

return term_base
