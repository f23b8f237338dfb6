-- Measures an article: its words and sentences, its parts, its vocabulary, and how hard it is to
-- read. Results of many articles add up to those of a corpus.

local figures = require "figures"
local report = require "report"
local shape = require "shape"
local totals = require "totals"

return {
  name = "counting", version = "1.0.0", since = "0.1",
  summary = "Words, sentences, footnotes, tables, vocabulary and readability of an article.",
  categories = { "analysis", "safe" },
  options = {
    top = { type = "integer", default = 10, min = 0, doc = "how many frequent terms to list" },
    stopwords = {
      type = "boolean", default = true,
      doc = "leave words such as “the” out of the frequent terms",
    },
    phrases = {
      type = "integer", default = 0, min = 0, max = 5,
      doc = "list frequent phrases of so many words as well, 2 to 5; 0 for none",
    },
    by = {
      type = "string", default = "article", choices = { "article", "section" },
      doc = "`section` adds the figures of each section",
    },
    include = {
      type = "list", default = { "body" },
      choices = {
        "body", "headings", "paragraphs", "lists", "quotes", "code", "captions", "pull_quotes",
        "tables", "polls", "footnotes", "boilerplate",
      },
      doc = "the texts that are measured; `body` is headings, paragraphs, lists, quotes, code and "
        .. "captions together",
    },
    wpm = {
      type = "integer", default = 230, min = 1,
      doc = "words read in a minute; adults read 238 words of English prose (Brysbaert 2019)",
    },
    spoken_wpm = {
      type = "integer", default = 150, min = 1,
      doc = "words spoken in a minute; audiobooks have 150 to 160",
    },
    index = {
      type = "integer", default = 20, min = 0,
      doc = "how many of each article's most frequent terms the totals of a corpus know, for "
        .. "document frequency and tf-idf; what is rarer in an article does not count there",
    },
  },

  result = shape,

  article = function(article, options)
    -- A manifest can say the least and the greatest number, but not leave one out between.
    if options.phrases == 1 then error("option phrases: 1, but it is 2 to 5, or 0 for none", 0) end
    local counts = figures.of_article(article, options)
    counts.path, counts.title = article.path, article.title
    if options.by == "section" then counts.sections = figures.of_sections(article, options) end
    counts.text = report.of(counts)
    return counts
  end,

  merge = totals.merge,

  finish = function(total, options)
    local counts = totals.finish(total, options)
    counts.text = report.of_corpus(counts, options)
    return counts
  end,
}
