-- Editors, translators and those who wrote a preface, behind the words for them.

local letters = require "references.letters"
local people = require "references.people"
local words = require "references.words"

local contributors = {}

-- Names behind a mark, up to the next part of the reference.
local function names_behind(text, from)
  local names = text:sub(from):match "^%s*([^\1%(%)%[%]:]+)"
  if not names then return nil end
  -- A stop ends the names unless it stands behind initials.
  local at = 1
  while true do
    local stop = names:find("[%.,;]%s", at)
    if not stop then break end
    local word = names:sub(1, stop):match "(%S+)$"
    local next_word = names:sub(stop + 1):match "^%s*(%S+)"
    local is_end = names:sub(stop, stop) ~= "."
        and not (next_word and words.conjunctions[next_word])
      or names:sub(stop, stop) == "." and not letters.is_initials(word)
    if is_end then
      names = names:sub(1, stop - 1)
      break
    end
    at = stop + 1
  end
  return names
end

-- Whether what stands from `first` to `last` may be the mark of a role: `IEEE Trans. Neural Netw.`
-- has none, as an abbreviation with a capital begins a sentence.
local function is_mark(text, first, last)
  if not text:find("^%s", last + 1) then return false end
  if first == 1 then return true end
  if text:find("^[%w\128-\255]", first - 1) then return false end
  return not text:sub(first, last):find "^%u%l+%.$" or text:sub(1, first - 1):find "^%s*$"
    or text:sub(math.max(1, first - 20), first - 1):find "[^%w\128-\255%s]%s*$" ~= nil
end

-- `edited by Copeland and Juliet McMaster`, where an author is named again by the family alone.
local function name_again(list, authors)
  for index, person in ipairs(list) do
    for _, author in ipairs(authors or {}) do
      if author.family and person.given == author.family then list[index] = author end
    end
  end
end

local function take_role(self, work, role, marks)
  if work[role] then return end
  for _, mark in ipairs(letters.possible(self.rest, marks)) do
    local at = 1
    while true do
      local first, last = self.rest:find(mark, at, true)
      if not first then break end
      local names = is_mark(self.rest, first, last) and names_behind(self.rest, last + 1)
      local list = names and not letters.is_place(names) and people.is_names(names)
        and people.of(names, true)
      if list and people.are_known(list) then
        if words.genitive_roles[mark] then people.set_nominative(list) end
        local from, ending = self.rest:find(names, last + 1, true)
        -- `Trans. Neural Netw., vol. 3`: a stop before a comma is that of an abbreviated word.
        local is_abbreviated = from and self.rest:find("^%.,", ending + 1)
        if from and not is_abbreviated then
          name_again(list, work.authors)
          work[role] = list
          self.rest = self.rest:sub(1, first - 1):gsub("[%s,%.;%(/]+$", "") .. "\1"
            .. self.rest:sub(ending + 1):gsub("^[%)]", "")
          return
        end
      end
      at = last + 1
    end
  end
end

-- Takes editors, translators and authors of a preface out of `rest`.
function contributors.take(self, work)
  take_role(self, work, "translator", words.translators)
  take_role(self, work, "editor", words.editors)
  take_role(self, work, "contributor", words.contributors)
end

return contributors
