-- From the figures of articles to those of a corpus.

local figures = require "figures"
local spread = require "spread"

local totals = {}

-- The figures whose distribution over the articles is told.
local distributed = {
  "words", "sentences", "footnotes", "references", "type_token_ratio", "mtld", "flesch", "lix",
}

-- So many articles have a row of their own; all others are in the sums and distributions.
local most_rows = 1000

-- So many terms are kept while results are merged: enough for any list, and a bound for a million
-- articles.
local most_terms = 20000

-- What a row of the table of articles shows.
local function row_of(counts)
  return {
    path = counts.path, title = counts.title, language = counts.language, words = counts.words,
    sentences = counts.sentences, footnotes = counts.footnotes, references = counts.references,
    type_token_ratio = counts.type_token_ratio, mtld = counts.mtld, flesch = counts.flesch,
    lix = counts.readability.lix, index = counts.index,
  }
end

-- What is summed up.
local summed = { table.unpack(figures.units) }
table.move(figures.measures, 1, #figures.measures, #summed + 1, summed)

-- Notes the language of articles that are added: what has no words has none. Several are `mul`, as
-- in ISO 639-2, for which no index of readability holds.
local function note_language(total, language, words)
  if words == 0 then return end
  if total.sums.words == 0 then total.language = language end
  if total.language ~= language then total.language = "mul" end
end

-- Adds the figures of one article to a total.
local function add_article(total, counts)
  local sums, spreads, terms = total.sums, total.spreads, total.terms
  total.articles = total.articles + 1
  note_language(total, counts.language, counts.words)
  if counts.words > 0 then total.with_words = total.with_words + 1 end
  for place = 1, #summed do
    local name = summed[place]
    sums[name] = sums[name] + counts[name]
  end
  for place = 1, #distributed do
    local name = distributed[place]
    local value, sketch = counts[name], spreads[name]
    if name == "lix" then value = counts.readability.lix end
    if sketch and value then
      spread.put(sketch, value)
    elseif value then
      spreads[name] = spread.of(value)
    end
  end
  if #total.rows < most_rows then total.rows[#total.rows + 1] = row_of(counts) end
  for term, count in pairs(counts.index or {}) do
    local known = terms[term]
    if known then
      known.articles, known.count = known.articles + 1, known.count + count
    else
      terms[term] = { articles = 1, count = count }
      total.term_count = total.term_count + 1
    end
  end
end

-- The total of one article; what is a total already stays as it is.
local function total_of(counts)
  if counts.articles then return counts end
  local total = {
    articles = 0, with_words = 0, sums = {}, spreads = {}, rows = ibid.list {}, terms = {},
    term_count = 0,
  }
  for _, name in ipairs(summed) do total.sums[name] = 0 end
  add_article(total, counts)
  return total
end

local function by_frequency(x, y)
  if x.articles ~= y.articles then return x.articles > y.articles end
  if x.count ~= y.count then return x.count > y.count end
  return x.term < y.term
end

-- The terms of a map in a list, the most widespread first.
local function sorted(terms)
  local list = ibid.list {}
  for term, entry in pairs(terms) do
    list[#list + 1] = { term = term, articles = entry.articles, count = entry.count }
  end
  table.sort(list, by_frequency)
  return list
end

-- Drops the rarest terms of a total that has gathered too many.
local function prune(total)
  if total.term_count <= 2 * most_terms then return end
  local kept = {}
  for place, entry in ipairs(sorted(total.terms)) do
    if place > most_terms then break end
    kept[entry.term] = { articles = entry.articles, count = entry.count }
  end
  total.terms, total.term_count = kept, most_terms
end

-- Adds a total to another.
local function add_total(a, b)
  a.articles, a.with_words = a.articles + b.articles, a.with_words + b.with_words
  note_language(a, b.language, b.sums.words)
  for name, value in pairs(b.sums) do a.sums[name] = a.sums[name] + value end
  for name, sketch in pairs(b.spreads) do
    a.spreads[name] = a.spreads[name] and spread.add(a.spreads[name], sketch) or sketch
  end
  for _, row in ipairs(b.rows) do
    if #a.rows >= most_rows then break end
    a.rows[#a.rows + 1] = row
  end
  -- Counted as they come: `pairs` goes in order, and to sort all terms for each article would take
  -- longer than to count the article.
  for term, entry in pairs(b.terms) do
    local known = a.terms[term]
    if known then
      known.articles, known.count = known.articles + entry.articles, known.count + entry.count
    else
      a.terms[term] = entry
      a.term_count = a.term_count + 1
    end
  end
end

function totals.merge(a, b)
  a = total_of(a)
  if b.articles then add_total(a, b) else add_article(a, b) end
  prune(a)
  return a
end

-- How much a term says of the articles it is in: 0 where it is in all that have words (Spärck
-- Jones 1972).
local function rarity(total, term)
  local known = total.terms[term]
  return known and math.log(total.with_words / known.articles) or 0
end

-- The terms that tell a corpus, or an article of it, from others: the highest sums of tf-idf.
local function key_terms(total, counts, top)
  local list = ibid.list {}
  for term, count in pairs(counts) do
    local weight = figures.rounded(count * rarity(total, term))
    if weight > 0 then list[#list + 1] = { term = term, weight = weight } end
  end
  table.sort(list, function(x, y)
    if x.weight ~= y.weight then return x.weight > y.weight end
    return x.term < y.term
  end)
  for place = #list, top + 1, -1 do list[place] = nil end
  return list
end

local function finish_rows(total, options)
  for _, row in ipairs(total.rows) do
    row.key_terms = ibid.list {}
    for place, entry in ipairs(key_terms(total, row.index or {}, math.min(5, options.top))) do
      row.key_terms[place] = entry.term
    end
    row.index = nil
  end
  return total.rows
end

-- Mean, median and quartiles of each figure: exact as long as each article has a row.
local function finish_spreads(total)
  local summaries = {}
  for name, sketch in pairs(total.spreads) do
    local values
    if total.articles <= most_rows then
      values = {}
      for _, row in ipairs(total.rows) do values[#values + 1] = row[name] end
    end
    summaries[name] = spread.summary(sketch, values)
    for key, value in pairs(summaries[name]) do summaries[name][key] = figures.rounded(value) end
  end
  return summaries
end

function totals.finish(total, options)
  total = total_of(total)
  local counts = total.sums
  counts.articles, counts.language = total.articles, total.language
  counts.distribution = finish_spreads(total)
  local occurrences = {}
  for term, entry in pairs(total.terms) do occurrences[term] = entry.count end
  counts.key_terms = key_terms(total, occurrences, options.top)
  counts.rows = finish_rows(total, options)
  counts.terms = sorted(total.terms)
  for place = #counts.terms, options.top + 1, -1 do counts.terms[place] = nil end
  return figures.derive(counts, options)
end

return totals
