-- Finds the terms of a base in texts.

local addresses = require "addresses"
local phrases = require "phrases"
local term_base = require "term_base"

local term_lookup = {}

-- Whether a term of the base is of the language, or of none.
local function is_own(base, number, language)
  local own = base.languages[number]
  return not own or not language or own == language
end

-- Terms by what they look like, and a matcher for those of the article's language and one for all
-- others, which stand as they are: `die` is no English word.
local function new_index(base, language)
  local lists = { own = {}, other = {} }
  -- The number of the term with a text, or the list of them; for each list.
  local numbers = { own = {}, other = {} }
  for number, text in ipairs(base.texts) do
    local name = is_own(base, number, language) and "own" or "other"
    local by_text = numbers[name]
    local known = by_text[text]
    if not known then
      by_text[text] = number
      lists[name][#lists[name] + 1] = text
    elseif type(known) == "number" then
      by_text[text] = { known, number }
    else
      known[#known + 1] = number
    end
  end
  return {
    base = base, language = language, numbers = numbers, lists = lists,
    terms = { own = {}, other = {} },
    own = ibid.matcher(lists.own, language), other = ibid.matcher(lists.other),
  }
end

-- The terms of a list of the base with a text.
local function terms_with(index, name, text)
  local found = index.terms[name][text]
  if not found then
    found = {}
    local numbers = index.numbers[name][text]
    if type(numbers) == "number" then numbers = { numbers } end
    for place, number in ipairs(numbers) do found[place] = term_base.term(index.base, number) end
    index.terms[name][text] = found
  end
  return found
end

local prepared = {}

-- The index of a base for articles in a language, nil where that is not known.
function term_lookup.prepare(base, language)
  -- A run has articles in a few languages, and one base.
  if prepared.base ~= base then prepared = { base = base, of = {} } end
  local key = language or ""
  prepared.of[key] = prepared.of[key] or new_index(base, language)
  return prepared.of[key]
end

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.is_own and not b.is_own
end

-- The terms of the base in a text, in order: a list of `{terms, first, last}`. Those of the
-- article's own language win over others. Addresses have none.
function term_lookup.matches(index, text)
  local all, kept = {}, {}
  local function add(name)
    for _, match in ipairs(index[name]:find(text)) do
      if not addresses.hold(text, match.first, match.last) then
        all[#all + 1] = {
          terms = terms_with(index, name, index.lists[name][match.term]), is_own = name == "own",
          first = match.first, last = match.last,
        }
      end
    end
  end
  add "own"
  local own_count = #all
  add "other"
  if #all == own_count then return all end
  table.sort(all, by_place)
  local taken, next_own = 0, 1
  for at, match in ipairs(all) do
    while all[next_own] and (next_own <= at or not all[next_own].is_own) do
      next_own = next_own + 1
    end
    local meets_own = all[next_own] and all[next_own].first <= match.last
    if match.is_own or match.first > taken and not meets_own then
      kept[#kept + 1] = match
      taken = match.last
    end
  end
  return kept
end

-- The terms of the base that a text is as a whole, or nil.
function term_lookup.whole(index, text)
  text = ibid.normalise(text)
  local found = term_lookup.matches(index, text)[1]
  if not found then return nil end
  local rest = text:sub(1, found.first - 1) .. " " .. text:sub(found.last + 1)
  return phrases.say_nothing(rest, index.language) and found.terms or nil
end

return term_lookup
