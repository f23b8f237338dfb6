-- A table as an error.
-- message: (error object is a table value)
return {
  name = "table",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error {} --! error
  end,
}
