-- What stands in round brackets behind a title, as APA puts it there: `(A. Jones, Trans.; 2nd ed.,
-- Vol. 2)`, `(Report No. 12)`.

local letters = require "references.letters"
local people = require "references.people"
local words = require "references.words"

local brackets = {}

-- The names and the lists that they are for, `{"editor", "translator"}`, of `A. Jones & B. Hill,
-- Eds. & Trans.`; nil for another text.
local function roles_of(text)
  for _, label in ipairs(words.bracket_roles) do
    local names = letters.before(text, label.marks)
    if names ~= text then return letters.trimmed(names), label.roles end
  end
  return nil
end

-- The text of a bracket without the people whom it names, who are added to `work`.
local function without_people(work, inside)
  local kept = {}
  for piece in inside:gmatch "[^;]+" do
    piece = letters.trimmed(piece)
    -- The last stop is that of the role.
    local names, roles = roles_of(piece:gsub("%.?$", "."))
    local list = names and people.is_names(names) and people.of(names, true)
    if list and people.are_known(list) then
      for _, role in ipairs(roles) do work[role] = work[role] or list end
    else
      kept[#kept + 1] = piece
    end
  end
  return table.concat(kept, ", ")
end

-- Takes the people out of the brackets of `rest`; what else stands in them stays.
function brackets.take_people(self, work)
  self.rest = self.rest:gsub("%s*%(([^()]+)%)", function(inside)
    local kept = without_people(work, inside)
    if kept == "" then return "\1" end
    return (work.editor or work.translator) and inside:find ";" and " (" .. kept .. ")" or nil
  end)
end

-- Takes a report's name and number, `(Report No. 12)`.
function brackets.take_report(self, work)
  local title, genre, number = self.rest:match "^(.-)%s*%(([^()]+)%s+[Nn]o%.%s*([%w%-]+)%)"
  if not title then
    title, number = self.rest:match "^(.-)%s*%(No%.%s*([%w%-]+)%)"
  end
  if not title or genre and not letters.is_capital(genre) then return end
  self.rest = title .. "\1" .. self.rest:sub(#self.rest:match "^.-%b()" + 1)
  work.kind, work.genre, work.number = "report", genre, number
end

-- Closes up brackets of which all has been taken.
function brackets.close(self)
  self.rest = self.rest:gsub("%s*%([%s,;%.\1]*%)", "\1")
end

return brackets
