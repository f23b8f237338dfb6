-- An article that is changed while it is iterated.
-- message: cannot set an element of collection: articles never change
return {
  name = "article",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    for index, paragraph in ipairs(article.paragraphs) do
      article.paragraphs[index] = paragraph.next --! error
    end
  end,
}
