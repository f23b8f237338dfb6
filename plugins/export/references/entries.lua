-- Entries of encyclopedias without quotes around their titles: `Art. Waage, in: Lexikon der Mühlen,
-- Bd. 3, München 1990, S. 12–14`.

local heads = require "references.heads"
local letters = require "references.letters"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

return function(text)
  local first, last = letters.find_mark(text, words.entries)
  if not first then return nil end
  local title, part = heads.split_part(text:sub(last + 1))
  local names = letters.trimmed(text:sub(1, first - 1))
  if not title or not people.is_names(names) or titles.quotation(title) then return nil end
  local authors = people.of(names, true)
  if names ~= "" and not people.are_known(authors) then return nil end
  local work = { authors = authors, title = letters.trimmed(title) }
  if not titles.may_be(work.title, true) or not whole.read(work, part, true) then return nil end
  work.kind = "entry-encyclopedia"
  return whole.is_named(work) and work.issued and work or nil
end
