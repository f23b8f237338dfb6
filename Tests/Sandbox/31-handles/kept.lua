-- A handle kept past its article, in every place that can keep one.
-- message: this article is no longer open: a paragraph was kept after its article's call returned
local kept
return {
  name = "kept",
  article = function(article)
    if article.path ~= "b.txt" then
      kept = article.paragraphs[1]
      return "harmless"
    end
    assert(not pcall(article.report, article, { message = "m", node = kept }))
    assert(kept ~= article.paragraphs[1])
    return kept.text --! error
  end,
}
