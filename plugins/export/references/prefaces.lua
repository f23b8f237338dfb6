-- What somebody wrote for the book of another: `Ada Lund, introduction to The Weir, by Udo Kessel
-- (London: Faber, 1999), xii`, `Lund, Ada. Introduction. The Weir, by Udo Kessel, Faber, 1999`.

local contributors = require "references.contributors"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local words = require "references.words"

-- Names, the word for a preface, and what follows it; nil for another text.
local function parts_of(text)
  local first, last, mark = letters.find_mark(text, words.prefaces)
  local names = first and text:sub(1, first - 1):match "^(.+)[,%.]%s+$"
  if not names then return nil end
  return names, mark:match "^(%S-)%.?%f[%s%z]", text:match("^%s+(.*)$", last + 1)
end

-- Takes the imprint, and returns the text before it.
local function before_imprint(self, work)
  local at = imprint.take_bracketed(self, work)
  if at then
    local tail = { rest = self.rest:sub(at) }
    work.page = numbers.take_last_pages(tail, work)
    return self.rest:sub(1, at - 1)
  end
  work.page = numbers.take_pages(self)
  local upto = self.rest:match "^(.*[,%s]%f[%d][12]%d%d%d)%f[%D]" or self.rest
  return imprint.at_end(upto, work, ",.\1", true, false)
end

return function(text)
  local names, word, rest = parts_of(text)
  local authors = names and people.is_names(names) and people.of(names, true)
  if not authors or not people.are_known(authors) then return nil end
  local work = { authors = authors, kind = "chapter" }
  work.title = word:sub(1, 1):upper() .. word:sub(2)
  local head = { rest = before_imprint({ rest = rest }, work) }
  if not head.rest then return nil end
  contributors.take(head, work)
  imprint.take_edition(head, work)
  local book = letters.trimmed(head.rest:match "^[^\1]*")
  local title, author = book:match "^(.-),?%s+by%s+(.+)$"
  local list = author and people.is_names(author) and people.of(author, true)
  if list and people.are_known(list) then book, work.container_authors = title, list end
  if not titles.may_be(book) then return nil end
  work.container = letters.trimmed(book)
  return work
end
