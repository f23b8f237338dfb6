-- A message of a megabyte is cut.
-- message: éééé…
return {
  name = "long",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    error(("é"):rep(500000), 0) --! error
  end,
}
