-- Bibliographies whose parts end with stops: `Smith, John. Title. London: Faber, 1990` (Chicago),
-- `Smith, John. Title. Faber, 1990` (MLA).

local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"

-- The authors at the head, their role where they are not that, and the place behind them.
local function head_of(text)
  local from = 1
  while true do
    local stop, after = text:match("()%.%s+()", from)
    if not stop or stop > 240 then return nil end
    local word = text:sub(1, stop):match "([^%s,]+)$"
    local is_initials = word and letters.is_initials(word)
    local next_word = text:match("^%S+", after) or ""
    if not (is_initials and letters.is_initials(next_word)) then
      local names, role = people.without_role(text:sub(1, is_initials and stop or stop - 1))
      local list = people.is_names(names) and people.of(names)
      if list and people.are_known(list) and names:find "," then return list, role, after end
      if list and not is_initials and #list == 1 and people.is_organisation(names) then
        return list, role, after
      end
    end
    from = after
  end
end

return function(text)
  if people.is_vancouver(text) then return nil end
  local authors, role, from = head_of(text)
  if not authors then return nil end
  local work = { [role or "authors"] = authors }
  work.authors = work.authors or {}
  local self = { rest = text:sub(from) }
  work.number_of_pages = numbers.take_page_count(self)
  work.page = numbers.take_pages(self)
  imprint.take_roles(self, work)
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
