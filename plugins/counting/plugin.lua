-- Measures an article: its words and sentences, its parts, its vocabulary, and how hard it is to
-- read.

local report = require "report"
local vocabulary = require "vocabulary"

-- What is counted, under the API's own names.
local units = {
  "words", "characters", "sentences", "paragraphs", "headings", "footnotes", "references",
  "tables", "rows", "cells", "polls", "votes", "links",
}

-- Flesch reading ease (Flesch 1948): 100 is very easy, 0 very hard. Its weights hold for English
-- only.
local function flesch(counts)
  if not counts.syllables or counts.words == 0 or counts.sentences == 0 then return nil end
  return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
end

-- Two decimals: more would be noise, and the same on every machine.
local function rounded(number) return number and math.floor(number * 100 + 0.5) / 100 end

-- Adds what follows from the counts, of one article or of many.
local function derive(counts, options)
  counts.reading_minutes = rounded(counts.words / options.wpm)
  counts.flesch = rounded(flesch(counts))
  counts.text = report.of(counts)
  return counts
end

-- The sum of two counts that may be missing; missing where one of them is.
local function sum(a, b) return a and b and a + b end

return {
  name = "counting", version = "1.0.0", since = "0.1",
  summary = "Words, sentences, footnotes, tables and readability of an article.",
  categories = { "analysis", "safe" },
  options = {
    top = { type = "integer", default = 10, min = 0, doc = "how many frequent terms to list" },
    stopwords = {
      type = "boolean", default = true,
      doc = "leave words such as “the” out of the frequent terms",
    },
    wpm = {
      type = "integer", default = 230, min = 1,
      doc = "words read in a minute; adults read 238 words of English prose (Brysbaert 2019)",
    },
  },

  article = function(article, options)
    local language = article.language or ibid.language(article.text)
    local counts = { language = language }
    for _, unit in ipairs(units) do counts[unit] = article:count(unit) end
    if language == "en" then counts.syllables = article:count "syllables" end
    local types, tokens, terms = vocabulary.of(article, language, options)
    counts.types, counts.terms = types, terms
    if tokens > 0 then counts.type_token_ratio = rounded(types / tokens) end
    return derive(counts, options)
  end,

  -- Totals over articles. Vocabularies do not add up: totals have no `types`, and their terms tell
  -- in how many articles each is among the most frequent.
  merge = function(a, b)
    local total = {
      articles = (a.articles or 1) + (b.articles or 1),
      language = a.language == b.language and a.language or nil,
      syllables = sum(a.syllables, b.syllables),
      terms = vocabulary.merge(a.terms, b.terms),
    }
    for _, unit in ipairs(units) do total[unit] = a[unit] + b[unit] end
    return total
  end,

  finish = function(total, options)
    if not total.articles then
      total.articles, total.terms = 1, vocabulary.merge(total.terms, {})
    end
    while #total.terms > options.top do table.remove(total.terms) end
    return derive(total, options)
  end,
}
