-- `dofile` is not there.
-- message: undefined variable 'dofile'
return {
  name = "dofile",
  article = function(article)
    if article.path ~= "b.txt" then return "harmless" end
    return dofile "/etc/passwd" --! error
  end,
}
