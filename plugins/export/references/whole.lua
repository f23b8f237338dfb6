-- What stands behind the title of a part: the journal, book, newspaper or site in which it
-- appeared, with its numbers, day, imprint and pages.

local contributors = require "references.contributors"
local details = require "references.details"
local imprint = require "references.imprint"
local kinds = require "references.kinds"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local words = require "references.words"

local whole = {}

local take, trimmed = details.take, letters.trimmed

-- A text without the words that say that a thesis was not printed, and without a bracket before it;
-- nil where a sentence goes on with the thesis: `How to Write a Dissertation`.
local function before_thesis(text)
  local before, unprinted = letters.before(text:gsub("%s+$", ""), words.unprinted)
  if not unprinted and before:find "[%w]$" then return nil end
  return (before:gsub("[%s%(%[]+$", ""))
end

-- The school of a thesis and its place, as IEEE has them: `Dept. Mills, Harvard Univ., Cambridge,
-- MA, USA`. In full names a town may be that of a part, `University of California, Berkeley`.
local function school_and_place(text)
  local is_state = imprint.is_state(letters.trimmed(text:match "[^,]*$"))
  if not (is_state or text:find "%f[%a]Univ%." or text:find "%f[%a]Dept%.") then return text end
  for _, word in ipairs { "Univ", "Inst", "Coll" } do
    local school, place = text:match("^(.*%f[%a]" .. word .. "[^,]*),%s+(%u.*)$")
    if school and not imprint.is_state(place) then return school, place end
  end
  return text
end

-- `(PhD diss., University of Lindmoor, 2001)`
function whole.take_thesis(self, work)
  for _, mark in ipairs(letters.possible(self.rest, words.theses)) do
    local first, last = self.rest:find(mark, 1, true)
    local is_word = first and (first == 1 or not self.rest:find("^%w", first - 1))
      and not self.rest:find("^%a", last + 1)
    local before = is_word and before_thesis(self.rest:sub(1, first - 1))
    if before then
      local behind = self.rest:sub(last + 1)
      local school = behind:match "^[%.%s,:]+([^%d%)%]\1]*%a[^%d%)%]\1]*)" or ""
      -- `Université Lyon 2, 2003`
      school = behind:match "^[%.%s,:]+([^%)%]\1]-%a[^%)%]\1]-),?%s%f[%d][12]%d%d%d%f[%D]"
        or school
      local year = behind:match "^[^%)%]]-%f[%d]([12]%d%d%d)%f[%D]"
      local after = letters.after(school, words.unprinted)
      school = after and school:sub(after):gsub("^[%s,%.]+", "") or school
      work.kind, work.genre = "thesis", mark
      local town
      school, town = school_and_place(school)
      local is_place = letters.is_place(school)
      work.place = work.place or town and trimmed(town) or is_place and trimmed(school) or nil
      -- `Harvard Univ.` keeps its stop.
      school = not is_place and (town and school or trimmed(school)) or nil
      work.publisher = work.publisher or school
      if year then work.issued = work.issued or { tonumber(year) } end
      -- `(PhD diss., University of Lindmoor, 2001), 45`
      local pages = { rest = "\1" .. (behind:match "^[^%(%)]*%)(.*)$" or "") }
      work.page = work.page or numbers.take_pages(pages) or numbers.take_plain_pages(pages)
      self.rest = before .. "\1"
      return
    end
  end
end

-- `Schmidt, Eva (Hrsg.): Sammelband`, `A. Doe (Ed.), Book`: takes the names before the book.
local function take_leading_editors(self, work)
  -- `in: Ders. (Hrsg.), Sammelband`, `in Id., Saggi`
  local behind = letters.after(self.rest, words.same_authors)
  if behind then
    local role = self.rest:match("^%s*%b()%s*[,:]()", behind)
    if role then work.editor = work.authors end
    self.rest = self.rest:sub(role or behind):gsub("^[%s,:]+", "")
    return
  end
  for _, suffix in ipairs(letters.possible(self.rest, words.editor_suffixes)) do
    local first, last = self.rest:find(suffix, 1, true)
    local names = first and trimmed(self.rest:sub(1, first - 1))
    local is_head = names and names ~= "" and (self.rest:find("^%s*[,:]", last + 1)
      -- `Doe, J. (ed.) The book`
      or suffix:find "^%(" and self.rest:find("^%s+[%u\195-\197]", last + 1))
    if is_head and people.is_names(names) then
      local list = people.of(names, true)
      if people.are_known(list) or suffix:find "^[\128-\255]" then
        work.editor = list
        self.rest = self.rest:sub(last + 1):gsub("^[%s,:]+", "")
        return
      end
    end
  end
end

-- `In U. Kessel, The weir`: takes the authors of the book before its title.
local function take_leading_authors(self, work)
  local names, behind = self.rest:match "^(%u%.[^,:%(%d\1]+),%s+()%u"
  local list = names and people.is_names(names) and people.of(names, true)
  if not list or not people.are_known(list) then return end
  work.container_authors, self.rest = list, self.rest:sub(behind)
end

-- Takes editors before their role, as IEEE has them: `, J. Doe and A. Hill, Eds. New York: Faber`.
local function take_editors_before_role(self, work)
  if not self.rest:find "%sEds?%." then return end
  local first, names, last = self.rest:match "(),%s+(%u%.[^,\1]+),%s+Eds?%.()%f[%s%z]"
  local list = names and people.is_names(names) and people.of(names, true)
  if not list or not people.are_known(list) then return end
  work.editor = work.editor or list
  self.rest = self.rest:sub(1, first - 1) .. "\1." .. self.rest:sub(last)
end

-- The number of the season at the end of a text, or nil.
local function season_of(text)
  return words.seasons[letters.fold(text:match "([%a\128-\255]+)%s*$" or "")]
end

-- A text without the second year of a winter: `Winter 1999/2000`.
local function without_second_year(text)
  if not text:find "%a%s+%d%d%d%d[/\xE2]" then return text end
  local pattern = "(%f[%a\195][%a\128-\255]+)(%s+[12]%d%d%d)[/\u{2013}]+%d+"
  return (text:gsub(pattern, function(season, year)
    return season_of(season) and season .. year or nil
  end))
end

-- Takes the year that no day has told: `(2001)`, `(Spring 2001)`, `, 2001`.
local function take_year(self, work)
  local before, year = take(self, "%((%D-)%f[%d]([12]%d%d%d)[a-z]?%)")
  work.season = before and season_of(before)
  year = year or not work.issued and (take(self, "[,%s]%f[%d]([12]%d%d%d)[%s%.,\1]*$")
    or take(self, "[,%s]%f[%d]([12]%d%d%d)%f[%s,:;\1]"))
  if year then work.issued = work.issued or { tonumber(year) } end
end

-- Takes the day, with the small word before it: `Norddeutsche Rundschau vom 3. Mai 1996`.
local function take_day(self)
  local day = details.take_date(self)
  -- `12 (May 2010): 45`
  self.rest = self.rest:gsub("%(%s*\1%s*%)", "\1")
  local before, behind = self.rest:match "^([^\1]-)%s*(\1.*)$"
  local name = day and before and letters.before(before, words.before_days)
  if name and name ~= before then self.rest = name .. behind end
  return day
end

-- The text in quotes that are around all of it, or the text.
local function unquoted(text)
  local inside = text:match "^«%s*(.-)%s*»$" or text:match "^«%s*([^«»]-)%s*»,"
    or text:match "^\u{201C}(.-)\u{201D}$"
  return inside and not inside:find "[«»\u{201C}]" and inside or text
end

-- The name of the whole, whether its last word is abbreviated, and the season behind it.
local function container_of(rest)
  local text = rest:gsub("%(%s*\1%s*%)", "\1"):match "^[%s,%.\1]*([^\1]*)" or ""
  text = text:gsub("[%s,]+%([^%)]*$", "")
  -- A path below a site that the page left out is no part of a name.
  text = text:gsub(",?%s+/%S*$", "")
  -- `Phys. Rev. Lett., vol. 3`: a stop before a comma is that of an abbreviated word.
  local stopped = text:match "^%s*(.*%.)[%s,]*$"
  local is_abbreviated = stopped
    and (letters.is_abbreviated(stopped) or text:find "%a%.%s*,[%s,]*$" ~= nil)
  text = is_abbreviated and stopped:gsub("^[%s,;:%.]+", "") or unquoted(trimmed(text))
  local name, last = text:match "^(.+),%s*([%a\128-\255]+)$"
  local season = name and season_of(last)
  return season and name or text, is_abbreviated, season
end

-- Takes an imprint behind a volume where its place or publisher is a known one: `Lexikon, Bd. 3,
-- München 1990`.
local function take_known_imprint(self, work, year)
  local known = work.issued and work.issued[1] or year
  local text = self.rest:gsub("[%s\1%.,%(%)]+$", "")
  local imprint_of = {}
  local before = known and imprint.at_end(text .. " " .. known, imprint_of, ",.\1", true, true)
  local place, publisher = imprint_of.place, imprint_of.publisher
  local is_place = place and letters.is_place(place)
  if before and before ~= "" and (is_place or publisher and imprint.is_publisher(publisher)) then
    work.place, work.publisher, self.rest = is_place and place or nil, publisher, before
  end
end

-- Adds what `text` tells of the whole to a work. `is_part` says that the work is known to be a part
-- of it, `year` one that has been read. Returns whether anything tells that it is a whole at all.
function whole.read(work, text, is_part, year)
  local self = { rest = " " .. text:gsub("^[%s,%.;:]+", "") .. " " }
  local after = letters.after(self.rest, words.within, 2)
  if after then
    is_part, self.rest = true, self.rest:sub(after):gsub("^[%s:]+", "")
    self.rest = self.rest:gsub("^AA%.%s?VV%.,%s+", "")
    take_leading_editors(self, work)
    take_leading_authors(self, work)
  end
  whole.take_thesis(self, work)
  numbers.take_page_count(self)
  work.page = work.page or numbers.take_pages(self)
  -- `(Winter 2010–11)`, `3rd ser.`
  self.rest = without_second_year(self.rest)
  if self.rest:find "%d%)" then
    self.rest = self.rest:gsub("(%f[%d][12]%d%d%d)[%-/\u{2013}]+%d+%)", "%1)")
  end
  self.rest = self.rest:gsub(",%s+%d+%a%a%s+ser%.,", ","):gsub(",%s+n%.%s?s%.,", ",")
  imprint.take_bracketed(self, work)
  take_editors_before_role(self, work)
  contributors.take(self, work)
  imprint.take_edition(self, work)
  local day = take_day(self)
  if day then work.issued = day end
  numbers.take(self, work)
  -- `Schleswig 2007`, `Faber, 2007`
  local is_place = self.rest:find "[^,%s]%s+%f[%d][12]%d%d%d%f[%D]" ~= nil
  take_year(self, work)
  if not work.volume then numbers.take_volume(self, work) end
  -- `12 (2001) 3`
  if work.volume and not work.issue then work.issue = take(self, "\1%s+(%d+)%f[%s,%.\1]") end
  work.page = work.page or numbers.take_plain_pages(self)
  local is_book = is_part or work.editor
  -- `Энциклопедия. Т. 12. М.: Наука, 1990`
  local has_imprint_behind = self.rest:find "[%a\128-\255]%.?%s?:%s"
    or self.rest:find "\1[%s,\1]*%)%.%s+%u"
  local is_volume = work.volume and not (is_part and has_imprint_behind)
  if is_book and not work.place and not work.publisher and not is_volume and not day then
    local known = work.issued and work.issued[1] or year
    local rest = self.rest:gsub("[%s\1%.,%(%)]+$", "")
    local before = known and imprint.at_end(rest .. " " .. known, work, ",.\1", true, is_place)
    if before then self.rest = before end
  end
  if is_book and is_volume and not work.place and not work.publisher and not day then
    take_known_imprint(self, work, year)
  end
  if work.container == nil then
    local season
    work.container, work.is_abbreviated, season = container_of(self.rest)
    work.season = work.season or season
    -- `Working Paper 59, Institute`
    local behind = kinds.is_report(work.container) and self.rest:match "\1,?%s+(%u[^\1]*)"
    if behind then work.kind, work.publisher = "report", work.publisher or trimmed(behind) end
  end
  local has_imprint = work.place or work.publisher
  local is_chapter = is_part and (has_imprint or work.editor) or work.editor and has_imprint
  if is_chapter and not work.issue then
    local is_paper = not work.editor and kinds.is_proceedings(work.container)
    work.kind = work.kind or is_paper and "paper-conference" or "chapter"
  end
  return work.volume ~= nil or work.issue ~= nil or work.page ~= nil or day ~= nil
    or work.kind ~= nil or work.place ~= nil or work.publisher ~= nil
end

-- Whether what was read as the name of a whole may be one.
function whole.is_named(work)
  local name = work.container or ""
  return name ~= "" and #name <= 200 and titles.may_be(name)
end

return whole
