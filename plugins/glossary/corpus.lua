-- One glossary from those of many articles.

local terms = require "terms"

local corpus = {}

-- The terms of a result as those of a corpus: with the paths of the articles in which each stands.
local function with_articles(list, path)
  if not path then return list end
  for _, term in ipairs(list) do
    term.articles = {
      { path = path, count = term.count, lines = term.places, positions = term.positions },
    }
    term.places, term.line, term.positions = nil, nil, nil
  end
  return list
end

local function by_text(a, b)
  if a.kind ~= b.kind then return a.kind < b.kind end
  local x, y = terms.key(a.source), terms.key(b.source)
  if x ~= y then return x < y end
  return terms.key(a.target) < terms.key(b.target)
end

-- Equal terms of two lists become one, their counts are added.
local function union(a, b)
  local known, list = {}, ibid.list {}
  for _, part in ipairs { a, b } do
    for _, term in ipairs(part) do
      local target = term.target and terms.key(term.target) or ""
      local key = table.concat({ term.kind or "", terms.key(term.source), target }, "\0")
      local other = known[key]
      if other then
        other.count = other.count + term.count
        table.move(term.articles, 1, #term.articles, #other.articles + 1, other.articles)
      else
        known[key] = term
        list[#list + 1] = term
      end
    end
  end
  return list
end

-- The candidates of a result as those of a corpus, the most frequent first; nil for none.
local function sorted_candidates(list)
  if list then table.sort(list, require "candidates".by_count) end
  return list
end

-- What the function `name` of `application` makes of results for a term base; runs without one do
-- not load what reads it.
local function with_base(name, a, b)
  return (a or b) and require "application"[name](a, b)
end

-- The union of two results.
function corpus.merge(a, b)
  local list = union(with_articles(a.terms, a.path), with_articles(b.terms, b.path))
  table.sort(list, by_text)
  local candidates
  if a.candidates and b.candidates then
    candidates = union(with_articles(a.candidates, a.path), with_articles(b.candidates, b.path))
  end
  return {
    terms = list, base = with_base("merge", a.base, b.base),
    candidates = sorted_candidates(candidates),
  }
end

-- The whole glossary, with what contradicts itself.
function corpus.finish(total)
  local list = ibid.list(with_articles(total.terms, total.path))
  table.sort(list, by_text)
  local candidates = total.candidates and with_articles(total.candidates, total.path)
  return {
    terms = list, conflicts = terms.conflicts(list), base = with_base("finish", total.base),
    candidates = sorted_candidates(candidates),
  }
end

return corpus
