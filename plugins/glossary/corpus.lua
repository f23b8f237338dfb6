-- One glossary from those of many articles.

local terms = require "terms"

local corpus = {}

-- The terms of a result as those of a corpus: with the paths of the articles in which each stands.
local function with_articles(result)
  if not result.path then return result.terms end
  for _, term in ipairs(result.terms) do
    term.articles = { { path = result.path, count = term.count, lines = term.places } }
    term.places, term.line = nil, nil
  end
  return result.terms
end

local function by_text(a, b)
  if a.kind ~= b.kind then return a.kind < b.kind end
  local x, y = terms.key(a.source), terms.key(b.source)
  if x ~= y then return x < y end
  return terms.key(a.target) < terms.key(b.target)
end

-- Runs without a term base do not load what reads one.
local function with_base(name, a, b)
  return (a or b) and require "application"[name](a, b)
end

-- The union of two results: equal pairs become one, their counts are added.
function corpus.merge(a, b)
  local known, list = {}, ibid.list {}
  for _, part in ipairs { with_articles(a), with_articles(b) } do
    for _, term in ipairs(part) do
      local key = table.concat({ term.kind, terms.key(term.source), terms.key(term.target) }, "\0")
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
  table.sort(list, by_text)
  return { terms = list, base = with_base("merge", a.base, b.base) }
end

-- The whole glossary, with what contradicts itself.
function corpus.finish(total)
  local list = ibid.list(with_articles(total))
  table.sort(list, by_text)
  return {
    terms = list, conflicts = terms.conflicts(list), base = with_base("finish", total.base),
  }
end

return corpus
