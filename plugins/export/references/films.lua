-- Films: `The Long Weir, directed by Ada Lund (Harbour Studio, 1999)`, `The Long Weir. Directed by
-- Ada Lund, Harbour Studio, 1999`.

local imprint = require "references.imprint"
local letters = require "references.letters"
local people = require "references.people"
local titles = require "references.titles"
local words = require "references.words"

local directors = { "dir.", "Dir." }

-- Whether `dir.`, which names the editor of books in other languages, names the director: no
-- publisher of books is known.
local function is_film(work)
  return not work.place and work.publisher and not imprint.is_publisher(work.publisher)
end

-- Reads an imprint in brackets, `(Harbour Studio, 1999)` or a year; returns the text before.
local function before_bracket(text, work)
  local at = imprint.take_bracketed({ rest = text }, work)
  if at then return text:sub(1, at - 1) end
  local before, studio, year = text:match "^([^%(]*)%(([^%(%)]-),?%s*%f[%d]([12]%d%d%d)%)"
  if not before then return nil end
  work.publisher, work.issued = studio ~= "" and letters.trimmed(studio) or nil, { tonumber(year) }
  return before
end

-- Takes the imprint of a film: `(Harbour Studio, 1999)`, `, Harbour Studio, 1999`. Returns the text
-- before it, or nil.
local function before_imprint(text, work)
  local before = before_bracket(text, work)
  if before then return before end
  local names, studio, year = text:match "^([^,%(]+)[,%.]%s+([^,%(]+),%s+([12]%d%d%d)%f[%D]"
  if not names then return nil end
  work.issued = { tonumber(year) }
  if not imprint.split(work, studio, false) then work.publisher = letters.trimmed(studio) end
  return names
end

-- `The Long Weir, directed by Ada Lund (Harbour Studio, 1999)`
local function read_behind(text, marks, is_sure)
  local first, last = letters.find_mark(text, marks)
  local title = first and text:sub(1, first - 1):match "^(.+)[,%.]%s+$"
  if not title then return nil end
  local work = { authors = {}, kind = "motion_picture" }
  local names = before_imprint(text:sub(last + 1), work)
  if not names or not people.is_names(names) then return nil end
  work.director = people.of(names, true)
  local is_told = is_sure or not title:find(",", 1, true) and is_film(work)
  if not is_told or not people.are_known(work.director) then return nil end
  if not titles.may_be(title) then return nil end
  titles.add(work, title)
  return work
end

-- `Ada Lund, dir., The Long Weir (Harbour Studio, 1999)`
local function read_before(text)
  local names, rest = text:match "^([^%(]-),%s+dir%.,%s+(.+)$"
  if not names or not people.is_names(names) then return nil end
  local work = { authors = {}, kind = "motion_picture", director = people.of(names, true) }
  local before = before_bracket(rest, work)
  if not before or not is_film(work) or not people.are_known(work.director) then return nil end
  local title = letters.trimmed(before)
  titles.add(work, title)
  return titles.may_be(title) and work or nil
end

return function(text)
  local work = read_behind(text, words.directed_by, true)
  if work then return work end
  if not text:find "[Dd]ir%." then return nil end
  return read_behind(text, directors, false) or read_before(text)
end
