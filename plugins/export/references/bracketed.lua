-- Notes with their imprint in brackets: `John Smith, Title (London: Faber, 1990), 45–67` (Chicago).

local heads = require "references.heads"
local imprint = require "references.imprint"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"

return function(text)
  if people.is_vancouver(text) then return nil end
  local self = { rest = text }
  local found = {}
  local at = imprint.take_bracketed(self, found)
  -- A sentence goes on behind a bracket, a reference ends or has its pages there.
  if not at or self.rest:find("^\1%s*[%a\128-\255]", at) then return nil end
  local authors, role, first = heads.authors(text:sub(1, at - 1), true)
  if not authors then return nil end
  local work = { authors = role and {} or authors }
  if role then work[role] = authors end
  local title, part = heads.split_part(text:sub(first))
  if title and first + #title < at then
    if not heads.set_title(work, title) or not whole.read(work, part, true) then return nil end
    return whole.is_named(work) and work or nil
  end
  local is_title = found.publisher and titles.has_title_case(text:sub(first, at - 1))
  if #authors == 0 and not is_title then return nil end
  work.place, work.publisher, work.issued = found.place, found.publisher, found.issued
  local head = { rest = self.rest:sub(first, at - 1) }
  heads.take_middle(head, work)
  -- What follows the pages is a remark.
  work.page = numbers.take_last_pages({ rest = self.rest:sub(at) }, work)
  work.kind = "book"
  return heads.set_title(work, head.rest)
end
