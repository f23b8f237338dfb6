return {
  name = "notes", version = "1.0.0", summary = "What the notes of an article come to.",
  article = function(article)
    local ibid = article.footnotes:filter(function(note) return note.antecedent end)
    return {
      words = article:count "words", notes = #article.footnotes, cited = #article.references,
      ibid = ibid:map(function(note) return note.label .. " → " .. note.antecedent.label end),
    }
  end,
}
