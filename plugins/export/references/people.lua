-- The names at the head of a reference.

local family_names = require "references.family_names"
local given_names = require "references.given_names"
local letters = require "references.letters"
local lists = require "references.lists"
local memory = require "references.memory"
local words = require "references.words"

local people = {}

-- The words of a text, in a list that nobody changes.
local words_of = memory.of(function(text)
  local list = {}
  for word in text:gmatch "%S+" do list[#list + 1] = word end
  return list
end)

local function is_suffix(word)
  return word:find "^[JS]r%.?$" ~= nil or word:find "^I[IV]+$" ~= nil
end

-- Whether a word is one of an organisation's name, or of no name at all.
local is_common = memory.of(function(word)
  local plain = ibid.fold(word):gsub("[%.,]", "")
  if words.organisations[plain] then return true end
  if letters.has_ending(plain, words.organisation_endings) then return true end
  -- `A.` of `Robert A. Caro` is no article.
  local is_joint = words.name_words[plain] and not words.particles[plain]
  if is_joint and not letters.is_initials(word) then return true end
  return plain == "the" or plain == "without" or plain == "against"
end)

-- Whether words are those of an organisation's name, or no name at all.
local function has_common_word(list)
  for _, word in ipairs(list) do
    if is_common(word) then return true end
  end
  return false
end

-- Whether a word may be part of a name: `Müller`, `O’Brien`, `J.-P.`, `de`.
local is_name_word = memory.of(function(word)
  if words.particles[word] or letters.is_initials(word) then return true end
  return letters.is_capital(word) and not word:find "[%d%.:;!%?%(%)%[%]/\"]"
end)

-- `J. A.`, `J.-A.`, `J`
local function is_initials(text)
  for _, word in ipairs(words_of(text)) do
    local dotted = word:find "%.$" and word or word .. "."
    if not letters.is_initials(dotted) then return false end
  end
  return text:find "%S" ~= nil
end

-- `AB`, initials without stops.
local function is_bare(word) return word:find "^%u%u?$" ~= nil end

-- Whether a text may be the family's name of one person.
local is_family = memory.of(function(text)
  local list = words_of(text)
  if #list == 0 or #list > 5 or has_common_word(list) then return false end
  if words.title_articles[letters.fold(list[1])] then return false end
  for _, word in ipairs(list) do
    if not is_name_word(word) or letters.is_initials(word) or is_bare(word) then return false end
  end
  return letters.is_capital(list[#list])
end)

-- Whether a text may be given names: `John`, `Hans-Peter`, `John A.`
local is_given = memory.of(function(text)
  local list = words_of(text)
  if #list == 0 or #list > 4 or has_common_word(list) then return false end
  if words.articles[letters.fold(list[1])] or letters.after(text .. ".", words.theses) then
    return false
  end
  for _, word in ipairs(list) do
    if not is_name_word(word) then return false end
  end
  return letters.is_capital(list[1])
end)

-- Takes a name in the order of speech apart: what begins at the last word, or a particle before
-- it, is the family's, as BibTeX reads it. Nil where it is no name of a person.
function people.direct(text)
  local list = words_of(text)
  local suffix = is_suffix(list[#list] or "") and list[#list] or nil
  if suffix then list = table.move(list, 1, #list - 1, 1, {}) end
  if #list < 2 or #list > 5 or has_common_word(list) then return nil end
  if words.articles[letters.fold(list[1])] then return nil end
  for _, word in ipairs(list) do
    if not is_name_word(word) then return nil end
  end
  -- `DUPONT Jean`
  -- Three or four capitals may as well be those of an organisation: `GCC Manual`.
  if list[1]:find "^%u%u%u%u?$" then return nil end
  if list[1]:find "^%u%u%u+$" and not list[#list]:find "^%u%u" and #list == 2 then
    return { family = list[1], given = list[2], suffix = suffix }
  end
  local first = #list
  while first > 2 and words.particles[letters.fold(list[first - 1])] do first = first - 1 end
  -- `Ortega y Gasset`
  if list[first] == "y" and first > 2 then first = first - 1 end
  -- `Gabriel García Márquez`
  local is_double = first == #list and #list >= 3 and family_names[letters.fold(list[first - 1])]
    and given_names[letters.fold(list[first - 2])]
  if is_double then first = first - 1 end
  if not letters.is_capital(list[1]) or letters.is_initials(list[#list])
    or not letters.is_capital(list[#list]) or is_bare(list[#list])
  then
    return nil
  end
  return {
    given = table.concat(list, " ", 1, first - 1), family = table.concat(list, " ", first),
    suffix = suffix,
  }
end

-- `A. Tissandier`, and `Tissandier A. B.`; nil for what has no initials.
local function with_initials(piece)
  local list = words_of(piece)
  local count = 0
  while count < #list and letters.is_initials(list[count + 1]) do count = count + 1 end
  if count > 0 and count < #list then
    local family = table.concat(list, " ", count + 1)
    if is_family(family) then
      return { family = family, given = table.concat(list, " ", 1, count) }
    end
    return nil
  end
  local first = #list + 1
  while first > 2 and letters.is_initials(list[first - 1]) do first = first - 1 end
  if first > #list and first > 2 and is_bare(list[#list]) then first = #list end
  local family = table.concat(list, " ", 1, first - 1)
  if first <= #list and is_family(family) then
    return { family = family, given = table.concat(list, " ", first) }
  end
  return nil
end

-- What parts names: a text by which most names are passed over, the pattern, and what it becomes.
local joints = {
  -- `Roe, B., … Doe, A.`
  { "\u{2026}", ",?%s*\u{2026}%s*", "\0" }, { ".", ",?%s*%.%s?%.%s?%.%s*", "\0" },
  { ";", "%s*;%s*", "\0" }, { "&", ",?%s*&%s*", "\0" }, { "/", "%s+/%s+", "\0" },
  { "-", "%s+%-%s+", "\0" }, { "\u{2013}", "%s+\u{2013}%s+", "\0" },
  { "/", "([%l\128-\255%.])/([%u\195])", "%1\0%2" },
}
local conjunctions, pure_conjunctions = {}, {}
for word in pairs(words.conjunctions) do
  conjunctions[word] = "\0"
  pure_conjunctions[word] = not words.particles[word] and "\0" or nil
end

-- Groups of names parted by semicolons, ampersands, slashes and conjunctions, but not by those that
-- are parts of names where `keeps_particles`.
local function groups_of(text, keeps_particles)
  for _, joint in ipairs(joints) do
    if text:find(joint[1], 1, true) then text = text:gsub(joint[2], joint[3]) end
  end
  text = text:gsub("%f[^%s,](%S+)%s", keeps_particles and pure_conjunctions or conjunctions)
  local groups = {}
  for group in text:gmatch "[^%z]+" do
    group = letters.trimmed(group)
    if group ~= "" then groups[#groups + 1] = group end
  end
  return groups
end

local function pieces_of(group) return lists.parts(group, "[^,]+") end

-- Adds the people of one group; false where one part is none.
local function add_group(list, pieces, is_direct)
  local index = 1
  while index <= #pieces do
    local piece, after = pieces[index], pieces[index + 1]
    local person = with_initials(piece)
    if not person and after and is_initials(after) and is_family(piece) then
      -- The last stop is lost where it ended the list as well.
      person = { family = piece, given = after:find "%.$" and after or after .. "." }
      index = index + 1
    end
    -- `Smith, John`; in `John Smith, Jane Doe` each has two words.
    local is_inverted = after and is_family(piece) and is_given(after)
      and (not piece:find "%s" or not after:find "%s"
        or not is_direct and index == 1 and #pieces == 2)
    if not person and is_inverted then
      person = { family = piece, given = after }
      index = index + 1
    end
    if not person and (is_direct or #list > 0) then person = people.direct(piece) end
    if not person then
      if is_suffix(piece) and #list > 0 then list[#list].suffix = piece else return false end
    else
      list[#list + 1] = person
    end
    index = index + 1
  end
  return true
end

-- `John` and `Anne Tedeschi`, who share the family's name; nil for other groups.
local function relatives_of(groups)
  local first = #groups == 2 and groups[1]
  if not first or first:find "[%s,]" or not is_name_word(first) then return nil end
  local second = people.direct(groups[2])
  if not second or not is_given(first) or second.given:find "%.$" then return nil end
  return { { family = second.family, given = first }, second }
end

-- The people of all groups; nil where one is none.
local function list_of(groups, is_direct)
  local list = {}
  for _, group in ipairs(groups) do
    if not add_group(list, pieces_of(group), is_direct) then
      return is_direct and relatives_of(groups) or nil
    end
  end
  return list
end

-- The text without what says that there are more authors, and whether it said so.
function people.without_others(text)
  local rest, found = letters.before(letters.without_commas(text), words.others)
  return found and letters.without_commas(rest) or text, found ~= nil
end

-- The text without the word of a role behind names, and `editor`, `translator` or nil.
function people.without_role(text)
  text = letters.without_blanks(text)
  for _, role in ipairs { "editor", "translator" } do
    local rest, found = letters.before(text, words[role .. "_suffixes"])
    if found then return rest, role end
  end
  return (letters.before(text, words.author_suffixes)), nil
end

local function people_of(text, is_direct)
  text = letters.trimmed(text)
  if text == "" then return {} end
  text = people.without_others(text)
  return list_of(groups_of(text), is_direct) or list_of(groups_of(text, true), is_direct)
    or { { literal = (text:gsub("%.$", "")) } }
end

-- Several forms ask for the same names, and each changes its own list.
local direct_people = memory.of(function(text) return people_of(text, true) end)
local inverted_people = memory.of(function(text) return people_of(text, false) end)

-- A list of `{family, given, suffix}` or `{literal}`. Names are taken apart only where initials or
-- a comma tell which part is which (`Baker, A.`, `Brandt, Ilse, and Udo Kessel`, `C. Beaurepaire`),
-- and with `is_direct` in the order of speech; an organisation stays whole.
function people.of(text, is_direct)
  local list = {}
  for index, person in ipairs(is_direct and direct_people(text) or inverted_people(text)) do
    list[index] = { family = person.family, given = person.given, suffix = person.suffix,
      literal = person.literal }
  end
  return list
end

-- Whether a text is one name or several in the order of speech, and none with the family's first.
function people.are_direct(text)
  return not text:find(",", 1, true) and people.are_known(people.of(text, true))
end

-- Whether a text begins with a given name of the languages in which families have two.
function people.begins_with_given(text)
  return given_names[letters.fold(text:match "^[^%s%-]*")] == true
end

-- Endings of Russian families' names in the genitive that leave no doubt of the nominative.
local nominatives = {
  { "ова", "ов" }, { "ева", "ев" }, { "ёва", "ёв" }, { "ина", "ин" }, { "ына", "ын" },
  { "овой", "ова" }, { "евой", "ева" }, { "иной", "ина" }, { "ского", "ский" }, { "цкого", "цкий" },
  { "ской", "ская" }, { "цкой", "цкая" },
}

-- Puts names that stand in the genitive (`под ред. П. П. Петрова`) into the nominative.
function people.set_nominative(list)
  for _, person in ipairs(list) do
    for _, ending in ipairs(nominatives) do
      local stem = person.family:match("^(.+)" .. ending[1] .. "$")
      if stem then
        person.family = stem .. ending[2]
        break
      end
    end
  end
end

-- Whether all of a list are people, whose names were taken apart.
function people.are_known(list)
  for _, person in ipairs(list) do
    if person.literal then return false end
  end
  return #list > 0
end

-- Whether a text begins with names as medicine writes them, `Margot NA, Lu B`, which only their own
-- form reads.
people.is_vancouver = memory.of(function(text)
  text = text:gsub("^%l%l%l?%l?%s", ""):gsub("^de[rn]?%s", "")
  -- `Robert A. Caro, Title (New York: Knopf, 1974)`
  local is_direct = text:find "^%u[%a\128-\255'%-]+ %u%. %u[%a\128-\255'%-]+ ?,"
    or text:find "^%u[%a\128-\255'%-]+ %u%. %u[%a\128-\255'%-]+ and %u"
  if is_direct and not text:find ";%s*%d" then return false end
  return text:find "^%u[%a\128-\255'%-]+ %u%u?%u? ?[,%.]" ~= nil
    and not text:find "^%u[%a\128-\255'%-]+ %u%.[ ,]?%u?[%.,]"
end)

-- Whether a text is the name of an organisation.
function people.is_organisation(text)
  local list = words_of(text)
  if #list == 0 or #list > 10 or not letters.is_capital(list[1]) then return false end
  for _, word in ipairs(list) do
    if words.organisations[letters.fold(word)] then return true end
  end
  return #list == 1 and text:find "^%u%u+$" ~= nil
end

local function is_joint(word)
  return words.particles[word] or words.name_words[word] or words.conjunctions[word]
end

local quotes = { "“", "«", "「", "『", "《", "„" }

-- Whether a text may be names: no sentence, no quotation, no address.
people.is_names = memory.of(function(text)
  if #text > 240 or text:find "//" or text:find '["]' or text:find "%d%d" then return false end
  if text:find(": ", 1, true) then return false end
  for _, quote in ipairs(text:find "[\xC2\xE2\xE3]" and quotes or {}) do
    if text:find(quote, 1, true) then return false end
  end
  local count = 0
  text = people.without_others(text)
  for word in text:gmatch "%S+" do
    count = count + 1
    if letters.is_small(word) and not is_joint(letters.without_commas(word)) then return false end
  end
  return count <= 20 and not text:find "%f[%a]to%f[%A]"
end)

return people
