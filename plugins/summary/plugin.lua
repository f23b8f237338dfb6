-- Picks the sentences that stand for an article and returns them in reading order.

local collection = require "collection"
local ranking = require "ranking"
local selection = require "selection"

-- Languages that put no space between sentences.
local unspaced = { ja = true, th = true, zh = true }

return {
  name = "summary", version = "1.0.0", since = "0.1",
  summary = "The sentences that stand for an article, in reading order.",
  categories = { "analysis", "safe" },
  options = {
    sentences = {
      type = "integer", default = 3, min = 1,
      doc = "how many sentences; not used where `words` or `percent` is set",
    },
    words = {
      type = "integer", default = 0, min = 0,
      doc = "at most so many words, but at least one sentence; goes before `percent`; 0 for "
        .. "no such limit",
    },
    percent = {
      type = "number", default = 0, min = 0, max = 100,
      doc = "this share of the article's sentences, at least one; 0 for no such limit, and not "
        .. "used where `words` is set",
    },
    method = {
      type = "string", default = "ranked", choices = { "ranked", "lexrank", "textrank", "lead" },
      doc = "`ranked` weighs centrality, place and title; `lexrank` (Erkan & Radev 2004) and "
        .. "`textrank` (Mihalcea & Tarau 2004) rank by likeness alone; `lead` takes the first",
    },
    query = {
      type = "string", default = "",
      doc = "prefer sentences on these words, in whatever form; `answers` of the result is how "
        .. "many sentences have one",
    },
  },

  article = function(article, options)
    local language = article.language or ibid.language(article.text)
    local sentences = collection.of(article, language)
    local scores = ranking[options.method](sentences, article)
    local answers
    if options.query ~= "" then
      answers = ranking.prefer(scores, sentences, options.query, language)
    end

    local texts, places = ibid.list {}, ibid.list {}
    for number, index in ipairs(selection.choose(sentences, scores, options)) do
      texts[number] = sentences.texts[index]
      places[number] = { line = collection.line_of(sentences, index) }
    end
    local text = table.concat(texts, unspaced[language] and "" or " ")
    if answers == 0 and #texts > 0 then
      text = ("(no sentence on “%s”)\n%s"):format(options.query, text)
    end
    return { sentences = texts, places = places, answers = answers, text = text }
  end,
}
