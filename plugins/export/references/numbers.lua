-- Volume, issue and pages.

local details = require "references.details"
local letters = require "references.letters"
local words = require "references.words"

local numbers = {}

local take = details.take
local boundary, range = letters.boundary, letters.range
local roman = "([ivxlc]+)%s*" .. letters.dashes .. "%s*([ivxlc]+)"
-- Pages of a section, `A12–A14`, and of a supplement.
local lettered = "(%u%d+)%s*" .. letters.dashes .. "%s*(%u?%d+)"

-- Marks, for which most texts are looked through in vain, each with its pattern and whether it
-- begins as a word does.
local function patterns_of(marks, behind)
  local patterns = {}
  for index, mark in ipairs(marks) do
    local is_word = mark:find "^[%w\128-\255]" ~= nil
    local before = is_word and boundary or ""
    patterns[index] = { mark, before .. letters.literal(mark) .. behind, is_word }
  end
  return patterns
end

local page_ranges = patterns_of(words.pages, "%s*" .. range)
local page_romans = patterns_of(words.pages, "%s*" .. roman)
local page_lettered = patterns_of(words.pages, "%s*" .. lettered)
local page_roman_singles = patterns_of(words.pages, "%s*([ivxlc]+)%f[^%w\128-\255]")
local page_lettered_singles = patterns_of(words.pages, "%s*(%u%d+)%f[%W]")
local page_singles = patterns_of(words.pages, "%s*(%d+)[%s]?f?f?%f[%W]")
local volume_marks = patterns_of(words.volumes, "%s*([%dIVXLC]+)%f[^%w]")
-- `12. Jg.`, `56e année`, `año XII`
local year_marks = {
  { "Jg", "%f[%d](%d+)%.%s*Jg%.?" }, { "Jahrgang", "%f[%d](%d+)%.%s*Jahrgang" },
  { "année", "%f[%d](%d+)%a*%s+année" }, { "año", "%f[%w]año%s+([IVXLC]+)%f[^%w]" },
  { "anno", "%f[%w]anno%s+([IVXLC]+)%f[^%w]" }, { "ano", "%f[%w]ano%s+([IVXLC]+)%f[^%w]" },
}
local issue_marks = patterns_of(words.issues, "%s*(%d+[%d/%-\u{2013}]*)")

-- A mark of several bytes cannot be optional in a pattern: the longer ones come first.
local function wide_patterns(number, forms)
  local patterns = {}
  for form in forms:gmatch "%S+" do
    local mark = form:match "N(.+)$"
    patterns[#patterns + 1] = { mark, (form:gsub("N", "%%s*" .. number .. "%%s*")) }
  end
  return patterns
end

local page_forms = "第N页 第N頁 제N쪽 N页 N頁 Nページ N쪽 N면 N面"
local wide_page_ranges = wide_patterns(range:gsub("%%", "%%%%"), page_forms)
local wide_page_singles = wide_patterns("(%%d+)", page_forms)
local wide_page_romans = wide_patterns("([ivxlc]+)", page_forms)
local wide_volumes = wide_patterns("(%%d+)", "第N巻 第N卷 제N권 第N辑 N巻 N卷 N권")
local wide_issues = wide_patterns("(%%d+)", "第N号 第N期 第N號 第N輯 제N호 N号 N期 N호")

local find = string.find

-- Where a mark that is a word stands for the first time from `at` on, and not within another; nil
-- for none.
local function place_of_word(text, mark, at)
  while at and at > 1 and find(text, "^[%w\128-\255]", at - 1) do
    at = find(text, mark, at + 1, true)
  end
  return at
end

local no_places = {}

-- Pairs of the place of a pattern in a list and the byte at which its mark stands in a text.
local function present_in(text, patterns)
  local places
  for place = 1, #patterns do
    local pattern = patterns[place]
    local at = find(text, pattern[1], 1, true)
    if at and pattern[3] then at = place_of_word(text, pattern[1], at) end
    if at then
      places = places or {}
      places[#places + 1] = { place, at }
    end
  end
  return places or no_places
end

-- Takes the first range of some patterns whose marks stand before their numbers, and which are
-- those at `places`, where these are known.
local function take_range(self, patterns, places)
  for _, place in ipairs(places or present_in(self.rest, patterns)) do
    local first, last = take(self, patterns[place[1]][2], place[2])
    if first then return first .. "-" .. last end
  end
  return nil
end

-- Takes the first number as `take_range` does a range.
local function take_first(self, patterns, places)
  for _, place in ipairs(places or present_in(self.rest, patterns)) do
    local found = take(self, patterns[place[1]][2], place[2])
    if found then return found end
  end
  return nil
end

-- Takes the first numbers of some patterns whose marks stand behind them.
local function take_before(self, patterns)
  for _, pattern in ipairs(patterns) do
    if find(self.rest, pattern[1], 1, true) then
      local first, last = take(self, pattern[2])
      if first then return last and first .. "-" .. last or first end
    end
  end
  return nil
end

-- The same for the characters of East Asia, of which most texts have none.
local function take_wide(self, patterns)
  return find(self.rest, "[\xE3-\xED]") and take_before(self, patterns) or nil
end

-- Whether a text is a number in small Roman numerals: `civil` has their letters alone.
local function is_roman(text)
  local rest = text:gsub("^c?c?c?", "")
  local tens = rest:gsub("^x[lc]", "")
  rest = tens ~= rest and tens or rest:gsub("^l?x?x?x?", "")
  local ones = rest:gsub("^i[vx]", "")
  rest = ones ~= rest and ones or rest:gsub("^v?i?i?i?", "")
  return rest == "" and text ~= ""
end

-- Takes a page in small Roman numerals that a mark tells; `S. l.` says that a place is unknown.
local function take_roman(self, places)
  for _, place in ipairs(places) do
    local pattern = page_roman_singles[place[1]]
    local page = self.rest:match(pattern[2])
    if page and is_roman(page) and (#page > 1 or pattern[1]:find "^[pP]") then
      return take(self, pattern[2])
    end
  end
  return nil
end

local here_patterns = {}
for index, word in ipairs(words.here) do
  here_patterns[index] = "[,;]%s+" .. letters.literal(word) .. ":?%s+[Sp]p?%.%s*%d[%d%s%-f]*"
end

-- Takes the pages that a mark tells, and those behind a colon or at the end, where pages stand
-- without a mark.
function numbers.take_pages(self)
  local places = present_in(self.rest, page_ranges)
  local pages = take_range(self, page_ranges, places) or take_wide(self, wide_page_ranges)
    or take_range(self, page_romans, places) or take_range(self, page_lettered, places)
    or take_first(self, page_singles, places) or take_first(self, page_lettered_singles, places)
    or take_roman(self, places) or take_wide(self, wide_page_singles)
    or take_wide(self, wide_page_romans)
  -- `S. 101–123, hier S. 110`
  if pages and find(self.rest, "[,;]%s+%l+%.?:?%s+[Sp]") then
    for _, pattern in ipairs(here_patterns) do take(self, pattern) end
  end
  return pages
end

-- Takes pages without a mark, which stand behind what has been taken or at the end: `(2001):
-- 45–67`, `12(3), 45–67`, `(London: Faber, 1990), 45`.
function numbers.take_plain_pages(self)
  local first, last = take(self, "\1%s*[,:]?%s*" .. range .. "%f[%D]")
  if not first then first, last = take(self, "[,:]%s*" .. range .. "[%s%.\1]*$") end
  if first then return first .. "-" .. last end
  if not first then first, last = take(self, "\1%s*[,:]%s*" .. roman) end
  if first then return first .. "-" .. last end
  -- `14.2` is a section.
  if self.rest:find "\1%s*[,:]%s*%d+%.%d" then return nil end
  local single = self.rest:match "\1%s*,%s*([ivxlc]+)[%s%.\1]*$"
  if single and is_roman(single) then return take(self, ",%s*([ivxlc]+)[%s%.\1]*$") end
  return take(self, "\1%s*[,:]%s*(e?%d+)%s*%f[\1%.,;%z]")
    or take(self, "\1%s*,%s*(%d+)nn?%.?%s?%d+%f[\1%.,;%z]")
    or take(self, ",%s*(%u%d+)[%s%.\1]*$") or take(self, ",%s*[Aa]rticle%s+(e?%d+)[%s%.\1]*$")
end

-- Takes pages behind the volume of a work that has several, `2:12–14`, and those alone.
function numbers.take_last_pages(self, work)
  local volume, page, last = take(self, "\1%s*,%s*(%d+):(%d+)%s*" .. letters.dashes .. "%s*(%d+)")
  if not volume then volume, page = take(self, "\1%s*,%s*(%d+):(%d+)%f[%s%.,;\1%z]") end
  -- `2 vols (London, 1990), ii, pp. 12–30`
  if not volume and work.number_of_volumes and not work.volume then
    work.volume = take(self, "\1%s*,%s*([ivx]+),%s") or take(self, "\1%s*,%s*([IVX]+),%s")
    if work.volume then
      return numbers.take_pages(self) or self.rest:match "^[%s\1]*(%d+)%f[%D]"
    end
  end
  if not volume then return numbers.take_pages(self) or numbers.take_plain_pages(self) end
  work.volume = work.volume or volume
  return last and page .. "-" .. last or page
end

local page_count_patterns = {}
-- A number before what one of the marks may begin with.
local page_count_beginning = "%d%s+["
for index, mark in ipairs(words.page_counts) do
  page_count_patterns[index] = "%f[%d](%d+)%s+" .. letters.literal(mark) .. "%f[%s%.,;\1%z]()"
  page_count_beginning = page_count_beginning .. mark:sub(1, 1)
end
page_count_beginning = page_count_beginning .. "]"

-- Takes how many pages a book has: `320 с.`
function numbers.take_page_count(self)
  local at = find(self.rest, page_count_beginning)
  for _, pattern in ipairs(at and page_count_patterns or {}) do
    local count, after = self.rest:match(pattern)
    if count and not self.rest:find("^[%s%.]*%d", after) then
      -- A number right behind a mark is that of an issue or page: `№ 3. С. 45`.
      take(self, pattern)
      return count
    end
  end
  return nil
end

local volume_count_patterns = {}
for index, mark in ipairs(words.volume_counts) do
  local ending = mark:find "%.$" and "%f[%s,;\1%z]" or "%f[%s,;%.\1%z]"
  volume_count_patterns[index] = "[,%.]%s+(%d+)%s+" .. letters.literal(mark) .. ending
end

-- Takes how many volumes a work has: `2 Bde.`
function numbers.take_volume_count(self, work)
  if not find(self.rest, "[,%.]%s+%d+%s+%a") then return end
  for _, pattern in ipairs(volume_count_patterns) do
    work.number_of_volumes = take(self, pattern)
    if work.number_of_volumes then return end
  end
end

-- Forms of volume and issue that need no words, the issue second. A number of four digits in
-- brackets is the year.
local bare = {
  "%f[%d](%d+)%.(%d+)%f[%s,:\1%(]",
  "%f[%w]([IVXLC]+)/(%d+)%f[%s,:\1%(]", "%f[%w]([IVXLC]+)%s*%((%d%d%d%d)%)",
  "%f[%d](%d+)/(%d+)%f[%s,:\1%(]", "%f[%d](%d+)%s*%((%d+[%d/%-\u{2013}]*)%)",
  "%f[%d](%d+)%s*%(([Ss]uppl%.?%s*%d*)%)",
}
local function is_year(text) return text:find "^1[4-9]%d%d$" or text:find "^20%d%d$" end

-- Takes the volume that a mark tells.
function numbers.take_marked_volume(self, work) work.volume = take_first(self, volume_marks) end

-- Takes volume and issue; `work` gets them, and a year that stands in place of an issue.
function numbers.take(self, work)
  work.volume = work.volume or take_wide(self, wide_volumes)
  work.issue = work.issue or take_wide(self, wide_issues)
  work.volume = work.volume or take_before(self, year_marks) or take_first(self, volume_marks)
  local marked = not work.issue and take_first(self, issue_marks)
  -- `№ 3 (112)`, that of the year and that of all years
  if marked then self.rest = self.rest:gsub("\1%s*%(%d%d?%d?%)", "\1", 1) end
  work.issue = work.issue or marked and marked:gsub(letters.dashes, "-"):gsub("%-$", "") or nil
  if work.volume then return end
  for _, pattern in ipairs(bare) do
    local volume, issue = self.rest:match(pattern)
    if volume and not (is_year(volume) and #issue < 4) then
      take(self, pattern)
      issue = issue:gsub(letters.dashes, "-")
      if is_year(issue) then
        work.issued = work.issued or { tonumber(issue) }
        -- `12/2001` is an issue of a year, `12 (2001)` a volume.
        if pattern:find "/" and not pattern:find "%(" then work.issue = work.issue or volume
        else work.volume = volume end
      else
        work.volume, work.issue = volume, work.issue or issue
      end
      return
    end
  end
  -- `Journal, 12, 45–67`
  local volume, pages = self.rest:match ",%s*(%d+)(,%s*e?%d+[^%a%s]*)[%s%.\1]*$"
  if volume and not is_year(volume) then
    take(self, ",%s*" .. volume .. "%f[,]")
    work.volume, work.page = volume, work.page or numbers.take_plain_pages(self)
    if not work.page then self.rest = self.rest:gsub(letters.literal(pages), "") end
  else
    numbers.take_volume(self, work)
  end
end

-- `Journal 12, no. 3`, `Journal 12:`, `Journal 12 (Spring 2001)`: takes the last number before what
-- has been taken.
function numbers.take_volume(self, work)
  local volume = self.rest:match "[%s,](%d+)%s*,?%s*\1" or self.rest:match "[%s,](%d+):"
    or self.rest:match "[%s,](%d+)%s+%([^()]*%d%d%d%d%)"
  if volume and not is_year(volume) then
    take(self, "%f[%d]" .. volume .. "%f[%D]")
    work.volume = volume
  end
end

return numbers
