-- Reads a table of terms out of comma-separated values.

local term_columns = require "term_columns"

local term_csv = {}

-- The separator that the first line has most of.
local function separator_of(text)
  local line, best, most = text:match "^[^\r\n]*", ",", 0
  for _, separator in ipairs { ",", ";", "\t" } do
    local _, count = line:gsub(separator, "")
    if count > most then best, most = separator, count end
  end
  return best
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

local reader = {}
reader.__index = reader

-- The concept of a row, and whether it is a new one: rows with one source are one concept, and
-- where the table numbers its concepts, those with one number.
function reader:concept_of(row, source)
  local id = row[self.columns.concept_id] or ""
  local key
  if id ~= "" then
    key = "\0" .. id
  elseif source:find "[\x80-\xFF]" then
    key = ibid.fold(ibid.normalise(source))
  else
    key = source:lower()
  end
  local concept = self.concepts[key]
  if concept then return concept, false end
  concept = self.found.concept()
  self.concepts[key] = concept
  return concept, true
end

-- Adds the terms of a cell, which has `|` between those that mean the same.
function reader:add_cell(concept, cell, fields)
  if not cell then return end
  if not cell:find("|", 1, true) then return self.found.term(concept, cell, fields) end
  for text in cell:gmatch "[^|]+" do self.found.term(concept, text, fields) end
end

function reader:add_pair(row)
  local columns = self.columns
  local source, told = row[columns.source], columns.languages_of
  if not source or source == "" then return end
  local concept, is_new = self:concept_of(row, source)
  if is_new then
    self:add_cell(concept, source, {
      language = row[columns.source_language] or told.source,
      is_short = row[columns.kind] == "acronym", side = "source",
    })
  end
  self:add_cell(concept, row[columns.target], {
    language = row[columns.target_language] or told.target, status = row[columns.status],
    side = "target",
  })
end

-- The first column of a row that has a term.
local function first_term(row, languages)
  for index, column in ipairs(languages) do
    local cell = row[column.index]
    if cell and cell ~= "" then return index, cell end
  end
  return nil
end

function reader:add_languages(row)
  local languages = self.columns.languages
  local first, cell = first_term(row, languages)
  if not first then return end
  local concept, is_new = self:concept_of(row, cell)
  local status = row[self.columns.status]
  for index, column in ipairs(languages) do
    -- The status is that of the translations, or of the term where there are none.
    local is_meant = index > 1 or #languages == 1
    if index ~= first or is_new or is_meant then
      self:add_cell(concept, row[column.index], {
        language = column.language, status = is_meant and status or nil,
      })
    end
  end
end

-- Calls `found.concept()` for each concept, and `found.term(concept, text, fields)` with what it
-- gave for each of its terms; `fields` are `language`, `status`, `is_short`, and for pairs `side`.
-- Raises an error with the line where a cell in quotes does not end.
function term_csv.read(text, found)
  local rows = rows_of(text)
  local columns, first = term_columns.of(rows), 2
  if not columns then columns, first = { source = 1, target = 2, status = 3 }, 1 end
  columns.languages_of = columns.languages_of or {}
  -- A column that is not there reads as nothing.
  for _, name in ipairs { "kind", "status", "source_language", "target_language", "concept_id" } do
    columns[name] = columns[name] or 0
  end
  local self = setmetatable({ columns = columns, concepts = {}, found = found }, reader)
  local add = columns.languages and self.add_languages or self.add_pair
  for index = first, #rows do add(self, rows[index]) end
end

return term_csv
