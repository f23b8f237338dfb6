-- Holds an article against a term base: which of its concepts the article has, and where it names
-- them otherwise than the base says.

local phrases = require "phrases"
local places = require "places"
local term_base = require "term_base"
local terms = require "terms"

local application = {}

-- --- looking up

-- Terms by what they look like, and a matcher for those of the article's language and one for all
-- others, which stand as they are: `die` is no English word.
local function prepare(base, language)
  local lists = { own = {}, other = {} }
  -- The number of the term with a text, or the list of them.
  local by_text = {}
  for number, text in ipairs(base.texts) do
    local known = by_text[text]
    if not known then
      by_text[text] = number
      local own = base.languages[number]
      local list = (not own or not language or own == language) and lists.own or lists.other
      list[#list + 1] = text
    elseif type(known) == "number" then
      by_text[text] = { known, number }
    else
      known[#known + 1] = number
    end
  end
  return {
    base = base, language = language, by_text = by_text, lists = lists, terms = {},
    own = ibid.matcher(lists.own, language), other = ibid.matcher(lists.other),
  }
end

-- The terms of the base with a text.
local function terms_with(index, text)
  local found = index.terms[text]
  if not found then
    found = {}
    local numbers = index.by_text[text]
    if type(numbers) == "number" then numbers = { numbers } end
    for place, number in ipairs(numbers) do found[place] = term_base.term(index.base, number) end
    index.terms[text] = found
  end
  return found
end

local prepared = {}

local function prepared_for(base, language)
  -- A run has articles in a few languages, and one base.
  if prepared.base ~= base then prepared = { base = base, of = {} } end
  local key = language or ""
  prepared.of[key] = prepared.of[key] or prepare(base, language)
  return prepared.of[key]
end

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.is_own and not b.is_own
end

-- The terms of the base in a text, in order: a list of `{terms, first, last}`. Those of the
-- article's own language win over others.
local function matches_in(index, text)
  local all, kept = {}, {}
  local function add(name)
    for _, match in ipairs(index[name]:find(text)) do
      all[#all + 1] = {
        terms = terms_with(index, index.lists[name][match.term]), is_own = name == "own",
        first = match.first, last = match.last,
      }
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
local function whole(index, text)
  text = ibid.normalise(text)
  local found = matches_in(index, text)[1]
  if not found then return nil end
  local rest = text:sub(1, found.first - 1) .. " " .. text:sub(found.last + 1)
  return phrases.say_nothing(rest, index.language) and found.terms or nil
end

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

-- Reports the findings in the order of their places and returns how many there are of each code.
local function report_all(self)
  table.sort(self.findings, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    if a.column ~= b.column then return a.column < b.column end
    return a.code < b.code
  end)
  local counts = {}
  for _, finding in ipairs(self.findings) do
    counts[finding.code] = (counts[finding.code] or 0) + 1
    self.article:report(finding)
  end
  return counts
end

local function report_forbidden(self, match, form, line, column)
  local term = match.terms[1]
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

-- Notes that a term occurs, and that another of its concept did before.
local function note_use(self, term, line, column)
  local use = self.used[term.text]
  if not use then
    use = {
      term = term.text, language = term.language, concept = term.concept.id, count = 0,
      status = term.status, lines = ibid.list {},
    }
    self.used[term.text] = use
    self.list[#self.list + 1] = use
    if term.unknown_status then report_unknown_status(self, term, line, column) end
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
  use.count = use.count + 1
  if use.lines[#use.lines] ~= line then use.lines[#use.lines + 1] = line end
end

local function look_up(self, index, list)
  local where = places.new(self.article)
  for _, passage in ipairs(list) do
    for _, match in ipairs(matches_in(index, passage.text)) do
      local form = passage.text:sub(match.first, match.last)
      local line, column = places.next(where, passage, form)
      note_use(self, match.terms[1], line, column)
      if all_forbidden(match.terms) then report_forbidden(self, match, form, line, column) end
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
  if #expected == 0 or share_concept(sources, whole(index, pair.target)) then return end
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
      local sources = whole(index, pair.source)
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
    explained = explained_in(found), language = language,
  }
  local index = prepared_for(base, language)
  look_up(self, index, list)
  local unknown = compare(self, index, found)
  local result = {
    concepts = #base.first, used = self.list, unknown = unknown,
    findings = report_all(self),
  }
  if #base.unknown_statuses > 0 then result.unknown_statuses = base.unknown_statuses end
  return application.summed(result)
end

-- Adds what follows from the rest.
function application.summed(result)
  local occurrences = 0
  for _, use in ipairs(result.used) do occurrences = occurrences + use.count end
  result.found = count_concepts(result.used)
  result.coverage = percent(result.found, result.concepts)
  result.occurrences = occurrences
  return result
end

-- --- many articles

-- The used terms with the number of articles in place of lines.
local function counted(list)
  for _, use in ipairs(list) do use.articles, use.lines = use.articles or 1, nil end
  return list
end

-- The union of what was found in two sets of articles by the same base.
function application.merge(a, b)
  if not a or not b then return a or b end
  local known = {}
  for _, use in ipairs(counted(a.used)) do known[use.term] = use end
  for _, use in ipairs(counted(b.used)) do
    local other = known[use.term]
    if other then
      other.count, other.articles = other.count + use.count, other.articles + use.articles
    else
      a.used[#a.used + 1] = use
    end
  end
  for code, count in pairs(b.findings) do a.findings[code] = (a.findings[code] or 0) + count end
  a.unknown = nil
  return application.summed(a)
end

-- The whole of a corpus: the terms by how often they are used.
function application.finish(result)
  if not result then return nil end
  counted(result.used)
  result.unknown = nil
  table.sort(result.used, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.term < b.term
  end)
  return result
end

return application
