-- A table with a message.
-- message: told
return {
  name = "message",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error { message = "told" } --! error
  end,
}
