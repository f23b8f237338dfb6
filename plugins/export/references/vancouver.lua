-- References as medicine and the sciences write them (ICMJE's recommendations, called Vancouver):
-- `Smith AB, Lund C (2005) Title. Journal 12: 34–56`, the same without marks, and
-- `Smith AB, Lund C. Title. Journal. 2005;12(3):34–56`.

local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local titles = require "references.titles"
local words = require "references.words"

local dashes = "%-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}"

-- A family's name and capitals, some of which may be beyond ASCII: `Åkesson ÖB`.
local name = "^([%a\128-\255][%a\128-\255'%- ]-) ([%u\195-\197][%u\128-\191\195-\197]*)()"
  .. "%f[^%a\128-\255]"

-- The authors with which a text begins, and the place behind them.
local function authors_of(text)
  local authors, at = {}, 1
  while true do
    local family, given, after = text:match(name, at)
    if not family or #family > 40 or (utf8.len(given) or 5) > 4 then break end
    authors[#authors + 1] = { family = family, given = given }
    at = text:match("^[,%s]*()", after)
  end
  return authors, text:match("^et al%.?,?()", at) or at
end

-- `Mar 5`, as PubMed writes it behind the year.
local function month_and_day(text)
  local month_name, day = (text or ""):match "^%s+(%a+)%.?%s*(%d*)$"
  local month = month_name and words.months[ibid.fold(month_name)]
  day = tonumber(day)
  return month, month and day and day >= 1 and day <= 31 and day or nil
end

local year_of_work = "^%.?%s*%(?([12]%d%d%d)[a-z]?%)?[%.,:]?%s+(.+)$"

-- What stands behind the title: journal, volume, issue and pages. The patterns without an issue
-- capture nothing in its place.
local details = {
  "^(.-)[%s,]+(%d+)%s*%(([^%)]*)%):%s*(%w+)[%s" .. dashes .. "]*(%w*)",
  "^(.-)[%s,]+(%d+)%s+([Ss]uppl%.?%s*%d*):%s*(%w+)[%s" .. dashes .. "]*(%w*)",
  "^(.-)[%s,]+(%d+)():%s*(%w+)[%s" .. dashes .. "]*(%w*)",
  "^(.-)%s+(%d+)()%s+(%a?%d+)%s*(%d*)%f[%s%z]",
}

-- `mark` ends the title.
local function add_details(work, text, mark)
  for _, pattern in ipairs(details) do
    local container, volume, issue, first, last = text:match(pattern)
    if container and container:find "%a" and #container <= 120 then
      container = container:gsub("[,%s]+$", "")
      -- A title goes on after its question: what stands right before the volume is the journal.
      local more, journal = titles.split_journal(container)
      if more then work.title, container = work.title .. mark .. " " .. more, journal end
      work.is_abbreviated = letters.is_abbreviated(container)
      if not work.is_abbreviated then container = container:gsub("[%.,%s]+$", "") end
      work.container, work.volume = container, volume
      work.issue = type(issue) == "string" and issue or nil
      work.page = last:find "^%d+$" and first .. "-" .. last or first
      work.kind = "article-journal"
      return
    end
  end
  local place, publisher = text:match "^([^:%d]+):%s*([^:%d]+)"
  work.place, work.publisher = place, publisher and publisher:gsub("[%.,;%s]+$", "")
end

-- The place behind the word that says that a list is one of editors; nil for none.
local function behind_editors(text, at) return text:match("^,?%s*editors?[%.,]%s*()", at) end

-- Takes editors and title of the book in which a chapter stands: `In: Doe JR, editor. The book.`
local function take_whole(self, work)
  local from = self.rest:match "^%s*In:%s+()"
  if not from then return end
  local text = self.rest:sub(from)
  local editors, at = authors_of(text)
  local behind = #editors > 0 and behind_editors(text, at)
  local book, rest = titles.first_sentence(behind and text:sub(behind) or text)
  work.editor, work.container, work.kind = behind and editors or nil, book, "chapter"
  self.rest = rest
end

-- Reads what follows the title of a book or chapter, `2nd ed. London: Faber; 1990. p. 12-30.`;
-- false for another form.
local function read_book(work, text)
  local self = { rest = text }
  take_whole(self, work)
  local before, year, behind = self.rest:match "^(.-:[^:;]+);%s*([12]%d%d%d)%f[%D](.*)$"
  if not before then return false end
  local head = { rest = before }
  imprint.take_edition(head, work)
  numbers.take_marked_volume(head, work)
  local pair = {}
  -- `Cambridge (MA): MIT Press`
  local names = head.rest:match "[^\1]*$":gsub("%s*%((%u%u)%)", ", %1")
  if not imprint.split(pair, names, true) then return false end
  local tail = { rest = behind }
  work.number_of_pages = numbers.take_page_count(tail)
  work.page = numbers.take_pages(tail)
  work.place, work.publisher, work.issued = pair.place, pair.publisher, { tonumber(year) }
  work.kind = work.kind or "book"
  return true
end

return function(text)
  if not text:find(name) then return nil end
  -- Texts taken from marked-up references have spaces around every mark.
  text = text:gsub("%s+([%.,;:%)])", "%1"):gsub("%(%s+", "(")
  local authors, at = authors_of(text)
  -- `Harbour NEWS. (2014)` is no person, and `Lund A. (2001)` another form.
  if #authors == 0 or #authors == 1 and text:find("^%.%s*%(", at) then return nil end
  local editors = behind_editors(text, at)
  -- The stop that ends the names is looked for next.
  if editors then text, at = text:sub(1, at - 1) .. ". " .. text:sub(editors), at end
  local year, rest = text:match(year_of_work, at)
  if not year then rest = text:match("^%.?%s+(.+)$", at) end
  if not rest then return nil end
  local title, behind, mark = titles.first_sentence(rest)
  local work = { authors = authors, title = title }
  if editors then work.authors, work.editor = {}, authors end
  if not year and read_book(work, behind) then return #title >= 3 and work or nil end
  local day
  if not year then
    local container
    container, year, day, behind = behind:match "^(.-%.)%s*([12]%d%d%d)([^;]*);%s*(.+)$"
    if not year then return nil end
    if not letters.is_abbreviated(container) then container = container:sub(1, -2) end
    behind = container .. " " .. behind
  end
  work.issued = { tonumber(year), month_and_day(day) }
  add_details(work, behind, mark)
  return #work.title >= 3 and work or nil
end
