-- Notes whose parts end with commas: `Jean Dupont, Titre, Paris, Gallimard, 1990, p. 45`, `Hans
-- Müller, Titel, in: Zeitschrift 12 (2001), S. 45`.

local details = require "references.details"
local heads = require "references.heads"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local whole = require "references.whole"

-- Reads `Titel, Spiegel Online, 12.04.2016, https://…`; nil for another form.
local function read_page(work, rest)
  local self = { rest = rest }
  work.issued = details.take_date(self)
  local text = self.rest:gsub("[%s,%.\1]+$", "")
  local title, site = text:match "^([^\1]+),%s+([^,\1]+)$"
  if not title then title = not text:find "[,\1]" and text or nil end
  -- Without a day a comma may be that of a title.
  if not title or not work.issued and title:find "," then return nil end
  if site and not letters.is_capital(site) then return nil end
  work.container, work.kind = site, "webpage"
  return heads.set_title(work, title)
end

return function(text, found)
  if people.is_vancouver(text) then return nil end
  local authors, role, first = heads.authors(text)
  if not authors then return nil end
  local rest = text:sub(first)
  if #authors == 0 then return nil end
  local work = { [role or "authors"] = authors }
  work.authors = work.authors or {}
  local title, part = heads.split_part(rest)
  if title then
    if not heads.set_title(work, title) or not whole.read(work, part, true) then return nil end
    return whole.is_named(work) and work.issued and work or nil
  end
  if found.url and not role and people.are_known(authors) then
    local page = read_page({ authors = authors }, rest)
    if page and (page.issued or found.accessed) then return page end
  end
  if not text:find "%f[%d][12]%d%d%d%f[%D]" then return nil end
  local self = { rest = rest }
  work.number_of_pages = numbers.take_page_count(self)
  work.page = numbers.take_pages(self)
  heads.take_middle(self, work)
  whole.take_thesis(self, work)
  if work.kind == "thesis" then return work.issued and heads.set_title(work, self.rest) end
  -- A remark may follow the first sentence that ends with the year.
  local upto = self.rest:match "^(.-[,%s]%f[%d][12]%d%d%d[%s,\1]*)%.%s+%S" or self.rest
  upto = upto:match "^(.*[,%s]%f[%d][12]%d%d%d)%f[%D]" or upto
  local before = imprint.at_end(upto, work, ",\1", true, true)
  -- `A. Author, Titre, 1893`
  local title_only, year = upto:match "^([^\1]+),%s+([12]%d%d%d)$"
  if not before and title_only then before, work.issued = title_only, { tonumber(year) } end
  if not before then return nil end
  local has_initials = authors[1].given and authors[1].given:find "%.$"
  local is_imprint = work.page or work.publisher
  local is_place = people.are_known(authors) and letters.is_place(work.place or "")
  if not is_imprint and not has_initials and not is_place and not role then return nil end
  work.kind = "book"
  if letters.is_place(before) then return nil end
  -- `weiter leben`, where all that a book has tells that it is one.
  local is_sure = work.page and work.publisher and letters.is_place(work.place or "")
  return heads.set_title(work, before, is_sure and people.are_known(authors))
end

