-- References by GOST R 7.0.5 and 7.1: `Иванов И. И. Название // Журнал. 2001. № 3. С. 45–67`,
-- `Иванов И. И. Название / под ред. П. П. Петрова. — М.: Наука, 1990. — 320 с.`

local contributors = require "references.contributors"
local details = require "references.details"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"

-- The authors with which a text begins, each a family's name with initials behind or before it, and
-- the place behind them.
local function authors_of(text)
  local list, at = {}, 1
  while true do
    local tokens, from, is_more, has_family = {}, at, false, false
    while #tokens < 5 do
      local token, after = text:match("^(%S+)%s+()", from)
      if not token then break end
      local plain = token:gsub(",$", "")
      local is_initials = letters.is_initials(plain)
      if has_family and not is_initials then break end
      if not is_initials and not letters.is_capital(plain) then break end
      has_family = has_family or not is_initials
      tokens[#tokens + 1], from = plain, after
      is_more = token:find ",$" ~= nil
      local is_inverted = not letters.is_initials(tokens[1])
      -- `Иванов, И. И.`
      if is_more and not (is_inverted and #tokens == 1) then break end
      if not is_inverted and not is_initials then break end
    end
    local person = #tokens > 1 and people.of((table.concat(tokens, " "):gsub("%.$", ".")))[1]
    if not person or person.literal then break end
    person.family = letters.trimmed(person.family)
    list[#list + 1], at = person, from
    if not is_more then break end
  end
  return list, text:match("^%[?[^%s]*%s?др%.%]?%s*()", at)
    or text:match("^%[?et al%.%]?%s*()", at) or at
end

-- The title without the kind of medium and who is responsible for it, whose names are read.
local function read_title(work, text)
  local title, responsible = text:match "^(.-)%s+/%s+(.+)$"
  local self = { rest = " " .. (responsible or "") }
  contributors.take(self, work)
  text = (title or text):gsub("%s*%[[^%]]*%]", ""):gsub("%s+:%s+", ": ")
  -- `Название: дис. … канд. ист. наук`
  local thesis, genre = text:match "^(.-):%s*(автореф%.%s+дис%..*)$"
  if not thesis then thesis, genre = text:match "^(.-):%s*(дис%..*)$" end
  if thesis then text, work.kind, work.genre = thesis, "thesis", genre end
  titles.add(work, text)
  return titles.may_be(work.title)
end

-- What may stand behind the name of a journal or collection.
local beginnings = {
  "[12]%d%d%d", "%d%d?%.%d%d", "%d%d?%s", "Т%.", "№", "Вып%.", "Vol%.", "No%.", "Т%s",
  "[^%.]+%.?%s?:%s",
  "С%.", "P%.", "[^%.,]+, [12]%d%d%d", "[^%.,]+%., [12]%d%d%d", "Кн%.", "Ч%.",
}

-- Where the name of the whole ends: a stop before what tells of it.
local function end_of_name(text)
  local from = 1
  while true do
    local stop, after = text:match("()%.%s+()", from)
    if not stop then return nil end
    for _, pattern in ipairs(beginnings) do
      if text:find("^" .. pattern, after) then return stop, after end
    end
    from = after
  end
end

local function read_part(work, title, rest, found)
  if not read_title(work, title) then return nil end
  local stop, after = end_of_name(rest)
  if not stop then
    -- `Название // Сайт. URL: …`
    if not found.url or #rest > 200 then return nil end
    work.container, work.kind = letters.trimmed(rest), "webpage"
    return whole.is_named(work) and work or nil
  end
  local name, behind = rest:sub(1, stop - 1), rest:sub(after)
  local self = { rest = " " .. name }
  contributors.take(self, work)
  work.container = letters.trimmed((self.rest:gsub("\1.*$", ""):gsub("%s+/%s+.*$", "")))
  local is_book = behind:find "[%a\128-\255]%.?%s?:%s" ~= nil
    or behind:find "^[^%d%.]+%.?, [12]%d%d%d" ~= nil
  -- `М., 1990. С. 45`
  local place = behind:match "^([^%.,]+%.?),%s[12]%d%d%d"
  work.place = place and letters.is_place(place) and place or nil
  whole.read(work, behind, is_book)
  return whole.is_named(work) and work.issued and work or nil
end

-- Takes how many volumes a work has: `Сочинения: в 5 т.`
local function take_volume_count(self, work)
  for _, word in ipairs { "в", "В" } do
    work.number_of_volumes = work.number_of_volumes
      or details.take(self, "%s*[:%.,]?%s+" .. word .. "%s+(%d+)%s+т%.%f[%s%z]")
      or details.take(self, "%s*[:%.,]?%s+" .. word .. "%s+(%d+)%s+томах%f[%s%.,%z]")
  end
end

local function read_book(work, text)
  local self = { rest = text }
  take_volume_count(self, work)
  work.number_of_pages = numbers.take_page_count(self)
  work.page = numbers.take_pages(self)
  imprint.take_edition(self, work)
  numbers.take_marked_volume(self, work)
  local upto = self.rest:match "^(.-[,%s]%f[%d][12]%d%d%d)%f[%D]" or self.rest
  local before = imprint.at_end(upto, work, ".\1", true, true)
  if not before or not work.place then return nil end
  -- Without authors only a form that nothing else has is told from prose.
  if #work.authors == 0 and not (work.page or work.number_of_pages) then return nil end
  if not read_title(work, before:match "^[^\1]*") then return nil end
  work.kind = work.kind or "book"
  return work
end

-- `Название. URL: … (дата обращения: …)`: a title alone where a label and a day tell what it is.
local function read_page(work, text, found)
  if not found.is_labelled or not found.accessed or #text > 300 or text:find "%.%s+%S" then
    return nil
  end
  work.kind = "webpage"
  return read_title(work, text) and work or nil
end

return function(text, found)
  local is_cyrillic = letters.is_cyrillic(text:match "^%S+" or "")
  if not is_cyrillic and not text:find("//", 1, true) then return nil end
  text = text:gsub("%.%s*—%s+", ". "):gsub("%.%s*–%s+", ". "):gsub("%s+([:;,])%s", "%1 ")
  local authors, from = authors_of(text)
  local rest = text:sub(from)
  local work = { authors = authors }
  local title, part = rest:match "^(.-)%s+//%s*(.+)$"
  if title then return read_part(work, title, part, found) end
  if not is_cyrillic then return nil end
  return read_book(work, rest) or read_page(work, rest, found)
end
