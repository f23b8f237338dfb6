-- Place, publisher and year of a book, its edition and series.

local details = require "references.details"
local letters = require "references.letters"
local words = require "references.words"

local imprint = {}

local trimmed = letters.trimmed

-- `MA`, `Mass.`, `D.C.`, `Italy` behind a town.
function imprint.is_state(text)
  return text:find "^%u%u$" ~= nil or text:find "^%u%.%u%.$" ~= nil or text == "Mass."
    or text == "Calif." or text == "Conn." or text == "Ill."
    or words.countries[letters.fold(text)] ~= nil
end

local is_state = imprint.is_state

-- `Department of Health`
local function is_office(text)
  for word in text:gmatch "[^%s,]+" do
    if words.organisations[letters.fold(word)] then return true end
  end
  return false
end

-- A place without marks at its end, where `Cambridge, Mass.` keeps its stop.
local function place_of(text)
  return is_state(text:match "[^,%s]*$") and text or trimmed(text)
end

local function count_words(text) return select(2, text:gsub("%S+", "")) end

-- Whether a text may be a place: few words, each with a capital but small words.
local function may_be_place(text)
  if letters.is_place((text:gsub("\u{A0}", " "))) then return true end
  if text:find "[%(%)\1\"%d]" or count_words(text) > 6 or not letters.is_capital(text) then
    return false
  end
  for word in text:gmatch "[^%s/%-]+" do
    if word:find "^%u$" or word == "to" then return false end
    if letters.is_small(word) and not words.particles[word] and not words.name_words[word]
      and word ~= "am" and not word:find "^a%.\u{A0}"
    then
      return false
    end
  end
  return true
end

-- `il Mulino`, `La Découverte`, `The Free Press`
local function has_article(text)
  local article, name = text:match "^(%S+)%s+(%S.*)$"
  if not article or not words.articles[letters.fold(article)] or count_words(name) > 3 then
    return false
  end
  for word in name:gmatch "%S+" do
    if not letters.is_capital(word) then return false end
  end
  return true
end

local function may_be_publisher(text)
  local first = text:match "^%S+" or ""
  local month = text:find("^%d", #text) and text:match "([%a\128-\255]+)%.?%s+%d%d?$"
  month = month or text:match "^%d%d?%.?%s+([%a\128-\255]+)$"
  if month and words.months[letters.fold(month)] then return false end
  return first ~= "" and not words.articles[letters.fold(first)]
    and count_words(text) <= 10 and #text <= 120 and not text:find "%. %u%l+ "
    and (letters.is_capital(text) or text:find "%f[%a]%u" and count_words(text) <= 6)
end

local function is_publisher(text)
  -- `MIT P`, `Oxford UP`, as MLA shortens them.
  if text:find "%u[%a\128-\255]*%s+U?P$" then return true end
  for word in text:gmatch "[^%s,&/]+" do
    if words.publishers[letters.fold(word)] then return true end
  end
  return false
end

imprint.is_publisher = is_publisher

-- Whether a text names a journal, which no book has for its publisher.
function imprint.is_journal(text)
  if text:find ":" or is_publisher(text) then return false end
  for word in text:gmatch "[%a\128-\255]+" do
    if words.journals[letters.fold(word)] then return true end
  end
  return false
end

-- Tells place and publisher apart in what stands before the year. `is_place_first` says what an
-- unknown pair is; nil leaves it out.
local function split(work, text, is_place_first)
  text = text:gsub("^[%s,;:]+", ""):gsub("[%s,;:]+$", "")
  -- `СПб.` keeps its stop.
  if not letters.is_place((text:gsub("\u{A0}", " "))) then text = trimmed(text) end
  local place, publisher = text:match "^(.-)%s*:%s*(.+)$"
  local is_named = place and (may_be_publisher(publisher)
    or letters.is_place(place) and has_article(publisher))
  if is_named and may_be_place(place) then
    work.place, work.publisher = place_of(place), trimmed(publisher)
    return true
  end
  if text == "" or text:find ":" then return false end
  local first, second = text:match "^(.-),%s*(.+)$"
  local is_town = first and is_state(second) and letters.is_place(first)
  if first and is_state(second) then first, second = nil, nil end
  if not first then
    if is_town or letters.is_place(text) then work.place = text
    elseif is_publisher(text) then work.publisher = text
    elseif is_place_first ~= nil and may_be_place(text) then
      if is_place_first then work.place = text else work.publisher = text end
    else return false end
    return true
  end
  -- `Department of Health, Institutes of Health`
  if is_office(first) and is_office(second) and not letters.is_place(second) then
    work.publisher = text
    return true
  end
  local is_first = letters.is_place(first) or is_publisher(second)
  local is_second = letters.is_place(second) or is_publisher(first)
  if is_first == is_second then is_first, is_second = is_place_first, is_place_first == false end
  local is_known = letters.is_place(first)
  if is_first and may_be_place(first)
    and (may_be_publisher(second) or is_known and has_article(second))
  then
    work.place, work.publisher = first, second
  elseif is_second and may_be_place(second)
    and (may_be_publisher(first) or letters.is_place(second) and has_article(first))
  then
    work.publisher, work.place = first, second
  else
    return false
  end
  return true
end
imprint.split = split

-- `(London: Faber, 1990)`, `(Cambridge University Press, 2001)`, `(München 1990)`: takes the first
-- that is one. Returns the byte at which it stood.
function imprint.take_bracketed(self, work)
  local from = 1
  while true do
    local first, last, inside, year = self.rest:find("%(([^()]-),?%s*%f[%d]([12]%d%d%d)%)", from)
    if not first then return nil end
    local found = {}
    -- `2nd ed.; London: Faber`, `1867; repr., London: Faber`, but `London; New York: Faber`
    inside = inside:gsub("^([^:]*);%s*", function(before)
      return not letters.is_place(before:match "[^;]*$") and "" or nil
    end)
    inside = inside:gsub("^repr%.,?%s*", "")
    if inside:find "%S" and split(found, inside) then
      work.place, work.publisher, work.issued = found.place, found.publisher, { tonumber(year) }
      self.rest = self.rest:sub(1, first - 1) .. "\1" .. self.rest:sub(last + 1)
      return first
    end
    from = last + 1
  end
end

-- The marks between pieces, by their bytes.
local piece_marks = {}
for mark in (".,?!\1"):gmatch "." do piece_marks[mark:byte()] = mark end

-- The last piece of a text behind a mark and a blank, and what stands before it; a stop behind
-- initials or a saint is no mark.
local function last_piece(text, marks)
  for at = #text - 1, 1, -1 do
    local mark = piece_marks[text:byte(at)]
    if mark and marks:find(mark, 1, true) and text:find("^%s", at + 1) then
      local before = text:sub(1, at - 1)
      local word = letters.last_word(before, #before)
      local is_short = mark == "." and (word == "St" or word:find "^U%.[SKN]$"
        or words.abbreviations[letters.fold(word)]
        or letters.is_initials(word .. ".")
        and letters.is_place(text:sub(at - #word)))
      if not is_short then return text:sub(at + 1):match "^%s*(.-)%s*$", before, mark end
    end
  end
  return text, "", ""
end

-- `Titel. Untertitel. München: Beck` → the title and `München: Beck`; nil without a colon there.
local function split_colon(text)
  local colon = text:find ":%s[^:]*$"
  local before = colon and letters.without_blanks(text:sub(1, colon - 1))
  local publisher = colon and text:match("^%s+(.+)$", colon + 1)
  if not publisher or before == "" then return nil end
  -- `М.: Наука`: the place has a stop of its own.
  local stop = before:match "%.$" or ""
  local place, title, mark = last_piece(before:sub(1, #before - #stop), ".,?!\1")
  place = place:gsub("^%s+", "") .. stop
  while mark ~= "" and (is_state(place) or letters.is_place((last_piece(title, ".,\1")))) do
    local more
    more, title, mark = last_piece(title, ".,?!\1")
    place = more .. ", " .. place
    if not is_state(more) then break end
  end
  if not may_be_place(place) then return nil end
  -- `Berlin: Die Schmiede`, where a title stands before it.
  local is_named = title ~= "" and letters.is_place(place) and has_article(publisher)
  if not is_named and not may_be_publisher(publisher) then return nil end
  -- `Nebel: Ein Bericht, München`
  local town = publisher:match ",%s*([^,]+)$"
  local is_title = title == "" or town and letters.is_place(town)
  if is_title and not letters.is_place(place) then return nil end
  return title .. (mark:find "[%?!]" and mark or ""), place, trimmed(publisher)
end

local function read_end(text, work, marks, is_place_first, is_place)
  local at = text:find "[12]%d%d%d%)?[%s%.,\1]*$"
  if not at or not text:find("^[%s,%(]", at - 1) or at == 1 then return nil end
  local before, year = text:sub(1, at - 1):gsub("[%s,%(]+$", ""), text:sub(at, at + 3)
  work.issued = work.issued or { tonumber(year) }
  local title, place, publisher = split_colon(before)
  if title then
    work.place, work.publisher = place, publisher
    return title
  end
  -- `Beck, München 1990`, `Paris, Gallimard, 1990`, `München 1990`
  local last, rest, mark = last_piece(before, marks)
  if rest == "" then return nil end
  if is_state(last) then
    local town
    town, rest, mark = last_piece(rest, marks)
    last = town .. ", " .. last
  end
  local second, more = last_piece(rest, marks)
  local pair = {}
  local is_publisher_last = may_be_publisher(last) or letters.is_place(second) and has_article(last)
  -- `il Mulino, Bologna`
  local may_be_first = may_be_place(second) or has_article(second) and letters.is_place(last)
  if mark == "," and more ~= "" and may_be_first and is_publisher_last
    and split(pair, second .. ", " .. last, is_place_first)
  then
    work.place, work.publisher = pair.place, pair.publisher
    return more
  end
  if split(pair, last, is_place) then
    work.place, work.publisher = pair.place, pair.publisher
    return rest
  end
  return nil
end

-- Blanks behind the stops of abbreviated places, which end no sentence.
local function joined(text)
  if not (text:find("a.", 1, true) or text:find("St. ", 1, true) or text:find("Н. Н", 1, true)) then
    return text
  end
  return (text:gsub("%f[%a]a%. ?M%.", "a.\u{A0}M."):gsub("%f[%a]a%. Main", "a.\u{A0}Main")
    :gsub("%f[%a]a%. d%. ", "a.\u{A0}d.\u{A0}")
    :gsub("%s+u%. ?a%.(:?%s)", "%1")
    :gsub("%f[%a]St%. (%u)", "St.\u{A0}%1"):gsub("Н%. Новгород", "Н.\u{A0}Новгород"))
end

-- Reads the imprint at the end of a text: `Titel. Untertitel. München: Beck 1990`, `Titre, Paris,
-- Gallimard, 1990`. Returns the text before it, or nil. `is_place_first` as for `split`, `is_place`
-- the same of what stands alone; `marks` are those that part the imprint from the title.
function imprint.at_end(text, work, marks, is_place_first, is_place)
  local title = read_end(joined(text), work, marks, is_place_first, is_place)
  for _, name in ipairs { "place", "publisher" } do
    work[name] = work[name] and work[name]:gsub("\u{A0}", " ")
  end
  return title and (title:gsub("\u{A0}", " "))
end

-- --- what stands between a title and its imprint

local editions = {}
for index, pattern in ipairs(words.editions) do
  -- Most are passed over by what they have without the optional mark, which is found faster.
  editions[index] = { pattern, "[%(,;]?%s*" .. letters.boundary .. pattern .. "%)?" }
end

-- Whether one of the words stands in a text of which those patterns are made.
local function has_edition(text)
  for _, mark in ipairs { "ed", "Aufl", "изд", "Изд", "éd" } do
    if text:find(mark, 1, true) then return true end
  end
  return false
end

-- Takes the edition out of `rest`.
function imprint.take_edition(self, work)
  if not has_edition(self.rest) then return end
  for _, pattern in ipairs(editions) do
    local number = self.rest:find(pattern[1]) and details.take(self, pattern[2])
    if number then
      work.edition = number
      return
    end
  end
end

-- The patterns of a series, its name and the number of the book in it, each behind a text by which
-- most titles are passed over.
local series = {
  { "(=", "%s*%(=%s*([^%(%)]-)[,;%s]*(%d*)%)" }, { "(", "%s*%(([%u\195][^%(%)%d:]+),%s*(%d+)%)" },
  { "Bd.", "%s*%(([%u\195][^%(%)%d:]-),?%s+Bd%.%s*(%d+)%)" },
  { "Nr.", "%s*%(([%u\195][^%(%)%d:]-),?%s+Nr%.%s*(%d+)%)" },
  { "oll.", ",%s+[Cc]oll%.%s+([^,]+),%s*n°%s*(%d+)" }, { "oll.", ",%s+[Cc]oll%.%s+([^,]+)" },
  { "«", ",%s+«%s*([^«»]-)%s*»%f[%s,\1%z]" },
}

-- Takes a series that its words alone tell from a title, `, Harbour Studies 12` at the end.
local function take_named_series(self, work)
  local pattern = ",%s+(%u[^,%.:\1]-),?%s+(%d+)[%s,\1]*$"
  for word in (self.rest:match(pattern) or ""):gmatch "[^%s]+" do
    if words.series[letters.fold(word)] then
      local name, number = details.take(self, pattern)
      work.series, work.series_number = trimmed(name), number
      return
    end
  end
end

-- Takes the series out of `rest`: `(= Wissen, 12)`, `(Schriften des Museums, 7)`, `coll. Nuits`.
function imprint.take_series(self, work)
  for _, form in ipairs(series) do
    local name, number
    if self.rest:find(form[1], 1, true) then name, number = details.take(self, form[2]) end
    if name then
      name = trimmed((name:gsub("[«»“”]", "")))
      work.series = trimmed((letters.before((letters.before(name, words.volumes)), words.issues)))
      work.series_number = number ~= "" and number or nil
      return
    end
  end
  take_named_series(self, work)
end

return imprint
