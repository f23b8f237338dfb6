-- A function as an error.
-- message: (error object is a function value)
return {
  name = "function",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(print) --! error
  end,
}
