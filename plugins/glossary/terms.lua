-- The terms of an article, each pair once, with every line on which its source stands.

local characters = require "characters"
local passages = require "passages"
local phrases = require "phrases"

local terms = {}

-- What makes two spellings one: neither width nor case nor form of composition.
function terms.key(text) return ibid.fold(ibid.normalise(text)) end

-- A new, empty list.
-- `origins` are the passages and bytes at which its terms are explained.
function terms.new() return { list = {}, known = {}, origins = {} } end

-- Notes that a passage explains `source` at the byte `position`; `transliteration` is the source in
-- the letters of the text and `language` its language, where the text tells them.
function terms.add(self, kind, source, target, passage, position, transliteration, language)
  local key = table.concat({ kind, terms.key(source), terms.key(target) }, "\0")
  if self.known[key] then return end
  self.known[key] = true
  local term = {
    kind = kind, source = source, target = target,
    source_script = characters.script_of(source), target_script = characters.script_of(target),
    line = passages.line(passage, source, position), transliteration = transliteration,
    source_language = language,
  }
  self.list[#self.list + 1] = term
  self.origins[term] = { passage = passage, position = position }
end

-- Gives both sides of each term their language by `language_of`, which takes a script.
function terms.set_languages(self, language_of)
  for _, term in ipairs(self.list) do
    term.target_language = language_of(term.target_script)
    -- The letters of an acronym are those of its long form.
    if not term.source_language then
      local is_alike = term.kind == "acronym" and term.source_script == term.target_script
      term.source_language = is_alike and term.target_language or language_of(term.source_script)
    end
  end
end

-- Whether the bytes of a match stand alone: an acronym in the middle of a word is another word.
local function stands_alone(text, first, last)
  -- `sub` takes byte 0 for one counted from the end.
  local before = first > 1 and text:sub(first - 1, first - 1) or ""
  return not before:find "^%w" and not text:find("^%w", last + 1)
end

-- The lines of a source's occurrences, each once, and the number of its occurrences.
local function occurrences(source, list)
  local count, lines, seen = 0, ibid.list {}, {}
  local is_word = source:find "^%w" and source:find "%w$"
  for _, passage in ipairs(list) do
    local first, last = passage.text:find(source, 1, true)
    while first do
      if not is_word or stands_alone(passage.text, first, last) then
        count = count + 1
        local line = passages.line(passage, source, first)
        if not seen[line] then lines[#lines + 1] = line end
        seen[line] = true
      end
      first, last = passage.text:find(source, last + 1, true)
    end
  end
  return count, lines
end

-- The terms in reading order, with `count` and `places`.
function terms.finish(self, list)
  local found = {}
  for _, term in ipairs(self.list) do
    local known = found[term.source]
    if not known then
      known = table.pack(occurrences(term.source, list))
      found[term.source] = known
    end
    term.count, term.places = known[1], known[2]
  end
  return self.list
end

-- Those that occur at least `least` times.
function terms.at_least(list, least)
  local kept = ibid.list {}
  for _, term in ipairs(list) do
    if term.count >= least then kept[#kept + 1] = term end
  end
  return kept
end

-- The targets of terms, the first of several that are one but for inflections.
local function distinct_targets(list)
  local targets, wordings = {}, phrases.wordings()
  for _, term in ipairs(list) do
    if wordings.add(term.target, term.target_language) then targets[#targets + 1] = term.target end
  end
  return targets
end

-- Sources that have more than one target, whose inflections count as one: `{kind, source,
-- targets}`, in the order of the terms.
function terms.conflicts(list)
  local groups, order = {}, {}
  for _, term in ipairs(list) do
    local key = term.kind .. "\0" .. terms.key(term.source)
    -- What an acronym is short for in two scripts are translations of each other.
    if term.kind == "acronym" then key = key .. "\0" .. (term.target_script or "") end
    local group = groups[key]
    if not group then
      group = { kind = term.kind, source = term.source, terms = {} }
      groups[key] = group
      order[#order + 1] = group
    end
    group.terms[#group.terms + 1] = term
  end
  local conflicts = ibid.list {}
  for _, group in ipairs(order) do
    local targets = #group.terms > 1 and distinct_targets(group.terms) or {}
    if #targets > 1 then
      conflicts[#conflicts + 1] = { kind = group.kind, source = group.source, targets = targets }
    end
  end
  return conflicts
end

return terms
