-- Entries of encyclopedias: `Art. Waage, in: Lexikon der Mühlen, Bd. 3, München 1990, S. 12–14`,
-- `Lexikon der Mühlen, 3rd ed., s.v. “Weir,” by Ada Lund`.

local heads = require "references.heads"
local letters = require "references.letters"
local people = require "references.people"
local titles = require "references.titles"
local whole = require "references.whole"
local words = require "references.words"

-- Without quotes around the title, which stands before the whole.
local function read_title_first(text)
  local first, last = letters.find_mark(text, words.entries)
  if not first then return nil end
  local title, part = heads.split_part(text:sub(last + 1))
  local names = letters.trimmed(text:sub(1, first - 1))
  if not title or not people.is_names(names) or titles.quotation(title) then return nil end
  local authors = people.of(names, true)
  if names ~= "" and not people.are_known(authors) then return nil end
  local work = { authors = authors, title = letters.trimmed(title) }
  if not titles.may_be(work.title, true) or not whole.read(work, part, true) then return nil end
  work.kind = "entry-encyclopedia"
  return whole.is_named(work) and work.issued and work or nil
end

-- The title of an entry behind its mark, in quotes or some words up to a comma, and what follows
-- it; nil where neither that nor the name before it may be one.
local function split_title(text, name)
  local first, title, after, opener = titles.quotation(text)
  if first and not titles.is_wide(opener) and not text:sub(1, first - 1):find "%S" then
    return letters.trimmed(title), text:sub(after)
  end
  local word, rest = text:match "^%s+([^%s,%.;\1][^,%.;\1]*)(.*)$"
  local is_title = word and not word:find "%s%S+%s+%S+%s+%S" and titles.has_title_case(name)
    and not ibid.is_stopword(word:match "%S+")
  return is_title and letters.trimmed(word) or nil, rest
end

-- A text without the titles at its head: of `s.vv. “lock,” “weir”` the first stands for all.
local function without_more_titles(text)
  while true do
    local first, _, after = titles.quotation(text)
    local between = first and letters.trimmed(text:sub(1, first - 1))
    if not first or between ~= "" and not words.conjunctions[between] then return text end
    text = text:sub(after)
  end
end

-- Takes the authors or editors from the head of the name of a whole: `Ilse Brack (ed.), Lexikon`.
local function take_people(work, text)
  local list, role, place = heads.before_stop(text)
  if not list then list, role, place = heads.authors(text, true) end
  if not list or not list[1] or not people.are_known(list) then return text end
  local name = text:sub(place)
  local town = letters.trimmed(name:match "^[^,%d]*")
  if not role and (not letters.is_capital(name) or letters.is_place(town)) then return text end
  work[role or "container_authors"] = list
  return name
end

-- Takes the author from the head of a text: `, by Ada Lund, Harbour Press, 1990`.
local function take_author(work, text)
  local after = letters.after(text, words.written_by, text:match "^[%s,]*()")
  local names, rest = text:match("^%s+([^,%(\1]+)(.*)$", after or #text + 1)
  local authors = names and people.is_names(names) and people.of(names, true)
  if not authors or not people.are_known(authors) then return text end
  work.authors = authors
  return rest
end

-- Whether a text may be the name of a whole: it begins like no sentence, and ends with no page.
local function may_be_whole(text)
  local first = letters.fold(text:match "^[^%s’']+" or "")
  local is_sentence = ibid.is_stopword(first) and not words.articles[first]
  return not is_sentence and not text:find ",%s+%d%d?%d?$" and letters.is_capital(text)
    and select(2, text:gsub("%(", "")) == select(2, text:gsub("%)", ""))
end

-- What tells of a whole behind the title of an entry, its imprint or pages: all but a place in the
-- entry, `sense 2`; nil where a sentence goes on.
local function behind_title(text)
  local rest = text:gsub("^[%s,%.]+", "")
  local word = rest:match "^%l+"
  if word and not words.within_entry[word] then return nil end
  local tells = letters.has_year(rest) or rest:find("\1", 1, true) or rest:find "^%d+[%-\xE2]"
    or letters.after(rest, words.pages)
  return tells and rest or ""
end

-- `Lexikon der Mühlen, s.v. “Weir”`: the whole stands before the title and needs no year.
local function read_whole_first(text)
  local first, last = letters.find_mark(text, words.sub_voce)
  local before = first and text:sub(1, first - 1):gsub("[%s,]+$", "") or ""
  if not may_be_whole(before) then return nil end
  local title, behind = split_title(text:sub(last + 1), before)
  local has_letters = title and title:find "[%w\195-\225\227-\244]"
  if not has_letters or not titles.may_be(title, true) then return nil end
  local work = { authors = {}, title = title, is_entry = true }
  before = take_people(work, before)
  behind = behind_title(take_author(work, without_more_titles(behind)))
  if not behind then return nil end
  -- What stands behind the title is no part of the name.
  local alone = { authors = {} }
  whole.read(alone, "in: " .. before, true)
  if not whole.is_named(alone) then return nil end
  whole.read(work, "in: " .. before .. (behind ~= "" and ", " .. behind or ""), true)
  work.container, work.kind = alone.container, "entry-encyclopedia"
  return work
end

return function(text) return read_title_first(text) or read_whole_first(text) end
