-- The works that footnotes cite: authors, year, title, where it appeared, pages, address.
--
-- A note is no record, so this reads the forms that notes have (Vancouver; APA; author, title,
-- place, year of continental notes; 作者：《書名》) and leaves out what fits none: a remark stays one.

local people = require "people"
local vancouver = require "vancouver"

local references = {}

local function trimmed(text)
  return (text:gsub("^[%s,;:.]+", ""):gsub("[%s,;:]+$", ""))
end

-- Words that a name or the name of an organisation may have in small letters.
local small = {}
local small_words = "a an and da de der des di do du e et for in la le of on the to und van von y"
for word in small_words:gmatch "%a+" do
  small[word] = true
end

-- Whether a text may be names: no sentence, no quotation, no address.
local function is_names(text)
  if #text > 200 or text:find "//" or text:find '["]' or text:find "%d%d" then return false end
  for _, mark in ipairs { "“", "«", "「", "『", "《", "„", ": " } do
    if text:find(mark, 1, true) then return false end
  end
  local words = 0
  for word in text:gmatch "%S+" do
    words = words + 1
    if word:find "^%l" and not small[word] then return false end
  end
  return words <= 16 and not text:find "%f[%a]to%f[%A]"
end

-- --- details at the end of a reference

local months = {}
local month_names = "january february march april may june july august september october november "
  .. "december"
for name in month_names:gmatch "%a+" do
  months[#months + 1] = name
  months[name], months[name:sub(1, 3)] = #months, #months
end

-- Takes what a pattern finds out of `rest`; returns the captures.
local function take(self, pattern)
  local found = table.pack(self.rest:find(pattern))
  if not found[1] then return nil end
  self.rest = self.rest:sub(1, found[1] - 1) .. " " .. self.rest:sub(found[2] + 1)
  return table.unpack(found, 3, found.n)
end

local function take_day(self, before)
  local day, month, year = self.rest:match(before .. "(%d%d?)%s+(%a+),?%s+(%d%d%d%d)")
  if not day or not months[month:lower()] then return nil end
  take(self, before .. "%d%d?%s+%a+,?%s+%d%d%d%d")
  return { tonumber(year), months[month:lower()], tonumber(day) }
end

local dashes = "%-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}"

local range = "(%d+)%s*[" .. dashes .. "]+%s*(%d+)"

local function take_pages(self)
  for _, mark in ipairs { "[Pp]p?%.%s*", "%f[%a]S%.%s*", "%f[%a]Bl%.%s*" } do
    local first, last = take(self, mark .. range)
    if first then return first .. "-" .. last end
    local page = take(self, mark .. "(%d+)")
    if page then return page end
  end
  -- `4(2), 88-97`
  local first, last = take(self, ",%s*" .. range .. "%s*%.?%s*$")
  return first and first .. "-" .. last
end

local function take_numbers(self, work)
  local before, _, _, first, last = self.rest:match("^(.-)[,%s](%d+)%s*%((%d+)%),?%s*" .. range)
  if not before then before = self.rest:match "^(.-)[,%s]%d+%s*%(%d+%)" end
  self.before = before
  work.page = first and first .. "-" .. last or take_pages(self)
  local volume, issue = take(self, "[,%s](%d+)%s*%((%d+)%)")
  if not volume then volume = take(self, "[Vv]ol%.%s*(%d+)") end
  if not issue then issue = take(self, "[Nn][or°]%.?%s*(%d+)") or take(self, "n°%s*(%d+)") end
  -- `8 (1964)` is a volume and its year.
  if issue and #issue == 4 then work.year, issue = tonumber(issue), nil end
  work.volume, work.issue = volume, issue
end

local function take_details(self, work)
  work.url = take(self, "(https?://[^%s<>\"]+)")
  if work.url then work.url = work.url:gsub("[%.,;:%)%]]+$", "") end
  work.accessed = take_day(self, "[Aa]ccessed:?%s+o?n?%s*")
    or take_day(self, "[Rr]etrieved%s+o?n?%s*")
  work.issued = take_day(self, "")
  take_numbers(self, work)
end

-- --- titles

-- `原題 [translation]`: the title in the note's language, and that of the work itself.
local function add_title(work, title)
  title = trimmed(title)
  local original, translated = title:match "^(.-)%s*%[([^%[%]]+)%]%s*$"
  if original and original ~= "" and translated then
    work.title, work.original_title = trimmed(translated), trimmed(original)
    work.language = ibid.language(original)
  else
    work.title = title
  end
end

-- Where a sentence of the reference ends: a stop before a blank and a capital, not after an
-- initial; or behind the bracket of a translation.
local function title_end(text)
  local bracket = text:match "^[^%.%[]*%[[^%]]*%]()"
  if bracket then return bracket end
  local from = 1
  while true do
    local stop = text:find("[%.%?!]", from)
    if not stop then return #text + 1 end
    local after = text:sub(stop + 1, stop + 4)
    if after == "" or after:find "^%s+[^%l%s]" or after:find "^[%u]" or after:find "^%." then
      if not text:sub(1, stop - 1):find "%f[%w]%u$" then return stop end
    end
    from = stop + 1
  end
end

-- --- forms

-- What is left of a reference once its details are taken out: up to the volume, without stops.
local function container_of(rest)
  return trimmed((rest:gsub("%s+,", ","):gsub("%s%s+.*$", "")))
end

-- `Authors. (2014). Title. Container, 4(2), 88-97, address`
local function apa(text)
  local names, year, rest = text:match "^(.-)%s*%((%d%d%d%d)[a-z]?%)[%.,:]?%s*(.+)$"
  if not names then names, year, rest = text:match "^([^%d]-)%.%s+(%d%d%d%d)%.%s+(.+)$" end
  if not names or names == "" or not is_names(names) then return nil end
  local work = { authors = people.of(names) }
  local self = { rest = rest }
  work.url = take(self, "[%s,]*(https?://[^%s<>\"]+)")
  local ending = title_end(self.rest)
  add_title(work, self.rest:sub(1, ending - 1))
  self.rest = " " .. self.rest:sub(ending + 1):gsub("^%s+", "") .. " "
  local url = work.url and work.url:gsub("[%.,;:%)%]]+$", "")
  take_details(self, work)
  work.url, work.issued = url, work.issued or { tonumber(year) }
  local container = container_of(self.before or self.rest)
  -- A title goes on after its question: what stands right before the volume is the container.
  local more, name = container:match "^(.*%l)%.%s+(%u.*)$"
  if self.before and more then
    work.title, container = work.title .. "? " .. more, name
  end
  local place, publisher = container:match "^([^:,%.]+):%s*(.+)$"
  if work.volume or work.issue or not place then
    -- A path below a site that the page left out is no part of a journal's name.
    work.container = trimmed((container:gsub(",?%s+/%S*$", "")))
  else
    work.place, work.publisher = place, trimmed(publisher)
  end
  return work
end

local quotes = {
  { "«%s*(.-)%s*»" }, { "“(.-)”" }, { '"(.-)"' }, { "„(.-)[“”]" }, { "「(.-)」" }, { "〈(.-)〉" },
}

-- The year in a text, the first that may be one.
local function year_in(text)
  return tonumber(text:match "%f[%d](1[5-9]%d%d)%f[%D]" or text:match "%f[%d](20%d%d)%f[%D]")
end

-- `A. Author, “Title”, Container, vol. 19 (1978), pp. 12-29`
local function quoted(text)
  for _, quote in ipairs(quotes) do
    local first, last, title = text:find(quote[1])
    local names = first and trimmed(text:sub(1, first - 1))
    if names and is_names(names) then
      local rest = text:sub(last + 1)
      local year = year_in(rest)
      if not year then return nil end
      local self = { rest = " " .. rest .. " " }
      local work = { authors = people.of(names), title = trimmed(title), kind = "article-journal" }
      take_details(self, work)
      work.issued = work.issued or { year }
      local book = self.rest:match "『(.-)』" or self.rest:match "《(.-)》"
      work.container = book or trimmed(self.rest:match "^[%s,]*([^,%d%(]+)" or "")
      if work.container == "" then work.kind = nil end
      return work
    end
  end
  return nil
end

-- Marks that part an author from a title in Chinese and Japanese.
local wide_marks = { "：", "，", "、", "著" }

-- `作者：《书名》，地：出版社，1985年，第12页。`
local function east_asian(text)
  local names, title, rest = text:match "^(.-)%s*《(.-)》(.*)$"
  if not names then names, title, rest = text:match "^(.-)%s*『(.-)』(.*)$" end
  local year = rest and year_in(rest)
  if not year or #names > 60 or not is_names(names) then return nil end
  for _, mark in ipairs(wide_marks) do
    if names:sub(-#mark) == mark then names = names:sub(1, -#mark - 1) end
  end
  names = trimmed(names)
  local work = {
    authors = names ~= "" and { { literal = names } } or {}, title = title, issued = { year },
    page = rest:match "第(%d+)页" or rest:match "(%d+)쪽", kind = "book",
  }
  -- Classes of characters are classes of bytes: the marks are searched whole.
  local place, publisher = rest:match "，(.-)：(.-)，"
  if place and not place:find "，" then work.place, work.publisher = place, publisher end
  return work
end

-- `Автор И. О. Название // Журнал. 1978. № 4. С. 51–60`, the form of GOST 7.0.5.
local function gost(text)
  local names, title, rest = text:match "^(%S+%s+%S%S%.%s*%S%S%.)%s+(.-)%s+//%s+(.+)$"
  if not names then return nil end
  local container, details = rest:match "^(.-)%.%s+(.+)$"
  local year = details and year_in(details)
  if not year then return nil end
  local family, given = names:match "^(%S+)%s+(.+)$"
  local first, last = details:match("С%.%s*(%d+)%s*[" .. dashes .. "]*%s*(%d*)")
  return {
    authors = { { family = family, given = given } }, title = title, container = container,
    issued = { year }, issue = details:match "№%s*(%d+)", kind = "article-journal",
    page = first and (last ~= "" and first .. "-" .. last or first),
  }
end

-- `A. Author, Title, Publisher, Place, 1838, p. 17` and `Author, Name: Title, in: Container 8
-- (1964), S. 14`
local function continental(text)
  local family, given, rest = text:match "^(%u[^,:%d]+),%s*(%u[^,:%d]+):%s+(.+)$"
  local authors = family and { { family = family, given = given } }
  if not authors then
    local names
    names, rest = text:match "^(%u%.[^,%d]-),%s+(.+)$"
    if not names then names, rest = text:match "^(%u[^,%.%d]+,%s%u%.),%s+(.+)$" end
    if not names or not is_names(names) then return nil end
    authors = people.of(names)
  end
  local year = year_in(rest)
  local title = rest:match "^(.-),%s+in:%s" or rest:match "^([^,]+)"
  if not year or title:find "^%d" then return nil end
  local self = { rest = " " .. rest:sub(#title + 1) .. " " }
  local work = { authors = authors, title = trimmed((title:gsub("%s+%d%d%d%d$", ""))) }
  take_details(self, work)
  work.issued = work.issued or { year }
  local container = self.rest:match "^[%s,]+in:%s+(.+)$"
  if container then
    work.container, work.kind = container_of(container), "article-journal"
  else
    work.place = trimmed(self.rest:match "([^,]+)[,%s]+%d%d%d%d" or "")
  end
  return work
end

-- What stands before the first work of a note: `On the method see, for example, `.
local function without_remark(text)
  local head = text:match "^(.-)%(%d%d%d%d" or text
  local from
  local patterns = {
    "[Ss]ee,?%s+for%s+example,%s+()", "%f[%a][Ss]ee%s+()%u", "%sis%s+()%u%.%s",
  }
  for _, pattern in ipairs(patterns) do
    local place = head:match(".*" .. pattern)
    if place and (not from or place > from) then from = place end
  end
  return from and text:sub(from) or text
end

local function is_empty(text) return text == nil or text == "" end

-- A guess at what kind of work it is, in the words of CSL.
local function kind_of(work)
  local container = work.container or ""
  if container:find "[Ww]orking [Pp]aper" or container:find "[Rr]eport" then return "report" end
  if container:find "[Bb]log" then return "post-weblog" end
  if work.volume or (work.issue and container ~= "") then return "article-journal" end
  if work.issued[3] then return "article-newspaper" end
  if work.page and container ~= "" and work.page:find "-" then return "article-journal" end
  if work.url and container == "" and not work.publisher then return "webpage" end
  if container ~= "" and work.url then return "article" end
  return "book"
end

local function doi_in(text)
  local doi = text:match "doi%.org/(10%.%d+/[^%s,;]+)"
    or text:match "[Dd][Oo][Ii]:%s*(10%.%d+/[^%s,;]+)"
  return doi and (doi:gsub("[%.%)]+$", ""))
end

-- What is longer is a remark, however many years and brackets are in it.
local longest = 2000

local function work_of(text)
  if #text > longest then return nil end
  local part = without_remark(trimmed(text))
  return vancouver(part, title_end) or apa(part) or quoted(part) or gost(part)
    or east_asian(part) or continental(part)
end

-- The works that a note cites, in their order; none for a remark or an *Ibid.*
function references.of_note(footnote)
  local works = {}
  -- Several works in one note are parted by semicolons behind an address or a stop.
  local text = footnote.text:gsub("(https?://%S-);%s+", "%1\0"):gsub("%.;%s+", ".\0")
  for part in text:gmatch "[^%z]+" do
    local work = work_of(part)
    if work and not is_empty(work.title) and #work.title <= 400
      and not work.title:lower():find "^op%.? cit"
    then
      for name, value in pairs(work) do if value == "" then work[name] = nil end end
      work.kind = work.kind or kind_of(work)
      if work.kind == "book" then
        work.publisher, work.container = work.publisher or work.container, nil
      end
      work.doi = doi_in(part)
      work.note = footnote.label
      works[#works + 1] = work
    end
  end
  return works
end

-- The works that an article's notes cite, each once, with a key: `baker2010`.
function references.of(article)
  local works, known, keys = {}, {}, {}
  for _, footnote in ipairs(article.footnotes) do
    for _, work in ipairs(references.of_note(footnote)) do
      local first = work.authors[1]
      local name = first and (first.family or first.literal) or work.title
      local same = ibid.fold(name .. "\0" .. work.title .. "\0" .. work.issued[1])
      if not known[same] then
        known[same] = true
        local word = name:match "%a+" or "work"
        local base = word:lower() .. work.issued[1]
        keys[base] = (keys[base] or 0) + 1
        work.key = keys[base] == 1 and base or base .. "-" .. keys[base]
        works[#works + 1] = work
      end
    end
  end
  return works
end

return references
