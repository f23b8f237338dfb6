-- Bibliographies whose parts end with stops: `Smith, John. Title. London: Faber, 1990` (Chicago),
-- `Smith, John. Title. Faber, 1990` (MLA).

local contributors = require "references.contributors"
local heads = require "references.heads"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"

return function(text)
  if people.is_vancouver(text) then return nil end
  local authors, role, from = heads.before_stop(text)
  if not authors then return nil end
  local work = { [role or "authors"] = authors }
  work.authors = work.authors or {}
  local self = { rest = text:sub(from) }
  work.number_of_pages = numbers.take_page_count(self)
  work.page = numbers.take_pages(self)
  whole.take_thesis(self, work)
  if work.kind == "thesis" then return work.issued and heads.set_title(work, self.rest) end
  contributors.take(self, work)
  imprint.take_edition(self, work)
  numbers.take_volume_count(self, work)
  numbers.take_marked_volume(self, work)
  -- What follows the year is a remark, or pages.
  -- `Hans Müller, Nebel. Ein Bericht` is a note: only one word is surely a family's name.
  local is_sure = not people.direct(text:match "^[^,]*")
  local upto = self.rest:match "^(.-[,%s]%f[%d][12]%d%d%d)%f[%D]" or self.rest
  local before = imprint.at_end(upto, work, ".", true, false)
    or is_sure and upto:find "\1" and imprint.at_end(upto, work, ",\1", true, false)
  -- `Wilhelm Busse, Torf. Ein Rohstoff, Oldenburg: Isensee 1988`
  if before and not is_sure and upto:find(before .. ",", 1, true) then return nil end
  local town = work.place and work.place:match "^[^,]*"
  local is_known = town and (work.publisher or letters.is_place(town))
  if not before or authors[1].literal and not is_known then return nil end
  if not work.page then
    local behind = { rest = "\1" .. self.rest:sub(#upto + 1) }
    work.page = numbers.take_plain_pages(behind)
  end
  titles.add(work, (before:match "^[^\1]*"))
  work.kind = "book"
  return titles.may_be(work.title) and work or nil
end
