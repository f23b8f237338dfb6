-- Authors before a colon, as in German: `Müller, Hans: Titel. Untertitel. München: Beck 1990`,
-- `Hans Müller: Titel. Beck, München 1990`, `Müller, Hans: Titel, in: Zeitschrift 12 (2001), H. 3`.

local contributors = require "references.contributors"
local heads = require "references.heads"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

-- Reads the book that follows its authors.
local function read_book(work, rest)
  local self = { rest = rest }
  work.number_of_pages = numbers.take_page_count(self)
  work.page = numbers.take_pages(self)
  contributors.take(self, work)
  imprint.take_edition(self, work)
  imprint.take_series(self, work)
  numbers.take_volume_count(self, work)
  numbers.take_marked_volume(self, work)
  whole.take_thesis(self, work)
  if work.kind == "thesis" then return work.issued and heads.set_title(work, self.rest) end
  local bracketed = imprint.take_bracketed(self, work)
  local title
  if bracketed then
    title = self.rest:sub(1, bracketed - 1)
  else
    local upto = self.rest:match "^(.-[,%s]%f[%d][12]%d%d%d[%s,\1]*)%.%s+%S" or self.rest
    upto = upto:match "^(.*[,%s]%f[%d][12]%d%d%d)%f[%D]" or upto
    title = imprint.at_end(upto, work, ".,\1", false, true)
  end
  title = title and letters.trimmed(title:match "^[^\1]*")
  if not title or not titles.may_be(title) then return nil end
  work.kind = "book"
  titles.add(work, title)
  return work
end

return function(text)
  if people.is_vancouver(text) then return nil end
  local at, _, behind = text:find ":%s+()"
  if not at or behind > #text then return nil end
  local names, rest = letters.without_blanks(text:sub(1, at - 1)), text:sub(behind)
  if letters.is_place(names) then return nil end
  local plain, role = people.without_role(names)
  if plain == "" or not letters.is_capital(plain) or not people.is_names(plain) then return nil end
  -- `Hans Müller, Nebel, in: Eva Schmidt (Hrsg.)`, `Hans Müller, Nebel: Ein Bericht`
  local family, given = plain:match "^([^,]+),%s*(.+)$"
  if given and letters.before(given, words.within) ~= given then return nil end
  -- `Eva Schmidt (Hrsg.), Nebel: Berichte`
  if names:find "%)%s*," then return nil end
  local is_direct = family and people.are_direct(family)
  if is_direct and not people.begins_with_given(given) then return nil end
  local authors = people.of(plain, true)
  local work = { [role or "authors"] = authors }
  work.authors = work.authors or {}
  local title, part = heads.split_in(rest)
  if title then
    titles.add(work, title)
    if not titles.may_be(work.title) or not whole.read(work, part, true) then return nil end
    return whole.is_named(work) and work.issued and work or nil
  end
  if not read_book(work, rest) then return nil end
  -- One word before a colon is seldom an author, a title often: `Napoleon: A Life`.
  local is_author = people.are_known(authors) or role or people.is_organisation(plain)
  if not is_author and not (work.place and work.publisher and work.page) then return nil end
  return work
end
