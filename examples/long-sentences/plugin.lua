-- Marks sentences that are hard to read aloud in one breath.

return {
  name = "long-sentences", version = "1.0.0", since = "0.1",
  summary = "Sentences with more words than a reader can hold.",
  categories = { "check", "safe" },
  options = {
    limit = {
      type = "integer", default = 40, min = 1,
      doc = "the most words that a sentence may have",
    },
  },

  article = function(article, options)
    local count, longest = 0, 0
    for _, paragraph in ipairs(article.paragraphs) do
      for _, sentence in ipairs(paragraph.sentences) do
        local words = ibid.count(sentence, "words", article.language)
        longest = math.max(longest, words)
        if words > options.limit then
          count = count + 1
          article:report {
            node = paragraph, level = "info", code = "sentence-long",
            message = ("%d words: %s …"):format(words, sentence:match "^%S+%s*%S*%s*%S*"),
          }
        end
      end
    end
    return { long = count, longest = longest }
  end,
}
