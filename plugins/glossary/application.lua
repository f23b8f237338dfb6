-- Holds an article against a term base: which of its concepts the article has, and where it names
-- them otherwise than the base says.

local phrases = require "phrases"
local places = require "places"
local term_base = require "term_base"
local term_lookup = require "term_lookup"
local terms = require "terms"

local application = {}

-- --- what the base says

local function listed(list)
  if #list < 2 then return list[1] and "'" .. list[1] .. "'" or nil end
  return "'" .. table.concat(list, "', '", 1, #list - 1) .. "' or '" .. list[#list] .. "'"
end

-- The terms of a concept that may be used where `term` stands; the preferred ones where there are
-- any.
local function alternatives(concept, term)
  local preferred, admitted = {}, {}
  for _, other in ipairs(concept.terms) do
    if term_base.are_alike(term, other) and other.text ~= term.text
      and other.status ~= "forbidden" then
      admitted[#admitted + 1] = other.text
      if other.status == "preferred" then preferred[#preferred + 1] = other.text end
    end
  end
  return #preferred > 0 and preferred or admitted
end

-- A term of the same concept in another language, to say what is meant.
local function counterpart(concept, term)
  for _, other in ipairs(concept.terms) do
    if not term_base.are_alike(term, other) and other.status ~= "forbidden" then
      return other.text
    end
  end
  return nil
end

local function all_forbidden(list)
  for _, term in ipairs(list) do
    if term.status ~= "forbidden" then return false end
  end
  return true
end

-- --- one article

-- Keeps a finding for `report_all`.
local function report(self, line, column, level, code, message)
  self.findings[#self.findings + 1] = {
    line = line, column = column, level = level, code = code, message = message,
  }
end

-- An article has so many findings at most; the rest are counted.
local most_findings = 9000

-- Reports the findings in the order of their places and returns how many there are of each code.
local function report_all(self)
  table.sort(self.findings, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    if a.column ~= b.column then return a.column < b.column end
    return a.code < b.code
  end)
  local counts = {}
  for index, finding in ipairs(self.findings) do
    counts[finding.code] = (counts[finding.code] or 0) + 1
    if index <= most_findings then self.article:report(finding) end
  end
  return counts
end

local function report_forbidden(self, term, form, line, column)
  local rest = alternatives(term.concept, term)
  local meaning = counterpart(term.concept, term)
  report(self, line, column, "warning", "term-forbidden",
    ("the term base forbids '%s'%s%s"):format(form, meaning and " for '" .. meaning .. "'" or "",
      #rest > 0 and "; it has " .. listed(rest) or ""))
end

-- The pairs that an article explains itself, as a set.
local function explained_in(found)
  local pairs_known = {}
  for _, pair in ipairs(found.terms) do
    local source, target = terms.key(pair.source), terms.key(pair.target)
    pairs_known[source .. "\0" .. target], pairs_known[target .. "\0" .. source] = true, true
  end
  return pairs_known
end

-- Whether two terms stand for one thing in an article without need: neither short for the other,
-- nor forbidden, which is another finding, nor explained by the other.
local function vary(self, term, other)
  return term_base.are_alike(term, other) and not term.is_short and not other.is_short
    and term.status ~= "forbidden" and other.status ~= "forbidden"
    and not self.explained[terms.key(term.text) .. "\0" .. terms.key(other.text)]
end

local function report_unknown_status(self, term, line, column)
  report(self, line, column, "warning", "term-status-unknown",
    ("the term base gives '%s' the status '%s', which is not known; the term is taken as allowed")
      :format(term.text, term.unknown_status))
end

-- Reports the first use of a term where the article has another of its concept before it.
local function report_variation(self, term, line, column)
  local others = self.of_concept[term.concept]
  if not others then
    others = {}
    self.of_concept[term.concept] = others
  end
  for _, other in ipairs(others) do
    if vary(self, term, other.term) then
      report(self, line, column, "info", "term-varies",
        ("'%s' here and '%s' on line %d are one concept of the term base"):format(
          term.text, other.term.text, other.line))
      break
    end
  end
  others[#others + 1] = { term = term, line = line }
end

-- Notes that a term occurs, and where `is_certain` that another of its concept did before.
local function note_use(self, term, place, is_certain)
  local line, column = place.line, place.column
  local key = term.concept.id .. "\0" .. term.text
  local use = self.used[key]
  if not use then
    use = {
      term = term.text, language = term.language, concept = term.concept.id, count = 0,
      status = term.status, lines = ibid.list {},
      positions = self.has_positions and ibid.list {} or nil,
    }
    self.used[key] = use
    self.list[#self.list + 1] = use
    if term.unknown_status then report_unknown_status(self, term, line, column) end
    if is_certain then report_variation(self, term, line, column) end
  end
  use.count = use.count + 1
  if use.positions then use.positions[use.count] = place end
  if use.lines[#use.lines] ~= line then use.lines[#use.lines + 1] = line end
end

-- Whether the article explains a term by another of its concept.
local function is_explained(self, term)
  for _, other in ipairs(term.concept.terms) do
    if self.explained[terms.key(term.text) .. "\0" .. terms.key(other.text)] then return true end
  end
  return false
end

-- Of terms that look alike one for each concept; those alone that the article explains, if any.
local function meant(self, list)
  local chosen, explained, seen = {}, {}, {}
  for _, term in ipairs(list) do
    if not seen[term.concept] then
      chosen[#chosen + 1] = term
      if #list > 1 and is_explained(self, term) then explained[#explained + 1] = term end
    end
    seen[term.concept] = true
  end
  return #explained > 0 and explained or chosen
end

local function look_up(self, index, list)
  local where = places.new(self.article)
  for _, passage in ipairs(list) do
    for _, match in ipairs(term_lookup.matches(index, passage.text)) do
      local form = passage.text:sub(match.first, match.last)
      local place = terms.position(places.next(where, passage, form))
      local chosen = meant(self, match.terms)
      self.occurrences = self.occurrences + 1
      for _, term in ipairs(chosen) do note_use(self, term, place, #chosen == 1) end
      if all_forbidden(chosen) then
        report_forbidden(self, chosen[1], form, place.line, place.column)
      end
    end
  end
end

-- Whether some of the terms `targets` belong to the concepts of others.
local function share_concept(sources, targets)
  local concepts = {}
  for _, term in ipairs(sources) do concepts[term.concept] = true end
  for _, target in ipairs(targets or {}) do
    if concepts[target.concept] then return true end
  end
  return false
end

-- The texts that the base has for `sources` in the script of a pair's target.
local function targets_of(sources, pair)
  local texts = {}
  for _, term in ipairs(sources) do
    for _, other in ipairs(term.concept.terms) do
      local is_target = not term.side or term.side ~= other.side
      if is_target and other.script == pair.target_script and other.text ~= term.text
        and other.status ~= "forbidden" then
        texts[#texts + 1] = other.text
      end
    end
  end
  return texts
end

-- Reports a pair of the article whose target the base does not have for its source.
local function report_difference(self, index, pair, sources, line, column)
  local expected = targets_of(sources, pair)
  if #expected == 0 or share_concept(sources, term_lookup.whole(index, pair.target)) then return end
  report(self, line, column, "warning", "term-differs",
    ("'%s' is translated as '%s'; the term base has %s"):format(
      pair.source, pair.target, listed(expected)))
end

-- Reports a translation of what the article has translated otherwise before. The matcher of the
-- first translation is made once, however many others there are.
local function report_inconsistency(self, pair, first, line, column)
  local language = first.language or self.language
  first.matcher = first.matcher or phrases.matcher(first.target, language)
  if phrases.is_form(first.matcher, pair.target, language) then return end
  report(self, line, column, "warning", "term-inconsistent",
    ("'%s' is translated as '%s' here and as '%s' on line %d"):format(
      pair.source, pair.target, first.target, first.line))
end

-- Where the article itself gives a term of the base a translation that the base has not, or a term
-- two translations. Returns the pairs that the base does not know.
local function compare(self, index, found)
  local unknown, seen, where = ibid.list {}, {}, places.new(self.article)
  for _, pair in ipairs(found.terms) do
    local origin = found.origins[pair]
    local line, column = places.at(where, origin.passage, pair.source, origin.position)
    if pair.kind == "translation" then
      local sources = term_lookup.whole(index, pair.source)
      if sources then
        report_difference(self, index, pair, sources, line, column)
      else
        unknown[#unknown + 1] = { source = pair.source, target = pair.target, line = pair.line }
      end
      local key = terms.key(pair.source)
      if seen[key] then
        report_inconsistency(self, pair, seen[key], line, column)
      else
        seen[key] = { target = pair.target, language = pair.target_language, line = line }
      end
    end
  end
  return unknown
end

local function percent(part, all)
  return all == 0 and 0.0 or math.floor(1000 * part / all + 0.5) / 10
end

-- How many concepts a list of used terms has.
local function count_concepts(list)
  local count, seen = 0, {}
  for _, use in ipairs(list) do
    if not seen[use.concept] then count = count + 1 end
    seen[use.concept] = true
  end
  return count
end

-- What the base `text` says of an article: `{concepts, found, coverage, occurrences, used, unknown,
-- findings}`. `found` are the article's own pairs with their origins, `list` its passages.
function application.of(article, text, language, found, list)
  local base = term_base.read(text)
  local self = {
    article = article, used = {}, list = ibid.list {}, of_concept = {}, findings = {},
    explained = explained_in(found), language = language, occurrences = 0,
    has_positions = found.has_positions,
  }
  local index = term_lookup.prepare(base, language)
  look_up(self, index, list)
  local unknown = compare(self, index, found)
  local result = {
    concepts = #base.first, used = self.list, unknown = unknown,
    occurrences = self.occurrences, findings = report_all(self),
  }
  if #base.unknown_statuses > 0 then result.unknown_statuses = base.unknown_statuses end
  return application.summed(result)
end

-- Adds what follows from the rest.
function application.summed(result)
  result.found = count_concepts(result.used)
  result.coverage = percent(result.found, result.concepts)
  return result
end

-- --- many articles

-- The used terms with the number of articles in place of lines.
local function counted(list)
  for _, use in ipairs(list) do
    use.articles, use.lines, use.positions = use.articles or 1, nil, nil
  end
  return list
end

-- The union of what was found in two sets of articles by the same base.
function application.merge(a, b)
  if not a or not b then return a or b end
  local known = {}
  local function key(use) return use.concept .. "\0" .. use.term end
  for _, use in ipairs(counted(a.used)) do known[key(use)] = use end
  for _, use in ipairs(counted(b.used)) do
    local other = known[key(use)]
    if other then
      other.count, other.articles = other.count + use.count, other.articles + use.articles
    else
      a.used[#a.used + 1] = use
    end
  end
  for code, count in pairs(b.findings) do a.findings[code] = (a.findings[code] or 0) + count end
  a.unknown, a.occurrences = nil, a.occurrences + b.occurrences
  return application.summed(a)
end

-- The whole of a corpus: the terms by how often they are used.
function application.finish(result)
  if not result then return nil end
  counted(result.used)
  result.unknown = nil
  table.sort(result.used, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    if a.term ~= b.term then return a.term < b.term end
    return a.concept < b.concept
  end)
  return result
end

return application
