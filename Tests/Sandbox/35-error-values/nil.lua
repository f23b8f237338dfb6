-- Nothing as an error.
-- message: (error object is a nil value)
return {
  name = "nil",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(nil) --! error
  end,
}
