-- Articles with the year at their end, as journals of the sciences cite them: `Jones, P. & Lee, A.
-- Salt in the sea. Nature 432, 123–126 (2004)`.

local heads = require "references.heads"
local letters = require "references.letters"
local people = require "references.people"
local titles = require "references.titles"

-- Volume, first and last page and year behind the name of a journal.
local ending = "^(.-)%s+(%d+),%s*(%w+)%s*[%-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}]*%s*(%w*)"
  .. "%s*%(([12]%d%d%d)%)[%s%.\1]*$"

return function(text)
  if people.is_vancouver(text) or not text:find "%([12]%d%d%d%)[%s%.\1]*$" then return nil end
  local authors, role, from = heads.before_stop(text)
  if not authors or role or authors[1].literal then return nil end
  local head, volume, first, last, year = text:sub(from):match(ending)
  if not head or not first:find "%d" then return nil end
  local title, container, mark = titles.first_sentence(head)
  -- A title goes on after its question: what stands right before the volume is the journal.
  local more, journal = titles.split_journal(container)
  if more then title, container = title .. mark .. " " .. more, journal end
  local work = {
    authors = authors, volume = volume, issued = { tonumber(year) }, kind = "article-journal",
    page = last ~= "" and first .. "-" .. last or first, container = container,
    is_abbreviated = letters.is_abbreviated(container),
  }
  titles.add(work, title)
  return titles.may_be(work.title) and titles.may_be(container) and work or nil
end
