-- The year right behind the authors: `Smith, J., & Doe, A. (2001). Title. Journal, 12(3), 45–67`
-- (APA), `Smith, J. (2001) ‘Title’, Journal, 12(3), pp. 45–67` (Harvard), `Smith, John. 2001.
-- Title` (Chicago), `Müller, Hans (2001): Titel. München: Beck`.

local brackets = require "references.brackets"
local contributors = require "references.contributors"
local details = require "references.details"
local heads = require "references.heads"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

local trimmed = letters.trimmed

-- Authors, day, what follows them, and what a work that has not appeared says in place of the day;
-- nil for another form.
local function head_of(text)
  local first, last, inside = text:find "%(([^()]*)%)"
  local rest = first and text:match("^[%.,:]?%s*(.+)$", last + 1)
  local names = rest and letters.without_blanks(text:sub(1, first - 1))
  -- `Marsh, E. (Director). (2010)`, `Müller, Hans (Hrsg.) (2001)`
  local behind_role = rest and not inside:find "%d" and rest:match "^%(([12]%d%d%d[^()]*)%)"
  if behind_role then
    names, inside = names .. " (" .. inside .. ")", behind_role
    rest = rest:match "^%b()[%.,:]?%s*(.+)$" or ""
  end
  local year = rest and inside:match "^([12]%d%d%d)[a-z]?%f[%z,/]"
  if year then
    local self = { rest = inside }
    return names, details.take_date(self) or details.month(inside) or { tonumber(year) }, rest
  end
  local behind = rest and letters.after(inside, words.undated)
  if behind and behind > #inside then return names, false, rest end
  behind = rest and letters.after(inside, words.unpublished)
  if behind then return names, false, rest, inside:sub(1, behind - 1) end
  if not text:find "%.%s+[12]%d%d%d[a-z]?%.%s" then return nil end
  names, year, rest = text:match "^([^%d]-)%.%s+([12]%d%d%d)[a-z]?%.%s+(.+)$"
  -- The stop is that of an initial as well: `Weinstein, Joshua I. 2009.`
  if names and names:find "%f[%a]%u$" then names = names .. "." end
  return names, year and { tonumber(year) }, rest
end

-- The title of a work and what follows it. A title in quotes ends with them.
local function title_of(rest)
  local first, inside, after, opener = titles.quotation(rest)
  if first == 1 and opener ~= "《" and opener ~= "『" and rest:find("^%f[%s,%.\1%z]", after) then
    return inside, rest:sub(after)
  end
  local title, behind, mark = titles.first_sentence(rest)
  -- `Titel, in: Zeitschrift 12, H. 3`
  local head, part = title:match "^(.-),%s+(in:%s.+)$"
  if head then return head, part .. mark .. " " .. behind end
  return title, behind, mark
end

-- Whether a name behind the title of what has an address is that of a site: `My post. Blog`.
local function is_site(book, work, found)
  if not found.url or found.doi or found.isbn or book.place or book.edition then return false end
  return #work.authors > 0 and not imprint.is_publisher(book.publisher)
end

-- `Titel. Untertitel. München: Beck`: all before the imprint is title.
local function read_book(work, rest, year, found)
  local self = { rest = rest }
  brackets.take_people(self, work)
  brackets.take_report(self, work)
  local has_volume = self.rest:find "%([^()]*[Vv]ol%.[^()]*%)"
  contributors.take(self, work)
  imprint.take_edition(self, work)
  numbers.take_volume_count(self, work)
  if has_volume then numbers.take_marked_volume(self, work) end
  brackets.close(self)
  if self.rest:find "%d[%s,:%.\1]*$" then return false end
  if not self.rest:find "%[" then whole.take_thesis(self, work) end
  if work.kind == "thesis" then return heads.set_title(work, self.rest) ~= nil end
  local text = self.rest:gsub("[%s\1%.,]+$", "") .. " " .. year
  local book = { edition = work.edition }
  local title = imprint.at_end(text, book, ".\1", true, false)
  if not title then
    -- `Le Titre, Paris, Seuil`
    title = imprint.at_end(text, book, ",\1", true, false)
    if not letters.is_place(book.place or "") then return false end
  end
  if not title or title:find "%f[%d]%d+%s*%(%d" or not book.publisher then return false end
  if imprint.is_journal(book.publisher) or is_site(book, work, found) then return false end
  work.place, work.publisher = book.place, book.publisher
  titles.add(work, (title:match "^[^\1]*"))
  return true
end

-- `Salt prices rise. (2020, March 5). The Lindmoor Times, p. A12`, where the title stands first.
local function read_without_authors(text, day, rest)
  local is_dated = day and day[2]
  if not is_dated or not text:find "%l%.$" or not letters.is_capital(rest) then return nil end
  local work = { authors = {}, issued = day }
  titles.add(work, text)
  if not titles.may_be(work.title) then return nil end
  whole.read(work, rest, true, day[1])
  return whole.is_named(work) and #work.container <= 60 and work or nil
end

return function(text, found)
  local names, day, rest, status = head_of(text)
  if not names or names == "" or not rest then return nil end
  -- `Marsh, E. [@emarsh]`
  local plain, role = people.without_role(trimmed((names:gsub("%s*%[@[^%]]*%]%.?", ""))))
  if not people.is_names(plain) then return read_without_authors(names, day, rest) end
  local authors = people.of(plain)
  -- `Marsh, Ellen. The Tide. 1950. Faber, 2001`
  if #authors == 1 and authors[1].literal and plain:find "," and plain:find "%l%l%.%s+%S" then
    return nil
  end
  local work = { authors = role and {} or authors, issued = day or nil, status = status }
  if role then work[role] = authors end
  local _, _, _, opener = titles.quotation(rest)
  if opener and titles.is_wide(opener) and rest:find(opener, 1, true) == 1 then return nil end
  local title, behind, mark = title_of(rest)
  if not titles.may_be(title) then return nil end
  local year = day and day[1] or 9999
  local is_part = letters.after(behind, words.within) ~= nil
  if mark and not is_part and not (day and day[3]) and read_book(work, rest, year, found) then
    work.kind = work.kind or "book"
    return work
  end
  local self = { rest = title }
  brackets.take_people(self, work)
  imprint.take_edition(self, work)
  whole.take_thesis(self, work)
  brackets.take_report(self, work)
  titles.add(work, (self.rest:gsub("\1.*$", "")))
  local edition = work.edition
  if day and not day[2] then behind = details.with_year(behind, year) end
  local is_told = whole.read(work, behind, false, year)
  work.edition = work.edition or edition
  local name = work.container or ""
  local is_dated = work.issued and work.issued[3]
  -- A title goes on after its question: what stands right before the volume is the container.
  local more, journal = titles.split_journal(name)
  if work.volume and more then
    work.title, name = work.title .. (mark or "?") .. " " .. more, journal
  elseif mark and mark:find "[%?!]" then
    work.title = work.title .. mark
  end
  work.container = name
  if name ~= "" and not titles.may_be(name) then work.container = nil end
  if imprint.is_journal(name) then
    work.is_part = true
  elseif not name:find ":" and is_site({ publisher = name }, work, found) then
    work.is_page = true
  elseif not work.volume and not work.issue and not is_dated and not work.kind then
    local pair = {}
    if (name:find ":" or not is_told and not found.url) and imprint.split(pair, name, false) then
      work.place, work.publisher, work.container = pair.place, pair.publisher, nil
    end
  end
  return work
end
