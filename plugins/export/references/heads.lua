-- The head of a note whose parts end with commas or stops: its authors, and the title before its
-- imprint.

local contributors = require "references.contributors"
local imprint = require "references.imprint"
local letters = require "references.letters"
local numbers = require "references.numbers"
local people = require "references.people"
local titles = require "references.titles"
local words = require "references.words"

local heads = {}

local function pieces_of(text)
  local pieces = {}
  for first, piece in (text .. ", "):gmatch "()(.-),%s" do
    pieces[#pieces + 1] = { first = first, text = piece:gsub("^%s+", "") }
  end
  return pieces
end

-- How many pieces are a list with a conjunction: `A. Lund, B. Kessel, and C. Doyle`.
local function count_pieces_listed(pieces)
  for index = 2, math.min(#pieces, 8) do
    local word, name = pieces[index].text:match "^(%S+)%s+(.+)$"
    if word and words.conjunctions[word] and people.direct(name) then return index end
    if not people.direct(pieces[index].text) then return 1 end
  end
  return 1
end

-- The same for a text whose pieces commas part.
function heads.count_listed(text) return count_pieces_listed(pieces_of(text)) end

-- How many pieces stand before the year; nil without one.
local function count_before_year(pieces)
  for index, piece in ipairs(pieces) do
    if piece.text:find "^[12]%d%d%d%f[%D]" then return index - 1 end
    if piece.text:find "%f[%d][12]%d%d%d$" then return index end
  end
  return nil
end

-- How many pieces are names with the family's first: `García Márquez, Gabriel`, `Lund, A.` Where
-- the first piece may be a whole name, title, place and publisher have to follow the second:
-- `Jean Dupont, Nuit, Paris, Seuil, 1990`.
local function count_inverted(pieces)
  local count = 0
  while pieces[count + 2] do
    local family, given = pieces[count + 1].text, pieces[count + 2].text
    local is_initials = given:find "%.$" and people.are_known(people.of(family .. ", " .. given))
    local next_piece = pieces[count + 3]
    local is_short = people.direct(family) and (count_before_year(pieces) or 0) < 5
    local is_full = is_short or family:find "^%u%u+%s+%u%l" or family:find "%s" and given:find "%s"
    local is_name = count == 0 and next_piece and letters.is_capital(next_piece.text)
      and not given:find "%s%S+%s" and not is_full and not letters.is_place(given)
      and people.are_known(people.of(family .. ", " .. given))
    if not is_initials and not is_name then break end
    count = count + 2
    if is_name and not is_initials then break end
  end
  return count
end

-- `Müller, Hans (Hrsg.), Titel`: the editors and the place of the title; nil for another head.
local function editors_of(text)
  for _, suffix in ipairs(letters.possible(text, words.editor_suffixes)) do
    local first, last = text:find(suffix .. ",", 1, true)
    if first and suffix:find "^%(" then
      local names = letters.trimmed(text:sub(1, first - 1))
      local list = people.is_names(names) and people.of(names, true)
      if list and people.are_known(list) then return list, text:match("^%s*()", last + 1) end
    end
  end
  return nil
end

-- The authors at the head of a note, their role where they are not that, and the place of the
-- title; an empty list where the note begins with the title, nil where this is another form.
-- With `is_bracketed` its imprint stands in brackets, which a note has and a bibliography has not.
function heads.authors(text, is_bracketed)
  -- `MARX (Karl), Le Capital`
  text = text:gsub("^(%u[%a\128-\255%-]+)%s+%(([%u\195][^%(%)%d]*)%),", function(family, given)
    if letters.is_place(given) then return nil end
    return family .. ", " .. given .. ","
  end, 1)
  local editors, behind_role = editors_of(text)
  if editors then return editors, "editor", behind_role end
  local pieces = pieces_of(text)
  -- `Smith, John. Title` and `Müller, Hans: Titel` are other forms.
  local given, mark = (pieces[2] and pieces[2].text or ""):match "^(.-)([%.:])%s+[^%l%s]"
  -- `Hans Müller, Nebel. Ein Bericht`, where no imprint behind a stop was found.
  local is_direct = people.are_direct(pieces[1].text)
    and (is_bracketed or mark == "." or given and not people.begins_with_given(given))
  if given and not is_direct and people.are_known(people.of(pieces[1].text .. ", " .. given)) then
    return nil
  end
  local count = math.max(count_inverted(pieces), count_pieces_listed(pieces))
  if not pieces[count + 1] then count = 1 end
  if not pieces[2] then return {}, nil, 1 end
  local names = text:sub(1, pieces[count + 1].first - 1):gsub("[%s,]+$", "")
  local plain, role = people.without_role(names)
  local behind = pieces[count + 1].text
  local suffix = select(2, letters.before(names .. ", " .. behind, words.editor_suffixes))
  local is_others = people.without_others(", " .. behind) == ""
  if pieces[count + 2] and (suffix == ", " .. behind or is_others) then
    role, count = suffix and "editor" or role, count + 1
  end
  -- `Académie du verre`
  local office, small = plain:match "^(%S+)%s+(%S+)%s"
  local is_organisation = office and words.organisations[letters.fold(office)]
    and (words.particles[small] or small == "für" or small == "pour")
  if not people.is_names(plain) and not is_organisation then return {}, nil, 1 end
  local list = people.of(plain, true)
  local first = plain:match "^%S+"
  local is_phrase = words.articles[letters.fold(first)] and not people.are_known(list)
  if #list == 0 or is_phrase then return {}, nil, 1 end
  return list, role, pieces[count + 1].first
end

-- Whether a name goes on behind initials: with more of them, a particle, or the next author.
local function goes_on(next_word)
  next_word = next_word:gsub(",$", "")
  return letters.is_initials(next_word) or words.conjunctions[next_word] or next_word == "&"
    or words.particles[next_word:match "^(.*)%.$"] or false
end

-- The authors before a stop at the head of a bibliography's entry, `Smith, John. Title`, their role
-- where they are not that, and the place behind them; nil for another head.
function heads.before_stop(text)
  local from = 1
  while true do
    local stop, after = text:match("()%.%s+()", from)
    if not stop or stop > 240 then return nil end
    local word = letters.last_word(text, stop):match "[^,]*$"
    local is_initials = letters.is_initials(word)
    local next_word = text:match("^%S+", after) or ""
    if not (is_initials and goes_on(next_word)) then
      local names, role = people.without_role(text:sub(1, stop))
      if not role and not is_initials then
        names, role = people.without_role(text:sub(1, stop - 1))
      end
      local list = people.is_names(names) and people.of(names)
      if list and people.are_known(list) and names:find "," then return list, role, after end
      if list and not is_initials and #list == 1 and people.is_organisation(names) then
        return list, role, after
      end
    end
    from = after
  end
end

-- Takes what stands between title and imprint.
function heads.take_middle(self, work)
  contributors.take(self, work)
  imprint.take_edition(self, work)
  numbers.take_volume_count(self, work)
  imprint.take_series(self, work)
  if not work.volume then numbers.take_marked_volume(self, work) end
  -- `vol. 2 of The Years`
  local series = work.volume and not work.series and self.rest:match "\1%s+of%s+(%u[^\1%(]*)$"
  work.series = series and letters.trimmed(series) or work.series
end

-- Sets the title to the text up to what was taken; returns the work, or nil for no title. One that
-- begins with a small letter is a title where `is_sure`.
function heads.set_title(work, text, is_sure)
  local title = letters.trimmed(text:match "^[^\1]*")
  if not titles.may_be(title, is_sure) or titles.goes_on_behind_quote(title) then return nil end
  titles.add(work, title)
  return work
end

-- `La nebbia, «Rivista del tempo», 12 (1990), n. 3`: the title, and what follows from the journal
-- on; nil where the year alone follows, as behind a series.
local function behind_guillemets(text)
  if not text:find("«", 1, true) then return nil end
  local before, part, behind = text:match "^([^«»]-),%s+(«[^«»]+»%s*,?%s*([^«»]*))$"
  if not before then return nil end
  local is_year = behind:find "^[12]%d%d%d%f[%D]"
  local is_volume = behind:find "^%d" and not is_year or behind:find "^[IVXLC]+%f[%s,%(]"
  if is_volume then return before, part end
  for _, marks in ipairs { words.volumes, words.issues } do
    if letters.after(behind, marks) then return before, part end
    local from = is_year and behind:match("^%d+,%s*()")
    if from and letters.after(behind, marks, from) then return before, part end
  end
  return nil
end

-- `Titel, in: Sammelband`: the same as `heads.split_part` for this word alone.
function heads.split_in(text)
  if not text:find "%s[Ii]n:%s" then return nil end
  return text:match "^(.-)[,%.]%s+([Ii]n:%s.+)$"
end

-- `Title, in: Whole`: the text before and from the small word on; nil for none.
function heads.split_part(text)
  local before, part = heads.split_in(text)
  if before then return before, part end
  before, part = behind_guillemets(text)
  if before then return before, part end
  for _, mark in ipairs { ", in ", ", dans ", ", en ", ". In " } do
    local first = text:find(mark, 1, true)
    local behind = first and text:sub(first + #mark)
    if behind and (letters.is_capital(behind) or behind:find "^«") then
      return text:sub(1, first - 1), text:sub(first + 2)
    end
  end
  return nil
end

return heads
