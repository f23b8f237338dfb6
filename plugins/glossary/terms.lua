-- The terms of an article, each pair once, with every line on which its source stands.

local addresses = require "addresses"
local characters = require "characters"
local endings = require "endings"
local phrases = require "phrases"
local places = require "places"

local terms = {}

-- What makes two spellings one: neither width nor case nor form of composition.
function terms.key(text) return ibid.fold(ibid.normalise(text)) end

-- A new, empty list of the terms of an article.
-- `origins` are the passages and bytes at which its terms are explained.
-- `has_positions` where the terms are to tell the position of each occurrence.
function terms.new(article, has_positions)
  return {
    list = {}, known = {}, origins = {}, where = places.new(article),
    has_positions = has_positions,
  }
end

-- A position as results have it.
function terms.position(line, column, byte_offset)
  return { line = line, column = column, byte_offset = byte_offset }
end

-- Notes that a passage explains `source` at the byte `position`; `transliteration` is the source in
-- the letters of the text and `language` its language, where the text tells them.
function terms.add(self, kind, source, target, passage, position, transliteration, language)
  local key = table.concat({ kind, terms.key(source), terms.key(target) }, "\0")
  if self.known[key] then return end
  self.known[key] = true
  local term = {
    kind = kind, source = source, target = target,
    source_script = characters.script_of(source), target_script = characters.script_of(target),
    line = places.line(self.where, passage, source, position), transliteration = transliteration,
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

-- Scripts whose words no space parts; a Korean word has its particles behind it, and words before
-- it are written together with those of Arabic and Hebrew.
local joined_behind = { Han = true, Hiragana = true, Katakana = true, Thai = true, Hangul = true }
local joined_before = {
  Han = true, Hiragana = true, Katakana = true, Thai = true, Arabic = true, Hebrew = true,
}

-- The script of a letter, that of digits included; nil for other characters.
local function script_of(character)
  return characters.script(character) or characters.is_digit(character) and "Latin" or nil
end

-- Whether a byte may be of a letter of a script, or of a digit.
local function may_join(byte, script)
  if byte >= 0x80 then return true end
  return script == "Latin" and (byte >= 0x30 and byte <= 0x39 or byte >= 0x41 and byte <= 0x5A
    or byte >= 0x61 and byte <= 0x7A)
end

-- Whether a match is a part of a longer word: an acronym in the middle of one is another word.
local function is_inside(text, first, last, is_first_of, is_last_of)
  local before = is_first_of and text:byte(first - 1)
  if first > 1 and before and may_join(before, is_first_of)
    and script_of(endings.character(text, first - 1)) == is_first_of then
    return true
  end
  local behind = is_last_of and text:byte(last + 1)
  return behind ~= nil and behind ~= false and may_join(behind, is_last_of)
    and script_of(text:match(utf8.charpattern, last + 1)) == is_last_of
end

-- A space, a bracket, a comma, or the end of a text.
local is_end = { [0x20] = true, [0x28] = true, [0x29] = true, [0x2C] = true, [0] = true }

-- The script that may not stand beside the edge of a term; nil where any may.
local function edge_script(character, joined)
  local script = character and script_of(character)
  return script and not joined[script] and script or nil
end

-- The number of a source's occurrences and their lines, each once; where the list wants them, their
-- positions.
local function occurrences(self, source, list)
  local count, lines, seen = 0, ibid.list {}, {}
  local positions = self.has_positions and ibid.list {} or nil
  local is_first_of = edge_script(source:match("^" .. utf8.charpattern), joined_before)
  local is_last_of = edge_script(endings.character(source, #source), joined_behind)
  for _, passage in ipairs(list) do
    local text = passage.text
    local first, last = text:find(source, 1, true)
    while first do
      -- Most have a space on both sides, which is faster seen than the rest.
      if is_end[text:byte(first - 1) or 0] and is_end[text:byte(last + 1) or 0]
        or not is_inside(text, first, last, is_first_of, is_last_of)
        and not addresses.hold(text, first, last) then
        count = count + 1
        local line = places.line(self.where, passage, source, first)
        if not seen[line] then lines[#lines + 1] = line end
        seen[line] = true
        if positions then
          positions[count] = terms.position(places.at(self.where, passage, source, first))
        end
      end
      first, last = text:find(source, last + 1, true)
    end
  end
  return count, lines, positions
end

-- The terms in reading order, with `count`, `places` and where they are wanted `positions`.
function terms.finish(self, list)
  local found = {}
  for _, term in ipairs(self.list) do
    local known = found[term.source]
    if not known then
      known = table.pack(occurrences(self, term.source, list))
      found[term.source] = known
    end
    term.count, term.places, term.positions = known[1], known[2], known[3]
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
