-- Letters and interviews, which archives keep: `Letter from Ada Lund to Otto Brandt, 3 May 1890,
-- Harbour Archive, Box 3`, `Ada Lund, interview by Otto Brandt, Harbour Post, May 3, 2010`.

local details = require "references.details"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

local function without_honorific(text)
  local word, name = text:match "^(%S+)%s+(.+)$"
  return word and words.honorifics[word] and name or text
end

-- The people of a text in which all names are known; nil for another.
local function known_people(text)
  text = without_honorific(letters.trimmed(text))
  local may_be = text ~= "" and people.is_names(text) and not letters.is_place(text)
  local list = may_be and people.of(text, true)
  return list and people.are_known(list) and list or nil
end

local function is_author(text) return words.own_author[letters.fold(letters.trimmed(text))] end

local function with_capital(text) return text:sub(1, 1):upper() .. text:sub(2) end

-- Bytes of the longest town that a letter was written in.
local longest_town = 60

-- Bytes of the longest place in an archive: what is longer goes on with other letters.
local longest_place = 120

-- Adds archive, collection and the place in it: `Lund Papers, Harbour Archive, Box 3`.
local function add_archive(work, text)
  local self = { rest = text }
  work.page = numbers.take_pages(self)
  -- A sentence that follows is a remark. Commas within quotes part nothing.
  local source = self.rest:gsub("([%l%d%)])%.%s+%u[%l’']+%s+%l.*$", "%1")
    :gsub("“.-”", function(quoted) return (quoted:gsub(",", "\2")) end)
  local names, places = {}, {}
  for piece, after in source:gmatch "([^,;\1]+)()" do
    -- The next letter of the same note, which has a day of its own.
    if piece:find "%s+to%s+%u" and details.take_date { rest = source:sub(after) } then break end
    piece = letters.trimmed((piece:gsub("\2", ",")))
    local list = (#places > 0 or piece:find "%d") and places or names
    if piece ~= "" and not piece:find "%[" then list[#list + 1] = piece end
  end
  for _, name in ipairs(names) do
    if not titles.may_be(name) then return false end
  end
  work.archive = names[1] and table.concat(names, ", ") or nil
  local place = table.concat(places, ", ")
  work.archive_location = place ~= "" and #place <= longest_place and place or places[1]
  return true
end

-- Reads what follows the two of a letter: the day, and the book or the archive that has it.
local function read_source(work, text)
  local self = { rest = text }
  work.issued = details.take_date(self)
  local is_dated = work.issued and self.rest:find "^[%s,]*[^\1,]*,?%s*\1"
  if not is_dated then return nil end
  local before, behind = self.rest:match "^([^\1]*)\1(.*)$"
  -- `3 May 1890, in Letters of Lund, ed. Jane Roe (London: Faber, 1990), 12`
  local part = behind:match "^[%s,]+(.*)$"
  if part and letters.after(part, words.within) then
    local day = work.issued
    whole.read(work, part, true)
    work.issued, work.kind = day, "personal_communication"
    return whole.is_named(work) and work or nil
  end
  local place = letters.trimmed(before)
  if place ~= "" and not titles.may_be(place) then return nil end
  -- `3 March 1990 [no date] attached to Lund through Brandt`
  work.place = place ~= "" and not place:find "%[" and #place <= longest_town and place or nil
  return add_archive(work, behind) and work or nil
end

-- `Letter from Ada Lund to Otto Brandt, 3 May 1890`: mark, first and second name, what follows.
local function read_letter(text)
  local from = letters.after(text, words.letters_from)
  for _, joint in ipairs(from and words.letter_joints or {}) do
    local pattern = "^%s+([^,%d]-)" .. joint .. "([^,%d]-)(,%s.*)$"
    local sender, recipient, rest = text:match(pattern, from)
    local authors = sender and known_people(sender)
    local others = authors and known_people(recipient)
    if authors and (others or is_author(recipient)) then
      local title = text:sub(1, #text - #rest)
      local work = {
        authors = authors, recipient = others, title = title, kind = "personal_communication",
      }
      return read_source(work, rest)
    end
  end
  return nil
end

-- `Ada Lund, letter to Otto Brandt, 3 May 1890`
local function read_letter_by(text)
  local first, last, mark = letters.find_mark(text, words.letters_to)
  local authors = first and known_people(text:sub(1, first - 1))
  if not authors then return nil end
  local recipient, rest = text:match("^%s+([^,%d]+)(,%s.*)$", last + 1)
  local others = recipient and known_people(recipient)
  if not others and not (recipient and is_author(recipient)) then return nil end
  local work = {
    authors = authors, recipient = others, kind = "personal_communication",
    title = with_capital(mark) .. " " .. recipient,
  }
  return read_source(work, rest)
end

-- A text that is a family's name alone as a list of people; nil for another.
local function family(text)
  local name = without_honorific(letters.trimmed(text)):match "^%u[%a\128-\255'’%-]+$"
  if not name or letters.is_place(name) then return nil end
  local plain = letters.fold(name)
  if words.no_families[plain] or words.months[plain] or ibid.is_stopword(plain) then return nil end
  -- `Attributed to Rembrandt`, `Introduction to Physics`
  if plain:find "%a%aed$" or plain:find "tion$" or plain:find "ments?$" then return nil end
  return { { family = name } }
end

local function names_archive(text)
  text = letters.fold(text)
  for _, word in ipairs(words.archives) do
    if text:find(word, 1, true) then return true end
  end
  return false
end

-- `Ada Lund to Otto Brandt, 3 May 1890`: without a word for it the day has to be whole. Where an
-- archive is named, the families are enough.
local function read_plain_letter(text)
  local sender, recipient, rest = text:match "^([^,%d]-)%s+to%s+([^,%d]+)(,%s.*)$"
  if not sender then return nil end
  local authors, others = known_people(sender), known_people(recipient)
  if not (authors and others) and names_archive(rest) then
    authors, others = authors or family(sender), others or family(recipient)
  end
  if not (authors and others) then return nil end
  local work = {
    authors = authors, recipient = others, kind = "personal_communication",
    title = sender .. " to " .. recipient,
  }
  work = read_source(work, rest)
  return work and work.issued[3] and (work.archive or work.container) and work or nil
end

-- `Ada Lund, interview by Otto Brandt, Harbour Post, May 3, 2010`
local function read_interview(text)
  local first, last, mark = letters.find_mark(text, words.interviews)
  if not first then return nil end
  local head = letters.trimmed(text:sub(1, first - 1))
  local asked = known_people(head)
  if head ~= "" and not asked then return nil end
  local who, rest = text:match("^%s+([^,%d]+)(,%s.*)$", last + 1)
  local others = who and known_people(who)
  if not others and not (who and is_author(who)) then return nil end
  local work = { authors = asked or {}, title = with_capital(mark) .. " " .. who }
  -- Who is asked stands first, or behind `with`.
  if words.interviewed_by[mark] then work.interviewer = others
  elseif not asked then work.authors = others or {} end
  -- `, by Otto Brandt, Harbour Post`
  local by, behind = rest:match "^,%s+by%s+([^,%d]+)(,%s.*)$"
  work.interviewer = work.interviewer or by and known_people(by)
  whole.read(work, by and work.interviewer and behind or rest, true)
  work.kind = "interview"
  if not work.issued or work.container ~= "" and not whole.is_named(work) then return nil end
  -- Where nobody is named before, nobody has printed it.
  local is_printed = asked or work.interviewer or work.page
  if is_author(who) or not is_printed then work.place, work.container = work.container, nil end
  return work
end

-- `Ada Lund, personal communication, May 3, 2010`
local function read_told(text)
  local first, last, mark = letters.find_mark(text, words.told, "^,")
  local authors = first and known_people(text:sub(1, first - 1))
  if not authors then return nil end
  local self = { rest = text:sub(last + 2) }
  local work = { authors = authors, title = with_capital(mark), issued = details.take_date(self) }
  local place = letters.trimmed(self.rest)
  local is_town = place == "" or titles.may_be(place) and #place <= longest_town
  if not work.issued or not is_town then return nil end
  work.place = place ~= "" and place or nil
  work.kind = mark:find("interview", 1, true) and "interview" or "personal_communication"
  return work
end

return function(text)
  return read_interview(text) or read_told(text) or read_letter(text) or read_letter_by(text)
    or text:find(" to ", 1, true) and read_plain_letter(text) or nil
end
