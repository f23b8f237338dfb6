-- The works that footnotes cite: authors, year, title, where it appeared, pages, address.
--
-- A note is no record, so this reads the forms that notes have, each a module of its own, and
-- leaves out what fits none: a remark stays one.

local details = require "references.details"
local keys = require "references.keys"
local kinds = require "references.kinds"
local letters = require "references.letters"
local parts = require "references.parts"
local reviews = require "references.reviews"
local words = require "references.words"

local references = {}

-- The forms in the order of how sure their marks are.
local forms = {
  require "references.vancouver", require "references.chinese_standard",
  require "references.author_year", require "references.marked", require "references.quoted",
  require "references.east_asian", require "references.gost", require "references.journals",
  require "references.bracketed", require "references.colon", require "references.sentences",
  require "references.commas",
}

local function is_empty(text) return text == nil or text == "" end

-- Whether a note says that it has named the work before.
local function is_repeated(text)
  for _, mark in ipairs(letters.possible(text, words.repeats)) do
    local first = text:find(mark, 1, true)
    if first and (first == 1 or text:find("^[^%w]", first - 1)) then return true end
  end
  return false
end

-- `Marsh, Ellen. The Tide. 1950. Faber, 2001`, as MLA cites a new edition.
local reprinted = "^([^%.]+,[^%.]+%.%s+.-%l%.%s+)[12]%d%d%d%.%s+(%u[^%.]*,%s+[12]%d%d%d)%f[%D]"

-- A text without the imprint of a reissue: `Paris, Plon, 1955, rééd. Pocket, 2001`, the same in
-- brackets.
local function without_reissue(text)
  for _, mark in ipairs(letters.possible(text, words.reissues)) do
    local literal = letters.literal(mark)
    text = text:gsub("%s*%[" .. literal .. "[^%[%]]*%]", "")
      :gsub("([12]%d%d%d),%s*" .. literal .. "%s[^%[%]%(%)%.]-,?%s*[12]%d%d%d", "%1")
      :gsub("([12]%d%d%d)%s+%(" .. literal .. "%s[^%[%]%(%)]-[12]%d%d%d%)", "%1")
  end
  return text
end

-- A text without the year of the first edition behind that of another.
local function without_first_year(text)
  text = without_reissue(text)
  if text:find "%.%s+[12]%d%d%d%.%s+%u" then text = text:gsub(reprinted, "%1%2") end
  if not text:find "%d%s+%(" then return text end
  return (text:gsub("(%f[%d][12]%d%d%d)%s+(%b())", function(year, bracket)
    -- `(zuerst 1984)`, `(1.ª ed. 1961)`
    local is_first = bracket:find "^%(%l[^%d:,]*[12]%d%d%d%)$"
      or bracket:find "^%(%d%S*%s%S*d%.?%s[12]%d%d%d%)$"
    return is_first and year or nil
  end))
end

-- Stands where a work that has not appeared, or has no date, has its year.
local no_year = 2098

-- A text with a year in place of the words that say that a work is to appear or has no date,
-- `Journal, in press`, and those words where it is to appear; nil for a text without them.
local function with_year(text)
  if letters.has_year(text) then return nil end
  -- `Marsh, Ellen. Forthcoming. Title`
  text = text:gsub("%f[%a]Forthcoming%f[%A]", "forthcoming")
  for _, list in ipairs { words.unpublished, words.undated } do
    for _, mark in ipairs(letters.possible(text, list)) do
      local before, after = text:match("^(.*[%s%(])" .. letters.literal(mark) .. "(.*)$")
      if before and before:find "[,%.%(%w]%s*$" and (after == "" or after:find "^[%s%),%.:\1]") then
        local stop = mark:find "%.$" and after:find "^%s" and "." or ""
        return before .. no_year .. stop .. after, list == words.unpublished and mark or nil
      end
    end
  end
  return nil
end

local function read_forms(text, found)
  for _, form in ipairs(forms) do
    local work = form(text, found)
    if work then return work end
  end
  return nil
end

-- The work of a text that says in place of a year that there is none.
local function read_undated(text, found)
  local dated, status = with_year(text)
  found.is_to_appear = status ~= nil
  local work = dated and read_forms(dated, found)
  if not work or not work.issued or work.issued[1] ~= no_year then return nil end
  work.issued, work.status, work.is_undated = nil, status, true
  return work
end

local function read(text)
  if is_repeated(text) then return nil end
  local rest, found = details.of(without_first_year(text))
  rest = letters.trimmed(rest)
  local work = read_forms(rest, found)
  if not work or not (work.issued or work.status) then
    work = read_undated(rest, found) or work
  end
  if not work then return nil end
  work.url, work.doi, work.isbn = found.url, found.doi, found.isbn
  work.accessed = work.accessed or found.accessed
  if found.number and not work.number then
    work.number, work.kind = found.number, work.container and work.kind or "article"
  end
  if found.modified and not work.issued then
    work.issued, work.kind = found.modified, work.kind or "webpage"
  end
  return work
end

-- What a work has in texts.
local text_fields = {
  "title", "original_title", "reviewed_title", "container", "publisher", "place", "edition",
  "volume", "issue", "page", "series", "series_number", "number", "number_of_pages",
  "number_of_volumes", "genre", "status", "archive", "archive_location", "url", "doi", "isbn",
}

-- The work that a text cites, or nil.
local function work_of(text)
  local work = read(text)
  if not work or is_empty(work.title) or #work.title > 400 then return nil end
  local is_dated = work.issued or work.status or work.is_undated
  if not (is_dated or work.url or work.accessed or work.is_entry) then return nil end
  for _, name in ipairs(text_fields) do
    local value = work[name]
    if value == "" then work[name] = nil end
    -- What was taken out leaves its place.
    if value and value:find("\1", 1, true) then work[name] = value:gsub("%s*\1%s*", " ") end
  end
  for _, name in ipairs { "title", "container", "publisher" } do
    local is_whole = name == "container" and work.is_abbreviated
    work[name] = work[name] and not is_whole and letters.trimmed(work[name]) or work[name]
  end
  -- `AA. VV., Storia`
  local first = work.authors[1]
  if #work.authors == 1 and first.literal and words.various[letters.fold(first.literal)] then
    work.authors = {}
  end
  reviews.set(work)
  kinds.set(work)
  return work
end

-- The authors of a work as a note names them; nil where they are not known.
local function names_of(work)
  local names = {}
  for index, person in ipairs(work and work.authors or {}) do
    if not person.family then return nil end
    names[index] = (person.given or "") .. " " .. person.family
  end
  return names[1] and table.concat(names, " / ")
end

-- The works that a note cites, in their order; none for a remark or an *Ibid.* `previous` is the
-- work before the note, whose authors *Ders.* stands for.
function references.of_note(footnote, previous)
  local works = parts.read(footnote.text, function(text)
    local after = letters.after(text, words.same_authors)
    local names = after and names_of(previous)
    if after and not names then return nil end
    local work = work_of(after and names .. text:sub(after) or text)
    previous = work or previous
    return work
  end)
  for _, work in ipairs(works) do work.note = footnote.label end
  return works
end

-- The works that an article's notes cite, each once, with a key: `baker2010`.
function references.of(article)
  local works, known, counts, previous = {}, {}, {}, nil
  for _, footnote in ipairs(article.footnotes) do
    local cited = references.of_note(footnote, previous)
    previous = cited[#cited]
    for _, work in ipairs(cited) do
      local first = work.authors[1] or work.editor and work.editor[1]
      local name = first and (first.family or first.literal) or work.title
      local year = work.issued and tostring(work.issued[1]) or ""
      -- Many encyclopedias have an entry of that name.
      local whole = work.kind == "entry-encyclopedia" and work.container or ""
      local same = ibid.fold(table.concat({ name, work.title, year, whole }, "\0"))
      if not known[same] then
        known[same] = true
        local base = keys.word(first and name or name:gsub("^%a%a?%a?%s+", "")) .. year
        counts[base] = (counts[base] or 0) + 1
        work.key = counts[base] == 1 and base or base .. "-" .. counts[base]
        works[#works + 1] = work
      end
    end
  end
  return works
end

return references
