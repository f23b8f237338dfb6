-- The words of an article by how often they occur.

local vocabulary = {}

-- The number of different words, the number of words they are counted from (those that begin with a
-- letter), and the most frequent terms as `{term, count}`.
function vocabulary.of(article, language, options)
  -- One pass with the stop words kept serves both the ratio and the list.
  local words = article:count "words"
  local all = article:frequencies { top = words, stopwords = false, minimum = 1 }
  local tokens, terms = 0, ibid.list {}
  for _, entry in ipairs(all) do
    tokens = tokens + entry.count
    if #terms < options.top and utf8.len(entry.term) > 1
      and not (options.stopwords and ibid.is_stopword(entry.term, language))
    then
      terms[#terms + 1] = entry
    end
  end
  return #all, tokens, terms
end

-- The union of two lists of terms: in how many articles each is among the most frequent. Counts
-- would be too low, as a list says nothing of the terms that did not reach it.
function vocabulary.merge(a, b)
  local known, terms = {}, ibid.list {}
  for _, list in ipairs { a, b } do
    for _, entry in ipairs(list) do
      local total = known[entry.term]
      if not total then
        total = { term = entry.term, articles = 0 }
        known[entry.term] = total
        terms[#terms + 1] = total
      end
      total.articles = total.articles + (entry.articles or 1)
    end
  end
  table.sort(terms, function(x, y)
    if x.articles ~= y.articles then return x.articles > y.articles end
    return x.term < y.term
  end)
  return terms
end

return vocabulary
