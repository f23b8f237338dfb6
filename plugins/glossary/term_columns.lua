-- What the columns of a table of terms hold, by its header.

local language_names = require "language_names"

local term_columns = {}

-- Names of columns without case, with single spaces between words, by what they hold.
local names = {}
for line in ([[
  source: source, source term, source text, term, source word, concept, quelle, quellbegriff
  source: ausgangsbegriff, ausgangsterm, begriff, benennung, terme source, terme, término, termine
  target: target, target term, target text, translation, target word, ziel, zielbegriff, zielterm
  target: übersetzung, terme cible, traduction, traducción, traduzione, tradução
  status: status, term status, usage, usage status, administrative status, administrativestatus
  status: target status, approval, statut, estado, stato
  kind: kind, term type, termtype, type, typ
  source_language: source language, source lang, src lang, source locale, ausgangssprache
  target_language: target language, target lang, tgt lang, target locale, zielsprache
  concept_id: concept id, conceptid, entry id, entryid, concept number, entry number
]]):gmatch "[^\n]+" do
  local column, list = line:match "^%s*(%S+): (.*)$"
  for name in list:gmatch "[^,]+" do names[ibid.fold(name:match "^%s*(.-)%s*$")] = column end
end

local function name_of(cell)
  return (ibid.fold(cell):gsub("[%s_%-]+", " "):gsub("^ ", ""):gsub(" $", ""))
end

-- What a header's cell says: the name of a column, and the language in a bracket behind it
-- (`Source (en)`); or no name and a language (`German`, `de-AT`, `German term`).
local function read(cell)
  local name = name_of(cell)
  if names[name] then return names[name], nil end
  local before, inside = cell:match "^(.-)%s*[%(%[]%s*(.-)%s*[%)%]]%s*$"
  local column = before and names[name_of(before)]
  if column then return column, language_names.of_header(inside) end
  local language = language_names.of_header(cell)
  if language then return nil, language end
  -- The name of a language beside that of a column.
  local first, rest = name:match "^(%S+) (.+)$"
  if first and names[rest] == "source" then return nil, language_names.of_header(first) end
  return nil, nil
end

-- Whether the first cell of a column is a number: `id` and `no` are columns of numbers far more
-- often than of Indonesian and Norwegian.
local function is_numbered(rows, index)
  local cell = rows[2] and rows[2][index]
  return cell ~= nil and cell:find "^%s*%d+%s*$" ~= nil
end

-- What each column holds: `{source = 1, target = 2, status = 3, …}` with `languages_of`, the
-- languages of `source` and `target` where the header tells them; or with `languages`, a list of
-- `{index, language}`, for columns that are named after languages. Nil where the first row is no
-- header.
function term_columns.of(rows)
  local columns, languages = { languages_of = {} }, {}
  for index, cell in ipairs(rows[1] or {}) do
    local name, language = read(cell)
    if name == "source" and is_numbered(rows, index) then
      columns.concept_id = columns.concept_id or index
    elseif name then
      columns[name] = columns[name] or index
      columns.languages_of[name] = columns.languages_of[name] or language
    elseif language and not is_numbered(rows, index) then
      languages[#languages + 1] = { index = index, language = language }
    end
  end
  if columns.source and columns.target then return columns end
  -- Terms with a column for each language that they are translated into, or with none.
  if columns.source then
    table.insert(languages, 1, { index = columns.source, language = columns.languages_of.source })
  end
  if #languages == 0 then return nil end
  columns.languages = languages
  return columns
end

return term_columns
