-- A handle as an error.
-- message: article b.txt "Title b"
return {
  name = "handle",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(article) --! error
  end,
}
