-- A key that is no integer.
-- message: result: a key that is neither a string nor a list's index (a number)
-- limit: cpu=5s,memory=256M
return {
  name = "float-key",
  article = function(article) --! error
    if article.path ~= "b.txt" then return "harmless" end
    return { [1.5] = 1 }
  end,
}
