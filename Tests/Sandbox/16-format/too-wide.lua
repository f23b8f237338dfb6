-- A wider one.
-- message: invalid conversion specification: '%99.100f'
return {
  name = "too-wide",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return ("%99.100f"):format(1) --! error
  end,
}
